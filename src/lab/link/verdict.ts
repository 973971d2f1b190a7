/** Whether a run came to what its link says: bit for bit, or by how much not, and on which devices. Plain words for page and command line. */
import { specOf, type StageKind } from '../stages/kinds.ts';
import type { StageDigest } from './sharedRun.ts';

export interface MetricDifference {
  readonly key: string;
  readonly theirs: number;
  readonly mine: number;
}

export interface Verdict {
  readonly isReproduced: boolean;
  /** Of metrics both have, the stage's most telling first. */
  readonly differences: readonly MetricDifference[];
  /** One sentence. */
  readonly text: string;
}

/** Named in the sentence; the others are in `differences`. */
const NAMED = 2;

/** @param title of the stage · @param theirs from the link · @param mine of the run that repeats it */
export function judgeReproduction(kind: StageKind, title: string, theirs: StageDigest, mine: StageDigest): Verdict {
  const differences = specOf(kind).curves.shared.flatMap((key) => {
    const [one, other] = [theirs.metrics[key], mine.metrics[key]];
    return one === undefined || other === undefined ? [] : [{ key, theirs: one, mine: other }];
  });
  if (theirs.weights === mine.weights) {
    const where = theirs.device === mine.device ? mine.device : `theirs on ${theirs.device}, yours on ${mine.device}`;
    return { isReproduced: true, differences, text: `${title}: reproduced bit for bit (${where}).` };
  }
  const figures = differences.slice(0, NAMED).map(describeDifference);
  const numbers = figures.length > 0 ? figures.join(', ') : 'no figure to compare';
  const text = `${title}: not the same weights; ${numbers}. Theirs on ${theirs.device}, yours on ${mine.device}${explain(theirs, mine)}.`;
  return { isReproduced: false, differences, text };
}

function describeDifference({ key, theirs, mine }: MetricDifference): string {
  const by = Math.abs(mine - theirs);
  return `${key} ${short(mine)}, theirs ${short(theirs)} (${by === 0 ? 'the same to six digits' : `by ${by.toPrecision(2)}`})`;
}

/** Why bits may differ, where it can be told. */
function explain(theirs: StageDigest, mine: StageDigest): string {
  if (theirs.engine !== mine.engine)
    return `; another version of the lab trained it (${theirs.engine}, this is ${mine.engine})`;
  const isWasm = [theirs, mine].every(({ device }) => device.includes('wasm'));
  if (!isWasm) return '; only the CPU in WebAssembly repeats every bit';
  if (theirs.threads !== mine.threads) return `; bits are the same only for the same number of threads`;
  return '';
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
