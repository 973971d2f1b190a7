/** A reply with the words marked that show a behaviour. */
import type { SurveyedReply } from '../../../lab/run/protocol.ts';

interface MarkedReplyProps {
  readonly reply: SurveyedReply;
  readonly behaviour: SurveyedReply['possible'][number];
}

export function MarkedReply({ reply: { text, sightings }, behaviour }: MarkedReplyProps) {
  return markedParts(
    text,
    sightings.filter((one) => one.behaviour === behaviour),
  ).map(({ part, isMarked }, at) => (isMarked ? <mark key={at}>{part}</mark> : <span key={at}>{part}</span>));
}

interface Part {
  readonly part: string;
  readonly isMarked: boolean;
}

/** @param places in reading order; one that begins inside the one before it is part of it */
export function markedParts(text: string, places: readonly { readonly start: number; readonly end: number }[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end } of places) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    if (from > at) parts.push({ part: text.slice(at, from), isMarked: false });
    parts.push({ part: text.slice(from, end), isMarked: true });
    at = end;
  }
  return at < text.length ? [...parts, { part: text.slice(at), isMarked: false }] : parts;
}
