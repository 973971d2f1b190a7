/** The Model Spec: what "better" means, rule by rule in rank order, and at once what that makes of four replies. */
import { useEffect } from 'react';
import { reviewLabels } from '../../store/label/labelActions.ts';
import { useLab } from '../../store/store.ts';
import { Contradictions } from '../label/Contradictions.tsx';
import '../label/label.css';
import { RuleList } from './RuleList.tsx';
import './spec.css';
import { SpecExample } from './SpecExample.tsx';

export function SpecView() {
  const spec = useLab((state) => state.experiment.document.spec);
  const labels = useLab((state) => state.experiment.document.labels);
  useEffect(() => {
    if (labels.length > 0) void reviewLabels();
  }, [spec, labels]);
  return (
    <main className="bench spec">
      <RuleList spec={spec} />
      <aside className="pane bench-side" aria-label="What the spec makes of it">
        <div className="pane-scroll">
          <SpecExample spec={spec} />
          <Contradictions />
        </div>
      </aside>
    </main>
  );
}
