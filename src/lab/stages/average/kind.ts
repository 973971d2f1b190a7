/**
 * A weight average, as a stage: Σ share_i · θ_i of two or more policies (Wortsman et al. 2022, "Model soups"). Policies from
 * one ancestor lie in one valley of the loss; those of two initialisations don't, and their mix is noise.
 */
import { averageMetrics } from './metrics.ts';
import { defineStage } from '../stageKind.ts';
import { weightBytes } from '../stageWork.ts';
import defaults from './defaults.json' with { type: 'json' };
import { averageSettings } from './settings.ts';
import { averageWords } from './words.ts';

export const averageKind = defineStage({
  kind: 'average',
  settings: averageSettings,
  title: 'Average',
  unit: 'step',
  makes: 'policy',
  isReference: false,
  isSeeded: false,
  revision: 1,
  needsCheckTools: false,
  opensWithStep: false,
  size: null,
  plannedSteps: () => 1,
  work: ({ shares }, { model }) => ({
    optimizerSteps: 0,
    trainedTokens: 0,
    completions: 0,
    drawnTokens: 0,
    bytes: weightBytes(model, 1 + Math.max(2, shares.length)),
  }),
  // Averages of two that an older page made have no shares.
  reads: ({ shares = [] }) => ({
    policies: Math.max(2, shares.length),
    takesMore: shares.length === 0,
    rewardModel: false,
    document: [],
  }),
  live: [],
  describe: (settings, parents) => {
    const shares = sharesOf(settings, parents.length);
    const total = shares.reduce((sum, share) => sum + share, 0);
    return parents.map((parent, i) => `${Math.round((100 * shares[i]!) / total)} % of ${parent}`).join(', ');
  },
  curves: { headline: ['distance'], spark: [], shared: ['distance'] },
  metrics: averageMetrics,
  words: averageWords,
  history: { defaults, toNext: {} },
  presets: [],
  load: async () => (await import('./open.ts')).openAverage,
});

/** Averages of two that an older page made know the share of the second alone. */
function sharesOf(settings: Readonly<Record<string, unknown>>, count: number): readonly number[] {
  const { share, shares } = settings;
  if (typeof share === 'number') return [1 - share, share];
  return Array.isArray(shares) && shares.length === count ? (shares as number[]) : new Array<number>(count).fill(1);
}
