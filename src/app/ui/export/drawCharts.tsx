/**
 * Draws charts out of sight, on white whatever the page's colours are, and takes their SVG with every style written into it.
 */
import { createRoot } from 'react-dom/client';
import type { ExportedRun } from '../../../lab/export/exported.ts';
import { faces } from '../../stages/faces.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { labStore } from '../../store/store.ts';
import { chartsWith } from '../charts/listedChart.ts';
import { PRINT_SIZE, PrintChart } from './PrintChart.tsx';
import './print.css';

export interface DrawnChart {
  readonly stage: ExportedRun['stage'];
  readonly title: string;
  readonly svg: string;
}

/** What CSS may have set on a part of a chart. */
const STYLES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** @param name of the experiment, above each chart · @param smoothing as on the page */
export async function drawCharts(
  runs: readonly ExportedRun[],
  name: string,
  smoothing: number,
): Promise<readonly DrawnChart[]> {
  const place = document.createElement('div');
  place.className = 'chart print-place';
  document.body.append(place);
  const root = createRoot(place);
  const wanted = runs.flatMap((run) => chartsWith(faces[run.kind].charts, run.series).map((chart) => ({ run, chart })));
  try {
    root.render(
      wanted.map(({ run, chart }) => (
        <PrintChart
          key={`${run.stage} ${chart.title}`}
          kind={run.kind}
          heading={`${name} · ${stageTitle(labStore.getState(), run.stage)} · seed ${run.seed}`}
          chart={chart}
          series={run.series}
          totalSteps={run.totalSteps}
          smoothing={smoothing}
        />
      )),
    );
    const drawn = await waitForLines(place, wanted.length);
    return wanted.map(({ run, chart }, index) => ({
      stage: run.stage,
      title: chart.title,
      svg: serialize(drawn[index]!),
    }));
  } finally {
    root.unmount();
    place.remove();
  }
}

/** Recharts lays out in effects of its own: charts are there when each has its title and stands still for two frames. */
async function waitForLines(place: HTMLElement, count: number): Promise<readonly SVGSVGElement[]> {
  let before = '';
  for (let frame = 0; frame < 200; frame++) {
    await new Promise((resolve) => {
      setTimeout(resolve, 16);
    });
    const found = [...place.querySelectorAll<SVGSVGElement>('svg.recharts-surface')];
    const now = place.innerHTML;
    if (found.length === count && now === before && found.every((svg) => svg.querySelector('.print-title'))) {
      return found;
    }
    before = now;
  }
  throw new TypeError('the charts could not be drawn: show the stage whose charts you want and export again');
}

function serialize(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const parts = [...svg.querySelectorAll<SVGElement>('*')];
  const copies = [...copy.querySelectorAll<SVGElement>('*')];
  parts.forEach((part, index) => {
    const target = copies[index];
    if (!target) return;
    const style = getComputedStyle(part);
    for (const name of STYLES) target.setAttribute(name, style.getPropertyValue(name));
    target.removeAttribute('class');
    target.removeAttribute('style');
    for (const { name } of [...target.attributes])
      if (/^(data-|on|tabindex|role)/.test(name)) target.removeAttribute(name);
  });
  for (const { name } of [...copy.attributes]) copy.removeAttribute(name);
  const { width, height } = PRINT_SIZE;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', '#ffffff');
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

/** @param scale pixels a CSS pixel · @throws TypeError where the browser draws no image of an SVG */
export async function rasterize(svg: string, scale: number): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = PRINT_SIZE.width * scale;
  canvas.height = PRINT_SIZE.height * scale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new TypeError('the browser made no image'))), 'image/png');
  });
}
