/**
 * One teacher-forced pass over given completions, packed: what is wanted of every completion token is built as (K, 1)
 * columns of the graph, and each sequence gets its own (C) values back. Trains nothing and knows no model: the columns do.
 */
import { Graph, type Tensor } from '../engine/autodiff/graph.ts';
import { lmFeeds } from '../engine/nn/languageModel.ts';
import { type PackedInputs, type PackedShape, packedInputs } from '../engine/nn/packed.ts';
import type { Executor, Feeds } from '../engine/runtime/executor.ts';
import type { HostTensor } from '../engine/tensor/hostTensor.ts';
import { type SequencePlan, planEvenly } from './minibatches.ts';
import { layOutBatch } from './packing.ts';
import type { TokenizedExample } from './recipe.ts';

/** The text that columns are computed on; slot k holds the position before the k-th completion token. */
export interface PassInputs extends PackedInputs {
  /** (K, 1) i32: the completion tokens themselves. */
  readonly targets: Tensor;
}

/** (C) values by name, of one sequence. */
export type Columns<Name extends string> = Readonly<Record<Name, Float32Array>>;

export interface PackedPassOptions<Name extends string> {
  readonly executor: Executor;
  /** For messages and profiles. */
  readonly name: string;
  readonly shape: PackedShape;
  readonly padId: number;
  /** Declares parameters and whatever else is fed, and builds the wanted columns, (K, 1) each. */
  readonly build: (graph: Graph, inputs: PassInputs) => Readonly<Record<Name, Tensor>>;
}

export interface PackedPass<Name extends string> {
  /**
   * @param feeds what `build` declared beside the text: parameters, a temperature
   * @returns the columns of each sequence, in order · @throws InvalidInputError when a sequence is longer than a row
   */
  run(sequences: readonly TokenizedExample[], feeds: Feeds): Promise<Columns<Name>[]>;
  dispose(): Promise<void>;
}

/** @throws DeviceError, OutOfMemoryError */
export async function createPackedPass<Name extends string>(
  options: PackedPassOptions<Name>,
): Promise<PackedPass<Name>> {
  const { executor, name, shape, padId } = options;
  const graph = new Graph();
  const targets = graph.input('targets', [shape.slots, 1], 'i32');
  const columns = options.build(graph, { ...packedInputs(graph, shape), targets });
  const names = Object.keys(columns) as Name[];
  for (const column of names) graph.output(column, columns[column]);
  const program = await executor.compile(graph, { name });

  return {
    async run(sequences, feeds) {
      const known = new Map<TokenizedExample, Columns<Name>>();
      for (const plan of planEvenly(sequences, shape)) {
        const outputs = await program.run({ ...feeds, ...lmFeeds(layOutBatch(plan, shape, padId), shape) });
        for (const { sequence, start, end } of slotRanges(plan)) {
          const own = names.map((column) => [column, values(outputs[column] as HostTensor).slice(start, end)]);
          known.set(sequence, Object.fromEntries(own) as Columns<Name>);
        }
      }
      return sequences.map((sequence) => known.get(sequence)!);
    },
    dispose: () => program.dispose(),
  };
}

const values = ({ data }: HostTensor) => data as Float32Array;

/** Which slots, from `start` to before `end`, each sequence of a plan takes (layOutBatch's order). */
function slotRanges(plan: SequencePlan<TokenizedExample>) {
  let end = 0;
  return plan.flat().map((sequence) => ({ sequence, start: end, end: (end += sequence.completionIds.length) }));
}
