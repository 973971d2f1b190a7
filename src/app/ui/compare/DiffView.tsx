/** Where two columns differ, word by word: what only the older one wrote is struck through, what only the newer one underlined. */
import { memo, useMemo } from 'react';
import type { PolicyId } from '../../../lab/pipeline.ts';
import { useHue } from '../../stages/hues.ts';
import { type DiffPart, diffTexts } from '../../series/textDiff.ts';
import type { Pair } from '../../store/compare/compareState.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { columnOf } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { useInTurn } from '../controls/useInTurn.ts';

export function DiffView({ pair }: { readonly pair: Pair | null }) {
  const prompts = useLab((state) => state.experiment.document.displayPrompts);
  const asked = useLab((state) => state.samples.asked);
  if (pair === null)
    return <p className="compare-empty">Train a stage: its replies are set against the base model’s here.</p>;
  const { first, second } = pair;
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
  const title = useLab((state) => stageTitle(state, id));
  return (
    <th scope="col" style={{ '--hue': useHue(id) }}>
      <span className="column-head">
        <span className="column-dot" />
        {title} <span className="column-state">{note}</span>
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
  const before = useInTurn(useLab((state) => columnOf(state, first).completions[promptId]?.text));
  const after = useInTurn(useLab((state) => columnOf(state, second).completions[promptId]?.text));
  const diff = useMemo(
    () => (before === undefined || after === undefined ? null : diffTexts(before, after)),
    [before, after],
  );
  const titles = [useLab((state) => stageTitle(state, first)), useLab((state) => stageTitle(state, second))] as const;
  const hues = [useHue(first), useHue(second)] as const;
  if (!diff) return null;
  return (
    <tr>
      <th scope="row">{question}</th>
      <td data-label={titles[0]} style={{ '--hue': hues[0] }}>
        <Parts parts={diff.first} mark="del" />
      </td>
      <td data-label={titles[1]} style={{ '--hue': hues[1] }}>
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
