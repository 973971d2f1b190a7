/** What a stage's training came to, in a few numbers: enough to see whether another run came to the same. */
import { engineVersion, sha256 } from '../run/checkpointId.ts';
import type { StageOutput } from '../stages/stageRun.ts';
import { specOf, type StageKind } from '../stages/kinds.ts';
import { round } from './shareCurves.ts';
import type { StageDigest } from './sharedRun.ts';

const DIGITS = 6;

/** @returns SHA-256 of the float32 weights, as the lineage names them: 64 hex digits */
export function weightsDigest(output: StageOutput): Promise<string> {
  const params = output.kind === 'policy' ? output.params : output.model.params;
  return sha256(new Uint8Array(params.buffer, params.byteOffset, params.byteLength));
}

/** @param last last value by metric key · @param device as its badge says it */
export function stageDigest(
  kind: StageKind,
  weights: string,
  last: Readonly<Record<string, number>>,
  device: { readonly label: string; readonly threads: number },
): StageDigest {
  const { curves, revision } = specOf(kind);
  const metrics = curves.shared.flatMap((key) => {
    const value = last[key];
    return value !== undefined && Number.isFinite(value) ? [[key, round(value, DIGITS)] as const] : [];
  });
  const { label, threads } = device;
  return { weights, metrics: Object.fromEntries(metrics), device: label, threads, engine: engineVersion(revision) };
}
