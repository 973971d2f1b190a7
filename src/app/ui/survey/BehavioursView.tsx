/**
 * What post-training has changed that a reader recognises: how often each behaviour shows among replies to the same held-out
 * prompts, drawn at temperature 1 from the base model, from where this stage started, and from what it trains. Pressing a
 * behaviour lists the replies that show it, the words that decide marked.
 */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { behaviourNames, behaviourRates, repliesShowing } from '../../../lab/judge/behaviourRates.ts';
import { BASE, type PolicyId } from '../../../lab/pipeline.ts';
import type { SurveyedReply } from '../../../lab/run/protocol.ts';
import { useHue } from '../../stages/hues.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Term } from '../controls/Term.tsx';
import { wholePercent } from '../compare/formatEval.ts';
import { MarkedReply } from './MarkedReply.tsx';
import { useStart, useSurvey } from './useSurvey.ts';
import './survey.css';

/** Enough for an interval of ± 10 points on what every prompt can show. */
const ASK = { count: 120, copies: 1 } as const;

type Behaviour = keyof typeof behaviourNames;

/** Replies listed below the table at most. */
const LISTED = 12;

export function BehavioursView({ id }: { readonly id: PolicyId }) {
  const before = useStart(id);
  const problem = useLab((state) => state.survey.problem);
  const [chosen, setChosen] = useState<Behaviour | null>(null);
  const base = useSurvey(BASE, ASK, id);
  const start = useSurvey(before, ASK, id);
  const now = useSurvey(id, ASK, id);
  const columns: readonly Column[] = [
    ...(before === BASE ? [] : [{ policy: BASE, replies: base }]),
    { policy: before, replies: start },
    { policy: id, replies: now },
  ];
  return (
    <div className="behaviours">
      {problem !== null && <p role="alert">{problem}</p>}
      <table className="behaviours-table">
        <caption>
          <Term id="behaviour-rate">How often</Term>, of replies to held-out prompts that can show it, temperature 1,
          with <Term id="interval-95">95 % intervals</Term>
        </caption>
        <thead>
          <tr>
            <th scope="col">behaviour</th>
            {columns.map(({ policy }) => (
              <PolicyHead key={policy} policy={policy} />
            ))}
          </tr>
        </thead>
        <tbody>
          {(Object.keys(behaviourNames) as Behaviour[]).map((behaviour) => (
            <tr key={behaviour} data-chosen={behaviour === chosen || undefined}>
              <th scope="row">
                <Button
                  className="button button-quiet"
                  aria-pressed={behaviour === chosen}
                  onPress={() => setChosen(behaviour === chosen ? null : behaviour)}
                >
                  {behaviourNames[behaviour]}
                </Button>
              </th>
              {columns.map(({ policy, replies }) => (
                <RateCell key={policy} policy={policy} replies={replies} behaviour={behaviour} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && <Replies behaviour={chosen} replies={now.length > 0 ? now : start} />}
    </div>
  );
}

interface Column {
  readonly policy: PolicyId;
  readonly replies: readonly SurveyedReply[];
}

function PolicyHead({ policy }: { readonly policy: PolicyId }) {
  const title = useLab((state) => stageTitle(state, policy));
  return (
    <th scope="col" style={{ '--hue': useHue(policy) }}>
      <span className="column-head">
        <span className="column-dot" />
        {title}
      </span>
    </th>
  );
}

interface RateCellProps extends Column {
  readonly behaviour: Behaviour;
}

function RateCell({ policy, replies, behaviour }: RateCellProps) {
  const hue = useHue(policy);
  const rate = behaviourRates(replies).find((one) => one.behaviour === behaviour)!;
  const { value, low, high, n } = rate.share;
  if (n === 0) return <td className="muted">…</td>;
  const at = (share: number) => `${share * 100}%`;
  return (
    <td style={{ '--hue': hue }} title={`${Math.round(low * 100)}–${wholePercent(high)}, n ${n}`}>
      <span className="number">{wholePercent(value)}</span>
      <span className="win-track" aria-hidden="true">
        <span className="win-band" style={{ left: at(low), width: at(high - low) }} />
        <span className="win-dot" style={{ left: at(value) }} />
      </span>
    </td>
  );
}

function Replies({
  behaviour,
  replies,
}: {
  readonly behaviour: Behaviour;
  readonly replies: readonly SurveyedReply[];
}) {
  const showing = repliesShowing(replies, behaviour);
  return (
    <section className="behaviours-replies" aria-label={`Replies: ${behaviourNames[behaviour]}`}>
      <p className="muted">
        {showing.length === 0
          ? `No reply shows “${behaviourNames[behaviour]}”.`
          : `${showing.length} of ${replies.length} replies${showing.length > LISTED ? `, the first ${LISTED} of them` : ''}:`}
      </p>
      <ul>
        {showing.slice(0, LISTED).map((reply, at) => (
          <li key={at}>
            <span className="muted">{reply.question}</span> <MarkedReply reply={reply} behaviour={behaviour} />
          </li>
        ))}
      </ul>
    </section>
  );
}
