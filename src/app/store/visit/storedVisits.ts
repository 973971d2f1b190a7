/** The visits that storage holds, for the view that lists them. */
import type { LabStorage } from '../../../lab/storage/types.ts';
import type { StoredVisit } from '../lineage/lineageState.ts';
import { titleOf } from '../../../lab/pipeline.ts';
import { visitId, visitsInTabs } from './visit.ts';

/** The newest first. */
export async function readVisits(storage: LabStorage): Promise<readonly StoredVisit[]> {
  const [sessions, runs, inTabs] = await Promise.all([storage.sessions(), storage.runs(), visitsInTabs()]);
  return sessions
    .map(({ id, name, search, usedAt, current, experiment }): StoredVisit => {
      const open = runs.filter(({ sessionId, nodeId }) => sessionId === id && nodeId === null).at(-1);
      const where = id === visitId() ? 'here' : inTabs.has(id) ? 'other tab' : 'closed';
      const finished = experiment.stages.flatMap((stage) => (current[stage.id] ? titleOf(experiment, stage.id) : []));
      const unfinished = open ? { ...open, title: titleOf(open.experiment, open.stageId) } : null;
      return { id, name, search, usedAt, where, finished, unfinished };
    })
    .sort((a, b) => (a.usedAt < b.usedAt ? 1 : -1));
}
