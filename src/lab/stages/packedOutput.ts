/** What a stage trained, as named vectors and a few plain values beside them: for files that hold weights. */
import type { z } from 'zod';
import { ModelError } from '../../errors.ts';
import type { RewardModel } from '../../rlhf/rewardScorer.ts';
import type { outputScalesSchema, scaleSchema } from './outputSchema.ts';
import type { StageOutput } from './stageRun.ts';

export interface PackedOutput {
  readonly scales: z.output<typeof outputScalesSchema>;
  readonly vectors: ReadonlyMap<string, Float32Array>;
}

export function packOutput(output: StageOutput): PackedOutput {
  if (output.kind === 'policy') {
    return { scales: { kind: output.kind }, vectors: new Map([['policy', output.params]]) };
  }
  const { kind, model, before } = output;
  return {
    scales: { kind, model: scaleOf(model), before: before && scaleOf(before) },
    vectors: new Map([...vectorsOf('model', model), ...(before ? vectorsOf('before', before) : [])]),
  };
}

/** @throws ModelError naming a vector that is missing */
export function unpackOutput({ scales, vectors }: PackedOutput): StageOutput {
  const vector = (name: string): Float32Array => {
    const found = vectors.get(name);
    if (!found) throw new ModelError(`the weights "${name}" are missing`);
    return found;
  };
  if (scales.kind === 'policy') return { kind: scales.kind, params: vector('policy') };
  const model = (name: string, scale: z.output<typeof scaleSchema>): RewardModel => ({
    ...scale,
    params: vector(`${name}.params`),
    reference: vector(`${name}.reference`),
  });
  const { kind, before } = scales;
  return { kind, model: model('model', scales.model), before: before && model('before', before) };
}

function scaleOf({ head, mean, sd }: RewardModel): z.output<typeof scaleSchema> {
  return { head, mean, sd };
}

function vectorsOf(name: string, { params, reference }: RewardModel): readonly (readonly [string, Float32Array])[] {
  return [
    [`${name}.params`, params],
    [`${name}.reference`, reference],
  ];
}
