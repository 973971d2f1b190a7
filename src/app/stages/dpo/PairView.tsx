/** The step just made, on a pair of its own batch: both texts, the four log-probs, Δ before and after, and what the loss makes of it. */
import { useState } from 'react';
import type { PairSide, PairUpdateView } from '../../../lab/stages/dpo/detail.ts';
import type { SettingsOf } from '../../../lab/stages/kinds.ts';
import { asTerm, formatNumber } from '../../series/format.ts';
import { Term } from '../../ui/controls/Term.tsx';
import { useSlowRun } from '../../ui/charts/useCurves.ts';
import type { StageProps } from '../face.ts';
import { nameOfLabeler } from '../preferences/labelerNames.ts';
import { PairChoice } from '../preferences/PairChoice.tsx';
import { describeChange, movement } from '../../ui/completions/movement.ts';
import { type PairFigures, pairFigures, rewardOf, type SideFigures } from './pairFigures.ts';

export function PairView({ id }: StageProps) {
  const run = useSlowRun(id);
  const shown = run?.details.pairUpdates;
  const [wanted, setWanted] = useState(0);
  const index = Math.min(wanted, (shown?.pairs.length ?? 1) - 1);
  const pair = shown?.pairs[index];
  if (!shown || !pair || run?.stage.kind !== 'dpo') {
    return (
      <p className="pane-empty">Press Step: a pair of the batch it learns from can be read here, before and after.</p>
    );
  }
  return (
    <div className="pair-view">
      <PairChoice step={shown.step} index={index} pairs={shown.pairs} onChange={setWanted} />
      <PairTable pair={pair} settings={run.stage} />
    </div>
  );
}

interface PairTableProps {
  readonly pair: PairUpdateView;
  readonly settings: SettingsOf<'dpo'>;
}

function PairTable({ pair, settings }: PairTableProps) {
  const figures = pairFigures(pair, settings);
  const labeler = nameOfLabeler(pair.labeler);
  const unit = settings.loss === 'simpo' ? 'nats a token' : 'nats';
  return (
    <div className="pair-scroll" tabIndex={0} role="region" aria-label="The pair">
      <table className="pair-table">
        <thead>
          <tr>
            <th scope="col">{pair.isTie ? `neither is better, said ${labeler}` : `judged by ${labeler}`}</th>
            <th scope="col">
              <Term id="logprob">log π</Term>, {unit}
            </th>
            <th scope="col">
              <Term id="ref-logprob">log π_ref</Term>
            </th>
            <th scope="col">
              <Term id="implied-reward">reward</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          <SideRow name="chosen" side={pair.chosen} figures={figures.chosen} settings={settings} />
          <SideRow name="rejected" side={pair.rejected} figures={figures.rejected} settings={settings} />
        </tbody>
      </table>
      <Working figures={figures} isTie={pair.isTie} settings={settings} />
    </div>
  );
}

interface SideRowProps {
  readonly name: 'chosen' | 'rejected';
  readonly side: PairSide;
  readonly figures: SideFigures;
  readonly settings: SettingsOf<'dpo'>;
}

function SideRow({ name, side, figures, settings }: SideRowProps) {
  return (
    <tr data-side={name}>
      <th scope="row">
        <span className="pair-name">{name}</span>{' '}
        {side.tokens.map(({ text, before, after }, at) => (
          <span
            key={at}
            className="moved-token"
            data-moved={movement(after - before)}
            title={`${describeChange(after - before)}: ${nats(before)} → ${nats(after)} nats`}
          >
            {at === side.tokens.length - 1 && side.stopped ? ' ■' : text.replaceAll('\n', ' ↵ ')}
          </span>
        ))}
      </th>
      <td className="number">
        {nats(figures.before)} → <strong>{nats(figures.after)}</strong>
      </td>
      <td className="number">{settings.loss === 'simpo' ? 'none' : nats(figures.reference)}</td>
      <td className="number">
        {nats(rewardOf(figures, 'before', settings))} → <strong>{nats(rewardOf(figures, 'after', settings))}</strong>
      </td>
    </tr>
  );
}

interface WorkingProps {
  readonly figures: PairFigures;
  readonly isTie: boolean;
  readonly settings: SettingsOf<'dpo'>;
}

/** The formula, on this step's own numbers. */
function Working({ figures: { chosen, rejected, delta, loss }, isTie, settings }: WorkingProps) {
  const { beta, loss: kind, targetMargin } = settings;
  const inner = (side: SideFigures) =>
    kind === 'simpo' ? nats(side.after) : `(${nats(side.after)} − ${asTerm(nats(side.reference))})`;
  const logRatio =
    kind === 'simpo' ? (
      'log π'
    ) : (
      <>
        (log π − log π<sub>ref</sub>)
      </>
    );
  const lossText = {
    sigmoid: isTie ? '−½ log σ(Δ) − ½ log σ(−Δ)' : '−log σ(Δ)',
    ipo: isTie ? '(Δ/β)²' : '(Δ/β − 1/2β)²',
    simpo: isTie ? '−½ log σ(Δ) − ½ log σ(−Δ)' : `−log σ(Δ − ${formatNumber(targetMargin)})`,
  }[kind];
  return (
    <dl className="pair-working number">
      <div>
        <dt>
          <Term id="dpo-delta">Δ</Term>
        </dt>
        <dd>
          = <Term id="dpo-beta">β</Term> [{logRatio}(chosen) − {logRatio}(rejected)] = {formatNumber(beta)} · [
          {inner(chosen)} − {asTerm(inner(rejected))}] = <strong>{nats(delta.after)}</strong>, before the step{' '}
          {nats(delta.before)}
        </dd>
      </div>
      <div>
        <dt>
          <Term id="dpo-variant">L</Term>
        </dt>
        <dd>
          = {lossText} = <strong>{loss.after.toFixed(3)}</strong>, before the step {loss.before.toFixed(3)}
        </dd>
      </div>
    </dl>
  );
}

/** Two digits: what a step changes is small beside a whole text's log-prob. */
function nats(value: number): string {
  return `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
}
