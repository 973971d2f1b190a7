/** What a stage comes to before it is started: its size, its cost on this machine, and a question where that is large. */
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { experimentSize } from '../../../lab/document/experimentSize.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { describeSize, estimateSize, questionOf } from '../../series/sizeEstimate.ts';
import { isOpen, stageRun } from '../../store/run/stageRuns.ts';
import { paceOf } from '../../store/session/pace.ts';
import { useLab } from '../../store/store.ts';
import './stageSize.css';

function useStageSize(id: StageId) {
  const document = useLab((state) => state.experiment.document);
  const parameters = useLab((state) => state.session.model?.parameters ?? null);
  const session = useLab((state) => state.session);
  return useMemo(() => {
    const work = experimentSize(document).stages.find((stage) => stage.id === id);
    return work ? { work, estimate: estimateSize(work, parameters, paceOf({ session })) } : null;
  }, [document, parameters, session, id]);
}

/** While nothing of the stage has been run. */
export function StageSize({ id }: { readonly id: StageId }) {
  const isFresh = useLab((state) => stageRun(state, id) === null);
  const size = useStageSize(id);
  if (!isFresh || !size || size.work.trainedTokens === 0) return null;
  return <p className="stage-size">{describeSize(size.work, size.estimate)}</p>;
}

interface AskedStart {
  /** Does it at once, or asks first when it begins a stage that is large. */
  readonly begin: (deed: () => void) => void;
  /** What is being asked; null = nothing. */
  readonly question: string | null;
  readonly answer: (isWanted: boolean) => void;
}

export function useAskedStart(id: StageId): AskedStart {
  const [deed, setDeed] = useState<(() => void) | null>(null);
  const isBegun = useLab((state) => isOpen(stageRun(state, id)));
  const size = useStageSize(id);
  const question = size && questionOf(size.estimate);
  return {
    begin(wanted) {
      if (isBegun || question === null) wanted();
      else setDeed(() => wanted);
    },
    question: deed && !isBegun ? question : null,
    answer(isWanted) {
      setDeed(null);
      if (isWanted) deed?.();
    },
  };
}

interface SizeQuestionProps extends Pick<AskedStart, 'answer'> {
  readonly question: string;
}

export function SizeQuestion({ question, answer }: SizeQuestionProps) {
  return (
    <div className="size-question" role="group" aria-label={question}>
      <p>{question}</p>
      <Button className="button" onPress={() => answer(true)}>
        Start it
      </Button>
      <Button className="button" autoFocus onPress={() => answer(false)}>
        Not now
      </Button>
    </div>
  );
}
