/** CRC-32 (ISO 3309), to notice damage. Against mistakes of the way, not against an adversary; unlike SHA-256 it needs no secure context. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** @returns 8 hex digits of the text's UTF-8 bytes */
export function checksum(text: string): string {
  let value = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) value = (value >>> 8) ^ table[(value ^ byte) & 0xff]!;
  return (~value >>> 0).toString(16).padStart(8, '0');
}
