import { PreTrainedTokenizer } from '@huggingface/transformers';
import { describe, expect, test } from 'vitest';
import { byteTokenizerJson, tinyConfig } from '../../testing/tinyModel.ts';
import { chatText } from '../../world/prompts/source.ts';
import { generationConfig, tokenizerConfig } from './hubFiles.ts';

const tokenizer = new PreTrainedTokenizer(byteTokenizerJson(), tokenizerConfig(tinyConfig));
const apply = (turns: [string, string][], prompt: boolean) =>
  tokenizer.apply_chat_template(
    turns.map(([role, content]) => ({ role, content })),
    { tokenize: false, add_generation_prompt: prompt },
  );

describe('the chat template, as transformers.js applies it', () => {
  test('asks in the chat frame of the prompts', () => {
    expect(apply([['user', 'Hello!']], true)).toBe(chatText('Hello!'));
  });

  test('writes a talk turn by turn and ends it where the assistant ends', () => {
    const talk: [string, string][] = [
      ['user', 'Hello!'],
      ['assistant', 'Hi.'],
      ['user', 'How are you?'],
      ['assistant', 'I am well.'],
    ];
    expect(apply(talk, false)).toBe(
      'User: Hello!\nAssistant: Hi.\nUser: How are you?\nAssistant: I am well.<|endoftext|>',
    );
  });
});

test('generation stops at the end-of-text token', () => {
  expect(generationConfig(tinyConfig)).toMatchObject({
    eos_token_id: tinyConfig.eosId,
    pad_token_id: tinyConfig.padId,
  });
});
