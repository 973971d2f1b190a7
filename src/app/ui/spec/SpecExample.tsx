/** The spec at work: four replies to one question, ranked by the rules as they are edited now. */
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { toSamplePrompt } from '../../../lab/draw/samplePrompt.ts';
import { ruleNames } from '../../../lab/desk/specWords.ts';
import type { Judgement, Reply, Spec } from '../../../world/spec/types.ts';
import { desk } from '../../store/session/desk.ts';
import { complain } from '../../store/label/labelActions.ts';
import { drawReplies } from '../../store/experiment/specActions.ts';
import { useLab } from '../../store/store.ts';
import { formatSigned } from '../label/signed.ts';

export function SpecExample({ spec }: { readonly spec: Spec }) {
  const prompts = useLab((state) => state.experiment.document.displayPrompts);
  const [chosen, setChosen] = useState(0);
  const [turn, setTurn] = useState(0);
  const prompt = prompts[chosen] ?? prompts[0];
  const [replies, setReplies] = useState<readonly Reply[] | null>(null);
  const [judgements, setJudgements] = useState<readonly Judgement[]>([]);

  useEffect(() => {
    if (!prompt) return;
    let isCurrent = true;
    drawReplies(prompt, turn)
      .then((drawn) => isCurrent && setReplies(drawn))
      .catch((error: unknown) => complain('The example could not be drawn', error));
    return () => {
      isCurrent = false;
    };
  }, [prompt, turn]);

  useEffect(() => {
    if (!prompt || !replies) return;
    let isCurrent = true;
    desk
      .call((api) => api.judgeReplies(spec, toSamplePrompt(prompt).text, replies))
      .then((judged) => isCurrent && setJudgements(judged))
      .catch((error: unknown) => complain('The example could not be judged', error));
    return () => {
      isCurrent = false;
    };
  }, [prompt, replies, spec]);

  function ask(index: number, nextTurn: number): void {
    setChosen(index);
    setTurn(nextTurn);
    setReplies(null);
    setJudgements([]);
  }

  return (
    <section aria-label="Example">
      <h2>Ranked by these rules</h2>
      <div className="example-ask">
        <select
          className="example-question"
          aria-label="Question"
          value={chosen}
          onChange={(event) => ask(Number(event.target.value), turn)}
        >
          {prompts.map(({ id, question }, i) => (
            <option key={id} value={i}>
              {question}
            </option>
          ))}
        </select>
        <Button className="button" onPress={() => ask(chosen, turn + 1)}>
          Others
        </Button>
      </div>
      {replies === null && <p className="muted">Drawing four replies, a few seconds …</p>}
      {replies !== null && (
        <ol className="ranking">
          {rank(replies, judgements).map(({ reply, judgement }) => (
            <li key={reply.text}>
              <p className="ranked-text">
                {judgement && <b className="number gold-mark">{formatSigned(judgement.total)}</b>}{' '}
                {reply.text.trim() === '' ? <em className="muted">says nothing</em> : reply.text.trim()}
              </p>
              {judgement && <Contributions judgement={judgement} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Contributions({ judgement }: { readonly judgement: Judgement }) {
  if (judgement.rules.length === 0) return <p className="muted">No rule that is on applies.</p>;
  return (
    <ul className="contributions">
      {judgement.rules.map(({ rule, contribution, reason }) => (
        <li key={rule} title={reason} data-sign={Math.sign(contribution)}>
          {ruleNames[rule]} <span className="number">{formatSigned(contribution)}</span>
        </li>
      ))}
    </ul>
  );
}

interface Ranked {
  readonly reply: Reply;
  readonly judgement: Judgement | undefined;
}

/** Best first; as drawn until they are judged. */
function rank(replies: readonly Reply[], judgements: readonly Judgement[]): readonly Ranked[] {
  return replies
    .map((reply, i) => ({ reply, judgement: judgements[i] }))
    .sort((one, other) => (other.judgement?.total ?? 0) - (one.judgement?.total ?? 0));
}
