/** Which policies' completions stand side by side, and which could. Pure. */
import { BASE, findStage, policiesOf, type PolicyId, titleOf } from '../../../lab/pipeline.ts';
import { specOf } from '../../../lab/stages/kinds.ts';
import { faces } from '../../stages/faces.ts';
import type { LabState } from '../../store/state.ts';

/** As many can be read beside each other. */
export const MOST_COLUMNS = 4;

function columnChoices({ experiment }: LabState): readonly PolicyId[] {
  return policiesOf(experiment.document);
}

/** The visitor's choice of those that are left, else base, the first policy that imitates people, and the last. */
export function shownColumns(state: LabState): readonly PolicyId[] {
  const possible = columnChoices(state);
  const chosen = possible.filter((id) => state.ui.columns?.includes(id));
  return chosen.length > 0 ? chosen : defaultColumns(state);
}

function defaultColumns({ experiment: { document } }: LabState): readonly PolicyId[] {
  const policies = policiesOf(document);
  const reference = document.stages.find(({ kind }) => specOf(kind).isReference)?.id;
  const wanted = [BASE, reference, policies.at(-1)];
  return policies.filter((id) => wanted.includes(id));
}

/** The glossary's entry of what a column is. */
export function columnTerm({ experiment }: LabState, id: PolicyId): string {
  const kind = findStage(experiment.document, id)?.kind;
  return kind === undefined ? 'base-model' : faces[kind].term;
}

export function columnTitle({ experiment }: LabState, id: PolicyId): string {
  return titleOf(experiment.document, id);
}
