/** The head of a table that has a column a checkpoint: a letter for each, the same in all tables and charts. */
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { nodeHue, nodeName } from './nodeWords.ts';

interface NodeHeadsProps {
  readonly chosen: readonly CheckpointNode[];
  /** What the rows are. */
  readonly first: string;
  readonly note?: (node: CheckpointNode) => string;
}

/** `A`, `B`, …; '' where there is but one. */
export function letterOf(index: number, count: number): string {
  return count < 2 ? '' : String.fromCharCode(65 + (index % 26));
}

export function NodeHeads({ chosen, first, note }: NodeHeadsProps) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {chosen.map((node, index) => (
          <th key={node.id} scope="col" style={{ '--hue': nodeHue(node.stage) }}>
            <span className="column-head">
              <span className="column-dot" />
              {letterOf(index, chosen.length)} {nodeName(node)}
              {note && <span className="column-state">{note(node)}</span>}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}
