/** Names as they are shown, drawn and written: one line of whole characters, whoever gave them. */

/** Characters of an experiment's name at most. */
export const LONGEST_NAME = 60;

/**
 * @returns the text on one line: without control characters, marks that turn the direction of writing, and halves of
 * characters, which no address, SVG or XML can hold
 */
export function cleanLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** @returns a name of at most LONGEST_NAME characters; may be empty */
export function cleanName(text: string): string {
  return cleanLine(cleanLine(text).trim().slice(0, LONGEST_NAME)).trim();
}
