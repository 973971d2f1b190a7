/**
 * The field's words in plain language, for tooltips and the glossary page. Metrics and words of single stages come from
 * lab/stages; here is everything else a label on the page says.
 */
import { compareWords } from './compareWords.ts';
import type { GlossaryEntry } from '../../lab/stages/glossaryEntry.ts';
import { postTrainingWords } from './postTrainingWords.ts';
import { specOf, type StageKind, stageKinds } from '../../lab/stages/kinds.ts';
import { metrics, type StageMetric } from '../../lab/stages/metrics.ts';

const words: readonly GlossaryEntry[] = [
  {
    id: 'base-model',
    core: 1,
    label: 'Base model',
    plain:
      'A language model after pre-training only. It continues documents: given a question, it writes what would come next on such a page, often another question.',
  },
  {
    id: 'starts-from',
    label: 'Starts from',
    plain:
      'Whose weights a stage begins with: the stage before it, unless another is chosen. A later round of RL goes on from an earlier one, a new branch from SFT again.',
  },
  {
    id: 'post-training',
    core: 3,
    label: 'Post-training',
    plain:
      'What turns a base model into an assistant: SFT, a reward model, RL. It takes a small share of the compute of pre-training.',
  },
  {
    id: 'prompt',
    label: 'Prompt',
    plain:
      'The text the model is given. Here: “User: …” and a line that begins “Assistant:”. The base model gets the very same text.',
  },
  {
    id: 'completion',
    core: 2,
    label: 'Completion',
    plain: 'What the model writes after the prompt, up to its end-of-text token or a length limit.',
  },
  {
    id: 'draws',
    label: 'Draws at temperature 1',
    plain:
      'Several replies to one prompt as the model would give them, each token drawn by its chance. What is shown above them is only one, by default the likeliest. The same seeds in every column: draw 2 of one is the fellow of draw 2 of another.',
  },
  {
    id: 'token',
    label: 'Token',
    plain:
      'The unit a model reads and writes: a word, a piece of a word, or a sign. This model knows about a thousand of them.',
  },
  {
    id: 'eos',
    label: 'End of text',
    plain:
      'A token by which the model says it is done. A base model rarely writes it after a question; an assistant must.',
  },
  {
    id: 'logprob',
    label: 'Log-probability',
    plain:
      'The natural logarithm of the chance the model gave a token before writing it. 0 is certain; −0.69 is one half; −4.6 is one in a hundred.',
    exact: 'log π(y_t | x, y_<t), in nats',
  },
  {
    id: 'nats',
    label: 'Nats',
    plain: 'The unit of log-probabilities taken with the natural logarithm. One nat is 1.44 bits.',
  },
  {
    id: 'steps',
    label: 'Steps',
    plain: 'How often the optimizer changes the parameters. More steps teach more and take longer.',
  },
  {
    id: 'step',
    label: 'Step',
    plain:
      'One optimizer step: a batch of examples is read, the gradient is computed, the parameters are changed once.',
  },
  {
    id: 'batch',
    label: 'Batch size',
    plain:
      'How many rows of examples are averaged in one step. A larger batch gives a steadier gradient and takes longer.',
  },
  {
    id: 'sequence-length',
    label: 'Row length',
    plain: 'Tokens in one row of the batch. Several short examples are packed into one row.',
  },
  {
    id: 'packing',
    label: 'Packing',
    plain:
      'Several examples share a row, so that little is spent on padding. They do not see each other’s tokens as their own answer.',
  },
  {
    id: 'warmup',
    label: 'Warm-up',
    plain: 'The share of the steps in which the learning rate rises from zero to its peak.',
  },
  { id: 'min-lr', label: 'Final learning rate', plain: 'Where the learning rate ends, as a share of its peak.' },
  {
    id: 'weight-decay',
    label: 'Weight decay',
    plain: 'In every step the matrices shrink by this share of the learning rate, which keeps the parameters small.',
    source: 'Loshchilov & Hutter 2017 (AdamW)',
  },
  {
    id: 'eval-every',
    label: 'Held-out check',
    plain: 'After so many steps the loss is also computed on examples that are never trained on.',
  },
  {
    id: 'seed',
    label: 'Seed',
    plain:
      'The number from which everything random is drawn: order of the data, sampling. The same seed on the same device gives the same curve.',
  },
  {
    id: 'greedy',
    label: 'Greedy decoding',
    plain: 'Always take the likeliest next token. Nothing is random, so two models can be compared fairly.',
  },
  {
    id: 'temperature',
    label: 'Temperature',
    plain:
      'How freely the next token is drawn. 1 follows the model’s chances; lower is more cautious; greedy is the limit at 0.',
  },
  {
    id: 'smoothing',
    label: 'Smoothing',
    plain:
      'The bold line is a moving average of the faint one. The slider says how much of the old average survives a step.',
  },
  {
    id: 'log-scale',
    label: 'Log scale',
    plain: 'Equal distances are equal ratios. It shows late, small improvements.',
  },
  {
    id: 'held-out',
    label: 'Held-out',
    plain: 'Kept away from training, so that it can tell learning from memorising.',
  },
  {
    id: 'parameters',
    label: 'Parameters',
    plain: 'The numbers that training changes. This model has about a million; large assistants have many billions.',
  },
  {
    id: 'webgpu',
    label: 'WebGPU',
    plain: 'The way a page computes on the graphics card. Without it the lab computes on the processor.',
  },
  {
    id: 'wasm',
    label: 'CPU (WebAssembly)',
    plain:
      'Compiled code that runs on the processor inside the browser, with several threads where the page is allowed to.',
  },
];

