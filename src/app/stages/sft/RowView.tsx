/** The step just made, on a row of its own batch: which tokens count, and how likely each was before and after. */
import type { LearntExample, LearntToken } from '../../../lab/stages/sft/detail.ts';
import { formatNumber } from '../../series/format.ts';
import { useSlowRun } from '../../ui/charts/useCurves.ts';
import { describeChange, movement } from '../../ui/completions/movement.ts';
import { Term } from '../../ui/controls/Term.tsx';
import type { StageProps } from '../face.ts';
import { rowFigures } from './rowFigures.ts';

export function RowView({ id }: StageProps) {
  const shown = useSlowRun(id)?.details.rowUpdate;
  if (!shown) {
    return (
      <p className="pane-empty">
        Press Step: the demonstrations of a row it has just learnt from can be read here, token by token, before and
        after.
      </p>
    );
  }
  const { before, after, tokens } = rowFigures(shown.examples);
  return (
    <div className="row-view">
      <p>
        <span className="muted">Step {shown.step}, the first row of its batch.</span> Grey is{' '}
        <Term id="completion-mask">read and not learnt</Term>; under each token of an answer stands how likely it was,
        and has become, in %.
      </p>
      <div className="row-scroll" tabIndex={0} role="region" aria-label="The row">
        {shown.examples.map((example, at) => (
          <Demonstration key={at} example={example} />
        ))}
      </div>
      <p className="number">
        <Term id="sft-loss">L</Term> = −mean of log π over {tokens} tokens that count = {formatNumber(before)} →{' '}
        <strong>{formatNumber(after)}</strong> nats a token
      </p>
    </div>
  );
}

function Demonstration({ example: { prompt, tokens } }: { readonly example: LearntExample }) {
  return (
    <p className="row-example">
      <span className="row-masked">{prompt.replaceAll('\n', ' ↵ ')}</span>
      {tokens.map((token, at) => (
        <Learnt key={at} token={token} />
      ))}
    </p>
  );
}

function Learnt({ token: { text, before, after } }: { readonly token: LearntToken }) {
  const [was, is] = [Math.exp(before), Math.exp(after)];
  return (
    <span
      className="row-token"
      title={`${describeChange(after - before)}: ${formatNumber(before)} → ${formatNumber(after)} nats`}
    >
      <span className="moved-token" data-moved={movement(after - before)}>
        {text === '' ? ' ■' : text.replaceAll('\n', ' ↵ ')}
      </span>
      <span className="row-chance number">
        {percent(was)}→{percent(is)}
      </span>
    </span>
  );
}

function percent(share: number): string {
  return String(Math.round(100 * share));
}
