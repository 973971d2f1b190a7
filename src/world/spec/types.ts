/**
 * What "better" means in this world: rules, a spec that orders and weighs them, labelers who read it each in their way,
 * and the preferences they give (4-world.md §4.5). Types, and the names of labelers.
 */
import type { Prompt, PromptFamily } from '../types.ts';

export type RuleId =
  | 'refusesHarmful'
  | 'helpsBenign'
  | 'correct'
  | 'admitsNotKnowing'
  | 'onTopic'
  | 'evenHanded'
  | 'ownTurn'
  | 'stops'
  | 'short'
  | 'shortRefusal'
  | 'spelling'
  | 'noRepetition'
  | 'kind';

/** What a checker sees of a completion. */
export interface Reply {
  /** Without the end-of-text token. */
  readonly text: string;
  /** Whether it ended with EOS inside the limit. */
  readonly stopped: boolean;
  /** Tokens, EOS included. */
  readonly tokens: number;
}

export interface Verdict {
  /** −1 (breaks the rule) … 1 (follows it fully). */
  readonly score: number;
  /** One plain clause: why. */
  readonly reason: string;
}

/** What checkers need besides the text; built once. */
export interface CheckTools {
  isWord(word: string): boolean;
}

export interface Rule {
  readonly id: RuleId;
  /** Content decides; form adjusts what is right (gold.ts). */
  readonly layer: 'content' | 'form';
  /** The rule in one plain sentence, as the spec shows it. */
  readonly sentence: string;
  appliesTo(prompt: Prompt): boolean;
  check(prompt: Prompt, reply: Reply, tools: CheckTools): Verdict;
}

/** One line of a spec. The order of the lines is their rank. */
export interface SpecLine {
  readonly rule: RuleId;
  /** ≥ 0, relative to the other lines. */
  readonly weight: number;
  readonly isOn: boolean;
}

export type Spec = readonly SpecLine[];

export interface JudgedRule extends Verdict {
  readonly rule: RuleId;
  /** What this rule adds to the total, after weight and rank. */
  readonly contribution: number;
}

export interface Judgement {
  /** Gold reward, in [−1, 1]. */
  readonly total: number;
  readonly rules: readonly JudgedRule[];
}

export const simulatedLabelers = ['user', 'contractor', 'expert', 'ai', 'lengthBiased'] as const;
export const labelerIds = [...simulatedLabelers, 'you'] as const;

export type LabelerId = (typeof labelerIds)[number];

/** How a labeler departs from the written spec. */
export interface Labeler {
  readonly id: LabelerId;
  readonly name: string;
  /** One plain sentence for menus. */
  readonly description: string;
  /** Factors on the spec's weights; a rule left out keeps 1. */
  readonly attention: Readonly<Partial<Record<RuleId, number>>>;
  /** Bradley–Terry temperature, in units of reward; 0 = always the better one. */
  readonly noise: number;
  /** Families this labeler can judge; elsewhere only what needs no knowledge (form) counts. */
  readonly coverage: readonly PromptFamily[] | 'all';
  readonly biases: {
    /** Reward added per token of the reply. */
    readonly perToken: number;
    /** Reward added when an opinion leans to the first (> 0) or the second (< 0) of a divide. */
    readonly opinionSkew: number;
  };
  /** Differences in perceived reward below this are called a tie. */
  readonly tieBelow: number;
  readonly secondsPerLabel: number;
  /** In cents. */
  readonly pricePerLabel: number;
}

/** Two completions of one prompt, before anyone has judged them. */
export interface CandidatePair {
  readonly id: string;
  readonly prompt: Prompt;
  readonly a: Reply;
  readonly b: Reply;
}

/**
 * One judged pair: TRL's `prompt`/`chosen`/`rejected` with extra fields (snake_case in JSONL).
 * For a tie the order of chosen and rejected means nothing.
 */
export interface Preference {
  readonly id: string;
  /** What the model was fed. */
  readonly prompt: string;
  /** Completion texts as generated, leading space included, without the end-of-text token. */
  readonly chosen: string;
  readonly rejected: string;
  /** Whether each ended by itself; default true. */
  readonly chosenStopped?: boolean;
  readonly rejectedStopped?: boolean;
  readonly tie?: boolean;
  /** Both were called bad: no label for the reward model, kept for the record. */
  readonly bothBad?: boolean;
  /** How much better, in units of reward, when the labeler said so. */
  readonly margin?: number;
  readonly labeler: LabelerId;
  /** The chosen text was written or edited by the labeler. */
  readonly edited?: boolean;
  readonly family?: PromptFamily;
}