export const glossary: readonly GlossaryEntry[] = [
  ...words,
  ...postTrainingWords,
  ...compareWords,
  ...stageKinds.flatMap((kind) => specOf(kind).words),
  ...metrics.map(fromMetric),
].sort((a, b) => a.label.localeCompare(b.label, 'en'));

const isCore = ({ core }: GlossaryEntry): boolean => core !== undefined;

/** The words to know first, in the order in which they build on each other. */
export const coreWords: readonly GlossaryEntry[] = glossary
  .filter(isCore)
  .sort((a, b) => (a.core ?? 0) - (b.core ?? 0));

/** The rest, from A to Z. */
export const otherWords: readonly GlossaryEntry[] = glossary.filter((entry) => !isCore(entry));

/** Entries that hold every word of the question somewhere: first those whose name begins with it, then those named by it. */
export function searchGlossary(question: string): readonly GlossaryEntry[] {
  const words = question.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const rank = ({ label }: GlossaryEntry): number =>
    label.toLowerCase().startsWith(words[0] ?? '') ? 0 : holds(label) ? 1 : 2;
  return glossary
    .filter(({ label, plain, exact = '' }) => holds(`${label} ${plain} ${exact}`))
    .sort((a, b) => rank(a) - rank(b));
}

/** @throws TypeError for an id nobody wrote: a typo in the code, found by the first render */
export function findEntry(id: string): GlossaryEntry {
  const entry = glossary.find((candidate) => candidate.id === id);
  if (!entry) throw new TypeError(`the glossary has no entry "${id}": add it to glossary.ts or metrics.ts`);
  return entry;
}

/** Glossary id of a metric: `sft`, `eval/loss` → `sft-eval-loss`, fit for an address. */
export function metricEntryId(stage: StageKind, key: string): string {
  return `${stage}-${key.replace('*', 'each')}`.replace(/[^a-z0-9]+/gi, '-');
}

function fromMetric({ stage, key, label, hint, formula, unit, healthy, paper }: StageMetric): GlossaryEntry {
  return {
    id: metricEntryId(stage, key),
    // Stages share names: RL's learning rate isn't SFT's.
    label: `${label} (${specOf(stage).title})`,
    plain: hint,
    exact: `${formula} (${unit})`,
    healthy,
    source: paper,
  };
}
