/**
 * Opening what someone shared: a link in the address, or a `.rlhflab.json` file. It sets the experiment and its name and
 * brings the author's curves and figures along; what the visitor had before stays stored. A link that is broken changes
 * nothing and says what to do.
 */
import type { SharedRun } from '../../../lab/link/sharedRun.ts';
import { ofThisBrowser, ofThisTab } from '../../client/browserValues.ts';
import { setLabels } from '../label/labelActions.ts';
import { replaceDocument } from '../experiment/experimentActions.ts';
import { errorMessage } from '../session/problems.ts';
import { forgetLabelsSetAside, labelsSetAside, setLabelsAside } from './shareLabels.ts';
import { describeOpened } from './shareWords.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

/** The link of this tab, so that a reload still knows it. */
const LINK_KEY = 'rlhf-lab/link';

/**
 * Once, when the page starts. The fragment becomes `#lab`, so that the address no longer means the link.
 * @param late aborted when the page has gone on without it
 * @returns whether a link was opened now, and the visit before must not be restored over it
 */
export async function openLinkFromAddress(late: AbortSignal): Promise<boolean> {
  window.addEventListener('hashchange', () => {
    // Workers, runs and curves of another experiment: the page begins anew, and the visit before stays stored.
    if (isLinkFragment(location.hash)) location.reload();
  });
  updateSlice('share', () => ({ labelsSetAside: labelsSetAside(ofThisBrowser).length }));
  const fragment = location.hash;
  if (!isLinkFragment(fragment)) {
    await remember(ofThisTab.getItem(LINK_KEY));
    return false;
  }
  history.replaceState(null, '', `${location.pathname}${location.search}#lab`);
  const { decodeLink } = await import('../../../lab/link/codec.ts');
  if (late.aborted) return false;
  try {
    enterShared(decodeLink(fragment));
    writeLink(fragment);
    return true;
  } catch (error) {
    addNotice('problem', `${sentence(errorMessage(error))} Meanwhile your own experiment is open.`);
    return false;
  }
}

function isLinkFragment(hash: string): boolean {
  return /^#x(=|%3d)/i.test(hash);
}

/** In the page as it is: open runs become checkpoints, the stages are emptied. */
export async function openSharedFile(file: File): Promise<void> {
  try {
    const { readLinkFile } = await import('../../../lab/link/linkFile.ts');
    const shared = readLinkFile(await file.text(), file.name);
    const { chooseDevice, runActions } = await import('../session/sessionActions.ts');
    await runActions.setAside();
    enterShared(shared);
    writeLink(null);
    // Another model or number of threads needs other workers; the same ones are ready again in a moment.
    await chooseDevice(labStore.getState().session.deviceChoice);
  } catch (error) {
    addNotice('problem', `${sentence(errorMessage(error))} Nothing was changed.`);
  }
}

/** Leaves the link: its experiment stays as the visitor's own, ghosts and verdicts go. */
export function closeLink(): void {
  writeLink(null);
  updateSlice('share', () => ({ opened: null, verdicts: {} }));
}

/** Brings back the labels that were set aside, in place of those of the link. */
export function bringBackLabels(): void {
  const own = labelsSetAside(ofThisBrowser);
  setLabels(own);
  forgetLabelsSetAside(ofThisBrowser);
  updateSlice('share', () => ({ labelsSetAside: 0 }));
  addNotice(
    'info',
    `Your ${own.length} labels are back. With them the reward model trains to other weights than the link's.`,
  );
}

/** Of a link whose labels are others than the visitor's: the visitor's wait until they are asked for. */
function enterShared(shared: SharedRun): void {
  const own = labStore.getState().experiment.document.labels;
  const isOther = own.length > 0 && JSON.stringify(own) !== JSON.stringify(shared.experiment.labels);
  const trouble = isOther ? setLabelsAside(ofThisBrowser, own) : null;
  // Nothing is lost: without a place for them they stay, and the experiment is another one.
  const labels = trouble === null ? shared.experiment.labels : own;
  replaceDocument({ ...shared.experiment, labels });
  const name = shared.name === '' ? 'Shared experiment' : shared.name;
  updateSlice('experiment', () => ({ name }));
  const waiting = labelsSetAside(ofThisBrowser).length;
  updateSlice('share', () => ({ opened: shared, verdicts: {}, labelsSetAside: waiting }));
  addNotice('info', describeOpened(shared, isOther && trouble === null ? own.length : 0));
  if (trouble !== null) {
    addNotice('problem', `Your ${own.length} labels stay in the experiment instead of the link's: ${trouble}.`);
  }
}

/** After a reload: ghosts and figures of the link come back, the experiment comes with the visit. */
async function remember(fragment: string | null): Promise<void> {
  if (fragment === null) return;
  const { decodeLink } = await import('../../../lab/link/codec.ts');
  try {
    const opened = decodeLink(fragment);
    updateSlice('share', () => ({ opened }));
  } catch {
    writeLink(null);
  }
}

/** @param fragment null = forget it */
function writeLink(fragment: string | null): void {
  try {
    if (fragment === null) ofThisTab.removeItem(LINK_KEY);
    else ofThisTab.setItem(LINK_KEY, fragment);
  } catch {
    // A reload then knows the experiment, but no ghosts.
  }
}

/** A file's name keeps its letters. */
function sentence(text: string): string {
  return `${text.replace(/^t(?=he(re)? )/, 'T')}.`;
}
