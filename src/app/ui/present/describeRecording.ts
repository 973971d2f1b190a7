/** A recording in words: when, on what, and whether it was trained in this browser. */
import type { Recording } from '../../../lab/export/recording.ts';

export function describeRecording({ at, device, origin, changes, experimentName }: Recording): string {
  const when = at === null ? `from the run document “${experimentName}”` : `on ${dateText(at)}`;
  const how = origin === 'trained here' ? ', trained in this browser' : '';
  const moved = changes.length > 0 ? ', with sliders moved while it trained' : '';
  return `${when}, ${device}${how}${moved}`;
}

function dateText(iso: string): string {
  const options = { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Date(iso).toLocaleString('en-GB', options);
}
