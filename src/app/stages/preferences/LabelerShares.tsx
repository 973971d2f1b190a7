/** Who judges the pairs: a slider a labeler, shown as shares of the whole. At least one of them judges. */
import { findStage } from '../../../lab/pipeline.ts';
import { formatShare } from '../../series/format.ts';
import { setStageSetting } from '../../store/experiment/experimentActions.ts';
import type { StageProps } from '../face.ts';
import { isStageOpen } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Knob } from '../../ui/controls/Knob.tsx';
import { useInTurn } from '../../ui/controls/useInTurn.ts';
import { labelerNames, simulatedIds } from './labelerNames.ts';

const RANGE = { low: 0, high: 1, grain: 0.1, scale: 'linear' } as const;

export function LabelerShares({ id }: StageProps) {
  const shares = useLab((state) => {
    const stage = findStage(state.experiment.document, id);
    return stage && 'labelers' in stage ? stage.labelers : null;
  });
  const isOpen = useInTurn(useLab((state) => isStageOpen(state, id)));
  if (!shares) return null;
  const total = simulatedIds.reduce((sum, labeler) => sum + (shares[labeler] ?? 0), 0);
  return (
    <>
      {simulatedIds.map((labeler) => (
        <Knob
          key={labeler}
          label={labelerNames[labeler]}
          term="labelers"
          value={shares[labeler] ?? 0}
          range={RANGE}
          isDisabled={isOpen}
          format={(share) => (share === 0 ? 'none' : formatShare(share / total))}
          onChange={(share) => setStageSetting(id, 'labelers', { ...shares, [labeler]: share })}
        />
      ))}
    </>
  );
}
