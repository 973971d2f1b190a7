/** One cell of the table: a completion and, where its row is open, several draws; or, once a column, what the visitor is waiting for. */
import { useMemo } from 'react';
import type { CompletionReview, Completion, LoadProgress } from '../../../lab/run/protocol.ts';
import { formatBytes } from '../../series/format.ts';
import { newSentences } from '../../series/textDiff.ts';
import { BASE, type PolicyId } from '../../../lab/pipeline.ts';
import { useHue } from '../../stages/hues.ts';
import { columnOf, type LabState } from '../../store/state.ts';
import { judgedWith } from '../../store/compare/compareSteps.ts';
import { isStageOpen, stageRun, unitOf, whatIsMissing } from '../../store/run/stageRuns.ts';
import { DRAWS } from '../../store/samples/draws.ts';
import { useLab } from '../../store/store.ts';
import { useInTurn } from '../controls/useInTurn.ts';
import { Clamp } from './Clamp.tsx';
import { CompletionText, type Unlike } from './CompletionText.tsx';
import { describeEnd } from './describeEnd.ts';
import { columnTitle } from './shownColumns.ts';

interface CellProps {
  readonly column: PolicyId;
  readonly promptId: string;
  /** An empty column says once, in its first row, what will fill it. */
  readonly isFirst: boolean;
  /** Not cut after a few lines. */
  readonly isWhole: boolean;
  readonly onToggle: () => void;
}

export function CompletionCell({ column, promptId, isFirst, isWhole, onToggle }: CellProps) {
  const title = useLab((state) => columnTitle(state, column));
  const completion = useInTurn(useLab((state) => columnOf(state, column).completions[promptId]));
  const review = useInTurn(useLab((state) => columnOf(state, column).reviews[promptId]));
  const waiting = useLab((state) => (isFirst ? describeEmpty(state, column) : ''));
  const isOpen = useLab((state) => state.ui.openPrompts.includes(promptId));
  const reference = useLab((state) => judgedWith(state, column).reference);
  const before = useInTurn(
    useLab((state) => (reference === null ? undefined : columnOf(state, reference).completions[promptId]?.text)),
  );
  return (
    <td data-label={title} style={{ '--hue': useHue(column) }}>
      {completion ? (
        <Reply
          completion={completion}
          title={`${title} completion`}
          review={review?.text === completion.text ? review : undefined}
          reference={reference}
          before={before}
          isWhole={isWhole}
          onToggle={onToggle}
        />
      ) : (
        <span className="muted">{waiting}</span>
      )}
      {completion && isOpen && <Draws column={column} promptId={promptId} title={title} reference={reference} />}
    </td>
  );
}

interface DrawsProps {
  readonly column: PolicyId;
  readonly promptId: string;
  readonly title: string;
  readonly reference: PolicyId | null;
}

/** Each beside its fellow in the column it is compared with: the draw with the same seed. */
function Draws({ column, promptId, title, reference }: DrawsProps) {
  const draws = useInTurn(useLab((state) => columnOf(state, column).draws[promptId]));
  const others = useInTurn(
    useLab((state) => (reference === null ? undefined : columnOf(state, reference).draws[promptId])),
  );
  const age = useLab((state) => describeOlder(state, column, promptId));
  if (!draws) return <p className="draws-note">drawing {DRAWS} …</p>;
  return (
    <>
      <ol className="draws" aria-label={`${title}: ${DRAWS} draws at T 1`}>
        {draws.completions.map((completion, i) => (
          <li key={i}>
            <Reply
              completion={completion}
              title={`${title} draw ${i + 1}`}
              review={draws.reviews[i]}
              reference={reference}
              before={others?.seed === draws.seed ? others.completions[i]?.text : undefined}
            />
          </li>
        ))}
      </ol>
      {age !== '' && <p className="draws-note">{age}</p>}
    </>
  );
}

interface ReplyProps {
  readonly completion: Completion;
  readonly title: string;
  readonly review: CompletionReview | undefined;
  readonly reference: PolicyId | null;
  /** What the reference says there; missing = nothing to compare with. */
  readonly before: string | undefined;
  readonly isWhole?: boolean;
  readonly onToggle?: () => void;
}

function Reply({ completion, title, review, reference, before, isWhole = true, onToggle }: ReplyProps) {
  const from = useLab((state) => (reference === null ? null : columnTitle(state, reference)));
  const unlike = useMemo(
    (): Unlike | undefined =>
      from === null || before === undefined ? undefined : { from, places: newSentences(before, completion.text) },
    [from, before, completion.text],
  );
  const text = <CompletionText completion={completion} title={title} review={review} unlike={unlike} />;
  if (!onToggle) return text;
  return (
    <Clamp title={title} end={describeEnd(completion)} isWhole={isWhole} onToggle={onToggle}>
      {text}
    </Clamp>
  );
}

/** "of step 40": the weights have moved on since they were drawn. */
function describeOlder(state: LabState, column: PolicyId, promptId: string): string {
  const { draws, step } = columnOf(state, column);
  const run = stageRun(state, column);
  const drawn = draws[promptId];
  return !run || !drawn || drawn.step === step ? '' : `of ${unitOf(run)} ${drawn.step}`;
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
