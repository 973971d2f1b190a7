/** The one screen: strip, what the chosen stage has, completions. */
import { BASE, findStage } from '../../lab/pipeline.ts';
import type { StageId } from '../../lab/stages/kinds.ts';
import { faces } from '../stages/faces.ts';
import { useHue } from '../stages/hues.ts';
import { shownCard } from '../store/cards.ts';
import { COMPARE } from '../store/state.ts';
import { useLab } from '../store/store.ts';
import { BasePane } from './BasePane.tsx';
import { ComparePane } from './compare/ComparePane.tsx';
import { Completions } from './completions/Completions.tsx';
import { LabProblem } from './ProblemPanel.tsx';
import { Strip } from './Strip.tsx';

export function LabView() {
  const card = useLab(shownCard);
  const hue = useHue(card);
  const isStage = card !== BASE && card !== COMPARE;
  return (
    <main className="lab" style={isStage ? { '--hue': hue } : {}}>
      <h1 className="visually-hidden">RLHF Lab</h1>
      <Strip />
      <LabProblem />
      {card === BASE && <BasePane />}
      {card === COMPARE && <ComparePane />}
      {isStage && <StageView key={card} id={card} />}
      <Completions />
    </main>
  );
}

function StageView({ id }: { readonly id: StageId }) {
  const kind = useLab((state) => findStage(state.experiment.document, id)?.kind);
  if (!kind) return null;
  const { Pane, Charts } = faces[kind];
  return (
    <>
      <Pane id={id} />
      <Charts id={id} />
    </>
  );
}
