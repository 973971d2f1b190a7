/** The mainline: where it points, promotion past the gate, rolling back in one click, and the gate's rules. */
import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { MAX_NAME, selectNode, setWho } from '../../store/lineage/lineageActions.ts';
import { mainlineId, promote, rollBack, rollbackId } from '../../store/lineage/mainlineActions.ts';
import { useLab } from '../../store/store.ts';
import { Term } from '../controls/Term.tsx';
import { GateEditor } from './GateEditor.tsx';
import { GateTryTable } from './GateResults.tsx';
import { isPolicy, nodeName } from './nodeWords.ts';
import { useChosen } from './useChosen.ts';

const MAX_WHY = 200;

export function MainlinePanel() {
  return (
    <div className="mainline">
      <div className="mainline-moves">
        <Pointer />
        <Moves />
        <GateTryTable />
      </div>
      <GateEditor />
    </div>
  );
}

function Pointer() {
  const id = useLab(mainlineId);
  const node = useLab((state) => state.lineage.nodes.find((one) => one.id === id));
  if (id === null) {
    return (
      <p>
        There is no <Term id="mainline">mainline</Term> yet. Select a policy and press Promote: the first one makes it.
        Every later one must pass the gate.
      </p>
    );
  }
  return (
    <p>
      <Term id="mainline">Mainline</Term> points to{' '}
      {node ? (
        <button type="button" className="link-button" onClick={() => selectNode(id)}>
          {nodeName(node)}
        </button>
      ) : (
        id.slice(0, 6)
      )}
      .
    </p>
  );
}

function Moves() {
  const who = useLab((state) => state.lineage.who);
  const isBusy = useLab((state) => state.lineage.work !== null);
  const current = useLab(mainlineId);
  const previous = useLab(rollbackId);
  const back = useLab((state) => state.lineage.nodes.find(({ id }) => id === previous));
  const chosen = useChosen();
  const [why, setWhy] = useState('');
  const [candidate] = chosen;
  const missing = describeMissing(
    chosen.length,
    candidate !== undefined && !isPolicy(candidate),
    candidate?.id === current,
  );
  const done = (work: Promise<void>): void => void work.then(() => setWhy(''));
  return (
    <>
      <div className="mainline-fields">
        <TextField className="field" value={who} maxLength={MAX_NAME} onChange={setWho}>
          <Label>Your name</Label>
          <Input placeholder="you" />
        </TextField>
        <TextField className="field" value={why} maxLength={MAX_WHY} onChange={setWhy}>
          <Label>Why</Label>
          <Input placeholder="What this step is for" />
        </TextField>
      </div>
      <div className="node-actions">
        <Button
          className="button button-primary"
          isDisabled={isBusy || missing !== null}
          onPress={() => candidate && done(promote(candidate.id, why))}
        >
          {candidate && missing === null ? `Promote ${nodeName(candidate)}` : 'Promote'}
        </Button>
        <Button className="button" isDisabled={isBusy || previous === null} onPress={() => done(rollBack(why))}>
          {back ? `Roll back to ${nodeName(back)}` : 'Roll back'}
        </Button>
      </div>
      {missing !== null && <p className="muted">{missing}</p>}
    </>
  );
}

function describeMissing(count: number, isRewardModel: boolean, isMainline: boolean): string | null {
  if (count !== 1) return 'Select one checkpoint in the tree to promote it.';
  if (isRewardModel) return 'A reward model cannot be mainline: select a policy.';
  return isMainline ? 'Mainline points to the selected checkpoint: select another to promote it.' : null;
}
