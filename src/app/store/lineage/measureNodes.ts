/**
 * Measuring stored checkpoints by the sampler, and asking them the display prompts. What comes back is stored with the
 * checkpoint. One piece of such work at a time; it can be stopped between any two of its parts.
 */
import { AbortedError, InvalidInputError } from '../../../errors.ts';
import { canonicalJson, sha256 } from '../../../lab/run/checkpointId.ts';
import { policyEvalTable } from '../../../lab/judge/evalTable.ts';
import { isReferenceNode } from '../../../lab/lineage/nodes.ts';
import type { CheckpointNode, MeasuredWith } from '../../../lab/lineage/types.ts';
import { BASE } from '../../../lab/pipeline.ts';
import type { Evals } from '../../../lab/document/evals.ts';
import type { WeightsEvals } from '../../../lab/run/protocol.ts';
import { toSamplePrompt } from '../../../lab/draw/samplePrompt.ts';
import { partProxy } from '../../client/partProxy.ts';
import { labStorage } from '../../client/storage.ts';
import { detached } from '../session/detached.ts';
import { change, guarded, nodeById, policyWeights } from './lineageActions.ts';
import { workers } from '../session/sessionActions.ts';
import { labStore } from '../store.ts';

const MEASURED: ReadonlySet<string> = new Set(policyEvalTable.flatMap(({ rows }) => rows.map(({ name }) => name)));

let isCancelled = false;

export function cancelLineageWork(): void {
  isCancelled = true;
}

/** @throws InvalidInputError when other work is under way · AbortedError when it is stopped */
export async function asWork<Result>(work: () => Promise<Result>): Promise<Result> {
  if (labStore.getState().lineage.work) {
    throw new InvalidInputError('something is being measured already: wait for its end or stop it');
  }
  isCancelled = false;
  change({ work: { what: 'Starting', done: 0, total: 0 } });
  try {
    return await work();
  } finally {
    change({ work: null });
  }
}

/** What figures measured now depend on. */
export async function measuringWith(): Promise<MeasuredWith> {
  const { lineage, experiment } = labStore.getState();
  const { seed, spec } = experiment.document;
  return { size: lineage.size, seed, spec: await sha256(canonicalJson(spec)) };
}

/** Measures a checkpoint and stores its figures, those of the gate prompt by prompt. @throws as evaluateWeights */
export async function measureNode(
  node: CheckpointNode,
  what: string,
  wanted: MeasuredWith,
): Promise<Pick<CheckpointNode, 'evals' | 'perPrompt'>> {
  const params = await paramsOf(node);
  const reference = await referenceOf(node);
  const { evals, perPrompt } = await evaluateParams(params, reference?.params ?? null, what, wanted.size);
  const kept = { evals: { ...evalsOfTraining(nodeById(node.id)), ...evals }, perPrompt };
  const measuredAgainst = reference?.id ?? null;
  await (await labStorage()).changeNode(node.id, { ...kept, measuredWith: wanted, measuredAgainst });
  return kept;
}

/** What no evaluation gives again: figures of another kind, from before, must not stand beside the new ones. */
function evalsOfTraining({ evals }: CheckpointNode): Evals {
  return Object.fromEntries(Object.entries(evals).filter(([name]) => !MEASURED.has(name)));
}

/** @param params null = the base model's */
export async function evaluateParams(
  params: Float32Array | null,
  reference: Float32Array | null,
  what: string,
  size: MeasuredWith['size'],
): Promise<WeightsEvals> {
  change({ work: { what, done: 0, total: 0 } });
  const { experiment, lineage } = labStore.getState();
  const { seed, spec } = experiment.document;
  const perPrompt = [...new Set(lineage.gate.map((rule) => rule.eval))];
  const goOn = partProxy((done, total) => {
    change({ work: { what, done, total } });
    return !isCancelled;
  });
  if (isCancelled) throw new AbortedError('the measuring was stopped');
  return detached((api) => api.evaluateWeights({ params, reference, size, seed, spec, perPrompt }, goOn));
}

/** Flat policy parameters; null = the base model's. @throws InvalidInputError for a reward model, another model, freed weights */
export async function paramsOf(node: CheckpointNode): Promise<Float32Array | null> {
  const { model } = labStore.getState().experiment.document;
  if (node.model !== model) {
    throw new InvalidInputError(
      `${node.id.slice(0, 6)} is of the model ${node.model}, and the lab has ${model} open: choose one of the same model`,
    );
  }
  const weights = await policyWeights(node);
  if (weights === null) return null;
  if (weights.kind === 'policy') return weights.params;
  throw new InvalidInputError('a reward model writes no replies: choose a policy');
}

/** The nearest ancestor that policies are measured against, as the Compare card does it; null = none but the base model. */
async function referenceOf(
  node: CheckpointNode,
): Promise<{ readonly id: string; readonly params: Float32Array } | null> {
  const { nodes } = labStore.getState().lineage;
  const parentOf = ({ parentIds }: CheckpointNode) => nodes.find(({ id }) => id === parentIds[0]);
  let at = parentOf(node);
  for (let steps = 0; at && !isReferenceNode(at) && steps < nodes.length; steps++) at = parentOf(at);
  const weights = at && isReferenceNode(at) ? await (await labStorage()).weights(at.id) : null;
  return at && weights?.kind === 'policy' ? { id: at.id, params: weights.params } : null;
}

/** Of every policy chosen. */
export function measureChosen(ids: readonly string[]): Promise<void> {
  return guarded('Not every checkpoint was measured', () =>
    asWork(async () => {
      const wanted = await measuringWith();
      for (const [index, id] of ids.entries()) {
        await measureNode(nodeById(id), `Measuring ${index + 1} of ${ids.length}`, wanted);
      }
    }),
  );
}

/** The present display prompts, with the present sampling settings, of every policy chosen. */
export function drawChosen(ids: readonly string[]): Promise<void> {
  return guarded('Not every checkpoint answered', () =>
    asWork(async () => {
      for (const [index, id] of ids.entries()) {
        change({ work: { what: 'Drawing completions', done: index, total: ids.length } });
        if (isCancelled) throw new AbortedError('the drawing was stopped');
        await drawNode(nodeById(id));
      }
    }),
  );
}

export async function drawNode(node: CheckpointNode): Promise<void> {
  const params = await paramsOf(node);
  const { displayPrompts, sampling, seed } = labStore.getState().experiment.document;
  const request = { prompts: displayPrompts.map(toSamplePrompt), sampling: { ...sampling, seed } };
  const drawn = await workers.sampler.call((api) =>
    params ? api.sampleWeights(params, request) : api.sample({ ...request, policy: BASE }),
  );
  const completions = drawn.map(({ prompt, family, text, logprob }) => ({ prompt, family, text, logprob }));
  await (await labStorage()).changeNode(node.id, { completions });
}
