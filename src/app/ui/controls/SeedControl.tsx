/** The seed of the next run, typed or drawn anew. */
import { Button, Input, NumberField } from 'react-aria-components';
import { MAX_SEED } from '../../../lab/document/experiment.ts';
import { drawSeed, setSeed } from '../../store/experiment/experimentActions.ts';
import { openRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Icon } from './Icon.tsx';
import { Term } from './Term.tsx';

export function SeedControl() {
  const seed = useLab((state) => state.experiment.document.seed);
  const isOpen = useLab((state) => openRun(state) !== null);
  return (
    <div className="seed">
      <Term id="seed">seed</Term>
      <NumberField
        aria-label="Seed"
        value={seed}
        minValue={0}
        maxValue={MAX_SEED}
        isDisabled={isOpen}
        formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
        onChange={(value) => {
          if (Number.isFinite(value)) setSeed(value);
        }}
      >
        <Input className="seed-input number" />
      </NumberField>
      <Button className="button button-bare" aria-label="Draw a new seed" isDisabled={isOpen} onPress={drawSeed}>
        <Icon name="dice" />
      </Button>
    </div>
  );
}
