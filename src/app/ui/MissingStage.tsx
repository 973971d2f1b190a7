/** In place of a stage's settings where the experiment has no such stage. */
import { Button } from 'react-aria-components';
import type { StageKind } from '../../lab/stages/stageSchemas.ts';
import { addStage } from '../store/experiment/experimentActions.ts';
import { stageOf, stageTitles } from '../store/run/stageRuns.ts';
import { useLab } from '../store/store.ts';

export function MissingStage({ kind }: { readonly kind: StageKind }) {
  const isThere = useLab((state) => stageOf(state.experiment.document, kind) !== null);
  if (isThere) return null;
  return (
    <div className="missing-stage">
      <p>This experiment has no such stage: {stageTitles[kind]} is left out.</p>
      <Button className="button" onPress={() => addStage(kind)}>
        Add {stageTitles[kind]}
      </Button>
    </div>
  );
}
