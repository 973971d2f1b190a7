/**
 * Sentence patterns, the notation of this world's grammar:
 *
 *   i am [very|so] <glad> [to hear (that|it)]     a word · [one of these or nothing] · (one of these) · <a named list>
 *   the capital of {place} is {answer}            {a slot}: one to fourteen words, taken as they are
 *
 * A pattern matches a whole sentence, never a part of it: what has no pattern has no meaning here.
 */

export type Slots = Readonly<Record<string, string>>;

export interface Pattern {
  /** @param words as in Sentence.words · @returns what filled the slots; null when the sentence isn't of this form */
  match(words: string): Slots | null;
}

/** Names of lists to their alternatives, each a pattern itself. A list may use others, not itself. */
export type Lists = Readonly<Record<string, string>>;

/**
 * @param patterns one a line, empty lines left out
 * @returns one pattern that matches what any of the lines does. A line that isn't a pattern throws a SyntaxError when it is
 * first matched
 */
export function compile(patterns: string, lists: Lists = {}): Pattern {
  const rows = rowsOf(patterns);
  const slots: string[] = [];
  let made: RegExp | null = null;
  const regex = () => {
    const body = rows.map((row) => alternatives(reader(row), lists, slots)).join('|');
    return new RegExp(`^(?:${body})$`, 'u');
  };
  return {
    match(words) {
      // Made when first asked for: a page that only names the rules pays nothing for them.
      made ??= regex();
      const found = made.exec(`${words} `);
      if (!found) return null;
      const filled: Record<string, string> = {};
      slots.forEach((name, i) => {
        const value = found[i + 1];
        if (value !== undefined) filled[name] ??= value.trim();
      });
      return filled;
    },
  };
}

/** @param patterns as in `compile` · @returns a pattern a line, where it matters which of them matches */
export function compileEach(patterns: string, lists: Lists): readonly Pattern[] {
  return rowsOf(patterns).map((row) => compile(row, lists));
}

function rowsOf(patterns: string): string[] {
  return patterns
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

function reader(row: string): Reader {
  return { tokens: row.match(/<[\w-]+>|\{\w+\}|[()[\]|]|[^\s()[\]|<>{}]+/g) ?? [], at: 0 };
}

/** Reads up to the end or a closing bracket. */
function alternatives(from: Reader, lists: Lists, slots: string[]): string {
  const options: string[] = [''];
  for (; from.at < from.tokens.length; from.at++) {
    const token = from.tokens[from.at] ?? '';
    if (token === ')' || token === ']') break;
    if (token === '|') options.push('');
    else options[options.length - 1] += element(token, from, lists, slots);
  }
  return options.join('|');
}

function element(token: string, from: Reader, lists: Lists, slots: string[]): string {
  const end = closing[token];
  if (end !== undefined) {
    from.at++;
    const inside = alternatives(from, lists, slots);
    if (from.tokens[from.at] !== end) throw new SyntaxError(`“${from.tokens.join(' ')}” lacks a ${end}`);
    return `(?:${inside})${token === '[' ? '?' : ''}`;
  }
  if (token.startsWith('<')) {
    const list = lists[token.slice(1, -1)];
    if (list === undefined) throw new SyntaxError(`there is no list ${token}`);
    return `(?:${alternatives(reader(list), lists, slots)})`;
  }
  if (token.startsWith('{')) {
    slots.push(token.slice(1, -1));
    return '((?:[^ ]+ ){1,14}?)';
  }
  return `${token.replaceAll(/[\\^$.*+?]/g, '\\$&')} `;
}
