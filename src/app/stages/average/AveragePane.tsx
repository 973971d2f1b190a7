/** What an average can be told: the share of each policy it mixes. */
import { titleOf } from '../../../lab/pipeline.ts';
import { formatShare } from '../../series/format.ts';
import { setStageSetting } from '../../store/experiment/experimentActions.ts';
import { isStageOpen, stageOf } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Knob } from '../../ui/controls/Knob.tsx';
import type { StageProps } from '../face.ts';
import { StagePane } from '../StagePane.tsx';
import { useAveraged } from './useAveraged.ts';

const RANGE = { low: 0, high: 1, grain: 0.05, scale: 'linear' } as const;

export function AveragePane({ id }: StageProps) {
  const policies = useAveraged(id);
  const document = useLab(({ experiment }) => experiment.document);
  const given = useLab((state) => stageOf(state, id, 'average')?.shares);
  const isOpen = useLab((state) => isStageOpen(state, id));
  const shares = policies.map((_, i) => given?.[i] ?? 1 / policies.length);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return (
    <StagePane id={id}>
      {policies.map((policy, i) => (
        <Knob
          key={policy}
          label={titleOf(document, policy)}
          term="weight-average"
          value={shares[i]!}
          range={RANGE}
          isDisabled={isOpen}
          format={(share) => formatShare(share / total)}
          onChange={(share) => setStageSetting(id, 'shares', shares.with(i, share))}
        />
      ))}
    </StagePane>
  );
}
