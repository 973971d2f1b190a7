/** One checkpoint in detail, or two and more beside each other. */
import { CompareNodes } from './CompareNodes.tsx';
import { NodeDetails } from './NodeDetails.tsx';
import { useChosen } from './useChosen.ts';

export function ChosenPanel() {
  const chosen = useChosen();
  const [first] = chosen;
  if (!first) {
    return (
      <p className="compare-empty">
        Press a checkpoint to see how it was made. Tick two or more (or press Space on them) to compare them.
      </p>
    );
  }
  return chosen.length === 1 ? <NodeDetails key={first.id} node={first} /> : <CompareNodes chosen={chosen} />;
}
