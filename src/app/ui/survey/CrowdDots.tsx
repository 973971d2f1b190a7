/** The dots themselves. A dot is the same draw of every policy: it moves when what it says changes. */
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import type { PolicyId } from '../../../lab/pipeline.ts';
import type { SurveyedReply } from '../../../lab/run/protocol.ts';
import { formatNumber } from '../../series/format.ts';
import { useHue } from '../../stages/hues.ts';
import { placeDots } from './dotPlaces.ts';
import { useBox } from './useBox.ts';
import { extent } from '../../series/extent.ts';

/** CSS pixels. Below the dots is room for the axis. */
const RADIUS = 4.5;
const FOOT = 22;
/** Dots side by side in a stack, and the room between two stacks. */
const ACROSS = 3;
const GAP = 3;
const ANCHORS = ['start', 'middle', 'end'] as const;

interface CrowdDotsProps {
  readonly id: PolicyId;
  readonly now: readonly SurveyedReply[];
  readonly then: readonly SurveyedReply[];
  readonly valueOf: (reply: SurveyedReply) => number;
  readonly low: number;
  readonly high: number;
  readonly onPoint: (reply: SurveyedReply | null) => void;
}

export function CrowdDots({ id, now, then, valueOf, low, high, onPoint }: CrowdDotsProps) {
  const hue = useHue(id);
  const [chosen, setChosen] = useState<number | null>(null);
  const [ref, box] = useBox();
  const { width, height } = box ?? { width: 0, height: 0 };
  const bins = Math.max(1, Math.floor(width / (2 * RADIUS * ACROSS + GAP)));
  const places = placeDots(now.map(valueOf), low, high, bins, ACROSS);
  const behind = placeDots(then.map(valueOf), low, high, bins, ACROSS);
  const tallest = extent([1, ...[...places, ...behind].map(({ level }) => level + 1)])[1];
  const rise = Math.min(2 * RADIUS, (height - FOOT - 2 * RADIUS) / tallest);
  const at = ({ x, level }: { readonly x: number; readonly level: number }) => ({
    cx: x * width,
    cy: height - FOOT - RADIUS - level * rise,
  });

  function point(index: number | null): void {
    setChosen(index);
    onPoint(index === null ? null : (now[index] ?? null));
  }

  function walk(event: KeyboardEvent): void {
    const move = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (move === 0 || now.length === 0) return;
    event.preventDefault();
    const order = places.map(({ index }) => index).sort((a, b) => valueOf(now[a]!) - valueOf(now[b]!));
    const place = chosen === null ? (move > 0 ? -1 : order.length) : order.indexOf(chosen);
    point(order[Math.min(order.length - 1, Math.max(0, place + move))]!);
  }

  return (
    <svg
      ref={ref}
      className="crowd-dots"
      role="group"
      tabIndex={0}
      aria-label={`${now.length} replies by value; arrow keys go from one to the next`}
      style={{ '--hue': hue }}
      onKeyDown={walk}
    >
      <line className="crowd-axis" x1={0} x2={width} y1={height - FOOT} y2={height - FOOT} />
      {[low, (low + high) / 2, high].map((value, i) => (
        <text key={i} className="crowd-tick" x={(width / 2) * i} y={height - 6} textAnchor={ANCHORS[i]}>
          {formatNumber(value)}
        </text>
      ))}
      {behind.map((place) => (
        <circle key={place.index} className="crowd-then" r={RADIUS} style={movedTo(at(place))} />
      ))}
      {places.map((place) => (
        <circle
          key={place.index}
          className="crowd-now"
          data-chosen={place.index === chosen || undefined}
          r={RADIUS}
          style={movedTo(at(place))}
          onPointerEnter={() => point(place.index)}
        />
      ))}
    </svg>
  );
}

/** As a transform, so that the browser can glide it there. */
function movedTo({ cx, cy }: { readonly cx: number; readonly cy: number }) {
  return { transform: `translate(${cx.toFixed(1)}px, ${cy.toFixed(1)}px)` };
}
