/** One cell of the table: a completion, or, once a column, what the visitor is waiting for. */
import type { LoadProgress } from '../../../lab/run/protocol.ts';
import { formatBytes } from '../../series/format.ts';
import { BASE, type PolicyId } from '../../../lab/pipeline.ts';
import { useHue } from '../../stages/hues.ts';
import { columnOf, type LabState } from '../../store/state.ts';
import { isStageOpen, stageRun, whatIsMissing } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { useInTurn } from '../controls/useInTurn.ts';
import { CompletionText } from './CompletionText.tsx';
import { columnTitle } from './shownColumns.ts';

interface CellProps {
  readonly column: PolicyId;
  readonly promptId: string;
  /** An empty column says once, in its first row, what will fill it. */
  readonly isFirst: boolean;
}

export function CompletionCell({ column, promptId, isFirst }: CellProps) {
  const title = useLab((state) => columnTitle(state, column));
  const completion = useInTurn(useLab((state) => columnOf(state, column).completions[promptId]));
  const review = useInTurn(useLab((state) => columnOf(state, column).reviews[promptId]));
  const waiting = useLab((state) => (isFirst ? describeEmpty(state, column) : ''));
  return (
    <td data-label={title} style={{ '--hue': useHue(column) }}>
      {completion ? (
        <CompletionText
          completion={completion}
          title={title}
          review={review?.text === completion.text ? review : undefined}
        />
      ) : (
        <span className="muted">{waiting}</span>
      )}
    </td>
  );
}

function describeEmpty(state: LabState, id: PolicyId): string {
  const { session } = state;
  if (columnOf(state, id).phase === 'failed') return 'not drawn';
  if (id !== BASE) return describeUntrained(state, id);
  if (session.problem) return 'no model';
  if (session.model) return 'drawing …';
  const { progress } = session.workers.sampler;
  return progress ? describeProgress(progress) : 'starting the engine, a few seconds …';
}

function describeUntrained(state: LabState, id: PolicyId): string {
  if (isStageOpen(state, id)) return 'waiting for the first weights …';
  // Its weights are there: trained just now, or brought back after a reload.
  if (stageRun(state, id)?.phase === 'finished') return 'drawing …';
  const name = columnTitle(state, id);
  if (state.ui.stage !== id || whatIsMissing(state, id) !== null) return `Fills when ${name} trains.`;
  return 'Press Start: this column fills while the model trains.';
}

function describeProgress({ what, loadedBytes, totalBytes }: LoadProgress): string {
  return `loading ${what}: ${formatBytes(loadedBytes)}${totalBytes === null ? '' : ` of ${formatBytes(totalBytes)}`} …`;
}
