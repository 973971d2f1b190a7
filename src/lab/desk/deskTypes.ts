/**
 * What crosses the boundary of desk.worker: judging by the written spec, simulated labelers, files of own data. Types only;
 * every value is structured-cloneable. Nothing here trains or samples, so the desk answers while the other workers are busy.
 */
import type { DataKind, OwnDataSummary } from '../../world/ownData/types.ts';
import type { RowProblem } from '../../world/preferences/records.ts';
import type { Contradiction } from '../../world/spec/contradictions.ts';
import type { CandidatePair, Judgement, Preference, Reply, simulatedLabelers, Spec } from '../../world/spec/types.ts';
import type { Experiment } from '../document/experiment.ts';

export type SimulatedLabeler = (typeof simulatedLabelers)[number];

/** What the written spec and the simulated labelers make of a pair; the labelers' noise is the pair's own, always the same. */
export interface PairOpinion {
  readonly a: Judgement;
  readonly b: Judgement;
  readonly votes: Readonly<Record<SimulatedLabeler, 'a' | 'b' | 'tie'>>;
}

/** A label of the AI labeller, as a pair to look at again. */
export interface UnsureLabel {
  readonly pair: CandidatePair;
  readonly choice: 'a' | 'b' | 'tie';
  /** How sure it was of its choice, ½ … 1. */
  readonly sureness: number;
}

/** A share with its 95 % interval. */
export interface ShareEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export interface LabelReview {
  /** Of the visitor's own labels, the clearest first. */
  readonly contradictions: readonly Contradiction[];
  /** Share of the visitor's own labels on which each simulated labeler agrees. */
  readonly agreements: readonly { readonly labeler: SimulatedLabeler; readonly share: ShareEstimate }[];
  /** The AI's labels, the least sure first. */
  readonly unsure: readonly UnsureLabel[];
}

export interface ReadLabels {
  readonly labels: readonly Preference[];
  readonly problems: readonly RowProblem[];
}

export type OwnData = Experiment['data'];

/** How far a file has been read. */
export interface ReadingProgress {
  readonly doneBytes: number;
  readonly totalBytes: number;
}

export interface DeskApi {
  /** Fetches dictionary and tokenizer. @param modelUrl absolute, ending in '/' · @throws ModelError, TypeError */
  init(modelUrl: string): Promise<void>;
  judgePair(spec: Spec, pair: CandidatePair): Promise<PairOpinion>;
  /** @param prompt with its chat frame */
  judgeReplies(spec: Spec, prompt: string, replies: readonly Reply[]): Promise<readonly Judgement[]>;
  /** Labels by the AI labeller, in order. */
  labelByAi(spec: Spec, pairs: readonly CandidatePair[]): Promise<readonly Preference[]>;
  reviewLabels(spec: Spec, labels: readonly Preference[]): Promise<LabelReview>;
  readLabels(file: Blob): Promise<ReadLabels>;
  writeLabels(labels: readonly Preference[]): Promise<string>;
  /**
   * Reads a file of own data and keeps its good rows until they are taken or the next file is read.
   * @param kind what the rows are; null = find out · @throws InvalidInputError when it can't be read at all
   */
  readOwnData(
    file: Blob,
    name: string,
    kind: DataKind | null,
    onProgress: (progress: ReadingProgress) => void,
  ): Promise<OwnDataSummary>;
  /** Good rows `from` … `from + count` of the last file, checked against the experiment's schema. @throws InvalidInputError when there is none */
  takeRows(from: number, count: number): Promise<OwnData>;
}
