/** The charts of a stage in large: those that lead, or whichever the presenter chooses, side by side. */
import { useMemo, useState, useSyncExternalStore } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { stageNamed } from '../../../lab/pipeline.ts';
import type { StageId } from '../../../lab/stages/kinds.ts';
import { buildRows } from '../../series/rows.ts';
import { faces } from '../../stages/faces.ts';
import { useLab } from '../../store/store.ts';
import { chartsWith, leadTitles } from '../charts/listedChart.ts';
import { MetricChart } from '../charts/MetricChart.tsx';
import type { Presented } from './usePresented.ts';

export function PresentCharts({ id, shown }: { readonly id: StageId; readonly shown: Presented }) {
  const kind = useLab((state) => stageNamed(state.experiment.document, id).kind);
  const { charts } = faces[kind];
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const isWide = useWidth();
  const smoothing = useLab((state) => state.ui.smoothing);
  const { series } = shown;
  const rows = useMemo(() => buildRows(series, smoothing), [series, smoothing]);
  // The lines of what isn't measured yet would only take room for their names.
  const drawn = useMemo(() => {
    const filled = chartsWith(charts, series);
    return charts.map((chart) => filled.find(({ title }) => title === chart.title) ?? chart);
  }, [charts, series]);
  if (charts.length === 0) return null;
  const picked = drawn.filter(({ title }) => (chosen ?? leadTitles(charts)).includes(title));
  return (
    <div className="present-charts" data-recorded={shown.recording ? true : undefined}>
      {charts.length > 1 && (
        <ToggleButtonGroup
          className="segments present-choice"
          aria-label="Charts"
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={picked.map(({ title }) => title)}
          onSelectionChange={(keys) => setChosen([...keys].map(String))}
        >
          {charts.map(({ title }) => (
            <ToggleButton key={title} id={title}>
              {title}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <div className="present-chart-row">
        {picked.map(({ title, lines, isFromZero = false }) => (
          <MetricChart
            key={title}
            kind={kind}
            title={title}
            area="auto"
            rows={rows}
            totalSteps={shown.totalSteps || 1}
            lines={lines}
            isFromZero={isFromZero}
            isSynced={false}
            isLarge={isWide}
          />
        ))}
      </div>
    </div>
  );
}

/** A phone has no room for a projector's margins. */
function useWidth(): boolean {
  return useSyncExternalStore(onResize, () => innerWidth > 860);
}

function onResize(change: () => void): () => void {
  window.addEventListener('resize', change);
  return () => window.removeEventListener('resize', change);
}
