/** Lists of stages for property tests: every kind, repeats, names, averages, gold rewards, and `from` or none. All valid. */
import fc from 'fast-check';
import { BASE } from '../lab/pipeline.ts';
import { specOf, type StageKind, stageKinds } from '../lab/stages/kinds.ts';
import { stageDefaults } from '../lab/stages/stageDefaults.ts';

export interface ListedStage {
  readonly kind: StageKind;
  readonly id: string;
  readonly from: readonly string[];
  readonly reward?: 'gold' | 'rewardModel';
}

/** What is drawn of a stage before it is known what stands before it. */
interface Draw {
  readonly kind: StageKind;
  /** Where among what is possible. */
  readonly picks: readonly number[];
  readonly namesInputs: boolean;
  readonly isGold: boolean;
  readonly isNamed: boolean;
}

const draw: fc.Arbitrary<Draw> = fc.record({
  kind: fc.constantFrom(...stageKinds),
  picks: fc.array(fc.nat(99), { minLength: 4, maxLength: 4 }),
  namesInputs: fc.boolean(),
  isGold: fc.boolean(),
  isNamed: fc.boolean(),
});

export function anyStageList(longest: number): fc.Arbitrary<readonly ListedStage[]> {
  return fc
    .array(draw, { minLength: 1, maxLength: longest })
    .map(placeAll)
    .filter((stages) => stages.length > 0);
}

/** A stage that can't stand where it was drawn is left out. */
function placeAll(draws: readonly Draw[]): readonly ListedStage[] {
  const policies: string[] = [BASE];
  const judges: string[] = [];
  const counts = new Map<StageKind, number>();
  return draws.flatMap(({ kind, picks, namesInputs, isGold, isNamed }): ListedStage[] => {
    const spec = specOf(kind);
    const reads = spec.reads(stageDefaults(kind));
    const hasReward = 'reward' in stageDefaults(kind);
    const followsGold = hasReward && (isGold || judges.length === 0);
    if (policies.length < reads.policies || (reads.rewardModel && !hasReward && judges.length === 0)) return [];
    const place = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, place);
    const usual = place === 1 ? kind : `${kind}-${place}`;
    const id = isNamed ? `my-${usual}` : usual;
    const most = reads.takesMore ? 3 : reads.policies;
    const chosen = [...new Set(picks.slice(0, most).map((pick) => policies[pick % policies.length]!))];
    const judge = judges[picks[3]! % Math.max(1, judges.length)];
    const readsJudge = reads.rewardModel && !followsGold;
    const from = [
      ...(chosen.length >= reads.policies ? chosen : []),
      ...(readsJudge && judge !== undefined && isNamed ? [judge] : []),
    ];
    (spec.makes === 'policy' ? policies : judges).push(id);
    const reward = followsGold ? 'gold' : 'rewardModel';
    return [{ kind, id, from: namesInputs ? from : [], ...(hasReward ? { reward } : {}) }];
  });
}
