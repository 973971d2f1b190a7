/**
 * The crowd: 64 replies to one prompt as dots, by gold or by the reward model's score. What RL does is to move the mass: the
 * policy that training started from stays behind it in grey. Pointing at a dot reads its reply.
 */
import { useMemo, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { PolicyId } from '../../../lab/pipeline.ts';
import type { SurveyedReply } from '../../../lab/run/protocol.ts';
import { formatNumber } from '../../series/format.ts';
import { useHue } from '../../stages/hues.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { chooseAxis, chooseQuestion } from '../../store/survey/surveyActions.ts';
import { Term } from '../controls/Term.tsx';
import { CrowdDots } from './CrowdDots.tsx';
import { scoreRange } from './dotPlaces.ts';
import { ReplyReading } from './ReplyReading.tsx';
import { useStart, useSurvey } from './useSurvey.ts';
import './survey.css';

/** Draws of the prompt: enough to see a shape, few enough to be drawn in a second. */
const DRAWS = 64;

export function CrowdView({ id }: { readonly id: PolicyId }) {
  const before = useStart(id);
  const question = useQuestion();
  const axis = useLab((state) => state.survey.axis);
  const problem = useLab((state) => state.survey.problem);
  const ask = useMemo(() => ({ question, copies: DRAWS }), [question]);
  const now = useSurvey(id, ask, id);
  const then = useSurvey(before, ask, id);
  const [pointed, setPointed] = useState<SurveyedReply | null>(null);
  const hasScores = [...now, ...then].some(({ score }) => score !== null);
  const by = hasScores ? axis : 'gold';
  const [low, high] = useMemo(
    () => (by === 'gold' ? [-1, 1] : scoreRange([...now, ...then].flatMap(({ score }) => score ?? []))),
    [by, now, then],
  );
  const valueOf = (reply: SurveyedReply) => (by === 'gold' ? reply.gold : (reply.score ?? low));
  return (
    <div className="crowd">
      <div className="crowd-head">
        <QuestionChoice question={question} />
        {hasScores && (
          <ToggleButtonGroup
            className="segments segments-small"
            aria-label="Dots stand by"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[axis]}
            onSelectionChange={(keys) => [...keys].forEach((key) => chooseAxis(key === 'score' ? 'score' : 'gold'))}
          >
            <ToggleButton id="gold">gold</ToggleButton>
            <ToggleButton id="score">reward model</ToggleButton>
          </ToggleButtonGroup>
        )}
      </div>
      {problem !== null && <p role="alert">{problem}</p>}
      <Legend id={id} before={before} now={now} then={then} by={by} />
      <div className="crowd-body">
        <CrowdDots id={id} now={now} then={then} valueOf={valueOf} low={low} high={high} onPoint={setPointed} />
        <ReplyReading reply={pointed} isEmpty={now.length === 0} />
      </div>
    </div>
  );
}

function useQuestion(): string {
  return useLab(({ survey, experiment }) => survey.question ?? experiment.document.displayPrompts[0]?.question ?? '');
}

function QuestionChoice({ question }: { readonly question: string }) {
  const prompts = useLab((state) => state.experiment.document.displayPrompts);
  return (
    <label className="crowd-question">
      Prompt
      <select value={question} onChange={(event) => chooseQuestion(event.target.value)}>
        {prompts.map((prompt) => (
          <option key={prompt.id} value={prompt.question}>
            {prompt.question}
          </option>
        ))}
      </select>
    </label>
  );
}

interface LegendProps {
  readonly id: PolicyId;
  readonly before: PolicyId;
  readonly now: readonly SurveyedReply[];
  readonly then: readonly SurveyedReply[];
  readonly by: 'gold' | 'score';
}

function Legend({ id, before, now, then, by }: LegendProps) {
  const [own, start] = [useLab((state) => stageTitle(state, id)), useLab((state) => stageTitle(state, before))];
  const hue = useHue(id);
  return (
    <p className="crowd-legend">
      <Term id="crowd">{`${DRAWS} replies`}</Term> of{' '}
      <strong style={{ '--hue': hue }} className="crowd-own">
        {own}
      </strong>
      {meanText(now, by)}, behind them those of <span className="muted">{start}</span>
      {meanText(then, by)}
    </p>
  );
}

function meanText(replies: readonly SurveyedReply[], by: 'gold' | 'score'): string {
  if (replies.length === 0) return ' (not drawn yet)';
  const values = replies.map(({ gold, score }) => (by === 'gold' ? gold : (score ?? 0)));
  return ` (mean ${formatNumber(values.reduce((sum, value) => sum + value, 0) / values.length)})`;
}
