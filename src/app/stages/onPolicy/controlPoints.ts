/** What a policy's gold is read against: where SFT gets by other means, and how far from itself each takes it. Pure. */
import type { Evals } from '../../../lab/document/evals.ts';

export interface ControlPoint {
  readonly name: string;
  /** Which of the lines it lies on. */
  readonly way: 'policy' | 'bestOf' | 'temperature';
  /** √KL to SFT at temperature 1, √nats; null where the KL has no bound: a greedy reply is one of very many. */
  readonly distance: number | null;
  readonly gold: number;
  readonly se: number;
}

/** @param evals of a policy that was measured against SFT, controls included · @param name of the policy */
export function controlPoints(evals: Evals, name: string): readonly ControlPoint[] {
  const [own, gain, kl] = [evals['gold/mean'], evals['gold/gain'], evals['kl/exact']];
  if (!own || !gain || !kl) return [];
  const root = (nats: number) => Math.sqrt(Math.max(0, nats));
  const controls = Object.keys(evals).flatMap((key): ControlPoint[] => {
    const [, kind, count] = /^control\/(sft_t|best_of_)([\d.]+)$/.exec(key) ?? [];
    const distance = evals[`${key}_kl`];
    if (kind === undefined || !distance) return [];
    const { value: gold, se } = evals[key]!;
    return kind === 'best_of_'
      ? [{ name: `SFT, best of ${count}`, way: 'bestOf', distance: root(distance.value), gold, se }]
      : [{ name: `SFT at T ${count}`, way: 'temperature', distance: root(distance.value), gold, se }];
  });
  const greedy = evals['control/sft_greedy'];
  return [
    { name: 'SFT', way: 'policy', distance: 0, gold: own.value - gain.value, se: own.se },
    { name, way: 'policy', distance: root(kl.value), gold: own.value, se: own.se },
    ...controls,
    ...(greedy
      ? [{ name: 'SFT, greedy', way: 'temperature', distance: null, gold: greedy.value, se: greedy.se } as const]
      : []),
  ];
}
