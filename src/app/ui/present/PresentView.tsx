/**
 * Presenter mode: one chart and the completions, readable from the last row, driven by the keyboard. Where this very
 * experiment has been trained before, Start replays that run and says so; "Train it live" is beside it.
 */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { Button, Link } from 'react-aria-components';
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import { buildRows } from '../../series/rows.ts';
import { advancePlayback, dropPlayback, findRecordings } from '../../store/present/presentActions.ts';
import { stageKinds, stageTitles } from '../../store/run/stageRuns.ts';
import type { StageId } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { selectStage } from '../../store/uiActions.ts';
import { chartsWith, chartList } from '../export/chartList.ts';
import { MetricChart } from '../charts/MetricChart.tsx';
import { stageHues } from '../stageHues.ts';
import './present.css';
import { PresentControls } from './PresentControls.tsx';
import { perform } from './presentDeeds.ts';
import { deedOf } from './presentKeys.ts';
import { PresentTexts } from './PresentTexts.tsx';
import { usePresented } from './usePresented.ts';

const STAGES: readonly StageId[] = ['base', ...stageKinds, 'compare'];
const TITLES: Readonly<Record<StageId, string>> = { base: 'Base model', ...stageTitles, compare: 'Compare' };
const FRAME_MS = 60;

export function PresentView() {
  const stage = useLab((state) => state.ui.stage);
  const kind = stageKinds.find((each) => each === stage);
  usePlayer();
  useKeys();
  return (
    <main className="present" style={{ '--hue': stageHues[stage] }}>
      <div className="present-head">
        <h1>{TITLES[stage]}</h1>
        <nav className="present-stages" aria-label="Stages">
          {STAGES.map((id, index) => (
            <Button
              key={id}
              className="button"
              aria-label={TITLES[id]}
              aria-current={id === stage ? 'step' : undefined}
              onPress={() => selectStage(id)}
            >
              {index + 1}
            </Button>
          ))}
        </nav>
        <p className="present-keys">
          <kbd>Space</kbd> run or pause · <kbd>→</kbd> step · <kbd>1</kbd>–<kbd>5</kbd> stages · <kbd>Esc</kbd>{' '}
          <Link href="#lab">leave</Link>
        </p>
      </div>
      {kind && <PresentStage kind={kind} />}
      <PresentTexts stage={stage} />
    </main>
  );
}

function PresentStage({ kind }: { readonly kind: StageKind }) {
  const shown = usePresented(kind);
  const isWide = useWidth();
  const smoothing = useLab((state) => state.ui.smoothing);
  const rows = useMemo(() => buildRows(shown.series, smoothing), [shown.series, smoothing]);
  const chart = useMemo(() => chartsWith(kind, shown.series)[0] ?? chartList[kind][0]!, [kind, shown.series]);
  return (
    <>
      <PresentControls kind={kind} shown={shown} />
      <div className="present-chart" data-recorded={shown.recording ? true : undefined}>
        <MetricChart
          recipe={kind}
          title={chart.title}
          area="auto"
          rows={rows}
          totalSteps={shown.totalSteps || 1}
          lines={chart.lines}
          isFromZero={chart.isFromZero ?? false}
          isSynced={false}
          isLarge={isWide}
        />
      </div>
    </>
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

/** Looks for recordings whenever the experiment changes, and moves the one that plays. */
function usePlayer(): void {
  const document = useLab((state) => state.experiment.document);
  const imported = useLab((state) => state.export.imported);
  const isPlaying = useLab((state) => state.present.playback?.isPlaying ?? false);
  useEffect(() => {
    dropPlayback();
    void findRecordings();
  }, [document, imported]);
  useEffect(() => {
    if (!isPlaying) return;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      advancePlayback(now - last);
      last = now;
    }, FRAME_MS);
    return () => clearInterval(timer);
  }, [isPlaying]);
}

function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, textarea, [role=dialog]')) return;
      const isModified = event.ctrlKey || event.altKey || event.metaKey;
      const deed = deedOf({ key: event.key, isRepeat: event.repeat, isModified });
      // A focused button would take the space for itself.
      if (!deed || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      perform(deed);
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
