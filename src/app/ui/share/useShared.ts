/** The experiment as link and file, made anew when the dialog opens. */
import { useEffect, useMemo, useState } from 'react';
import { encodeShortLink } from '../../../lab/link/codec.ts';
import { type GatheredRun, gatherRun } from '../../store/share/shareRun.ts';
import { errorMessage } from '../../store/session/problems.ts';

export interface Shared {
  readonly gathered: GatheredRun | null;
  readonly problem: string | null;
  /** Whole addresses; null where they would be too long. */
  readonly link: string | null;
  /** Without curves and figures: what a QR code holds. */
  readonly bareLink: string | null;
}

export function useShared(hasCurves: boolean): Shared {
  const [gathered, setGathered] = useState<GatheredRun | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isOpen = true;
    gatherRun().then(
      (run) => isOpen && setGathered(run),
      (error: unknown) => isOpen && setProblem(errorMessage(error)),
    );
    return () => {
      isOpen = false;
    };
  }, []);
  const links = useMemo(() => {
    if (!gathered) return { link: null, bareLink: null };
    const { run } = gathered;
    const bare = encodeShortLink({ ...run, curves: {}, digest: {} });
    return {
      link: toAddress(encodeShortLink({ ...run, curves: hasCurves ? run.curves : {} })),
      bareLink: toAddress(bare),
    };
  }, [gathered, hasCurves]);
  return { gathered, problem, ...links };
}

/** Without what this tab was opened with, such as its device. */
function toAddress(link: string | null): string | null {
  return link === null ? null : `${location.origin}${location.pathname}#${link}`;
}
