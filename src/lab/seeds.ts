/**
 * Seeds for parts of a run, derived from the run's one seed so that no two parts share a stream.
 */

/** FNV-1a over UTF-16 units, mixed with `seed` (murmur3's finalizer). @returns an unsigned 32-bit integer */
export function deriveSeed(seed: number, label: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < label.length; i++) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
