/** What a step of SFT shows beyond its numbers. Plain values that cross the worker boundary. */

/** A token of a demonstration that counts. Log-probs in nats, before and after the step. */
export interface LearntToken {
  readonly text: string;
  readonly before: number;
  readonly after: number;
}

/** One demonstration of the row: its prompt is read and not learnt. */
export interface LearntExample {
  readonly prompt: string;
  readonly tokens: readonly LearntToken[];
}

/** The first row of the batch just trained on: several demonstrations, one after the other. */
export interface RowUpdateDetail {
  readonly kind: 'rowUpdate';
  readonly step: number;
  readonly examples: readonly LearntExample[];
}
