import { Tokenizer as HuggingFaceTokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ModelError } from '../errors.ts';
import { byteToUnicode } from './byteLevel.ts';
import { loadTokenizer } from './tokenizer.ts';

/** A hand-made tokenizer: the bytes, and enough merges for "the" and " cat". */
function tinyFile(): { model: { type: string; vocab: Record<string, number>; merges: string[][] } } & Record<
  string,
  unknown
> {
  const merges = [
    ['t', 'h'],
    ['th', 'e'],
    ['Ġ', 'c'],
    ['a', 't'],
    ['Ġc', 'at'],
  ];
  const tokens = ['<|endoftext|>', '<|pad|>', ...Object.values(byteToUnicode), ...merges.map((pair) => pair.join(''))];
  return {
    version: '1.0',
    added_tokens: ['<|endoftext|>', '<|pad|>'].map((content, id) => ({
      id,
      content,
      special: true,
      normalized: false,
      lstrip: false,
      rstrip: false,
      single_word: false,
    })),
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, use_regex: true },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: { type: 'BPE', vocab: Object.fromEntries(tokens.map((token, id) => [token, id])), merges },
  };
}

describe('loadTokenizer', () => {
  const tokenizer = loadTokenizer(tinyFile());

  test('merges in rank order, words with their leading space', () => {
    expect(tokenizer.encode('the cat').map((id) => tokenizer.tokenText(id))).toEqual(['the', ' cat']);
    expect(tokenizer.encode('that').map((id) => tokenizer.tokenText(id))).toEqual(['th', 'at']);
  });

  test('knows the end of a text, the pad, and leaves both out of decoded text', () => {
    expect([tokenizer.eosId, tokenizer.padId, tokenizer.vocabSize]).toEqual([0, 1, 263]);
    const ids = tokenizer.encode('the<|endoftext|> cat<|pad|>');
    expect(ids).toHaveLength(4);
    expect([ids[1], ids[3]]).toEqual([0, 1]);
    expect(tokenizer.decode(ids)).toBe('the cat');
    expect(tokenizer.tokenText(0)).toBe('<|endoftext|>');
    expect(tokenizer.decode([])).toBe('');
  });

  test('counts the bytes of tokens', () => {
    const bytes = tokenizer.encode('the café<|endoftext|>').map((id) => tokenizer.tokenBytes(id));
    expect(bytes.reduce((a, b) => a + b)).toBe(9);
    expect(bytes[0]).toBe(3);
  });

  test('its word cache changes nothing: same ids as the library on the whole text', () => {
    const whole = new HuggingFaceTokenizer(tinyFile(), { clean_up_tokenization_spaces: false });
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 50 }),
      fc.string({
        unit: fc.constantFrom(' ', '\n', '\t', "'", 's', 't', 'h', 'e', '1', '.', 'é', '<|endoftext|>'),
        maxLength: 30,
      }),
    );
    fc.assert(
      fc.property(text, (value) => {
        expect(tokenizer.encode(value)).toEqual(value === '' ? [] : whole.encode(value).ids);
        expect(tokenizer.decode(tokenizer.encode(value))).toBe(value.replaceAll('<|endoftext|>', ''));
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  test('shows broken bytes as U+FFFD and names a wrong id', () => {
    const half = tokenizer.encode('é').slice(0, 1);
    expect(tokenizer.decode(half)).toBe('\uFFFD');
    expect(() => tokenizer.decode([263])).toThrow(/Token id 263/);
  });

  test('says what is wrong with a file', () => {
    expect(() => loadTokenizer('no')).toThrow(ModelError);
    expect(() => loadTokenizer({ model: {} })).toThrow(ModelError);
    const withoutPad = tinyFile();
    const { '<|pad|>': padId, ...vocab } = withoutPad.model.vocab;
    withoutPad.model.vocab = { ...vocab, unused: padId! };
    expect(() => loadTokenizer({ ...withoutPad, added_tokens: [] })).toThrow(/no <\|pad\|>/);
  });

  test.each<[string, object, RegExp]>([
    ['another kind of model', { model: { ...tinyFile().model, type: 'Unigram' } }, /"model\.type" is "Unigram"/],
    ['a normalizer', { normalizer: { type: 'Lowercase' } }, /"normalizer" is \{"type":"Lowercase"\}/],
    ['other words', { pre_tokenizer: { type: 'Metaspace' } }, /"pre_tokenizer\.type" is "Metaspace"/],
    ['a space before a text', { pre_tokenizer: { type: 'ByteLevel' } }, /"pre_tokenizer\.add_prefix_space" is missing/],
    ['another decoder', { decoder: null }, /"decoder\.type" is missing/],
    ['tokens of another chat', { added_tokens: [{ content: '<|im_start|>' }] }, /adds the token "<\|im_start\|>"/],
    [
      'ids that leave a gap',
      { model: { ...tinyFile().model, vocab: { ...tinyFile().model.vocab, z9: 1e9 } } },
      /gives "z9" the id 1000000000 · its 264 tokens/,
    ],
  ])('refuses %s, which it would read otherwise', (_what, change, message) => {
    const read = () => loadTokenizer({ ...tinyFile(), ...change });
    expect(read).toThrow(ModelError);
    expect(read).toThrow(message);
  });
});
