/**
 * The safetensors file format, read and written: named float tensors with a JSON header in front.
 * Only F32 and F16 (the two dtypes the lab's models use), always float32 in memory; no lazy loading, no sharding.
 * Source: https://huggingface.co/docs/safetensors — 8 bytes header length (little-endian), JSON header, raw data.
 */
import { Float16Array } from '@petamoriken/float16';
import { ModelError } from '../../errors.ts';
import { type Shape, formatShape, numel } from '../../engine/tensor/shape.ts';

export type SafetensorsDtype = 'F32' | 'F16';

/** One tensor of a file; `data` is row-major float32 whatever the dtype on disk was. */
export interface NamedTensor {
  readonly name: string;
  readonly shape: Shape;
  readonly data: Float32Array;
}

export interface SafetensorsFile {
  readonly tensors: ReadonlyMap<string, NamedTensor>;
  /** The header's `__metadata__`: free text by key. */
  readonly metadata: Readonly<Record<string, string>>;
}

const LENGTH_BYTES = 8;
/** The reference implementation's own limit. */
const MAX_HEADER_BYTES = 100_000_000;
const LONGEST_TENSOR_NAME = 200;
const BYTES_OF: Readonly<Record<SafetensorsDtype, number>> = { F32: 4, F16: 2 };

/**
 * @param bytes a whole .safetensors file
 * @returns every tensor, as float32 · @throws ModelError naming what is damaged and what to do
 */
export function readSafetensors(bytes: ArrayBuffer): SafetensorsFile {
  const { header, dataStart } = readHeader(bytes);
  const dataLength = bytes.byteLength - dataStart;
  let metadata: Record<string, string> = {};
  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name === '__metadata__') metadata = readMetadata(value);
    else entries.push(readEntry(name, value));
  }
  // Tensors that tile the file can't hold more than it.
  checkSpans(entries, dataLength);
  const tensors = new Map<string, NamedTensor>();
  for (const { name, dtype, shape, begin, end } of entries) {
    const slice = bytes.slice(dataStart + begin, dataStart + end);
    const data = dtype === 'F32' ? new Float32Array(slice) : Float32Array.from(new Float16Array(slice));
    tensors.set(name, { name, shape, data });
  }
  return { tensors, metadata };
}

/**
 * @param dtype what is written to disk; float16 rounds to nearest even
 * @returns a whole .safetensors file, tensors in the given order · @throws ModelError for a doubled name, a shape that
 * doesn't fit its data, or a value float16 can't hold
 */
export function writeSafetensors(
  tensors: readonly NamedTensor[],
  dtype: SafetensorsDtype,
  metadata: Readonly<Record<string, string>> = {},
): ArrayBuffer {
  const header: Record<string, unknown> = {};
  if (Object.keys(metadata).length > 0) header['__metadata__'] = metadata;
  let offset = 0;
  for (const { name, shape, data } of tensors) {
    if (name === '__metadata__' || name in header)
      throw new ModelError(`two tensors are called "${name}": names must differ`);
    if (numel(shape) !== data.length) {
      throw new ModelError(
        `tensor "${name}" of shape ${formatShape(shape)} needs ${numel(shape)} values, but has ${data.length}`,
      );
    }
    const end = offset + data.length * BYTES_OF[dtype];
    header[name] = { dtype, shape: [...shape], data_offsets: [offset, end] };
    offset = end;
  }
  // The header is padded with spaces so that the data starts at a multiple of 8.
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil(json.length / 8) * 8;
  const bytes = new ArrayBuffer(LENGTH_BYTES + headerLength + offset);
  new DataView(bytes).setBigUint64(0, BigInt(headerLength), true);
  const head = new Uint8Array(bytes, LENGTH_BYTES, headerLength).fill(0x20);
  head.set(json);
  let position = LENGTH_BYTES + headerLength;
  for (const { name, data } of tensors) {
    const target = new Uint8Array(bytes, position, data.length * BYTES_OF[dtype]);
    target.set(new Uint8Array(encode(name, data, dtype)));
    position += target.length;
  }
  return bytes;
}

