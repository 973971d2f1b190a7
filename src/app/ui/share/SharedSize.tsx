/** What all of an experiment comes to that somebody else has sent, before any of it is run. */
import { useMemo } from 'react';
import { experimentSize } from '../../../lab/document/experimentSize.ts';
import { describeSize, estimateSize } from '../../series/sizeEstimate.ts';
import { paceOf } from '../../store/session/pace.ts';
import { useLab } from '../../store/store.ts';

export function SharedSize() {
  const document = useLab((state) => state.experiment.document);
  const session = useLab((state) => state.session);
  const text = useMemo(() => {
    const { stages, whole } = experimentSize(document);
    const count = `${stages.length} ${stages.length === 1 ? 'stage' : 'stages'}`;
    const estimate = estimateSize(whole, session.model?.parameters ?? null, paceOf({ session }));
    return `${count}, ${describeSize(whole, estimate)}`;
  }, [document, session]);
  return <span className="link-size">{text}</span>;
}
