/** One checkpoint in the tree: stage, what sets it apart, its curve, its key figures, and whether mainline points to it. */
import { memo } from 'react';
import { nodeTitle, shortId } from '../../../lab/lineage/differences.ts';
import type { Place } from '../../../lab/lineage/layout.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { selectNode, toggleNode } from '../../store/lineage/lineageActions.ts';
import { keyFigures, nodeHue, nodeName } from './nodeWords.ts';
import { Sparkline } from './Sparkline.tsx';
import { CARD, corner } from './treeGeometry.ts';

interface TreeNodeProps {
  readonly node: CheckpointNode;
  readonly place: Place;
  readonly difference: string;
  readonly isSelected: boolean;
  readonly isFocused: boolean;
  readonly isMainline: boolean;
}

/** The DOM id of a node's card. */
export function cardId(id: string): string {
  return `checkpoint-${id}`;
}

export const TreeNode = memo(function TreeNode(props: TreeNodeProps) {
  const { node, place, difference, isSelected, isFocused, isMainline } = props;
  const { x, y } = corner(place);
  const figures = keyFigures(node);
  // In the order in which they are seen.
  const name = isMainline ? `${nodeName(node)} mainline` : nodeName(node);
  const label = [name, difference, figures, node.note].filter(Boolean).join(', ');
  return (
    <div
      id={cardId(node.id)}
      className="tree-node"
      role="treeitem"
      aria-label={label}
      aria-level={place.column + 1}
      aria-selected={isSelected}
      data-focused={isFocused || undefined}
      data-mainline={isMainline || undefined}
      style={{ left: x, top: y, width: CARD.width, height: CARD.height, '--hue': nodeHue(node.stage) }}
      onClick={(event) => (event.ctrlKey || event.metaKey || event.shiftKey ? toggleNode : selectNode)(node.id)}
    >
      <span className="tree-node-head">
        <span
          className="tree-node-check"
          title="Add to the comparison, or take out"
          onClick={(event) => {
            event.stopPropagation();
            toggleNode(node.id);
          }}
        />
        <strong>{nodeTitle(node.stage)}</strong> <span className="muted number">{shortId(node.id)}</span>{' '}
        {isMainline && <span className="tree-node-mark">mainline</span>}
        <Sparkline spark={node.spark} />
      </span>{' '}
      <span className="tree-node-line" title={difference}>
        {difference}
      </span>{' '}
      <span className="tree-node-line tree-node-figures">{figures}</span>
    </div>
  );
});
