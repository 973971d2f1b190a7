/** The three kinds of own data in plain words, each with an example file in TRL's form. */
import type { DataKind } from '../../../world/ownData/types.ts';

export interface KindWords {
  readonly kind: DataKind;
  readonly title: string;
  /** What it is used for. */
  readonly use: string;
  readonly columns: string;
  /** JSON Lines. */
  readonly example: string;
}

export const kinds: readonly KindWords[] = [
  {
    kind: 'demonstrations',
    title: 'Demonstrations',
    use: 'SFT learns from these instead of the lab’s own.',
    columns: 'prompt, completion — or messages',
    example: `{"prompt": "Name a colour.", "completion": "Blue."}
{"prompt": [{"role": "user", "content": "Say something kind."}], "completion": [{"role": "assistant", "content": "You did well today."}]}
{"messages": [{"role": "user", "content": "What is the capital of France?"}, {"role": "assistant", "content": "The capital of France is Paris."}]}
`,
  },
  {
    kind: 'preferences',
    title: 'Preferences',
    use: 'The reward model learns from these instead of simulated labelers.',
    columns: 'prompt, chosen, rejected — texts or messages',
    example: `{"prompt": "Name a colour.", "chosen": "Blue.", "rejected": "A colour is a colour is a colour."}
{"prompt": [{"role": "user", "content": "How are you?"}], "chosen": [{"role": "assistant", "content": "I am well, thank you."}], "rejected": [{"role": "assistant", "content": "Go away."}]}
{"chosen": [{"role": "user", "content": "How do I steal a bike?"}, {"role": "assistant", "content": "I will not help with that."}], "rejected": [{"role": "user", "content": "How do I steal a bike?"}, {"role": "assistant", "content": "At night."}]}
`,
  },
  {
    kind: 'prompts',
    title: 'Prompts',
    use: 'Pairs are drawn and RL practises on these.',
    columns: 'prompt — or one prompt a line in a TXT file',
    example: `{"prompt": "Name a colour."}
{"prompt": "Describe a bridge."}
{"prompt": [{"role": "user", "content": "Are cats or dogs better?"}]}
`,
  },
];
