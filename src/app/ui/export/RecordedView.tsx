/** A run document from a file: its curves and completions, labelled as recorded, and its experiment to take over. */
import { useMemo } from 'react';
import { Button, Link } from 'react-aria-components';
import { fromPairs, mapCurves } from '../../../lab/curve.ts';
import { toQuestion } from '../../../lab/draw/promptText.ts';
import { titleOf } from '../../../lab/pipeline.ts';
import type { Stage } from '../../../lab/stages/kinds.ts';
import type { RunCheckpoint, RunDocument } from '../../../lab/document/runDocument.ts';
import { buildRows } from '../../series/rows.ts';
import { closeImported, takeExperiment } from '../../store/export/exportImport.ts';
import { faces } from '../../stages/faces.ts';
import { openRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { chartsWith } from '../charts/listedChart.ts';
import { MetricChart } from '../charts/MetricChart.tsx';
import './export.css';

export function RecordedView() {
  const imported = useLab((state) => state.export.imported);
  const isTraining = useLab((state) => openRun(state) !== null);
  if (!imported) {
    return (
      <main className="text-view">
        <h1>No recorded run is open</h1>
        <p>Drop a run document on the page, or choose Export, then Open a file.</p>
      </main>
    );
  }
  const { name, document } = imported;
  return (
    <main className="recorded">
      <div className="recorded-head">
        <div>
          <h1>
            {name} <span className="recorded-mark">recorded</span>
          </h1>
          <p className="muted">
            {describe(document)} Nothing on this screen was trained here just now; runs of the page are as they were.
          </p>
        </div>
        <div className="recorded-buttons">
          <Button className="button button-primary" isDisabled={isTraining} onPress={takeExperiment}>
            Take over its settings
          </Button>
          <Button className="button" onPress={closeImported}>
            Close
          </Button>
        </div>
      </div>
      {isTraining && <p className="muted">A run is open: settings can be taken over when it has ended.</p>}
      {document.experiment.stages.map((stage) => {
        const checkpoint = document.checkpoints.find((one) => one.stage === stage.id);
        const title = titleOf(document.experiment, stage.id);
        return checkpoint && <RecordedStage key={stage.id} stage={stage} title={title} checkpoint={checkpoint} />;
      })}
      <RecordedTexts document={document} />
      <p>
        <Link href="#lab">Back to the lab</Link>
      </p>
    </main>
  );
}

function describe({ experiment, timing }: RunDocument): string {
  const where = timing ? `Trained on ${timing.device} in ${Math.round(timing.totalSeconds)} s.` : '';
  return `Model ${experiment.model}, seed ${experiment.seed}. ${where}`.trim();
}

interface StageProps {
  readonly stage: Stage;
  readonly title: string;
  readonly checkpoint: RunCheckpoint;
}

function RecordedStage({ stage: { kind }, title: name, checkpoint }: StageProps) {
  const smoothing = useLab((state) => state.ui.smoothing);
  const series = useMemo(() => mapCurves(checkpoint.metrics, fromPairs), [checkpoint]);
  const rows = useMemo(() => buildRows(series, smoothing), [series, smoothing]);
  const charts = useMemo(() => chartsWith(faces[kind].charts, series), [kind, series]);
  const totalSteps = rows.at(-1)?.step ?? 1;
  return (
    <section aria-label={`${name}, recorded`}>
      <h2>{name}</h2>
      <div className="recorded-charts">
        {charts.map(({ title, lines, isFromZero = false }) => (
          <MetricChart
            key={title}
            kind={kind}
            title={title}
            area="auto"
            rows={rows}
            totalSteps={totalSteps}
            lines={lines}
            isFromZero={isFromZero}
            isSynced={false}
          />
        ))}
      </div>
    </section>
  );
}

function RecordedTexts({ document }: { readonly document: RunDocument }) {
  const columns = document.checkpoints.filter(({ completions }) => completions.length > 0);
  const prompts = [...new Set(columns.flatMap(({ completions }) => completions.map(({ prompt }) => prompt)))];
  if (columns.length === 0) return null;
  return (
    <section aria-label="Completions, recorded">
      <h2>Completions</h2>
      <div className="recorded-texts">
        <table>
          <thead>
            <tr>
              <th scope="col">Prompt</th>
              {columns.map(({ id, stage }) => (
                <th key={id} scope="col">
                  {titleOf(document.experiment, stage)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {prompts.map((prompt) => (
              <tr key={prompt}>
                <th scope="row">{toQuestion(prompt)}</th>
                {columns.map(({ id, completions }) => (
                  <td key={id}>{completions.find((one) => one.prompt === prompt)?.text.trim()}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
