import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelError } from '../../errors.ts';
import { type NamedTensor, readSafetensors, writeSafetensors } from './safetensors.ts';

const tensors: NamedTensor[] = [
  { name: 'a.weight', shape: [2, 3], data: Float32Array.of(1, -2, 0.5, 3.14159, 1e-3, 70) },
  { name: 'b.weight', shape: [2], data: Float32Array.of(0.25, -65504) },
];

/** A file with any header text and any number of data bytes, for damaged input. */
function file(header: string, dataBytes: number, claimedLength = header.length): ArrayBuffer {
  const bytes = new Uint8Array(8 + header.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(claimedLength), true);
  bytes.set(new TextEncoder().encode(header), 8);
  return bytes.buffer;
}

const entry = (begin: number, end: number, shape: unknown = [(end - begin) / 4], dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [begin, end],
});

describe('writeSafetensors and readSafetensors', () => {
  it('give back F32 values exactly, with names, shapes and metadata', () => {
    const { tensors: read, metadata } = readSafetensors(writeSafetensors(tensors, 'F32', { format: 'pt' }));
    expect([...read.keys()]).toEqual(['a.weight', 'b.weight']);
    expect(read.get('a.weight')).toEqual(tensors[0]);
    expect(read.get('b.weight')).toEqual(tensors[1]);
    expect(metadata).toEqual({ format: 'pt' });
  });

  it('round F16 to the nearest half (3.14159 → 3.140625) and nothing else', () => {
    const { tensors: read } = readSafetensors(writeSafetensors(tensors, 'F16'));
    // Halves near 3.14 are 2⁻⁹ apart: 1608/512 = 3.140625. 1e-3 lies nearest to 1049·2⁻²⁰.
    expect([...(read.get('a.weight')?.data ?? [])]).toEqual([1, -2, 0.5, 3.140625, 1049 / 2 ** 20, 70]);
    expect([...(read.get('b.weight')?.data ?? [])]).toEqual([0.25, -65504]);
  });

  it('lay the bytes out as the format says', () => {
    const bytes = writeSafetensors([{ name: 'x', shape: [1], data: Float32Array.of(1) }], 'F32');
    const headerLength = Number(new DataView(bytes).getBigUint64(0, true));
    expect(headerLength % 8).toBe(0);
    const header = new TextDecoder().decode(new Uint8Array(bytes, 8, headerLength));
    expect(JSON.parse(header)).toEqual({ x: { dtype: 'F32', shape: [1], data_offsets: [0, 4] } });
    expect([...new Uint8Array(bytes, 8 + headerLength)]).toEqual([0, 0, 0x80, 0x3f]); // 1.0f, little-endian
  });

  it('refuse a doubled name, a shape that does not fit, and a value too large for float16', () => {
    const x: NamedTensor = { name: 'x', shape: [1], data: Float32Array.of(1e6) };
    expect(() => writeSafetensors([x, x], 'F32')).toThrow(ModelError);
    expect(() => writeSafetensors([{ ...x, shape: [2] }], 'F32')).toThrow(/needs 2 values/);
    expect(() => writeSafetensors([x], 'F16')).toThrow(/float16/);
  });
});

describe('readSafetensors on damaged files', () => {
  const two = (first: object, second: object) => JSON.stringify({ a: first, b: second });
  it.each([
    ['nothing at all', new ArrayBuffer(0), /too few/],
    ['a header length that lies', file('{}', 0, 1000), /claims 1000 bytes/],
    ['an enormous header length', file('{}', 0, Number.MAX_SAFE_INTEGER), /claims/],
    ['a header that is not JSON', file('{"a":', 0), /not JSON/],
    ['a header that is a list', file('[1]', 0), /not a JSON object/],
    ['a truncated body', file(JSON.stringify({ a: entry(0, 8) }), 4), /only 4 bytes/],
    ['overlapping tensors', file(two(entry(0, 8), entry(4, 12)), 12), /inside the tensor before/],
    ['a gap between tensors', file(two(entry(0, 4), entry(8, 12)), 12), /belong to no tensor/],
    ['bytes after the last tensor', file(JSON.stringify({ a: entry(0, 4) }), 8), /8 bytes of data follow/],
    ['an unknown dtype', file(JSON.stringify({ a: entry(0, 4, [1], 'I64') }), 4), /reads F32 and F16/],
    ['a shape that does not fit', file(JSON.stringify({ a: entry(0, 8, [3]) }), 8), /needs 12 bytes/],
    ['a negative size', file(JSON.stringify({ a: entry(0, 4, [-1]) }), 4), /not a list of sizes/],
    ['offsets back to front', file(JSON.stringify({ a: entry(4, 0, [1]) }), 4), /offsets hold -4/],
    [
      'offsets that are no pair',
      file(JSON.stringify({ a: { dtype: 'F32', shape: [], data_offsets: 3 } }), 4),
      /\[begin, end\]/,
    ],
    [
      'tensors that share their bytes',
      file(JSON.stringify(Object.fromEntries(['a', 'b'].map((name) => [name, entry(0, 4, [1])]))), 4),
      /starts at byte 0, inside the tensor before it/,
    ],
    ['an endless name', file(JSON.stringify({ ['a'.repeat(1000)]: entry(0, 4, [1]) }), 4), /name has 1000 characters/],
    ['a tensor without a description', file('{"a":null}', 0), /no description/],
    ['metadata that is no object of texts', file('{"__metadata__":{"x":1}}', 0), /not a text/],
  ])('names %s', (_what, bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(ModelError);
    expect(() => readSafetensors(bytes)).toThrow(message);
  });

  it('never throws anything but ModelError, whatever byte is changed or missing', () => {
    const good = new Uint8Array(writeSafetensors(tensors, 'F32'));
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, length) => {
        const bad = good.slice(0, length);
        if (at < bad.length) bad[at] = byte;
        try {
          readSafetensors(bad.buffer);
        } catch (error) {
          expect(error).toBeInstanceOf(ModelError);
        }
      }),
    );
  });
});
