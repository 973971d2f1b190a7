/**
 * The small files that Hugging Face's tools read beside the weights: tokenizer_config.json with the chat template, and
 * generation_config.json. Not needed by the lab itself.
 */
import type { ModelConfig } from '../../engine/nn/config.ts';

/**
 * The chat frame in Jinja: "User: …\nAssistant: …\n", plain text, one line a turn. A talk that ends on the assistant's turn
 * ends with the end-of-text token, as in supervised pairs; the generation prompt is "Assistant:", the reply starts with a space.
 */
export const chatTemplate =
  "{% for message in messages %}{{ 'Assistant: ' if message['role'] == 'assistant' else 'User: ' }}" +
  "{{ message['content'] }}{{ eos_token if message['role'] == 'assistant' and loop.last else '\\n' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ 'Assistant:' }}{% endif %}";

export function tokenizerConfig(config: ModelConfig): Record<string, unknown> {
  return {
    tokenizer_class: 'PreTrainedTokenizerFast',
    bos_token: '<|endoftext|>',
    eos_token: '<|endoftext|>',
    pad_token: '<|pad|>',
    model_max_length: config.contextLength,
    add_prefix_space: false,
    clean_up_tokenization_spaces: false,
    chat_template: chatTemplate,
  };
}

/** Draws that read well: a model of this size writes broken words at temperature 1 (11-studies.md). */
export function generationConfig(config: ModelConfig): Record<string, unknown> {
  return {
    bos_token_id: config.eosId,
    eos_token_id: config.eosId,
    pad_token_id: config.padId,
    do_sample: true,
    temperature: 0.7,
    max_new_tokens: 40,
  };
}
