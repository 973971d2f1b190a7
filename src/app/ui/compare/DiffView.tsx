/** Where two columns differ, word by word: what only the older one wrote is struck through, what only the newer one underlined. */
import { memo, useMemo } from 'react';
import type { PolicyId } from '../../../lab/run/protocol.ts';
import type { PairId } from '../../store/compare/compareState.ts';
import { columnsOf } from '../../store/compare/compareSteps.ts';
import { useLab } from '../../store/store.ts';
import { stageHues } from '../stageHues.ts';
import { useInTurn } from '../controls/useInTurn.ts';
import { columnTitles } from './columns.ts';
import { type DiffPart, diffTexts } from './wordDiff.ts';

export function DiffView({ pair }: { readonly pair: PairId | null }) {
  const prompts = useLab((state) => state.experiment.document.displayPrompts);
  const asked = useLab((state) => state.samples.asked);
  if (pair === null)
    return <p className="compare-empty">Train SFT: its replies are set against the base model’s here.</p>;
  const { first, second } = columnsOf(pair);
  return (
    <table className="diff">
      <thead>
        <tr>
          <th scope="col">Prompt</th>
          <ColumnHead id={first} note="words only here struck through" />
          <ColumnHead id={second} note="words only here underlined" />
        </tr>
      </thead>
      <tbody>
        {[...asked, ...prompts].map(({ id, question }) => (
          <DiffRow key={id} promptId={id} question={question} first={first} second={second} />
        ))}
      </tbody>
    </table>
  );
}

function ColumnHead({ id, note }: { readonly id: PolicyId; readonly note: string }) {
  return (
    <th scope="col" style={{ '--hue': stageHues[id] }}>
      <span className="column-head">
        <span className="column-dot" />
        {columnTitles[id]} <span className="column-state">{note}</span>
      </span>
    </th>
  );
}

interface DiffRowProps {
  readonly promptId: string;
  readonly question: string;
  readonly first: PolicyId;
  readonly second: PolicyId;
}

const DiffRow = memo(function DiffRow({ promptId, question, first, second }: DiffRowProps) {
  const before = useInTurn(useLab((state) => state.samples.columns[first].completions[promptId]?.text));
  const after = useInTurn(useLab((state) => state.samples.columns[second].completions[promptId]?.text));
  const diff = useMemo(
    () => (before === undefined || after === undefined ? null : diffTexts(before, after)),
    [before, after],
  );
  if (!diff) return null;
  return (
    <tr>
      <th scope="row">{question}</th>
      <td data-label={columnTitles[first]} style={{ '--hue': stageHues[first] }}>
        <Parts parts={diff.first} mark="del" />
      </td>
      <td data-label={columnTitles[second]} style={{ '--hue': stageHues[second] }}>
        {diff.isSame ? <span className="muted">the same</span> : <Parts parts={diff.second} mark="ins" />}
      </td>
    </tr>
  );
});

function Parts({ parts, mark: Mark }: { readonly parts: readonly DiffPart[]; readonly mark: 'ins' | 'del' }) {
  if (parts.length === 0) return <span className="muted">nothing</span>;
  return parts.map(({ text, isOwn }, index) =>
    isOwn ? <Mark key={index}>{showBreaks(text)}</Mark> : <span key={index}>{showBreaks(text)}</span>,
  );
}

function showBreaks(text: string): string {
  return text.replaceAll('\n', ' ↵ ');
}
