/** Files to take away. What can't be written says so, and nothing is lost by it. */
import { strToU8, zipSync } from 'fflate';
import { writeCompletionsJsonl } from '../../../lab/export/completionsJsonl.ts';
import { writeCurvesCsv } from '../../../lab/export/curvesCsv.ts';
import type { CompletionsAtStep, ExportedRun } from '../../../lab/export/exported.ts';
import { type ReportParts, writeHtmlReport } from '../../../lab/export/htmlReport.ts';
import { policiesOf } from '../../../lab/pipeline.ts';
import { saveFile } from '../../client/saveFile.ts';
import { exportedDocument, exportedRuns, newestCompletions, newestDraws, newestEvals } from './exportParts.ts';
import { errorMessage } from '../session/problems.ts';
import type { LabState } from '../state.ts';
import { labStore, updateSlice } from '../store.ts';
import { addNotice } from '../uiActions.ts';

export type ExportKind = 'csv' | 'png' | 'svg' | 'jsonl' | 'json' | 'html';

/** Draws what only the page can draw (ui/export/drawCharts.tsx). */
export interface ChartPrinter {
  readonly drawCharts: (
    runs: readonly ExportedRun[],
    name: string,
    smoothing: number,
  ) => Promise<readonly { readonly stage: string; readonly title: string; readonly svg: string }[]>;
  readonly rasterize: (svg: string, scale: number) => Promise<Blob>;
}

/** PNGs stay sharp on a projector. */
const PNG_SCALE = 2;

export async function exportAs(kind: ExportKind, printer: () => Promise<ChartPrinter>): Promise<void> {
  if (labStore.getState().export.busy !== null) return;
  updateSlice('export', () => ({ busy: 'Writing the file …' }));
  try {
    await write[kind](labStore.getState(), printer);
  } catch (error) {
    addNotice('problem', `The file was not written: ${errorMessage(error)}. Nothing on the page has changed.`);
  }
  updateSlice('export', () => ({ busy: null }));
}

type Write = (state: LabState, printer: () => Promise<ChartPrinter>) => Promise<void>;

const write: Readonly<Record<ExportKind, Write>> = {
  async csv(state) {
    saveFile(fileName(state, 'curves.csv'), writeCurvesCsv(await exportedRuns(state)), 'text/csv');
  },
  async jsonl(state) {
    saveFile(
      fileName(state, 'completions.jsonl'),
      writeCompletionsJsonl([...allCompletions(state), ...newestDraws(state)]),
    );
  },
  async json(state) {
    const document = await exportedDocument(state);
    saveFile(fileName(state, 'run.json'), `${JSON.stringify(document, null, 2)}\n`, 'application/json');
  },
  svg: (state, printer) => saveCharts(state, 'svg', printer),
  png: (state, printer) => saveCharts(state, 'png', printer),
  async html(state, printer) {
    const runs = await exportedRuns(state);
    const { name } = state.experiment;
    const drawn = await (await printer()).drawCharts(runs, name, state.ui.smoothing);
    const report = writeHtmlReport({
      name,
      experiment: state.experiment.document,
      at: new Date().toISOString(),
      runs,
      charts: Object.fromEntries(
        runs.map(({ stage }) => [stage, drawn.filter((chart) => chart.stage === stage).map(({ svg }) => svg)]),
      ),
      evals: newestEvals(state),
      against: measuredAgainst(state),
      completions: newestCompletions(state),
    });
    saveFile(fileName(state, 'report.html'), report, 'text/html');
  },
};

/** What Compare measured each column against. */
function measuredAgainst({ compare: { measured } }: LabState): ReportParts['against'] {
  return Object.fromEntries(
    Object.entries(measured).flatMap(([id, { reference }]) => (reference === null ? [] : [[id, reference]])),
  );
}

/** Every kept step, oldest stage first. */
function allCompletions({ experiment, export: { history } }: LabState): readonly CompletionsAtStep[] {
  return policiesOf(experiment.document).flatMap((id) => history[id] ?? []);
}

/** One file a chart, together in one archive: browsers ask before a page saves many. */
async function saveCharts(state: LabState, kind: 'png' | 'svg', printer: () => Promise<ChartPrinter>): Promise<void> {
  const { drawCharts, rasterize } = await printer();
  const drawn = await drawCharts(await exportedRuns(state), state.experiment.name, state.ui.smoothing);
  const files: Record<string, Uint8Array> = {};
  for (const { stage, title, svg } of drawn) {
    const name = `${stage}-${slug(title)}.${kind}`;
    files[name] = kind === 'svg' ? strToU8(svg) : new Uint8Array(await (await rasterize(svg, PNG_SCALE)).arrayBuffer());
  }
  saveFile(fileName(state, `charts-${kind}.zip`), zipSync(files), 'application/zip');
}

function fileName({ experiment }: LabState, ending: string): string {
  return `${slug(experiment.name) || 'experiment'}-${ending}`;
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
