/** One checkpoint: what it came from, how it was made, what it measured, what it says. */
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { formatBytes } from '../../series/format.ts';
import { MAX_NOTE, selectNode, setNote } from '../../store/lineage/lineageActions.ts';
import { useLab } from '../../store/store.ts';
import { NodeActions } from './NodeActions.tsx';
import { NodeCompletions } from './NodeCompletions.tsx';
import { NodeEvals } from './NodeEvals.tsx';
import { NodeSettings } from './NodeSettings.tsx';
import { differenceOf, nodeHue, nodeName } from './nodeWords.ts';

export function NodeDetails({ node }: { readonly node: CheckpointNode }) {
  const nodes = useLab((state) => state.lineage.nodes);
  return (
    <div className="node-details">
      <div className="node-facts" style={{ '--hue': nodeHue(node.stage) }}>
        <h2 className="node-title">
          <span className="column-dot" />
          {nodeName(node)}
        </h2>
        <p>{differenceOf(node, nodes)}</p>
        <NodeActions node={node} />
        <Note node={node} />
        <Facts node={node} />
        <NodeSettings node={node} />
      </div>
      <NodeEvals chosen={[node]} />
      <NodeCompletions chosen={[node]} />
    </div>
  );
}

function Note({ node: { id, note } }: { readonly node: CheckpointNode }) {
  const [text, setText] = useState(note);
  const keep = (): void => {
    if (text.trim() !== note) void setNote(id, text.trim());
  };
  return (
    <TextField className="field" value={text} maxLength={MAX_NOTE} onChange={setText} onBlur={keep}>
      <Label>Note</Label>
      <Input placeholder="A line of your own" onKeyDown={(event) => event.key === 'Enter' && keep()} />
    </TextField>
  );
}

function Facts({ node }: { readonly node: CheckpointNode }) {
  const bytes = useLab((state) => state.lineage.bytes[node.id]);
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['Made', new Date(node.createdAt).toLocaleString()],
    ['Experiment', node.experimentName],
    ['Model', node.model],
    ['Device', node.device],
    ['Steps', node.totalSteps > 0 ? String(node.totalSteps) : '–'],
    ['Stored', bytes === undefined ? '…' : formatBytes(bytes)],
    ['Weights', `SHA-256 ${node.weightsDigest.slice(0, 12)}`],
  ];
  return (
    <dl className="facts">
      <dt>From</dt>
      <dd>
        <Parents node={node} />
      </dd>
      {rows.map(([name, value]) => (
        <div key={name} className="facts-row">
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Parents({ node: { parentIds } }: { readonly node: CheckpointNode }) {
  const nodes = useLab((state) => state.lineage.nodes);
  if (parentIds.length === 0) return 'shipped with the page';
  return parentIds.map((id, index) => {
    const parent = nodes.find((node) => node.id === id);
    return (
      <span key={id}>
        {index > 0 && ', '}
        {parent ? (
          <button type="button" className="link-button" onClick={() => selectNode(id)}>
            {nodeName(parent)}
          </button>
        ) : (
          `${id.slice(0, 6)}, deleted`
        )}
      </span>
    );
  });
}
