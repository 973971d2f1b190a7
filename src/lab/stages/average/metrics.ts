/** The one figure of a weight average. */
import type { Metric } from '../../../rlhf/metrics/types.ts';

export const averageMetrics = [
  {
    key: 'distance',
    label: 'Distance between the policies',
    unit: 'number',
    formula: 'mean over the policies of ‖θ_i − θ̄‖ / ‖θ̄‖, θ̄ their average',
    healthy: 'Small beside 1 for policies of one ancestor.',
    hint: 'How far the averaged policies lie apart, as a share of the length of the average. Far apart, and the middle between them need not be good at anything.',
    paper: 'Wortsman et al. 2022 (Model soups)',
  },
] as const satisfies readonly Metric[];
