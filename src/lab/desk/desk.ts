/**
 * What desk.worker does, without the worker: judges by the written spec, asks the simulated labelers, reads and writes
 * files of labels and of own data. Knows no model: a label is judged by its texts alone, so labels of an earlier visit or
 * another machine are judged like those just given.
 */
import { InvalidInputError } from '../../errors.ts';
import { deriveSeed } from '../../engine/tensor/random.ts';
import { readOwnData, type OwnDataReading } from '../../world/ownData/readOwnData.ts';
import { readPreferences, writePreferences } from '../../world/preferences/records.ts';
import { allItems } from '../../world/prompts/allPrompts.ts';
import { seededRandom } from '../../world/random.ts';
import { agreement, type Contradiction, findContradictions } from '../../world/spec/contradictions.ts';
import { judge } from '../../world/spec/gold.ts';
import { chanceOfFirst, labelPair, perceivedReward } from '../../world/spec/labeling.ts';
import { labelers } from '../../world/spec/labelers.ts';
import {
  type CandidatePair,
  type CheckTools,
  type Preference,
  type Reply,
  simulatedLabelers,
  type Spec,
} from '../../world/spec/types.ts';
import type { Prompt } from '../../world/types.ts';
import type { DeskApi, LabelReview, PairOpinion, SimulatedLabeler, UnsureLabel } from './deskTypes.ts';
import { toOwnPrompt, toPromptText } from '../draw/promptText.ts';
import { wilsonInterval } from '../judge/wilson.ts';
import { dataSchema, preferenceSchema } from '../document/worldSchemas.ts';

export interface DeskTools {
  readonly tools: CheckTools;
  /** Tokens of a completion, its end-of-text not counted. */
  readonly countTokens: (text: string) => number;
}

interface ReviewedLabel {
  /** One or none. */
  readonly contradictions: readonly Contradiction[];
  /** Of the simulated labelers, in order; null where they can't be compared. */
  readonly votes: readonly Preference[] | null;
  readonly unsure: UnsureLabel | null;
}

