/** Merging: a weight average of two policies with the sweep between them, or a stage of one replayed on mainline. */
import { InvalidInputError } from '../../../errors.ts';
import { averageNode } from '../../../lab/stages/average/node.ts';
import { averageWeights } from '../../../lab/stages/average/weights.ts';
import { shortId } from '../../../lab/lineage/differences.ts';
import { isMeasured } from '../../../lab/lineage/gate.ts';
import { SWEEP_SHARES, sweepPoint } from '../../../lab/lineage/sweep.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import type { Evals } from '../../../lab/document/evals.ts';
import { labStorage } from '../../client/storage.ts';
import { change, guarded, nodeById } from './lineageActions.ts';
import { asWork, drawNode, evaluateParams, measureNode, measuringWith, paramsOf } from './measureNodes.ts';
import { labStore, updateSlice } from '../store.ts';

/** Measures the mixes from one policy to the other, always with the quick size: five evaluations. */
export function sweepBetween(firstId: string, secondId: string): Promise<void> {
  return guarded('The sweep was not finished; what it measured is kept', () =>
    asWork(async () => {
      const [first, second] = [nodeById(firstId), nodeById(secondId)];
      const [from, to] = [await mixable(first), await mixable(second)];
      change({ sweep: { firstId, secondId, points: [] } });
      for (const [index, share] of SWEEP_SHARES.entries()) {
        const what = `Sweep: share ${share}, ${index + 1} of ${SWEEP_SHARES.length}`;
        const end = share === 0 ? first : share === 1 ? second : null;
        const evals = end
          ? await endEvals(end, what)
          : (await evaluateParams(averageWeights([from, to], [1 - share, share]), null, what, 'quick')).evals;
        updateSlice('lineage', ({ sweep }) =>
          sweep ? { sweep: { ...sweep, points: [...sweep.points, sweepPoint(share, evals)] } } : {},
        );
      }
    }),
  );
}

/** What is known of an end, else measured now and stored with it. */
async function endEvals(node: CheckpointNode, what: string): Promise<Evals> {
  const wanted = { ...(await measuringWith()), size: 'quick' } as const;
  return isMeasured(node, wanted) ? node.evals : (await measureNode(node, what, wanted)).evals;
}

/** Stores the mix as a checkpoint of two parents, with completions to read. @param share of the second, 0…1 */
export function storeAverage(firstId: string, secondId: string, share: number): Promise<void> {
  return guarded('The average was not stored', () =>
    asWork(async () => {
      const [first, second] = [nodeById(firstId), nodeById(secondId)];
      change({ work: { what: 'Averaging', done: 0, total: 2 } });
      const shares = [1 - share, share];
      const params = averageWeights([await mixable(first), await mixable(second)], shares);
      const device = 'none: weights were averaged';
      const createdAt = new Date().toISOString();
      const node = await averageNode({ parents: [first, second], shares, params, createdAt, device });
      const storage = await labStorage();
      await storage.putNode(node, { kind: 'policy', params }, {});
      change({ work: { what: 'Drawing its completions', done: 1, total: 2 }, said: `Stored ${shortId(node.id)}.` });
      // Selected when the lineage is read again; without completions it is a checkpoint all the same.
      change({ selectedIds: [node.id], focusedId: node.id, nodes: [...labStore.getState().lineage.nodes, node] });
      await drawNode(node).catch((error: unknown) => {
        throw new InvalidInputError(
          `it is stored, but its completions could not be drawn (${error instanceof Error ? error.message : String(error)}): draw them from its page`,
        );
      });
    }),
  );
}

/** @throws InvalidInputError for a reward model, and for a base model without weights of its own */
async function mixable(node: CheckpointNode): Promise<Float32Array> {
  const params = await paramsOf(node);
  if (params === null) {
    throw new InvalidInputError('the base model is not kept as a checkpoint with weights: choose two trained policies');
  }
  return params;
}
