/** What a policy's gold is read against: where its reference gets by other means, and how far each takes it. Pure. */
import type { Evals } from '../../../lab/document/evals.ts';

export interface ControlPoint {
  readonly name: string;
  /** Which of the lines it lies on. */
  readonly way: 'policy' | 'bestOf' | 'temperature';
  /** √KL to the reference at temperature 1, √nats; null for greedy replies, whose distance isn't measured. */
  readonly distance: number | null;
  readonly gold: number;
  readonly se: number;
}

/** @param evals of a policy, controls included · @param name its title · @param reference title of what it was measured against */
export function controlPoints(evals: Evals, name: string, reference: string): readonly ControlPoint[] {
  const [own, gain, kl] = [evals['gold/mean'], evals['gold/gain'], evals['kl/exact']];
  if (!own || !gain || !kl) return [];
  const root = (nats: number) => Math.sqrt(Math.max(0, nats));
  const controls = Object.keys(evals).flatMap((key): ControlPoint[] => {
    const [, kind, count] = /^control\/(sft_t|best_of_)([\d.]+)$/.exec(key) ?? [];
    const distance = evals[`${key}_kl`];
    if (kind === undefined || !distance) return [];
    const { value: gold, se } = evals[key]!;
    const measured = { distance: root(distance.value), gold, se };
    return kind === 'best_of_'
      ? [{ name: `${reference}, best of ${count}`, way: 'bestOf', ...measured }]
      : [{ name: `${reference} at T ${count}`, way: 'temperature', ...measured }];
  });
  const greedy = evals['control/sft_greedy'];
  if (greedy) {
    const { value: gold, se } = greedy;
    controls.push({ name: `${reference}, greedy`, way: 'temperature', distance: null, gold, se });
  }
  return [
    { name: reference, way: 'policy', distance: 0, gold: own.value - gain.value, se: own.se },
    { name, way: 'policy', distance: root(kl.value), gold: own.value, se: own.se },
    ...controls,
  ];
}
