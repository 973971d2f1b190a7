/** The labelling bench: one pair on the table, the keys beside it, what the labels say so far. Works without a mouse. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { pairOnTable, unsureLabels } from '../../store/label/benchSteps.ts';
import { describeSource, drawingRun } from '../../store/label/drawnPairs.ts';
import { reviewLabels, setMode } from '../../store/label/labelActions.ts';
import { openBench } from '../../store/label/pairActions.ts';
import { useLab } from '../../store/store.ts';
import { AiPanel } from './AiPanel.tsx';
import { useBenchKeys } from './benchKeys.ts';
import { Contradictions } from './Contradictions.tsx';
import { DrawingNote } from './Drawing.tsx';
import { EditBox } from './EditBox.tsx';
import './label.css';
import { LabelCounts } from './LabelCounts.tsx';
import { LabelFiles } from './LabelFiles.tsx';
import { LastVote } from './LastVote.tsx';
import { PairOnTable } from './PairOnTable.tsx';
import { VoteButtons } from './VoteButtons.tsx';

export function LabelView() {
  const spec = useLab((state) => state.experiment.document.spec);
  const labels = useLab((state) => state.experiment.document.labels);
  const isRunDrawing = useLab((state) => drawingRun(state) !== null);
  useEffect(openBench, [isRunDrawing]);
  useEffect(() => void reviewLabels(), [spec, labels]);
  return (
    <main className="bench" data-has-votes>
      <Table />
      <aside className="pane bench-side" aria-label="Labels so far">
        <div className="pane-scroll">
          <LabelCounts />
          <AiPanel />
          <Contradictions />
          <LabelFiles />
        </div>
      </aside>
    </main>
  );
}

function Table() {
  const bench = useLab((state) => state.bench);
  const labels = useLab((state) => state.experiment.document.labels);
  /** By id: a review gives the same pair anew. */
  const [editedId, setEditedId] = useState<string | null>(null);
  const editButton = useRef<HTMLButtonElement>(null);
  const doubt = useLab(describeSource);
  const pair = pairOnTable({ labels, bench });
  const unsure = unsureLabels({ labels, bench });
  const pairId = pair?.id ?? null;
  const openEdit = useCallback(() => setEditedId(pairId), [pairId]);
  const closeEdit = useCallback(() => {
    setEditedId(null);
    editButton.current?.focus();
  }, []);
  useBenchKeys(bench.mode, openEdit);
  return (
    <section className="pane bench-table" aria-label="Pair to label">
      <div className="bench-head">
        <h1>Which reply is better?</h1>
        <ToggleButtonGroup
          className="segments"
          aria-label="Which pairs"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[bench.mode]}
          onSelectionChange={(keys) => [...keys].forEach((key) => setMode(key === 'check' ? 'check' : 'label'))}
        >
          <ToggleButton id="label">New pairs</ToggleButton>
          <ToggleButton id="check">Check the AI ({unsure.length})</ToggleButton>
        </ToggleButtonGroup>
      </div>
      {doubt !== null && <p className="muted bench-doubt">{doubt}</p>}
      <div className="bench-pair">
        {pair && <PairOnTable pair={pair} unsure={bench.mode === 'check' ? (unsure[0] ?? null) : null} />}
        {!pair && bench.mode === 'check' && (
          <p className="muted">No label of the AI is left to check. Let it label some, or go back to new pairs.</p>
        )}
        {(bench.mode === 'label' || bench.ai !== null) && (pair === null || bench.problem !== null) && <DrawingNote />}
        {pair && editedId === pair.id && <EditBox key={pair.id} pair={pair} onClose={closeEdit} />}
      </div>
      <VoteButtons mode={bench.mode} editButton={editButton} onEdit={openEdit} />
      <LastVote />
      <p className="visually-hidden" role="status" aria-live="polite">
        {bench.said}
      </p>
    </section>
  );
}
