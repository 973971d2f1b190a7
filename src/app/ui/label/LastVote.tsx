/** After the vote: what the written spec says of both replies and why, and how the simulated labelers would have voted. */
import type { PairOpinion } from '../../../lab/desk/deskTypes.ts';
import { ruleSentence } from '../../../lab/desk/specWords.ts';
import type { JudgedRule } from '../../../world/spec/types.ts';
import type { BenchDeed } from '../../store/label/labelState.ts';
import { useLab } from '../../store/store.ts';
import { LabelerVotes } from './LabelerVotes.tsx';
import { formatSigned } from './signed.ts';

/** Differences below this are no preference of the spec. */
const CLOSE = 0.05;
const REASONS_SHOWN = 3;

const deedWords: Readonly<Record<BenchDeed['choice'], string>> = {
  a: 'A is better',
  b: 'B is better',
  tie: 'tie',
  bothBad: 'both bad',
  edit: 'your own reply',
  skip: 'skipped',
  keep: 'the AI’s label kept',
};

export function LastVote() {
  const deed = useLab((state) => state.bench.deeds.findLast(({ choice }) => choice !== 'skip') ?? null);
  if (!deed) {
    return (
      <section className="last-vote" aria-label="Your last vote">
        <p className="muted">After each vote the written spec’s own judgement appears here, with its reasons.</p>
      </section>
    );
  }
  const { pair, choice, opinion } = deed;
  return (
    <section className="last-vote" aria-label="Your last vote">
      <h2>Your last vote: {deedWords[choice]}</h2>
      <p className="last-texts">
        <span className="muted">{pair.prompt.question}</span> <b>A</b> {pair.a.text.trim()} <b>B</b>{' '}
        {pair.b.text.trim()}
      </p>
      {opinion ? <Opinion opinion={opinion} /> : <p className="muted">Being judged …</p>}
    </section>
  );
}

function Opinion({ opinion }: { readonly opinion: PairOpinion }) {
  const { a, b, votes } = opinion;
  return (
    <>
      <p>
        <span className="gold-mark">{verdict(a.total - b.total)}</span>{' '}
        <span className="number">
          A {formatSigned(a.total)} · B {formatSigned(b.total)}
        </span>
      </p>
      <ul className="reasons">
        {telling(opinion).map(([one, other]) => (
          <li key={one.rule} title={ruleSentence(one.rule)}>
            <b>A</b> {one.reason} <span className="number">{formatSigned(one.contribution)}</span> · <b>B</b>{' '}
            {other.reason} <span className="number">{formatSigned(other.contribution)}</span>
          </li>
        ))}
      </ul>
      <LabelerVotes votes={votes} />
    </>
  );
}

function verdict(gap: number): string {
  if (Math.abs(gap) < CLOSE) return 'The spec sees no clear difference.';
  return `The spec prefers ${gap > 0 ? 'A' : 'B'}.`;
}

/** The rules on which the two differ most. */
function telling({ a, b }: PairOpinion): readonly (readonly [JudgedRule, JudgedRule])[] {
  return a.rules
    .flatMap((one, i) => {
      const other = b.rules[i];
      return other && gapOf(one, other) > 0.005 ? [[one, other] as const] : [];
    })
    .sort(([a1, b1], [a2, b2]) => gapOf(a2, b2) - gapOf(a1, b1))
    .slice(0, REASONS_SHOWN);
}

function gapOf(one: JudgedRule, other: JudgedRule): number {
  return Math.abs(one.contribution - other.contribution);
}
