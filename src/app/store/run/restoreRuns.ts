/** Runs that were stored, as the page shows them. Pure. */
import type { StageDetail } from '../../../lab/stages/stageDetail.ts';
import type { StageKind } from '../../../lab/stages/stageSchemas.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import type { StoredCourse, StoredSeries } from '../../../lab/storage/types.ts';
import { append, type Series } from '../../series/series.ts';
import type { LabState, RunRecord, SettingChange } from '../state.ts';

type Course = Pick<RunRecord, 'series' | 'changes' | 'details'>;

export function restoreCourse({ series, events, details }: StoredCourse): Course {
  return {
    series: Object.fromEntries(Object.entries(series).map(([key, curve]) => [key, toSeries(curve)])),
    changes: events.map(({ step, key, value }) => ({ step, key, value }) as SettingChange),
    details: Object.fromEntries(details.map((detail) => [detail.kind, detail])),
  };
}

/** A finished run, from its checkpoint. `settings` are those of the node, checked when it was stored. */
export function runOfNode(
  id: string,
  kind: StageKind,
  node: CheckpointNode,
  stored: { readonly series: StoredSeries; readonly details: readonly StageDetail[]; readonly hasBefore: boolean },
  state: LabState,
): RunRecord {
  const course = restoreCourse({ series: stored.series, events: node.events, details: stored.details });
  return {
    ...{ id, stage: kind, phase: 'finished', step: node.totalSteps, totalSteps: node.totalSteps, isMidStep: false },
    ...{ phaseName: null, preparation: null, settings: { kind, ...node.settings } as RunRecord['settings'] },
    ...{ seed: node.seed, device: null, ...course, pending: {}, snapshotSteps: [node.totalSteps], arrivals: [] },
    ...{ hasBefore: stored.hasBefore, nodeId: node.id, problem: null },
    from: { policy: runFor(state, 'sft', node.parentIds), rewardModel: runFor(state, 'rewardModel', node.parentIds) },
  };
}

/** The run shown by a stage, if it is one of these parents. */
function runFor(state: LabState, kind: StageKind, parentIds: readonly string[]): string | null {
  const id = state.runs.current[kind];
  const nodeId = id === null ? null : (state.runs.byId[id]?.nodeId ?? null);
  return nodeId !== null && parentIds.includes(nodeId) ? id : null;
}

function toSeries({ steps, values }: StoredSeries[string]): Series {
  return append(
    [],
    Array.from(steps, (step, i) => ({ step, value: values[i]! })),
  );
}
