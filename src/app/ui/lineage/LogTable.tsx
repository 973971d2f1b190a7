/** Who moved mainline, what, when, why, and what the gate said. Nothing in it is ever rewritten. */
import type { MainlineEntry } from '../../../lab/lineage/types.ts';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { selectNode } from '../../store/lineage/lineageActions.ts';
import { useLab } from '../../store/store.ts';
import { ColumnHeads } from '../completions/ColumnHeads.tsx';
import { Icon } from '../controls/Icon.tsx';
import { GateResults } from './GateResults.tsx';
import { nodeName } from './nodeWords.ts';

const DEEDS: Readonly<Record<MainlineEntry['what'], string>> = {
  created: 'Created',
  promoted: 'Promoted',
  rolledBack: 'Rolled back',
  merged: 'Merged',
  refused: 'Refused by the gate',
};

export function LogTable() {
  const log = useLab((state) => state.lineage.log);
  if (log.length === 0) return <p className="muted">Nothing has happened to mainline yet.</p>;
  return (
    <div className="table-scroll">
      <table className="evals log-table" aria-label="Log of the mainline">
        <ColumnHeads titles={['No.', 'When', 'Who', 'What', 'From', 'To', 'Why', 'Gate']} />
        <tbody>
          {log
            .toSorted((a, b) => b.number - a.number)
            .map((entry) => (
              <Entry key={entry.number} entry={entry} />
            ))}
        </tbody>
      </table>
    </div>
  );
}

function Entry({ entry: { number, at, who, what, from, to, why, gate } }: { readonly entry: MainlineEntry }) {
  return (
    <tr>
      <td className="number">{number}</td>
      <td className="number">{new Date(at).toLocaleString()}</td>
      <td>{who}</td>
      <td>{DEEDS[what]}</td>
      <td>{from === null ? '–' : <Checkpoint id={from} />}</td>
      <td>
        <Checkpoint id={to} />
      </td>
      <td className="log-why">{why || '–'}</td>
      <td>{gate.length > 0 ? <Gate gate={gate} /> : '–'}</td>
    </tr>
  );
}

function Checkpoint({ id }: { readonly id: string }) {
  const node = useLab((state) => state.lineage.nodes.find((one) => one.id === id));
  if (!node) return `${id.slice(0, 6)}, deleted`;
  return (
    <button type="button" className="link-button" onClick={() => selectNode(id)}>
      {nodeName(node)}
    </button>
  );
}

function Gate({ gate }: Pick<MainlineEntry, 'gate'>) {
  const passed = gate.filter((result) => result.passed === true).length;
  return (
    <Disclosure className="fold">
      <Heading>
        <Button slot="trigger" className="button button-bare fold-button">
          <Icon name="down" /> {passed} of {gate.length} passed
        </Button>
      </Heading>
      <DisclosurePanel>
        <GateResults results={gate} />
      </DisclosurePanel>
    </Disclosure>
  );
}
