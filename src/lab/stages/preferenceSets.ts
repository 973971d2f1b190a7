/**
 * The preferences of a stage: pairs drawn from the policy and judged by a mix of labelers, or preferences brought along in
 * their place; beside them the visitor's own labels. Drawing is reported part by part.
 */
import type { Executor } from '../../engine/runtime/executor.ts';
import { deriveSeed } from '../../engine/tensor/random.ts';
import { drawRlPrompts } from '../../world/prompts/rlPrompts.ts';
import { type Random, seededRandom } from '../../world/random.ts';
import { goldReward } from '../../world/spec/gold.ts';
import { labelPair, mixLabelers } from '../../world/spec/labeling.ts';
import type { CandidatePair, CheckTools, LabelerId, Preference, Reply } from '../../world/spec/types.ts';
import type { Prompt } from '../../world/types.ts';
import type { StageDocument } from '../document/worldSchemas.ts';
import { drawPairs, practicePrompts } from '../draw/drawPairs.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import type { PreferenceSettings } from './preferenceSettings.ts';
import type { StageStep } from './stageRun.ts';

/** Labels that are kept to be read. */
const EXAMPLES = 6;
/** Of every part drawn, so many pairs are shown to who watches. */
const PAIRS_SHOWN = 3;

export interface LabelingSummary {
  readonly labels: number;
  readonly ties: number;
  readonly byLabeler: Readonly<Partial<Record<LabelerId, number>>>;
  readonly cents: number;
  readonly seconds: number;
  /** Labels that contradict the spec: the rejected one has the higher gold reward. */
  readonly contradictions: number;
  /** A few of the labels, to read; absent in runs that an older page kept. */
  readonly examples?: readonly LabelledPair[];
}

export interface LabelledPair {
  readonly question: string;
  readonly chosen: string;
  readonly rejected: string;
  /** Neither was better: the order means nothing. */
  readonly isTie: boolean;
  readonly labeler: LabelerId;
}

/** What the labelers did, for who watches. */
export interface LabelingDetail {
  readonly kind: 'labeling';
  readonly summary: LabelingSummary;
}

/** Where the visitor's own labels begin, which are trained on alone, after all others. */
export interface OwnLabelsDetail {
  readonly kind: 'ownLabels';
  readonly from: number;
  readonly labels: number;
  readonly passes: number;
}

export interface PreferenceSets {
  readonly train: readonly Preference[];
  /** Never trained on. */
  readonly heldout: readonly Preference[];
  /** The visitor's own labels. */
  readonly own: readonly Preference[];
  /** Null where preferences were brought along. */
  readonly summary: LabelingSummary | null;
}

export interface CollectOptions {
  readonly executor: Executor;
  readonly model: LoadedModel;
  /** Whose completions are compared: flat, ParamLayout order. */
  readonly policy: Float32Array;
  readonly document: StageDocument;
  readonly settings: PreferenceSettings;
  readonly tools: CheckTools;
  readonly seed: number;
}

/** Draws and labels, or takes what was brought along. */
export async function* collectPreferences(
  options: CollectOptions,
): AsyncGenerator<StageStep<never>, PreferenceSets, void> {
  const { document, settings, tools, seed } = options;
  const own = document.labels;
  const brought = document.data.preferences;
  if (brought.length > 0) {
    const order = seededRandom(seed).shuffle(brought);
    const count = Math.min(settings.heldoutPairs, Math.ceil(order.length / 10));
    return { train: order.slice(count), heldout: order.slice(0, count), own, summary: null };
  }
  const prompts = practicePrompts(document, settings.pairs, seed);
  const heldoutPrompts = chooseHeldout(document, settings.heldoutPairs, deriveSeed(seed, 'heldout'));
  const heldout = heldoutPrompts.length;
  const total = prompts.length + heldout;
  const drawn = yield* draw(
    options,
    prompts,
    deriveSeed(seed, 'train pairs'),
    { before: 0, total, heldout },
    PAIRS_SHOWN,
  );
  // None of these is shown: who votes on one has the next run trained on it.
  const heldoutSeed = deriveSeed(seed, 'heldout pairs');
  const heldoutDrawn = yield* draw(options, heldoutPrompts, heldoutSeed, { before: prompts.length, total, heldout }, 0);
  const random = seededRandom(deriveSeed(seed, 'labels'));
  const { preferences, summary } = labelPairs(drawn, settings, document, tools, random);
  const neverTrainedOn = labelPairs(heldoutDrawn, settings, document, tools, random);
  return { train: preferences, heldout: neverTrainedOn.preferences, own, summary };
}

/** Half on new completions of trained prompts, half on prompts in new words; own prompts have no such halves. */
function chooseHeldout(document: StageDocument, count: number, seed: number): readonly Prompt[] {
  if (document.data.prompts.length > 0) return practicePrompts(document, count, seed);
  const half = Math.ceil(count / 2);
  return [...drawRlPrompts({ seed, count: half }), ...drawRlPrompts({ seed, count: half, split: 'heldoutPhrasing' })];
}

async function* draw(
  { executor, model, policy, settings }: CollectOptions,
  prompts: readonly Prompt[],
  seed: number,
  { before, total, heldout }: { readonly before: number; readonly total: number; readonly heldout: number },
  shownAtOnce: number,
): AsyncGenerator<StageStep<never>, readonly CandidatePair[], void> {
  const { pairTemperature: temperature, maxNewTokens, crossedTwins: twins, crossedPrompts: others } = settings;
  const request = {
    executor,
    model,
    params: policy,
    prompts,
    seed,
    temperature,
    maxNewTokens,
    crossed: { twins, others },
  };
  let pairs: readonly CandidatePair[] = [];
  let pairsBefore = 0;
  for await (const part of drawPairs(request)) {
    pairs = part.pairs;
    const shown = pairs.slice(pairsBefore, pairsBefore + shownAtOnce);
    pairsBefore = pairs.length;
    yield {
      type: 'preparing',
      what: `drawing pairs, ${heldout} of them held out`,
      done: before + part.done,
      total,
      pairs: shown,
    };
  }
  return pairs;
}

/** Every pair judged by a labeler of the mix. */
function labelPairs(
  pairs: readonly CandidatePair[],
  { labelers }: Pick<PreferenceSettings, 'labelers'>,
  { spec }: Pick<StageDocument, 'spec'>,
  tools: CheckTools,
  random: Random,
): { readonly preferences: readonly Preference[]; readonly summary: LabelingSummary } {
  const mix = mixLabelers(labelers, pairs.length, random);
  const preferences = pairs.map((pair, i) => labelPair(mix.labelers[i]!, spec, pair, { tools, random }));
  const gold = (pair: CandidatePair, reply: Reply) => goldReward(spec, pair.prompt, reply, tools);
  const contradictions = preferences.filter(({ tie, chosen }, i) => {
    const pair = pairs[i]!;
    const [won, lost] = chosen === pair.a.text ? [pair.a, pair.b] : [pair.b, pair.a];
    return tie !== true && gold(pair, lost) > gold(pair, won);
  }).length;
  const { counts: byLabeler, cents, seconds } = mix;
  const ties = preferences.filter(({ tie }) => tie === true).length;
  const examples = preferences.slice(0, EXAMPLES).map(({ chosen, rejected, tie = false, labeler }, i) => {
    return { question: pairs[i]!.prompt.question, chosen, rejected, isTie: tie, labeler };
  });
  const summary = { labels: preferences.length, ties, byLabeler, cents, seconds, contradictions, examples };
  return { preferences, summary };
}
