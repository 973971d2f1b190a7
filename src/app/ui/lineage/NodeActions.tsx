/** What can be done with one checkpoint. */
import { Button } from 'react-aria-components';
import { formatBytes } from '../../series/format.ts';
import { BASE } from '../../../lab/pipeline.ts';
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { branchFrom, canReplay, replayOnMainline } from '../../store/lineage/branchActions.ts';
import { deleteNodes, freeWeights } from '../../store/lineage/lineageActions.ts';
import { mainlineId } from '../../store/lineage/mainlineActions.ts';
import { drawChosen, measureChosen } from '../../store/lineage/measureNodes.ts';
import { useLab } from '../../store/store.ts';
import { ConfirmButton } from '../controls/ConfirmButton.tsx';
import { isPolicy, nodeName } from './nodeWords.ts';
import { useHasWeights } from './useHasWeights.ts';

export function NodeActions({ node }: { readonly node: CheckpointNode }) {
  const { id, stage } = node;
  const isBusy = useLab((state) => state.lineage.work !== null);
  const isMainline = useLab((state) => mainlineId(state) === id);
  const hasMainline = useLab((state) => mainlineId(state) !== null);
  const bytes = useLab((state) => state.lineage.bytes[id] ?? 0);
  const hasWeights = useHasWeights(id);
  const canAnswer = isPolicy(node);
  return (
    <div className="node-actions">
      <Button
        className="button button-primary"
        isDisabled={isBusy || (hasWeights === false && stage !== BASE)}
        onPress={() => void branchFrom(id)}
      >
        Branch from here
      </Button>
      {hasWeights === false && stage !== BASE && (
        <p className="muted node-actions-note">Its weights were freed: branch from its parent and train it again.</p>
      )}
      {canReplay(node) && hasMainline && !isMainline && (
        <Button className="button" onPress={() => void replayOnMainline(id)}>
          Replay on mainline
        </Button>
      )}
      {canAnswer && (
        <>
          <Button className="button" isDisabled={isBusy} onPress={() => void measureChosen([id])}>
            Measure
          </Button>
          <Button className="button" isDisabled={isBusy} onPress={() => void drawChosen([id])}>
            Draw completions
          </Button>
        </>
      )}
      {hasWeights === true && (
        <ConfirmButton
          label="Free its weights"
          question={`Remove ${formatBytes(bytes)}? Its figures stay, it cannot be branched from.`}
          isDisabled={isBusy}
          onConfirm={() => void freeWeights(id)}
        />
      )}
      <ConfirmButton
        label="Delete"
        question={isMainline ? `Mainline points to ${nodeName(node)}. Remove it all the same?` : 'Remove it for good?'}
        isDisabled={isBusy}
        onConfirm={() => void deleteNodes([id])}
      />
    </div>
  );
}
