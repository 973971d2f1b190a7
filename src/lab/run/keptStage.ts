/**
 * What a finished stage leaves behind, as one file: a safetensors file of its weights, with the course of its training in
 * the header. A run that was interrupted goes on from such files to the very same document. Which files there are is not
 * known here: cli/stageFolder.ts reads and writes them.
 */
import { z } from 'zod';
import { ModelError } from '../../errors.ts';
import { checkpointSchema } from '../document/runDocument.ts';
import { readSafetensors, writeSafetensors } from '../model/safetensors.ts';
import { outputScalesSchema } from '../stages/outputSchema.ts';
import { packOutput, unpackOutput } from '../stages/packedOutput.ts';
import type { StageId } from '../stages/kinds.ts';
import type { StageOutput } from '../stages/stageRun.ts';
import { canonicalJson, sha256 } from './checkpointId.ts';

const courseSchema = checkpointSchema.pick({ metrics: true, evals: true, events: true });

/** A stage that was trained to its end. What judging it gives is not kept: it depends on more than its checkpoint's id. */
export interface KeptStage {
  readonly stage: StageId;
  readonly output: StageOutput;
  /** What the run document tells of its training. */
  readonly course: z.output<typeof courseSchema>;
  /** Wall time of its training. */
  readonly seconds: number;
  /** The device it was trained on, in words. */
  readonly device: string;
}

/** Where the finished stages of a run are kept, by the ids of their checkpoints. */
export interface StageKeeper {
  /** Null for what isn't kept. */
  find(checkpointId: string): KeptStage | null;
  /** A keeper that can't keep says so itself: the run goes on. */
  keep(checkpointId: string, stage: KeptStage): Promise<void>;
}

const headerSchema = z.strictObject({
  checkpoint: z.string(),
  stage: z.string(),
  course: courseSchema,
  seconds: z.number().min(0),
  device: z.string(),
  scales: outputScalesSchema,
});
type Header = z.output<typeof headerSchema>;

/** @throws ModelError for a course with values that can't be read again, naming the first */
export async function packStage(checkpoint: string, { output, ...stage }: KeptStage): Promise<ArrayBuffer> {
  const { scales, vectors } = packOutput(output);
  const header: Header = { checkpoint, ...stage, scales };
  const refused = headerSchema.safeParse(header).error?.issues[0];
  if (refused) throw new ModelError(`${refused.path.join('.')} is no value that can be kept (${refused.message})`);
  const tensors = [...vectors].map(([name, data]) => ({ name, shape: [data.length], data }));
  return writeSafetensors(tensors, 'F32', { kept: JSON.stringify(header), digest: await digestOf(header, vectors) });
}

/** @param checkpoint whose stage it must be · @throws ModelError for a file that is damaged or of another checkpoint */
export async function unpackStage(checkpoint: string, bytes: ArrayBuffer): Promise<KeptStage> {
  const { tensors, metadata } = readSafetensors(bytes);
  const vectors = new Map([...tensors].map(([name, { data }]) => [name, data]));
  const header = headerSchema.safeParse(parseJson(metadata['kept'] ?? ''));
  if (!header.success || metadata['digest'] !== (await digestOf(header.data, vectors))) {
    throw new ModelError('its content is not what was written');
  }
  if (header.data.checkpoint !== checkpoint) {
    throw new ModelError(
      `it is of the checkpoint ${header.data.checkpoint.slice(0, 8)}, not of ${checkpoint.slice(0, 8)}`,
    );
  }
  const { stage, course, seconds, device, scales } = header.data;
  return { stage, course, seconds, device, output: unpackOutput({ scales, vectors }) };
}

/** @returns SHA-256 over all of a file's content: 64 hex digits */
async function digestOf(header: Header, vectors: ReadonlyMap<string, Float32Array>): Promise<string> {
  const digests = [...vectors].map(async ([name, data]) => {
    return [name, await sha256(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))] as const;
  });
  return sha256(canonicalJson({ header, weights: Object.fromEntries(await Promise.all(digests)) }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
