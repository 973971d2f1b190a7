/** Which columns presenter mode shows for a stage, and their texts by prompt: live, or those of the recordings. */
import type { DisplayPrompt } from '../../../lab/document/experiment.ts';
import type { ExportedCompletion } from '../../../lab/export/exported.ts';
import { completionsUpTo } from '../../../lab/export/recording.ts';
import type { ColumnId, LabState, StageId } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { useMemo } from 'react';

export interface PresentedColumn {
  readonly id: ColumnId;
  readonly title: string;
  /** "step 40", "recorded". */
  readonly note: string;
  /** By prompt id. */
  readonly texts: Readonly<Record<string, string>>;
}

const TITLES: Readonly<Record<ColumnId, string>> = { base: 'Base', sft: 'SFT', ppo: 'RL' };
const COLUMNS: Readonly<Record<StageId, readonly ColumnId[]>> = {
  base: ['base'],
  sft: ['base', 'sft'],
  rewardModel: ['base', 'sft'],
  ppo: ['sft', 'ppo'],
  compare: ['base', 'sft', 'ppo'],
};

export function usePresentedTexts(stage: StageId): {
  readonly prompts: readonly DisplayPrompt[];
  readonly columns: readonly PresentedColumn[];
} {
  const prompts = useLab((state) => state.experiment.document.displayPrompts);
  const samples = useLab((state) => state.samples.columns);
  const present = useLab((state) => state.present);
  const columns = useMemo(
    () => COLUMNS[stage].map((id) => recordedColumn(present, id) ?? liveColumn(samples[id], id)),
    [stage, samples, present],
  );
  return { prompts, columns };
}

function liveColumn({ completions, step }: LabState['samples']['columns'][ColumnId], id: ColumnId): PresentedColumn {
  const texts = textsOf(Object.values(completions));
  const note = id === 'base' || Object.keys(texts).length === 0 ? '' : `step ${step}`;
  return { id, title: TITLES[id], note, texts };
}

/** One that was cut at the length limit ends in an ellipsis. */
function textsOf(
  completions: readonly Pick<ExportedCompletion, 'promptId' | 'text' | 'stopped'>[],
): PresentedColumn['texts'] {
  return Object.fromEntries(
    completions.map(({ promptId, text, stopped }) => [promptId, `${text.trim()}${stopped === false ? ' …' : ''}`]),
  );
}

/** Only of the recording on the stage now. */
function recordedColumn({ playback }: LabState['present'], id: ColumnId): PresentedColumn | null {
  if (playback?.recording.stage !== id) return null;
  const kept = completionsUpTo(playback.recording, playback.step);
  const texts = textsOf(kept?.completions ?? []);
  return { id, title: TITLES[id], note: kept ? `recorded, step ${kept.step}` : 'recorded', texts };
}
