/** What the lab learns about a checkpoint after it was stored: its completions and its measured evals are put to it. */
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import type { LabStorage } from '../../../lab/storage/types.ts';
import { labStorage } from '../../client/storage.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import type { Measured } from '../compare/compareState.ts';
import { stageIds, stageRun } from '../run/stageRuns.ts';
import { columnOf, type LabState } from '../state.ts';
import { labStore } from '../store.ts';

const WRITE_AFTER_MS = 1000;

type Figures = Pick<CheckpointNode, 'evals' | 'measuredAgainst' | 'measuredWith' | 'perPrompt'>;

export async function annotateNodes(): Promise<void> {
  const storage = await labStorage();
  const written = new Map<string, unknown>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = async (): Promise<void> => {
    timer = null;
    for (const column of stageIds(labStore.getState())) {
      const state = labStore.getState();
      const nodeId = shownNode(state, column);
      if (nodeId === null) continue;
      const { completions } = columnOf(state, column);
      const measured = state.compare.measured[column];
      const evals = measured?.evals;
      for (const [what, value] of Object.entries({ completions, evals })) {
        const key = `${nodeId} ${what}`;
        if (value === undefined || written.get(key) === value) continue;
        written.set(key, value);
        await annotate(
          storage,
          nodeId,
          what === 'evals' ? figuresOf(state, measured!) : { completions: toRunCompletions(state, column) },
        );
      }
    }
  };
  labStore.subscribe(() => (timer ??= setTimeout(() => void write(), WRITE_AFTER_MS)));
}

/** The checkpoint whose own weights wrote what the column shows; null while it is being drawn. */
function shownNode(state: LabState, column: StageId): string | null {
  const run = stageRun(state, column);
  const { phase, step } = columnOf(state, column);
  return run?.phase === 'finished' && phase === 'shown' && step === run.step ? run.nodeId : null;
}

function toRunCompletions(state: LabState, column: StageId): CheckpointNode['completions'] {
  const { completions } = columnOf(state, column);
  return Object.values(completions).map(({ prompt, family, text, logprob }) => ({ prompt, family, text, logprob }));
}

/** Compare's figures are not of the gate's kind: it measures anew. */
function figuresOf(state: LabState, { evals, reference }: Measured): Figures {
  const measuredAgainst = (reference !== null && stageRun(state, reference)?.nodeId) || null;
  return { evals, measuredAgainst, measuredWith: undefined, perPrompt: undefined };
}

/** An extra: a storage that refuses has said so elsewhere. */
async function annotate(
  storage: LabStorage,
  id: string,
  change: Figures | Pick<CheckpointNode, 'completions'>,
): Promise<void> {
  try {
    const node = await storage.node(id);
    if (!node) return;
    await storage.changeNode(id, 'evals' in change ? { ...change, evals: { ...node.evals, ...change.evals } } : change);
  } catch {
    // Told when the run itself could not be kept.
  }
}
