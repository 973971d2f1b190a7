/** What all of an experiment comes to that somebody else has sent, before any of it is run. */
import { useMemo } from 'react';
import { experimentSize } from '../../../lab/document/experimentSize.ts';
import { describeSize, estimateSize } from '../../series/sizeEstimate.ts';
import { paceOf } from '../../store/session/pace.ts';
import { useLab } from '../../store/store.ts';

export function SharedSize() {
  const document = useLab((state) => state.experiment.document);
  const parameters = useLab((state) => state.session.model?.parameters ?? null);
  const pace = useLab(paceOf);
  return useMemo(() => {
    const { stages, whole } = experimentSize(document);
    const count = `${stages.length} ${stages.length === 1 ? 'stage' : 'stages'}`;
    return <span>{`${count}, ${describeSize(whole, estimateSize(whole, parameters, pace))}`}</span>;
  }, [document, parameters, pace]);
}
