/**
 * A report in one HTML file: settings, curves, evaluations, completions, how to reproduce. It holds no script and fetches
 * nothing: a content security policy in the file forbids both. Every text is escaped; charts come as SVG drawn by the page.
 */
import type { Experiment } from '../document/experiment.ts';
import type { Evals } from '../document/evals.ts';
import { titleOf } from '../pipeline.ts';
import { escapeHtml } from './escapeHtml.ts';
import type { CompletionsAtStep, ExportedRun } from './exported.ts';
import { reportStyle } from './reportStyle.ts';

export interface ReportParts {
  readonly name: string;
  readonly experiment: Experiment;
  /** ISO 8601. */
  readonly at: string;
  readonly runs: readonly ExportedRun[];
  /** SVG elements as text, drawn by this page; by stage. */
  readonly charts: Readonly<Partial<Record<string, readonly string[]>>>;
  /** By stage; measured on the Compare card. */
  readonly evals: Readonly<Partial<Record<string, Evals>>>;
  /** By stage: what its gains, win rates and KL are against; those that were measured against nothing are missing. */
  readonly against: Readonly<Partial<Record<string, string>>>;
  /** The newest of every stage. */
  readonly completions: readonly CompletionsAtStep[];
}

/** Nothing but the styles in the file itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function writeHtmlReport(parts: ReportParts): string {
  const { name, at, runs, experiment } = parts;
  const title = (stage: string) => titleOf(experiment, stage);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(name)} · RLHF Lab</title>
<style>${reportStyle}</style>
</head>
<body>
<h1>${escapeHtml(name)}</h1>
<p>Trained in a browser by RLHF Lab; written on ${escapeHtml(at)}.</p>
${runs.map((run) => stageSection(run, title(run.stage), parts.charts[run.stage] ?? [])).join('\n')}
${evalSection(parts, title)}
${completionSection(parts.completions, title)}
${reproduceSection(parts)}
</body>
</html>
`;
}

function stageSection(run: ExportedRun, title: string, charts: readonly string[]): string {
  const { step, totalSteps, device, seed, settings, changes } = run;
  const facts: [string, unknown][] = [
    ['steps', `${step} of ${totalSteps}`],
    ['device', device ?? 'not known'],
    ['seed', seed],
    ...Object.entries(settings),
    ...changes.map(({ step: at, key, value }): [string, unknown] => [`${key} from step ${at}`, value]),
  ];
  return `<section>
<h2>${escapeHtml(title)}</h2>
<div class="charts">${charts.join('\n')}</div>
<h3>Settings</h3>
${table(facts.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]))}
</section>`;
}

type Title = (stage: string) => string;

function evalSection({ evals, against }: Pick<ReportParts, 'evals' | 'against'>, title: Title): string {
  const stages = Object.keys(evals);
  if (stages.length === 0) return '';
  const names = [...new Set(stages.flatMap((stage) => Object.keys(evals[stage] ?? {})))];
  const rows = names.map((name) => [name, ...stages.map((stage) => evalText(evals[stage]?.[name]))]);
  const heads = stages.map((stage) => {
    const reference = against[stage];
    return reference === undefined ? title(stage) : `${title(stage)}, against ${title(reference)}`;
  });
  return `<section>
<h2>Evaluations</h2>
<p>Value ± standard error (n). Gains, win rates and KL are against the checkpoint named at the top.</p>
${table(rows, ['', ...heads])}
</section>`;
}

function evalText(one: Evals[string] | undefined): string {
  return one ? `${one.value.toPrecision(4)} ± ${one.se.toPrecision(2)} (${one.n})` : '';
}

function completionSection(completions: readonly CompletionsAtStep[], title: Title): string {
  if (completions.length === 0) return '';
  const prompts = [...new Set(completions.flatMap((at) => at.completions.map(({ prompt }) => prompt)))];
  const heads = [
    'Prompt',
    ...completions.map(({ stage, step }) => (step > 0 ? `${title(stage)}, step ${step}` : title(stage))),
  ];
  const rows = prompts.map((prompt) => [
    prompt,
    ...completions.map((at) => at.completions.find((one) => one.prompt === prompt)?.text.trim() ?? ''),
  ]);
  return `<section>\n<h2>Completions</h2>\n${table(rows, heads)}\n</section>`;
}

function reproduceSection({ experiment }: ReportParts): string {
  return `<section>
<h2>How to reproduce</h2>
<p>Save the text below as <code>experiment.json</code>. With the repository, run <code>npm run lab -- run
experiment.json</code>. The same file, seed and device give the same curves; another device rounds differently.</p>
<pre>${escapeHtml(JSON.stringify(experiment, null, 2))}</pre>
</section>`;
}

/** The first cell of a row is its head. */
function table(rows: readonly (readonly string[])[], heads: readonly string[] = []): string {
  const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  const body = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${escapeHtml(first)}</th>${rest.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}</tr>`,
  );
  return `<table>${head && `<thead><tr>${head}</tr></thead>`}<tbody>\n${body.join('\n')}\n</tbody></table>`;
}
