/** A box to ask the reward model: what it says of any text, and how its mind changes token by token. */
import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { formatNumber } from '../../series/format.ts';
import type { ProbeAnswer } from '../../store/samples/probeActions.ts';
import { errorMessage, errorName } from '../../store/session/problems.ts';
import { probeActions } from '../../store/session/sessionActions.ts';
import { isTrained, stageRun } from '../../store/run/stageRuns.ts';
import type { StageProps } from '../face.ts';
import { useLab } from '../../store/store.ts';
import { Term } from '../../ui/controls/Term.tsx';
import { ScoreStrip } from './ScoreStrip.tsx';

type Asked =
  | { readonly state: 'nothing' | 'asking' }
  | { readonly state: 'answered'; readonly answer: ProbeAnswer }
  | { readonly state: 'failed'; readonly message: string };

export function ProbeView({ id }: StageProps) {
  const isReady = useLab((state) => isTrained(state, id));
  const hasBefore = useLab((state) => stageRun(state, id)?.hasBefore ?? false);
  const [question, setQuestion] = useState('What is the capital of France?');
  const [completion, setCompletion] = useState('The capital of France is Paris.');
  const [asked, setAsked] = useState<Asked>({ state: 'nothing' });

  async function ask(): Promise<void> {
    setAsked({ state: 'asking' });
    try {
      setAsked({ state: 'answered', answer: await probeActions.probe(id, question, completion, hasBefore) });
    } catch (error) {
      if (errorName(error) !== 'AbortedError') setAsked({ state: 'failed', message: errorMessage(error) });
    }
  }

  return (
    <div className="probe">
      <Form
        className="probe-form"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <TextField className="field" value={question} onChange={setQuestion} maxLength={200}>
          <Label>Prompt</Label>
          <Input />
        </TextField>
        <TextField className="field" value={completion} onChange={setCompletion} maxLength={300}>
          <Label>Completion</Label>
          <Input />
        </TextField>
        <Button
          type="submit"
          className="button"
          isDisabled={!isReady || question.trim() === '' || asked.state === 'asking'}
        >
          {asked.state === 'asking' ? 'Scoring …' : 'Score it'}
        </Button>
      </Form>
      <div className="probe-answer" aria-live="polite">
        {!isReady && <p className="muted">Train the reward model first: then it scores any text you write here.</p>}
        {asked.state === 'failed' && <p className="column-failed">It could not be scored: {asked.message}</p>}
        {asked.state === 'answered' && <Answer answer={asked.answer} />}
      </div>
    </div>
  );
}

function Answer({ answer: { now, before } }: { readonly answer: ProbeAnswer }) {
  return (
    <>
      <p className="probe-score">
        <Term id="score">Score</Term> <strong className="number">{formatNumber(now.score)}</strong>
        {before && (
          <span className="muted">
            {' '}
            · without your labels <span className="number">{formatNumber(before.score)}</span>
          </span>
        )}
      </p>
      <p className="muted">Under each token: the score if the text ended there.</p>
      <ScoreStrip byToken={now.byToken} />
    </>
  );
}
