/** The hero: one row a prompt, one column a checkpoint, same prompt and same sampling seed, refreshed while training. */
import { describeAge, stageRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { sampleActions } from '../../store/session/sessionActions.ts';
import type { Column, ColumnId } from '../../store/state.ts';
import { AskBox } from './AskBox.tsx';
import { CompletionCell } from './CompletionCell.tsx';
import { stageHues } from '../stageHues.ts';
import { Term } from '../controls/Term.tsx';

const COLUMNS: readonly { readonly id: ColumnId; readonly title: string; readonly term: string }[] = [
  { id: 'base', title: 'Base', term: 'base-model' },
  { id: 'sft', title: 'SFT', term: 'sft' },
  { id: 'ppo', title: 'RL', term: 'rl' },
];

export function Completions() {
  const prompts = useLab((state) => state.experiment.document.displayPrompts);
  const asked = useLab((state) => state.samples.asked);
  return (
    <section className="completions" aria-label="Completions">
      <div className="completions-scroll" tabIndex={-1}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="column-head">
                  <Term id="prompt">Prompt</Term>
                </span>
              </th>
              {COLUMNS.map(({ id, title, term }) => (
                <th key={id} scope="col" style={{ '--hue': stageHues[id] }}>
                  <span className="column-head">
                    <span className="column-dot" />
                    <Term id={term}>{title}</Term>
                    <ColumnState id={id} />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...asked, ...prompts].map(({ id, question }, row) => (
              <tr key={id}>
                <th scope="row">{question}</th>
                {COLUMNS.map((column) => (
                  <CompletionCell
                    key={column.id}
                    column={column.id}
                    title={column.title}
                    promptId={id}
                    isFirst={row === 0}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <AskBox />
    </section>
  );
}

function ColumnState({ id }: { readonly id: ColumnId }) {
  const column = useLab((state) => state.samples.columns[id]);
  const totalSteps = useLab((state) => (id === 'base' ? 0 : (stageRun(state, id)?.totalSteps ?? 0)));
  const age = useLab((state) => (id === 'base' ? null : describeAge(state, id)));
  if (column.phase === 'failed') {
    return (
      <span className="column-state column-failed" role="alert">
        could not be drawn: {column.problem}{' '}
        <button type="button" className="link-button" onClick={() => void sampleActions.redraw()}>
          Draw again
        </button>
      </span>
    );
  }
  return (
    <span className="column-state">
      <span className="number">{describe(id, column, totalSteps)}</span>
      {age !== null && column.phase !== 'empty' && ` · ${age}`}
    </span>
  );
}

function describe(id: ColumnId, column: Column, totalSteps: number): string {
  const isTrained = id !== 'base' && Object.keys(column.completions).length > 0;
  const at = isTrained ? `${id === 'ppo' ? 'update' : 'step'} ${column.step} of ${totalSteps}` : '';
  return column.phase === 'drawing' ? `${at} · drawing …`.replace(/^ · /, '') : at;
}
