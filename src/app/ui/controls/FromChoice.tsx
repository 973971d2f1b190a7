/** What a stage starts from, where there is a choice; and the way to take the stage out of the experiment. */
import { Button } from 'react-aria-components';
import { BASE, inputsOf, policiesOf, titleOf } from '../../../lab/pipeline.ts';
import { specOf, type StageId } from '../../../lab/stages/kinds.ts';
import { removeStage, setFrom } from '../../store/experiment/experimentActions.ts';
import { isStageOpen, stageTitle } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Term } from './Term.tsx';

export function FromChoice({ id }: { readonly id: StageId }) {
  const document = useLab(({ experiment }) => experiment.document);
  const title = useLab((state) => stageTitle(state, id));
  const isOpen = useLab((state) => isStageOpen(state, id));
  const { stages } = document;
  const { policies, rewardModel } = inputsOf(document, id);
  const before = stages.slice(
    0,
    stages.findIndex((stage) => stage.id === id),
  );
  const possible = policiesOf({ stages: before });
  const judges = before.filter(({ kind }) => specOf(kind).makes !== 'policy').map((stage) => stage.id);
  const choose = (chosen: { policies?: readonly StageId[]; rewardModel?: StageId }): void => {
    const judge = chosen.rewardModel ?? rewardModel;
    setFrom(id, [...(chosen.policies ?? policies), ...(judge === null ? [] : [judge])]);
  };
  return (
    <div className="from-choice">
      {possible.length > 1 &&
        policies.map((policy, i) => (
          <label key={i} className="from-line">
            <Term id="starts-from">{i === 0 ? 'Starts from' : 'and from'}</Term>
            <select
              value={policy}
              disabled={isOpen}
              onChange={(event) => choose({ policies: policies.with(i, event.target.value) })}
            >
              {possible.map((one) => (
                <option key={one} value={one} disabled={one !== policy && policies.includes(one)}>
                  {one === BASE ? 'Base model' : titleOf(document, one)}
                </option>
              ))}
            </select>
          </label>
        ))}
      {rewardModel !== null && judges.length > 1 && (
        <label className="from-line">
          <Term id="reward-model">Follows</Term>
          <select
            value={rewardModel}
            disabled={isOpen}
            onChange={(event) => choose({ rewardModel: event.target.value })}
          >
            {judges.map((one) => (
              <option key={one} value={one}>
                {titleOf(document, one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {stages.length > 1 && (
        <Button className="link-button" isDisabled={isOpen} onPress={() => removeStage(id)}>
          Take {title} out of the experiment
        </Button>
      )}
    </div>
  );
}
