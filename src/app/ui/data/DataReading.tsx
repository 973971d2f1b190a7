/** The file at hand: how far it has been read, what it holds, what can't be used, and what to do with it. */
import { Button, ProgressBar } from 'react-aria-components';
import { ownDataLimits } from '../../../lab/document/ownDataLimits.ts';
import type { OwnDataSummary } from '../../../world/ownData/types.ts';
import { formatBytes } from '../../series/format.ts';
import { dropFile, takeFile } from '../../store/experiment/dataActions.ts';
import { useLab } from '../../store/store.ts';
import { ProblemRows } from '../label/ProblemRows.tsx';
import { kinds } from './kinds.ts';

export function DataReading() {
  const { phase, summary, problem } = useLab((state) => state.ownData);
  if (phase === 'failed') {
    return (
      <div className="problem" role="alert">
        <p>
          <strong>{problem}.</strong> What was in use is unchanged.
        </p>
        <Button className="button" onPress={dropFile}>
          Leave the file
        </Button>
      </div>
    );
  }
  return (
    <section className="reading-pane" aria-label="The file">
      {phase === 'reading' && <ReadingProgress />}
      {phase === 'taking' && <p role="status">Taking over {number(summary?.taken ?? 0)} rows …</p>}
      {phase === 'read' && summary && <Summary summary={summary} />}
    </section>
  );
}

function ReadingProgress() {
  const progress = useLab((state) => state.ownData.progress);
  const { doneBytes, totalBytes } = progress ?? { doneBytes: 0, totalBytes: 0 };
  return (
    <ProgressBar
      className="progress"
      aria-label="Reading the file"
      value={doneBytes}
      maxValue={Math.max(1, totalBytes)}
    >
      {({ percentage }) => (
        <>
          <span className="progress-text">{progress ? 'Reading, in a worker of its own' : 'Starting the reader'}</span>
          <span className="progress-text number">
            {formatBytes(doneBytes)} of {formatBytes(totalBytes)}
          </span>
          <span className="progress-track">
            <span className="progress-fill" style={{ '--filled': `${percentage ?? 0}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}

function Summary({ summary }: { readonly summary: OwnDataSummary }) {
  const { name, kind, format, good, taken, bad, problems, sample } = summary;
  const inUse = useLab((state) => state.experiment.document.data[kind].length);
  const skip = bad > 0 ? 'Skip the bad rows, ' : '';
  const title = kinds.find((each) => each.kind === kind)?.title ?? kind;
  return (
    <>
      <div role="status">
        <h2>
          {name}: {number(good)} good {good === 1 ? 'row' : 'rows'} of {title.toLowerCase()} ({format})
          {bad > 0 && `, ${number(bad)} that can’t be used`}
        </h2>
      </div>
      {taken < good && (
        <p>
          An experiment holds {number(ownDataLimits.rows)} rows of a kind: the first {number(taken)} are taken,{' '}
          {number(good - taken)} are left out.
        </p>
      )}
      <div className="button-row">
        {taken > 0 && (
          <Button className="button button-primary" onPress={() => void takeFile('add')}>
            {skip}
            {inUse > 0 ? 'add' : 'use'} {number(taken)} {taken === 1 ? 'row' : 'rows'}
          </Button>
        )}
        {taken > 0 && inUse > 0 && (
          <Button className="button" onPress={() => void takeFile('replace')}>
            {skip}replace the {number(inUse)} in use
          </Button>
        )}
        <Button className="button" onPress={dropFile}>
          Leave the file
        </Button>
      </div>
      {bad > 0 && <ProblemRows problems={problems} total={bad} />}
      {sample.length > 0 && (
        <ul className="sample" aria-label="The first rows">
          {sample.map((texts, i) => (
            <li key={i}>
              {texts.map((text, column) => (
                <span key={column}>{text}</span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function number(value: number): string {
  return value.toLocaleString('en');
}
