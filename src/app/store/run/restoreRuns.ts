/** Runs that were stored, as the page shows them. Pure. */
import { findStage, inputsOf, parentIdsOf, BASE } from '../../../lab/pipeline.ts';
import type { Stage, StageDetail, StageId } from '../../../lab/stages/kinds.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import type { StoredCourse, StoredSeries } from '../../../lab/storage/types.ts';
import { append, fromColumns, mapCurves } from '../../../lab/curve.ts';
import type { LabState, RunRecord } from '../state.ts';
import { stageRun } from './stageRuns.ts';

type Course = Pick<RunRecord, 'series' | 'changes' | 'details'>;

export function restoreCourse({ series, events, details }: StoredCourse): Course {
  return {
    series: mapCurves(series, ({ steps, values }) => append([], fromColumns(steps, values))),
    changes: events,
    details: Object.fromEntries(details.map((detail) => [detail.kind, detail])),
  };
}

/** A finished run, from its checkpoint. `settings` are those of the node, checked when it was stored. */
export function runOfNode(
  id: string,
  stageId: StageId,
  node: CheckpointNode,
  stored: { readonly series: StoredSeries; readonly details: readonly StageDetail[]; readonly hasBefore: boolean },
  state: LabState,
): RunRecord {
  return {
    id,
    stageId,
    phase: 'finished',
    step: node.totalSteps,
    totalSteps: node.totalSteps,
    isMidStep: false,
    stepPhase: null,
    preparation: null,
    stage: stageOfNode(stageId, node, state),
    seed: node.seed,
    device: null,
    ...restoreCourse({ series: stored.series, events: node.events, details: stored.details }),
    pending: {},
    snapshotSteps: [node.totalSteps],
    arrivals: [],
    hasBefore: stored.hasBefore,
    nodeId: node.id,
    problem: null,
    from: startedFrom(stageId, node, state),
  };
}

/** As it was trained; an average that stands in another stage's place leaves that stage as the experiment has it. */
function stageOfNode(stageId: StageId, node: CheckpointNode, { experiment }: LabState): Stage {
  const own = findStage(experiment.document, stageId);
  if (own && own.kind !== node.stage) return own;
  return { kind: node.stage, id: stageId, from: own?.from ?? [], ...node.settings } as unknown as Stage;
}

/** The runs shown by the stages it starts from, where they show the very checkpoints it was made from. */
function startedFrom(stageId: StageId, { parentIds }: CheckpointNode, state: LabState): RunRecord['from'] {
  const { document } = state.experiment;
  if (!findStage(document, stageId)) return {};
  const inputs = parentIdsOf(inputsOf(document, stageId), (input) => input);
  return Object.fromEntries(
    inputs.flatMap((input, i) => {
      const run = input === BASE ? null : stageRun(state, input);
      return run && run.nodeId === parentIds[i] ? [[input, run.id]] : [];
    }),
  );
}
