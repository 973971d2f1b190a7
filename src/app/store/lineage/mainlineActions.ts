/**
 * The mainline: promotion past the gate, and rolling back in one click. Every move, and every refusal, is in the log.
 */
import { InvalidInputError } from '../../../errors.ts';
import { shortId } from '../../../lab/lineage/differences.ts';
import { gateVerdict, isMeasured, runGate } from '../../../lab/lineage/gate.ts';
import { rollbackTarget } from '../../../lab/lineage/mainline.ts';
import { isMerge, isPolicyNode } from '../../../lab/lineage/nodes.ts';
import { type CheckpointNode, type GateResult, MAINLINE, type MainlineEntry } from '../../../lab/lineage/types.ts';
import { labStorage } from '../../client/storage.ts';
import { change, guarded, nodeById } from './lineageActions.ts';
import { asWork, measureNode, measuringWith } from './measureNodes.ts';
import type { LabState } from '../state.ts';
import { labStore } from '../store.ts';

export function mainlineId({ lineage }: LabState): string | null {
  return lineage.pointers.find(({ name }) => name === MAINLINE)?.nodeId ?? null;
}

/** Where "Roll back" leads; null = nowhere. */
export function rollbackId({ lineage }: LabState): string | null {
  return rollbackTarget(lineage.log, MAINLINE, (id) => lineage.nodes.some((node) => node.id === id));
}

/**
 * The first promotion makes the mainline. Every other one runs the gate first: what isn't measured yet is measured, and a
 * gate that fails, or can't be decided, moves nothing and says so in the log.
 */
export function promote(id: string, why: string): Promise<void> {
  return guarded('Nothing was promoted', () => asWork(() => tryPromotion(nodeById(id), why)));
}

async function tryPromotion(candidate: CheckpointNode, why: string): Promise<void> {
  if (!isPolicyNode(candidate)) {
    throw new InvalidInputError('mainline points to a policy, and this is a reward model: choose a policy');
  }
  const from = mainlineId(labStore.getState());
  if (from === candidate.id) throw new InvalidInputError('mainline already points to this checkpoint: choose another');
  if (from === null) {
    await write('created', { from, to: candidate.id, why, gate: [] });
    change({ said: `Mainline now exists and points to ${shortId(candidate.id)}.`, gateTry: null });
    return;
  }
  const gate = await tryGate(candidate, nodeById(from));
  const verdict = gateVerdict(gate);
  change({ gateTry: { candidateId: candidate.id, mainlineId: from, results: gate } });
  if (verdict !== true) {
    await write('refused', { from, to: candidate.id, why, gate });
    const failed = gate.filter(({ passed }) => passed === false).length;
    const open = gate.filter(({ passed }) => passed === null).length;
    change({
      said: `The gate refused ${shortId(candidate.id)}: ${verdict === false ? `${failed} of ${gate.length} rules failed` : `${open} of ${gate.length} rules could not be decided, because a figure could not be measured: remove such a rule`}. Mainline stays where it was.`,
    });
    return;
  }
  await write(isMerge(candidate) ? 'merged' : 'promoted', { from, to: candidate.id, why, gate });
  change({ said: `The gate passed: mainline now points to ${shortId(candidate.id)}.` });
}

/** Figures of one kind for both: the same questions, seed and spec. */
async function tryGate(candidate: CheckpointNode, mainline: CheckpointNode): Promise<readonly GateResult[]> {
  const rules = labStore.getState().lineage.gate;
  const wanted = await measuringWith();
  const measured = async (node: CheckpointNode, what: string) =>
    rules.length === 0 || isMeasured(node, wanted) ? node : measureNode(node, what, wanted);
  const own = await measured(candidate, 'Measuring the candidate');
  return runGate(rules, own, await measured(mainline, 'Measuring mainline'));
}

/** Back to where mainline pointed before, without a gate: rollback must never wait. */
export function rollBack(why: string): Promise<void> {
  return guarded('Nothing was rolled back', async () => {
    const state = labStore.getState();
    const to = rollbackId(state);
    if (to === null)
      throw new InvalidInputError('mainline has never pointed elsewhere, or that checkpoint was deleted');
    await write('rolledBack', { from: mainlineId(state), to, why, gate: [] });
    change({ said: `Mainline is back at ${shortId(to)}.`, gateTry: null });
  });
}

async function write(
  what: MainlineEntry['what'],
  entry: Pick<MainlineEntry, 'from' | 'to' | 'why' | 'gate'>,
): Promise<void> {
  const who = labStore.getState().lineage.who.trim() || 'you';
  const at = new Date().toISOString();
  await (await labStorage()).movePointer({ ...entry, what, who, at, pointer: MAINLINE, why: entry.why.trim() });
}
