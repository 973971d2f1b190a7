/** What the page draws of a kind of stage. One folder a kind beside this file, one row in faces.ts. */
import type { ComponentType } from 'react';
import type { StageId } from '../../lab/stages/kinds.ts';
import type { RunRecord } from '../store/state.ts';
import type { ListedChart } from '../ui/charts/listedChart.ts';

export interface StageProps {
  readonly id: StageId;
}

export interface StageFace {
  /** A CSS colour: the same in the strip, lines, column heads and token marks. */
  readonly hue: string;
  /** What it is for, in a few words: its card before it has run. */
  readonly purpose: string;
  /** Where to see what it has learnt, for a stage whose weights write no text. */
  readonly outcome?: string;
  /** The glossary's entry of what it makes. */
  readonly term: string;
  /** The one number that says how good it is; '' = none yet. */
  readonly keyFigure: (run: RunRecord) => string;
  /** What a checkpoint shows until it is measured: last values of its curves. */
  readonly nodeFigures: readonly NodeFigure[];
  /** What its curves say, in one or two plain sentences. `start` is the title of the policy it starts from. */
  readonly read: (shown: ShownRun, start: string) => string;
  /** Its charts as they are printed and presented, the most telling first. */
  readonly charts: readonly ListedChart[];
  /** Metrics that are shown first where checkpoints' curves lie over each other. */
  readonly overlays: readonly string[];
  /** Its settings. */
  readonly Pane: ComponentType<StageProps>;
  /** Its curves and whatever else shows what it learns from. */
  readonly Charts: ComponentType<StageProps>;
}

/** A run as far as its curves tell: one of the page, or a recording. */
export type ShownRun = Pick<RunRecord, 'stage' | 'series' | 'step' | 'totalSteps' | 'details'>;

export interface NodeFigure {
  readonly key: string;
  readonly label: string;
  readonly isShare: boolean;
}
