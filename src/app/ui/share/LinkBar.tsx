/** Below the header while a link is open: whose experiment it is, and whether the runs so far reproduce it. */
import { Button } from 'react-aria-components';
import { closeLink, bringBackLabels } from '../../store/share/shareActions.ts';
import { useLab } from '../../store/store.ts';
import { SharedSize } from './SharedSize.tsx';

export function LinkBar() {
  const opened = useLab((state) => state.share.opened);
  const verdicts = useLab((state) => state.share.verdicts);
  const current = useLab((state) => state.runs.current);
  const stages = useLab((state) => state.experiment.document.stages);
  const waiting = useLab((state) => state.share.labelsSetAside);
  if (!opened && waiting === 0) return null;
  const shown = stages.flatMap(({ id }) => {
    const found = verdicts[id];
    return found && found.runId === current[id] ? [{ id, ...found.verdict }] : [];
  });
  return (
    <section className="link-bar" aria-label="Shared experiment">
      {opened && <span>Shared: {opened.name === '' ? 'an experiment without a name' : opened.name}</span>}
      {opened && <SharedSize />}
      <span className="link-verdicts" role="status">
        {shown.map(({ id, isReproduced, text }) => (
          <span key={id} className="link-verdict" data-reproduced={isReproduced || undefined}>
            {text}
          </span>
        ))}
      </span>
      {waiting > 0 && (
        <span>
          {waiting} of your own labels are set aside.{' '}
          <Button className="link-button" onPress={bringBackLabels}>
            Use my labels
          </Button>
        </span>
      )}
      {opened && (
        <Button className="button button-bare" onPress={closeLink}>
          Hide theirs
        </Button>
      )}
    </section>
  );
}
