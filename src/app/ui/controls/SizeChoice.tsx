/** The stage's size: the default, or a quick one that says what it costs. Nothing where its kind has one size. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { findStage } from '../../../lab/pipeline.ts';
import { specOf, type StageId } from '../../../lab/stages/kinds.ts';
import { type RunSize, sizeOf } from '../../../lab/stages/quickSize.ts';
import { chooseSize } from '../../store/experiment/experimentActions.ts';
import { isStageOpen } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { useInTurn } from './useInTurn.ts';

export function SizeChoice({ id }: { readonly id: StageId }) {
  const stage = useLab(({ experiment }) => findStage(experiment.document, id));
  const isOpen = useInTurn(useLab((state) => isStageOpen(state, id)));
  const quick = stage && specOf(stage.kind).quick;
  if (!quick) return null;
  const size = sizeOf(stage);
  return (
    <>
      <ToggleButtonGroup
        className="segments"
        aria-label="Size"
        selectionMode="single"
        selectedKeys={size === null ? [] : [size]}
        isDisabled={isOpen}
        onSelectionChange={(keys) => [...keys].forEach((key) => chooseSize(id, key as RunSize))}
      >
        <ToggleButton id="default">Default</ToggleButton>
        <ToggleButton id="quick">
          Quick <span className="muted">· weaker</span>
        </ToggleButton>
      </ToggleButtonGroup>
      {size === 'quick' && <p className="run-hint">{quick.says}</p>}
    </>
  );
}
