/** Which pair of the batch just learnt from is shown: its question, and back and forth among the others. */
import type { ShownPair } from '../../../lab/stages/shownPair.ts';
import { OneByOne } from '../../ui/controls/OneByOne.tsx';

interface PairChoiceProps {
  readonly step: number;
  readonly index: number;
  readonly pairs: readonly ShownPair[];
  readonly onChange: (index: number) => void;
}

export function PairChoice({ step, index, pairs, onChange }: PairChoiceProps) {
  return (
    <OneByOne of="pair" index={index} count={pairs.length} onChange={onChange}>
      <p>
        <span className="muted">
          step {step}, pair {index + 1} of {pairs.length}:
        </span>{' '}
        {pairs[index]?.question.replaceAll('\n', ' ↵ ')}
      </p>
    </OneByOne>
  );
}
