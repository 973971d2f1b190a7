/** One completion of the latest batch, token by token, with everything that the algorithm knows of it. What isn't computed yet is empty. */
import { useState } from 'react';
import type { RolloutToken, RolloutView as Rollout } from '../../../lab/stages/onPolicy/detail.ts';
import type { StageProps } from '../face.ts';
import { formatNumber } from '../../series/format.ts';
import { OneByOne } from '../../ui/controls/OneByOne.tsx';
import { Term } from '../../ui/controls/Term.tsx';
import { useSlowRun } from '../../ui/charts/useCurves.ts';

interface TokenColumn {
  readonly key: Exclude<keyof RolloutToken, 'text'>;
  readonly label: string;
  readonly term: string;
}

const COLUMNS: readonly TokenColumn[] = [
  { key: 'logprob', label: 'logprob', term: 'logprob' },
  { key: 'refLogprob', label: 'ref', term: 'ref-logprob' },
  { key: 'kl', label: 'KL', term: 'token-kl' },
  { key: 'value', label: 'value', term: 'value' },
  { key: 'reward', label: 'reward', term: 'token-reward' },
  { key: 'plainAdvantage', label: 'adv.', term: 'plain-advantage' },
  { key: 'advantage', label: 'adv. used', term: 'advantage' },
  { key: 'ratio', label: 'ratio', term: 'token-ratio' },
];

/** Columns that not every algorithm, or not every phase, has. */
const OPTIONAL: readonly TokenColumn['key'][] = ['value', 'plainAdvantage', 'ratio'];

const NOTHING: readonly Rollout[] = [];

export function RolloutView({ id }: StageProps) {
  const run = useSlowRun(id);
  const rollouts = run?.details.rollouts?.rollouts ?? NOTHING;
  const [wanted, setWanted] = useState(0);
  const index = Math.min(wanted, rollouts.length - 1);
  const rollout = rollouts[index];
  if (!rollout) {
    return (
      <p className="pane-empty">Press Step: the first phase writes a batch, and its completions can be read here.</p>
    );
  }
  return (
    <div className="rollout">
      <div className="rollout-head">
        <OneByOne of="completion" index={index} count={rollouts.length} onChange={setWanted}>
          <select
            aria-label="Completion of the latest batch"
            value={index}
            onChange={(event) => setWanted(Number(event.target.value))}
          >
            {rollouts.map(({ question, score }, at) => (
              <option key={at} value={at}>
                {at + 1}. {question}
                {score === undefined ? '' : ` (score ${formatNumber(score)})`}
              </option>
            ))}
          </select>
        </OneByOne>
        <dl className="rollout-figures">
          <Figure term="score" label="score" value={rollout.score} />
          <Figure term="gold-reward" label="gold" value={rollout.gold} />
          <Figure term="ppo-objective-kl" label="KL" value={sumOf(rollout, 'kl')} />
        </dl>
      </div>
      <div className="rollout-scroll" tabIndex={0} role="region" aria-label="Tokens of the completion">
        <TokenTable rollout={rollout} />
      </div>
    </div>
  );
}

interface FigureProps {
  readonly term: string;
  readonly label: string;
  readonly value: number | undefined;
}

function Figure({ term, label, value }: FigureProps) {
  return (
    <div>
      <dt>
        <Term id={term}>{label}</Term>
      </dt>
      <dd className="number">{value === undefined ? '…' : formatNumber(value)}</dd>
    </div>
  );
}

function TokenTable({ rollout: { tokens, stopped } }: { readonly rollout: Rollout }) {
  const shown = COLUMNS.filter(
    ({ key }) => !OPTIONAL.includes(key) || tokens.some((token) => token[key] !== undefined),
  );
  return (
    <table className="tokens-table">
      <thead>
        <tr>
          <th scope="col">
            <Term id="token">token</Term>
          </th>
          {shown.map(({ key, label, term }) => (
            <th key={key} scope="col">
              <Term id={term}>{label}</Term>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tokens.map((token, at) => (
          <tr key={at}>
            <th scope="row" className="number">
              {stopped && at === tokens.length - 1 ? 'end of text' : showToken(token.text)}
            </th>
            {shown.map(({ key }) => (
              <td key={key} className="number" data-side={sideOf(key, token[key])}>
                {token[key] === undefined ? '' : formatNumber(token[key])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Advantages decide what becomes likelier: they are marked by weight as well as by their sign. */
function sideOf(key: TokenColumn['key'], value: number | undefined): 'above' | 'below' | undefined {
  if (key !== 'advantage' || value === undefined) return undefined;
  return value < 0 ? 'below' : 'above';
}

function sumOf({ tokens }: Rollout, key: 'kl'): number | undefined {
  const values = tokens.flatMap((token) => token[key] ?? []);
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0);
}

function showToken(text: string): string {
  return text.replaceAll('\n', '↵').replace(/^ /, '·');
}