export function createDesk({ tools, countTokens }: DeskTools): Omit<DeskApi, 'init'> {
  let reading: OwnDataReading | null = null;
  /** By the label as JSON, under one spec. */
  let memory = { spec: '', byLabel: new Map<string, ReviewedLabel>() };

  function vote(labeler: SimulatedLabeler, spec: Spec, pair: CandidatePair): Preference {
    const ordered = inOrder(pair);
    const random = seededRandom(deriveSeed(0, 'vote', labeler, ordered.prompt.text, ordered.a.text, ordered.b.text));
    return { ...labelPair(labelers[labeler], spec, ordered, { tools, random }), id: pair.id };
  }

  /** The pair a label was given on. */
  function pairOf(label: Preference): CandidatePair {
    const reply = (text: string, stopped = true): Reply => {
      return { text, stopped, tokens: countTokens(text) + (stopped ? 1 : 0) };
    };
    const prompt = findPrompt(toPromptText(label.prompt)) ?? toOwnPrompt(label.prompt, 0);
    const a = reply(label.chosen, label.chosenStopped);
    return inOrder({ id: label.id, prompt, a, b: reply(label.rejected, label.rejectedStopped) });
  }

  /** What a label says by itself; remembered, because a vote changes one of thousands. */
  function reviewLabel(spec: Spec, label: Preference): ReviewedLabel {
    const { labeler, edited, bothBad } = label;
    const isOwn = labeler === 'you';
    const isAsShown = isOwn && edited !== true && bothBad !== true;
    const pair = pairOf(label);
    return {
      contradictions: isOwn ? findContradictions([label], { spec, tools, countTokens, findPrompt }) : [],
      votes: isAsShown ? simulatedLabelers.map((id) => vote(id, spec, pair)) : null,
      unsure: labeler === 'ai' ? toUnsure(label, pair, spec) : null,
    };
  }

  function toUnsure(label: Preference, pair: CandidatePair, spec: Spec): UnsureLabel {
    const [first, second] = (['a', 'b'] as const).map((which) =>
      perceivedReward(labelers.ai, spec, pair, which, tools),
    );
    const chance = chanceOfFirst((first ?? 0) - (second ?? 0), labelers.ai.noise);
    return { pair, choice: choiceOf(label, pair), sureness: Math.max(chance, 1 - chance) };
  }

  return {
    async judgePair(spec, pair): Promise<PairOpinion> {
      const judgeReply = (reply: Reply) => judge(spec, pair.prompt, reply, tools);
      const votes = simulatedLabelers.map((id) => [id, choiceOf(vote(id, spec, pair), pair)] as const);
      return {
        a: judgeReply(pair.a),
        b: judgeReply(pair.b),
        votes: Object.fromEntries(votes) as PairOpinion['votes'],
      };
    },
    async judgeReplies(spec, prompt, replies) {
      const known = findPrompt(prompt) ?? toOwnPrompt(prompt, 0);
      return replies.map((reply) => judge(spec, known, reply, tools));
    },
    async labelByAi(spec, pairs) {
      return pairs.map((pair) => vote('ai', spec, pair));
    },
    async reviewLabels(spec, labels): Promise<LabelReview> {
      const key = JSON.stringify(spec);
      if (key !== memory.spec) memory = { spec: key, byLabel: new Map() };
      const reviewed = labels.map((label) => {
        const text = JSON.stringify(label);
        const found = memory.byLabel.get(text) ?? reviewLabel(spec, label);
        memory.byLabel.set(text, found);
        return { label, ...found };
      });
      const shown = reviewed.flatMap(({ label, votes }) => (votes ? [{ label, votes }] : []));
      const own = shown.map(({ label }) => label);
      const agreementWith = (labeler: SimulatedLabeler, i: number) => {
        const theirs = shown.flatMap(({ votes }) => votes[i] ?? []);
        const { value, n } = agreement(own, theirs);
        return { labeler, share: wilsonInterval(value, n) };
      };
      return {
        contradictions: reviewed.flatMap(({ contradictions }) => contradictions).sort((a, b) => b.gap - a.gap),
        agreements: simulatedLabelers.map(agreementWith),
        unsure: reviewed.flatMap(({ unsure }) => unsure ?? []).sort((a, b) => a.sureness - b.sureness),
      };
    },
    async readLabels(file) {
      return readLabelText(await file.text());
    },
    writeLabels: async (labels) => writePreferences(labels),
    async readOwnData(file, name, kind, onProgress) {
      reading = null;
      const totalBytes = file.size;
      onProgress({ doneBytes: 0, totalBytes });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const report = (share: number) => onProgress({ doneBytes: Math.round(share * totalBytes), totalBytes });
      reading = readOwnData(bytes, { name, kind, onProgress: report });
      return reading.summary;
    },
    async takeRows(from, count) {
      if (!reading) throw new InvalidInputError('the file is no longer at hand: choose it again');
      const { demonstrations, preferences, prompts } = reading.rows;
      return dataSchema.parse({
        demonstrations: demonstrations.slice(from, from + count),
        preferences: preferences.slice(from, from + count),
        prompts: prompts.slice(from, from + count),
      });
    },
  };
}

/** As preferences/records.ts reads them, and short enough for an experiment. */
export function readLabelText(text: string): Awaited<ReturnType<DeskApi['readLabels']>> {
  const { preferences, problems } = readPreferences(text);
  const bad = new Set(problems.map(({ line }) => line));
  const lines = text.split('\n').flatMap((content, i) => (content.trim() === '' || bad.has(i + 1) ? [] : [i + 1]));
  const checked = preferences.map((label, i) => {
    const issue = preferenceSchema.safeParse(label).error?.issues[0];
    return { label, problem: issue && { line: lines[i] ?? 0, message: `${issue.path.join('.')} ${issue.message}` } };
  });
  const tooLong = checked.flatMap(({ problem }) => problem ?? []);
  return {
    labels: checked.flatMap(({ label, problem }) => (problem ? [] : [label])),
    problems: [...problems, ...tooLong].sort((one, other) => one.line - other.line),
  };
}

/** Always the same reply first, whoever shows the pair: a labeler's noise then hangs on the texts alone. */
function inOrder(pair: CandidatePair): CandidatePair {
  return pair.a.text <= pair.b.text ? pair : { ...pair, a: pair.b, b: pair.a };
}

function choiceOf(label: Preference, pair: CandidatePair): 'a' | 'b' | 'tie' {
  if (label.tie === true) return 'tie';
  return label.chosen === pair.a.text ? 'a' : 'b';
}

let promptsByText: ReadonlyMap<string, Prompt> | null = null;

function findPrompt(text: string): Prompt | undefined {
  promptsByText ??= new Map(allItems.map(({ prompt }) => [prompt.text, prompt]));
  return promptsByText.get(text);
}
