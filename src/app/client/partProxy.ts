/** A listener of a long evaluation, as it crosses the worker boundary. */
import { proxy } from 'comlink';
import type { OnPart } from '../../lab/run/protocol.ts';

export function partProxy(onPart: OnPart): OnPart {
  return proxy(onPart);
}
