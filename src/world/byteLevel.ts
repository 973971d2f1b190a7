/**
 * The byte alphabet and the word pattern of GPT-2's byte-level BPE (Radford et al. 2019, §2.2; Hugging Face `ByteLevel`
 * with `use_regex`). Shared by the trainer and the encoder's word cache; not a tokenizer.
 */

/** Splits text into words; a leading space belongs to its word. Every character is in exactly one match. */
export const preTokenPattern = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/** Byte (0–255) → the printable character that stands for it: itself when printable, else the next one from U+0100. */
export const byteToUnicode: Readonly<Record<number, string>> = buildByteToUnicode();

function buildByteToUnicode(): Record<number, string> {
  const table: Record<number, string> = {};
  let moved = 0;
  for (let byte = 0; byte < 256; byte++) {
    const isPrintable = (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || (byte >= 174 && byte <= 255);
    table[byte] = String.fromCodePoint(isPrintable ? byte : 256 + moved);
    if (!isPrintable) moved++;
  }
  return table;
}
