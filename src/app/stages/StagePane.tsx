/** The frame of a stage's settings: where it starts from, its knobs, and below them the buttons that run it. */
import type { ReactNode } from 'react';
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
        {children}
        <FromChoice id={id} />
      </div>
      <RunBar id={id} />
    </section>
  );
}
