/** How the next token is chosen, for all columns alike: the likeliest one, or drawn with the run's seed. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { setSampling } from '../../store/experiment/experimentActions.ts';
import { sampleActions } from '../../store/session/sessionActions.ts';
import { useLab } from '../../store/store.ts';

export function DecodingControl() {
  const sampling = useLab((state) => state.experiment.document.sampling);
  return (
    <ToggleButtonGroup
      className="segments segments-small"
      aria-label="Decoding"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[sampling.greedy ? 'greedy' : 'sampled']}
      onSelectionChange={(keys) => {
        setSampling('greedy', keys.has('greedy'));
        void sampleActions.redraw();
      }}
    >
      <ToggleButton id="greedy">greedy</ToggleButton>
      <ToggleButton id="sampled">
        temperature <span className="number">{sampling.temperature}</span>
      </ToggleButton>
    </ToggleButtonGroup>
  );
}
