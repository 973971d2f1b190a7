/**
 * What a kind of stage is, in one place: its settings, what it starts from, what it is called, which of its curves matter,
 * what it meant in documents of older versions, and how it is opened. A kind is a folder beside this file and one row in
 * kinds.ts; nothing else in the lab names it. Everything here is light: the recipe itself is loaded when a stage is opened.
 */
import type { z } from 'zod';
import type { GlossaryEntry } from './glossaryEntry.ts';
import type { Metric } from '../../rlhf/metrics/types.ts';
import type { StageOptions, StageRun } from './stageRun.ts';
import type { StageWork, WorkGiven } from './stageWork.ts';

/** What of the experiment document, beyond its own settings, a stage is trained on. */
export type DocumentPart = 'spec' | 'labels' | 'demonstrations' | 'preferences' | 'prompts';

/** What a stage starts from. The only statement of it: lab/pipeline.ts reads it. */
export interface StageReads {
  /** How many policies, at least. */
  readonly policies: number;
  /** Whether it takes more of them. */
  readonly takesMore: boolean;
  readonly rewardModel: boolean;
  readonly document: readonly DocumentPart[];
}

/** One policy and nothing else. */
export const ONE_POLICY = { policies: 1, takesMore: false, rewardModel: false } as const;

/** Metric keys, the most telling first. */
export interface StageCurves {
  /** Worth a place beside a progress bar. */
  readonly headline: readonly string[];
  /** The first that was measured is the small curve of a checkpoint in the lineage. */
  readonly spark: readonly string[];
  /** Worth a place in a link. What follows from the settings isn't. */
  readonly shared: readonly string[];
}

type Settings = Readonly<Record<string, unknown>>;

/** What a stage meant in documents of each version. */
export interface StageHistory {
  /** By version: every default as it was then. Frozen once released; a version in which the kind wasn't known is missing. */
  readonly defaults: Readonly<Record<number, Settings>>;
  /** By version: what has to be done to settings of that version to make them settings of the next. */
  readonly toNext: Readonly<Record<number, (settings: Settings) => Settings>>;
}

/** An experiment by name that shows the kind; see document/presets.ts. */
export interface StagePreset {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** One plain line for menus and help. */
  readonly description: string;
  /** As a person writes them: what isn't said is the default. */
  readonly stages: readonly Readonly<Record<string, unknown>>[];
}

/** What a smaller run has less of. */
export interface QuickSize<Settings> {
  readonly settings: Partial<Settings>;
  /** One plain line: how much less, and what that costs. */
  readonly says: string;
}

export interface StageKindSpec<Kind extends string, Schema extends z.ZodObject, Detail> {
  readonly kind: Kind;
  /** The recipe's settings, and where its data come from. */
  readonly settings: Schema;
  /** "Reward model". */
  readonly title: string;
  /** What a visible step is. */
  readonly unit: 'step' | 'update';
  readonly makes: 'policy' | 'rewardModel';
  /** Checkpoints trained by it are what later policies are compared with, as imitation of people is. */
  readonly isReference: boolean;
  /** Whether the experiment's seed changes what it makes. */
  readonly isSeeded: boolean;
  /** Raised whenever the same settings would train to other weights: part of the checkpoint's id. */
  readonly revision: number;
  /** Whether it judges text by the written spec, which needs the dictionary. */
  readonly needsCheckTools: boolean;
  /** Its first pull measures the policy before training, and is made as soon as it is open. */
  readonly opensWithStep: boolean;
  /** The setting that says how large it is, and what that counts: "280 steps". */
  readonly size: { readonly setting: string; readonly of: string } | null;
  /** A smaller size for who is in a hurry; absent where there is none. */
  readonly quick?: QuickSize<z.output<Schema>>;
  /** Steps, where the settings alone decide it; 0 = known once the data are there. */
  readonly plannedSteps: (settings: z.output<Schema>) => number;
  /** How much work it is; document/experimentSize.ts asks. */
  readonly work: (settings: z.output<Schema>, given: WorkGiven) => StageWork;
  readonly reads: (settings: z.output<Schema>) => StageReads;
  /** Settings that may change while it runs: sliders. */
  readonly live: readonly string[];
  /** What sets a checkpoint apart, where that is its parents more than its settings. @param parents their titles, the first among them "its parent" */
  readonly describe?: (settings: Settings, parents: readonly string[]) => string;
  readonly curves: StageCurves;
  readonly metrics: readonly Metric[];
  /** Entries of the glossary. */
  readonly words: readonly GlossaryEntry[];
  readonly history: StageHistory;
  readonly presets: readonly StagePreset[];
  /** Loads the recipe. */
  readonly load: () => Promise<(options: StageOptions<z.output<Schema>>) => Promise<StageRun<Detail>>>;
}

/** Checks a kind's row and keeps its exact types. */
export function defineStage<const Kind extends string, Schema extends z.ZodObject, Detail>(
  spec: StageKindSpec<Kind, Schema, Detail>,
): StageKindSpec<Kind, Schema, Detail> {
  return spec;
}
