/** Let the AI labeller do the rest; the visitor looks at what it was least sure of. */
import { useState } from 'react';
import { Button, ProgressBar, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { labelByAi, stopAi } from '../../store/label/labelFileActions.ts';
import { useLab } from '../../store/store.ts';

const counts = [20, 50, 100, 200] as const;

export function AiPanel() {
  const ai = useLab((state) => state.bench.ai);
  const [count, setCount] = useState<number>(50);
  return (
    <section aria-label="AI labeller">
      <h2>Let the AI do the rest</h2>
      <p className="muted">It follows the written spec. You check the ones it is least sure of.</p>
      {ai ? (
        <div className="ai-running">
          <ProgressBar className="progress" aria-label="AI labels" value={ai.done} maxValue={ai.total}>
            {({ percentage }) => (
              <>
                <span className="progress-text number">
                  {ai.done} of {ai.total}
                </span>
                <span className="progress-text">drawing and labelling</span>
                <span className="progress-track">
                  <span className="progress-fill" style={{ '--filled': `${percentage ?? 0}%` }} />
                </span>
              </>
            )}
          </ProgressBar>
          <Button className="button" onPress={stopAi}>
            Stop
          </Button>
        </div>
      ) : (
        <div className="button-row">
          <ToggleButtonGroup
            className="segments"
            aria-label="How many pairs"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[String(count)]}
            onSelectionChange={(keys) => [...keys].forEach((key) => setCount(Number(key)))}
          >
            {counts.map((each) => (
              <ToggleButton key={each} id={String(each)}>
                {each}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <Button className="button" onPress={() => void labelByAi(count)}>
            Label with AI
          </Button>
        </div>
      )}
    </section>
  );
}