function encode(name: string, data: Float32Array, dtype: SafetensorsDtype): ArrayBuffer {
  if (dtype === 'F32') return Float32Array.from(data).buffer;
  const half = Float16Array.from(data);
  const lost = half.findIndex((value, i) => !Number.isFinite(value) && Number.isFinite(data[i]));
  if (lost >= 0)
    throw new ModelError(`value ${data[lost]} of tensor "${name}" doesn't fit float16 (largest 65504): write F32`);
  return half.buffer;
}

function readHeader(bytes: ArrayBuffer): { header: Record<string, unknown>; dataStart: number } {
  if (bytes.byteLength < LENGTH_BYTES) {
    throw damaged(`it has ${bytes.byteLength} bytes, too few for the 8-byte header length`);
  }
  const length = new DataView(bytes).getBigUint64(0, true);
  if (length > BigInt(Math.min(MAX_HEADER_BYTES, bytes.byteLength - LENGTH_BYTES))) {
    throw damaged(
      `its header claims ${length} bytes, but the file has ${bytes.byteLength - LENGTH_BYTES} after the length`,
    );
  }
  const text = new TextDecoder().decode(new Uint8Array(bytes, LENGTH_BYTES, Number(length)));
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw damaged('its header is not JSON');
  }
  if (!isRecord(header)) throw damaged('its header is not a JSON object');
  return { header, dataStart: LENGTH_BYTES + Number(length) };
}

function readMetadata(value: unknown): Record<string, string> {
  if (!isRecord(value)) throw damaged('its __metadata__ is not an object of texts');
  const metadata: Record<string, string> = {};
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string') throw damaged(`its __metadata__ key "${key}" is not a text`);
    metadata[key] = text;
  }
  return metadata;
}

interface Entry {
  readonly name: string;
  readonly dtype: SafetensorsDtype;
  readonly shape: Shape;
  /** In bytes of the data; `end` is the first byte after it. */
  readonly begin: number;
  readonly end: number;
}

function readEntry(name: string, value: unknown): Entry {
  if (name.length > LONGEST_TENSOR_NAME) throw damaged(`a tensor's name has ${name.length} characters`);
  if (!isRecord(value)) throw damaged(`tensor "${name}" has no description`);
  const { dtype, shape, data_offsets: offsets } = value;
  if (dtype !== 'F32' && dtype !== 'F16') {
    throw new ModelError(
      `tensor "${name}" has dtype ${JSON.stringify(dtype)}; the lab reads F32 and F16: convert the file to one of them`,
    );
  }
  if (!Array.isArray(shape) || !shape.every(isSize)) {
    throw damaged(`tensor "${name}" has shape ${JSON.stringify(shape)}, not a list of sizes`);
  }
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isSize)) {
    throw damaged(`tensor "${name}" has data_offsets ${JSON.stringify(offsets)}, not [begin, end]`);
  }
  const [begin, end] = [offsets[0]!, offsets[1]!];
  const expected = numel(shape) * BYTES_OF[dtype];
  if (end - begin !== expected) {
    throw damaged(
      `tensor "${name}" of shape ${formatShape(shape)} needs ${expected} bytes, but its offsets hold ${end - begin}`,
    );
  }
  return { name, dtype, shape, begin, end };
}

/** The format asks for no gap and no overlap: the tensors tile the data from its first byte to its last. */
function checkSpans(entries: readonly Entry[], dataLength: number): void {
  const sorted = [...entries].sort((a, b) => a.begin - b.begin || a.end - b.end);
  let expected = 0;
  for (const { name, begin, end } of sorted) {
    if (end > dataLength) {
      throw damaged(`tensor "${name}" ends at byte ${end}, but the file holds only ${dataLength} bytes of data`);
    }
    if (begin < expected)
      throw damaged(`tensor "${name}" starts at byte ${begin}, inside the tensor before it (ends at ${expected})`);
    if (begin > expected) throw damaged(`bytes ${expected} to ${begin} before tensor "${name}" belong to no tensor`);
    expected = end;
  }
  if (expected !== dataLength)
    throw damaged(`its tensors end at byte ${expected}, but ${dataLength} bytes of data follow the header`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSize(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function damaged(what: string): ModelError {
  return new ModelError(`the safetensors file is damaged: ${what}; fetch or write it again`);
}
