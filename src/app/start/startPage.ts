/**
 * Starts the page so that it is never blank and never waits without end: each step has a name, what
 * may never answer has a limit, and a step that fails or is late is told in a notice while the next goes on without it.
 */
import { within } from '../../lab/within.ts';
import { keepOffline } from '../serviceWorker/keepOffline.ts';
import { ensureIsolation } from '../serviceWorker/isolation.ts';
import { restoreLabels } from '../store/label/labelActions.ts';
import { annotateNodes } from '../store/lineage/annotateNodes.ts';
import { followRuns } from '../store/present/presentRecorder.ts';
import { followAddress } from '../store/route.ts';
import { followKnown } from '../store/run/knownActions.ts';
import { errorMessage } from '../store/session/problems.ts';
import { applyOverrides, bootLab } from '../store/session/sessionActions.ts';
import { openLinkFromAddress } from '../store/share/shareActions.ts';
import { followVerdicts } from '../store/share/shareVerdicts.ts';
import { addNotice, restoreTheme } from '../store/uiActions.ts';
import { openVisit } from '../store/visit/visitActions.ts';
import { askForLastingStorage } from './lastingStorage.ts';
import { followMissingParts } from './missingParts.ts';
import { refuseInsecureAddress } from './secureAddress.ts';

/** A link's decoder comes over the network, a visit's weights from this browser's storage. */
const LINK_MS = 60_000;
const VISIT_MS = 30_000;

/** @param mount draws the page, as soon as it is known what is to be seen */
export async function startPage(mount: () => void): Promise<void> {
  followMissingParts();
  attempt('The chosen colours', restoreTheme);
  attempt('The view in the address', followAddress);
  attempt('The settings in the address', () => applyOverrides(location.search));
  mount();
  if (refuseInsecureAddress()) return;
  attempt('The recording for presentations', followRuns);
  attempt('The labels of the last visit', restoreLabels);
  attempt('The verdicts on a link', followVerdicts);
  attempt('The promise to keep what is stored', askForLastingStorage);

  if (await attemptWithin('The isolation of the page', ensureIsolation)) return;
  const isLinked = (await attemptWithin('The link in the address', openLinkFromAddress, LINK_MS)) ?? false;
  const visit = await attemptWithin('The last visit', (late) => openVisit(location.search, isLinked, late), VISIT_MS);
  await attemptWithin('The model', bootLab);
  await attemptWithin('The run of the last visit', async () => visit?.finish());
  await attemptWithin('The list of checkpoints', followKnown);
  await attemptWithin('The notes on checkpoints', annotateNodes);
  await attemptWithin('The copy of the page for use without a network', keepOffline);
}

function attempt(what: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    sayFailed(what, error);
  }
}

/**
 * @param step is told when it is late: it then changes nothing any more
 * @param limitMs none for what has limits of its own
 * @returns null when it failed or was late
 */
async function attemptWithin<Result>(
  what: string,
  step: (late: AbortSignal) => Promise<Result>,
  limitMs?: number,
): Promise<Result | null> {
  const lateness = new AbortController();
  try {
    const result = step(lateness.signal);
    if (limitMs === undefined) return await result;
    return await within<Result>(limitMs, result, () => {
      lateness.abort();
      throw new TypeError(`no answer within ${limitMs / 1000} s`);
    });
  } catch (error) {
    sayFailed(what, error);
    return null;
  }
}

function sayFailed(what: string, error: unknown): void {
  const reason = errorMessage(error).slice(0, 120);
  addNotice(
    'problem',
    `${what} could not be opened: ${reason}. The page goes on without it; what is stored stays stored.`,
  );
}
