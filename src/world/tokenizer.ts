/**
 * The lab's tokenizer: a thin, cached face on `@huggingface/tokenizers`, which does the byte-level BPE.
 * Not a trainer (scripts/tokenizer). The cache matters: encoding a 15 MB corpus word by word takes seconds, not minutes.
 */
import { Tokenizer as HuggingFaceTokenizer } from '@huggingface/tokenizers';
import { ModelError, shownValue } from '../errors.ts';
import { preTokenPattern } from './byteLevel.ts';

export interface Tokenizer {
  readonly vocabSize: number;
  /** `<|endoftext|>`: ends a document and a turn. */
  readonly eosId: number;
  /** `<|pad|>`: never in a text. */
  readonly padId: number;
  /** Ids of a text. `<|endoftext|>` written in the text becomes its id. Lone surrogates become U+FFFD. */
  encode(text: string): number[];
  /** Text of ids; special tokens are left out. Bytes that are no valid UTF-8 become U+FFFD. */
  decode(ids: readonly number[]): string;
  /** One token as a reader should see it; special tokens by their name. */
  tokenText(id: number): string;
  /** UTF-8 bytes a token stands for; 0 for special tokens. */
  tokenBytes(id: number): number;
}

const endOfText = '<|endoftext|>';
const pad = '<|pad|>';
const specialPattern = /(<\|endoftext\|>|<\|pad\|>)/;
/** Words kept in the cache; the corpus has some 30,000, a hostile text can't fill the memory. */
const cacheLimit = 100_000;

/**
 * @param json the parsed `tokenizer.json` of a model folder
 * @throws ModelError when it is not a tokenizer with `<|endoftext|>` and `<|pad|>`
 */
export function loadTokenizer(json: unknown): Tokenizer {
  const inner = open(json);
  const vocabSize = inner.get_vocab().size;
  const eosId = specialId(inner, endOfText);
  const padId = specialId(inner, pad);
  const cache = new Map<string, readonly number[]>();

  const encodeWord = (word: string): readonly number[] => {
    const known = cache.get(word);
    if (known) return known;
    const { ids } = inner.encode(word, { add_special_tokens: false });
    if (cache.size < cacheLimit) cache.set(word, ids);
    return ids;
  };
  const checkId = (id: number): void => {
    if (!Number.isInteger(id) || id < 0 || id >= vocabSize) {
      throw new ModelError(`Token id ${id} was to be decoded · this tokenizer has ids 0 to ${vocabSize - 1}.`);
    }
  };

  return {
    vocabSize,
    eosId,
    padId,
    encode(text) {
      const ids: number[] = [];
      for (const part of text.split(specialPattern)) {
        if (part === endOfText) ids.push(eosId);
        else if (part === pad) ids.push(padId);
        else for (const word of part.match(preTokenPattern) ?? []) for (const id of encodeWord(word)) ids.push(id);
      }
      return ids;
    },
    decode(ids) {
      ids.forEach(checkId);
      const plain = ids.filter((id) => id !== eosId && id !== padId);
      return plain.length === 0 ? '' : inner.decode(plain, { clean_up_tokenization_spaces: false });
    },
    tokenText(id) {
      checkId(id);
      return inner.decode([id], { clean_up_tokenization_spaces: false });
    },
    tokenBytes(id) {
      checkId(id);
      // In the byte alphabet a character is a byte.
      return id === eosId || id === padId ? 0 : (inner.id_to_token(id) ?? '').length;
    },
  };
}

function open(json: unknown): HuggingFaceTokenizer {
  if (typeof json !== 'object' || json === null) {
    throw new ModelError('tokenizer.json holds no object · expected a Hugging Face tokenizer file.');
  }
  checkParts(json);
  checkIds(json as TokenizerJson);
  try {
    return new HuggingFaceTokenizer(json, { clean_up_tokenization_spaces: false });
  } catch (error) {
    throw new ModelError(`tokenizer.json can't be read (${String(error)}) · expected a Hugging Face tokenizer file.`);
  }
}

/** Text is split into words here, and bytes are counted: that is right for GPT-2's byte-level BPE alone. */
const parts: readonly { readonly path: readonly string[]; readonly only: readonly unknown[] }[] = [
  { path: ['model', 'type'], only: ['BPE'] },
  { path: ['model', 'continuing_subword_prefix'], only: [undefined, null, ''] },
  { path: ['model', 'end_of_word_suffix'], only: [undefined, null, ''] },
  { path: ['normalizer'], only: [undefined, null] },
  { path: ['pre_tokenizer', 'type'], only: ['ByteLevel'] },
  { path: ['pre_tokenizer', 'add_prefix_space'], only: [false] },
  { path: ['pre_tokenizer', 'use_regex'], only: [undefined, true] },
  { path: ['decoder', 'type'], only: ['ByteLevel'] },
];

function checkParts(json: object): void {
  for (const { path, only } of parts) {
    const value = path.reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>> | null)?.[key], json);
    if (only.includes(value)) continue;
    throw new ModelError(
      `tokenizer.json: "${path.join('.')}" is ${shownValue(value)} · expected GPT-2's byte-level BPE (${shownValue(only.at(-1))}).`,
    );
  }
}

interface TokenizerJson {
  readonly model: { readonly vocab?: Readonly<Record<string, unknown>> };
  readonly added_tokens?: readonly ({ readonly id?: unknown; readonly content?: unknown } | null)[] | null;
}

/** A table of tokens is as long as its largest id: one wild id would fill the memory. */
function checkIds({ model, added_tokens: added }: TokenizerJson): void {
  if (!Array.isArray(added ?? [])) {
    throw new ModelError(`tokenizer.json: "added_tokens" is ${shownValue(added)} · expected a list of tokens.`);
  }
  const ids = new Map<unknown, unknown>(Object.entries(model.vocab ?? {}));
  for (const token of added ?? []) {
    if (token?.content !== endOfText && token?.content !== pad) {
      throw new ModelError(
        `tokenizer.json adds the token ${shownValue(token?.content)} · only ${endOfText} and ${pad} are read here.`,
      );
    }
    ids.set(token.content, token.id);
  }
  for (const [token, id] of ids) {
    if (Number.isInteger(id) && (id as number) >= 0 && (id as number) < ids.size) continue;
    throw new ModelError(
      `tokenizer.json gives ${shownValue(token)} the id ${shownValue(id)} · its ${ids.size} tokens have ids 0 to ${ids.size - 1}.`,
    );
  }
}

function specialId(inner: HuggingFaceTokenizer, token: string): number {
  const id = inner.token_to_id(token);
  if (id === undefined) throw new ModelError(`tokenizer.json has no ${token} · the lab needs it as a special token.`);
  return id;
}
