/**
 * MODEL.md of a pre-trained model: a Hugging Face model card (front matter, then text), made from the plan, the training log
 * and the probes. Nothing in it is typed by hand but the words around the figures.
 */
import type { EvalValue } from '../../src/world/evals/statistics.ts';
import type { PretrainPlan } from './plans.ts';

export interface LogEntry {
  readonly step: number;
  /** Nats a token. */
  readonly loss: number;
  readonly heldout: number;
  readonly rate: number;
  readonly tokensPerSecond: number;
}

/** Figures by probe, as scripts/probe writes them. */
export type ProbeFigures = Readonly<Record<string, EvalValue & { readonly meaning: string }>>;

interface CardOptions {
  readonly name: string;
  readonly plan: PretrainPlan;
  readonly parameters: number;
  readonly log: readonly LogEntry[];
  readonly corpus: { readonly bytes: number; readonly tokens: number; readonly sha256: string };
  /** Columns of the table of probes, from left to right; the last one is this model's. */
  readonly probes: readonly { readonly title: string; readonly figures: ProbeFigures }[];
  /** "2026-11-30" */
  readonly date: string;
  /** "one thread of a shared two-core machine" */
  readonly machine: string;
}

const million = (count: number): string => `${(count / 1e6).toFixed(1)} M`;
const thousands = (count: number): string => count.toLocaleString('en-US');

export function modelCard(options: CardOptions): string {
  return [frontMatter(), head(options), corpusPart(options), trainingPart(options), probePart(options), closing].join(
    '\n',
  );
}

function frontMatter(): string {
  return `---
license: mit
language: en
library_name: transformers
pipeline_tag: text-generation
tags: [llama, tiny, education, rlhf]
---
`;
}

function head({ name, plan, parameters }: CardOptions): string {
  const { config } = plan;
  return `# ${name}

A base language model of ${thousands(parameters)} parameters for RLHF Lab. It continues documents in small, simple English; it is not an assistant and knows next to nothing. It exists to be post-trained while you watch.

| | |
| --- | --- |
| shape | \`LlamaForCausalLM\`: D ${config.width}, N ${config.layers}, H ${config.heads}, MLP ${config.mlpWidth}, context ${config.contextLength}, RoPE θ ${thousands(config.ropeTheta)}, RMSNorm, SwiGLU, tied embedding, no biases |
| tokenizer | byte-level BPE of ${thousands(config.vocabSize)}, digits one token each; \`<\\|endoftext\\|>\` 0 (end), \`<\\|pad\\|>\` 1 |
| on disk | float16 safetensors, Hugging Face names; \`generation_config.json\` |
| chat frame | plain text, \`User: …\\nAssistant:\`; the reply ends with \`<\\|endoftext\\|>\`. No special role tokens. The same frame is the chat template in \`tokenizer_config.json\` |
`;
}

function corpusPart({ corpus }: CardOptions): string {
  return `## Corpus

${(corpus.bytes / 1e6).toFixed(1)} MB (${million(corpus.tokens)} tokens), made by seeded code and public-domain prose: \`npx tsx scripts/corpus/main.ts\`. Sources, licences, hashes, shares and what is put in on purpose (habitual misspellings, contrasting behaviours, wrong facts, opinions, occupations and pronouns) are in [scripts/corpus/SOURCES.md](../../../scripts/corpus/SOURCES.md). sha256 of \`train.txt\`: \`${corpus.sha256}\`.
`;
}

function trainingPart({ name, plan, log, corpus, date, machine }: CardOptions): string {
  const tokensAStep = plan.batch * plan.length;
  const last = log.at(-1);
  const steps = last?.step ?? 0;
  const halfway = log[log.length >> 1]?.step;
  const rows = log.filter(({ step }) => plan.keep.includes(step) || step === halfway || step === steps);
  const table = rows.map(
    ({ step, loss, heldout }) => `| ${thousands(step)} | ${million(step * tokensAStep)} | ${loss} | ${heldout} |`,
  );
  const isCut = steps < plan.steps;
  const speeds = log.map(({ tokensPerSecond }) => tokensPerSecond).sort((a, b) => a - b);
  return `## Pre-training

This project's own engine on native onnxruntime-node, ${machine}, ${date}:

\`\`\`sh
npm run pretrain -- ${name}
\`\`\`

AdamW (β 0.9, 0.95, decay 0.1, clip 1), peak rate ${plan.peak}, ${plan.warmupSteps} warm-up steps, cosine to ${plan.finalFraction * 100} %${isCut ? ', but the run was cut short and the rate went straight down at its end, as the log shows' : ''}; ${thousands(steps)} of ${thousands(plan.steps)} steps of ${plan.batch} × ${plan.length} tokens = ${million(steps * tokensAStep)} tokens, ${((steps * tokensAStep) / corpus.tokens).toFixed(1)} passes. Seed ${plan.seed}. The run resumes after a kill with the same batches. The log is [pretraining.jsonl](pretraining.jsonl); tokens a second: median ${thousands(speeds[speeds.length >> 1] ?? 0)}, from ${thousands(speeds[0] ?? 0)} to ${thousands(speeds.at(-1) ?? 0)} (the machine was shared).

| step | tokens seen | loss, nats a token | held-out loss |
| --- | --- | --- | --- |
${table.join('\n')}
`;
}

function probePart({ probes }: CardOptions): string {
  const names = Object.keys(probes.at(-1)?.figures ?? {});
  const cell = (figure: EvalValue | undefined, name: string): string => {
    if (!figure) return '–';
    const isBits = name.startsWith('bits');
    const [scale, digits, unit] = isBits ? [1, 3, ''] : [100, 1, ' %'];
    return `${(figure.value * scale).toFixed(digits)}${unit} ± ${(figure.se * scale).toFixed(digits)}`;
  };
  const rows = names.map((name) => {
    const meaning = probes.at(-1)?.figures[name]?.meaning ?? name;
    return `| ${meaning} | ${probes.map(({ figures }) => cell(figures[name], name)).join(' | ')} |`;
  });
  return `## Figures

The same probes for every column: \`npx tsx scripts/probe/main.ts <folder>…\`, native; value ± standard error. Greedy, but for sampled words (temperature 0.8). A reply counts by its first turn: a base model goes on.

| | ${probes.map(({ title }) => title).join(' | ')} |
| --- | ${probes.map(() => '---').join(' | ')} |
${rows.join('\n')}

The prose in the second held-out text was in the first corpus, so the first edition's weights have seen most of it.
`;
}

const closing = `## Limits

US spelling. One sentence is its natural length. It repeats what it was told, wrong facts included (2 % of the statements in the corpus are wrong on purpose). A share of its writers misspell the same 34 words, ramble, preach, guess or are rude: post-training has to have something to choose among. Opinions and pronouns are skewed on purpose, as the table in SOURCES.md says.
`;
