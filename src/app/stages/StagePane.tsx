/** The frame of a stage's settings: where it starts from, its knobs, and below them the buttons that run it. */
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { describeOwnRows } from '../store/experiment/ownRows.ts';
import { stageTitle } from '../store/run/stageRuns.ts';
import { useLab } from '../store/store.ts';
import { SizeChoice } from '../ui/controls/SizeChoice.tsx';
import { RunBar } from '../ui/controls/RunBar.tsx';
import { FromChoice } from '../ui/controls/FromChoice.tsx';
import type { StageProps } from './face.ts';

export function StagePane({ id, children }: StageProps & { readonly children: ReactNode }) {
  const title = useLab((state) => stageTitle(state, id));
  return (
    <section className="pane knobs" aria-label={`${title} settings`}>
      <div className="pane-scroll">
        <SizeChoice id={id} />
        <OwnRows id={id} />
        {children}
        <FromChoice id={id} />
      </div>
      <RunBar id={id} />
    </section>
  );
}

/** What the next run is trained on beside, or in place of, the lab's own. */
function OwnRows({ id }: StageProps) {
  const rows = useLab(({ experiment }) => describeOwnRows(experiment.document, id));
  if (rows === '') return null;
  return (
    <p className="run-hint">
      Start trains on <Link href="#data">{rows}</Link>.
    </p>
  );
}
