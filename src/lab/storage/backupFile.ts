/**
 * Everything a lab has stored, as one ZIP that any archiver opens: `<table>/<n>.json` a value, its vectors beside it as
 * `<table>/<n>.bin`, `labels.json`, and `backup.json` with the SHA-256 of each. Vectors are stored as they are: DEFLATE takes
 * 7 % off float32 weights, 15 % with their bytes sorted by place, for a second or two a checkpoint.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { z } from 'zod';
import { InvalidInputError } from '../../errors.ts';
import type { Preference } from '../../world/spec/types.ts';
import { labelsSchema } from '../document/worldSchemas.ts';
import { readJson } from '../link/safeJson.ts';
import { sha256 } from '../run/checkpointId.ts';
import type { StoredEntry } from './restore.ts';
import { tableNames } from './tables.ts';

const FORMAT = 'rlhf-lab-backup';
const VERSION = 1;
const LABELS = 'labels.json';
/** Bytes of the file, and bytes it may unpack to: a few hundred checkpoints. */
export const LARGEST_BACKUP = 2e9;

export interface Backup {
  readonly entries: readonly StoredEntry[];
  /** The visitor's own, and those that wait while a linked experiment is open. */
  readonly labels: readonly Preference[];
  readonly labelsSetAside: readonly Preference[];
}

const vectorTypes = { Float32Array, Float64Array, Int32Array, Uint8Array } as const;
type VectorType = keyof typeof vectorTypes;
type Vector = InstanceType<(typeof vectorTypes)[VectorType]>;

const frameSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  files: z.record(z.string(), z.string()),
});
const labelFileSchema = z.object({ labels: labelsSchema, labelsSetAside: labelsSchema });
const valueSchema = z.object({
  key: z.union([z.string(), z.number()]),
  value: z.unknown(),
  vectors: z.array(z.object({ type: z.enum(Object.keys(vectorTypes) as VectorType[]), length: z.int().min(0) })),
});

/**
 * @param at ISO 8601, UTC
 * @param most bytes, of the file and of what it unpacks to
 * @throws InvalidInputError when it would be too large to be restored
 */
export async function writeBackup(
  backup: Backup,
  at: string,
  most: number = LARGEST_BACKUP,
): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, Uint8Array> = {};
  backup.entries.forEach(({ table, key, value }, n) => {
    const vectors: Vector[] = [];
    const name = `${table}/${n}`;
    const plain = takeVectors(value, vectors);
    const heads = vectors.map((vector) => ({ type: vector.constructor.name, length: vector.length }));
    files[`${name}.json`] = strToU8(JSON.stringify({ key, value: plain, vectors: heads }));
    if (vectors.length > 0) files[`${name}.bin`] = joined(vectors);
  });
  const { labels, labelsSetAside } = backup;
  files[LABELS] = strToU8(JSON.stringify({ labels, labelsSetAside }));
  const sums: Record<string, string> = {};
  for (const [name, bytes] of Object.entries(files)) sums[name] = await sha256(bytes);
  const frame = { format: FORMAT, version: VERSION, at, files: sums };
  files['backup.json'] = strToU8(JSON.stringify(frame));
  const zippable: Zippable = {};
  for (const [name, bytes] of Object.entries(files)) zippable[name] = [bytes, { level: name.endsWith('.bin') ? 0 : 6 }];
  const unpacked = Object.values(files).reduce((sum, { byteLength }) => sum + byteLength, 0);
  const zip = unpacked > most ? null : zipSync(zippable);
  if (!zip || zip.byteLength > most) {
    throw new InvalidInputError(
      `the lab holds more than the ${most / 1e9} GB of a backup: free weights of old checkpoints under Lineage first`,
    );
  }
  return zip;
}

/** @throws InvalidInputError when a single byte of it is not as it was written */
export async function readBackup(bytes: Uint8Array): Promise<Backup> {
  const files = unzip(bytes);
  const frameBytes = files['backup.json'];
  if (!frameBytes)
    throw new InvalidInputError('it is no backup of a lab, it holds no backup.json: choose another file');
  const frame = parse(frameSchema, frameBytes);
  if (frame.version > VERSION) {
    throw new InvalidInputError('a newer version of the lab wrote it: reload the page to get the newest version');
  }
  for (const [name, sum] of Object.entries(frame.files)) {
    const content = files[name];
    if (!content || (await sha256(content)) !== sum) throw damaged();
  }
  const entries = Object.keys(frame.files).flatMap((name): StoredEntry[] => {
    const [, table] = /^(\w+)\/\d+\.json$/.exec(name) ?? [];
    const known = tableNames.find((each) => each === table);
    if (!known) return [];
    const { key, value, vectors } = parse(valueSchema, files[name]!);
    return [{ table: known, key, value: giveVectors(value, split(vectors, files[name.replace(/json$/, 'bin')])) }];
  });
  const labelFile = frame.files[LABELS] === undefined ? undefined : files[LABELS];
  if (!labelFile) throw damaged();
  return { entries, ...parse(labelFileSchema, labelFile) };
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter({ originalSize }) {
        total += originalSize;
        if (total > LARGEST_BACKUP) throw new InvalidInputError(`it unpacks to more than ${LARGEST_BACKUP / 1e9} GB`);
        return true;
      },
    });
  } catch (error) {
    throw error instanceof InvalidInputError ? error : damaged();
  }
}

function damaged(): InvalidInputError {
  return new InvalidInputError('it is damaged or was changed, its content is not as it was written: use another copy');
}

function parse<Schema extends z.ZodType>(schema: Schema, bytes: Uint8Array): z.output<Schema> {
  const result = schema.safeParse(readJson(strFromU8(bytes), 'the backup'));
  if (!result.success) throw damaged();
  return result.data;
}

const MARK = '$vector';
/** Marks a number that JSON lacks: NaN, Infinity or -Infinity. */
const NUMBER_MARK = '$number';

const isVector = (value: unknown): value is Vector => Object.values(vectorTypes).some((type) => value instanceof type);

function takeVectors(value: unknown, vectors: Vector[]): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) return { [NUMBER_MARK]: String(value) };
  if (isVector(value)) return { [MARK]: vectors.push(value) - 1 };
  if (Array.isArray(value)) return value.map((inner) => takeVectors(inner, vectors));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, takeVectors(inner, vectors)]));
}

function giveVectors(value: unknown, vectors: readonly Vector[]): unknown {
  if (Array.isArray(value)) return value.map((inner) => giveVectors(inner, vectors));
  if (typeof value !== 'object' || value === null) return value;
  if (MARK in value) return vectors[Number(value[MARK])];
  if (NUMBER_MARK in value) return Number(value[NUMBER_MARK]);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, giveVectors(inner, vectors)]));
}

function joined(vectors: readonly Vector[]): Uint8Array {
  const all = new Uint8Array(vectors.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of vectors) {
    all.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return all;
}

function split(heads: z.output<typeof valueSchema>['vectors'], bytes: Uint8Array = new Uint8Array()): Vector[] {
  let at = 0;
  return heads.map(({ type, length }) => {
    const size = length * vectorTypes[type].BYTES_PER_ELEMENT;
    if (at + size > bytes.byteLength) throw damaged();
    const own = Uint8Array.from(bytes.subarray(at, (at += size)));
    return new vectorTypes[type](own.buffer, 0, length);
  });
}
