/** Long work of the sampler: evaluations take seconds to minutes, and completions go on being drawn meanwhile. */
import type { Remote } from 'comlink';
import { DeviceError } from '../../../errors.ts';
import type { SamplerApi } from '../../../lab/run/protocol.ts';
import { workers } from './sessionActions.ts';
import { labStore } from '../store.ts';

/** As sampler.call, but other calls needn't wait for its end. @throws DeviceError when the sampler stops meanwhile */
export async function detached<Result>(work: (api: Remote<SamplerApi>) => Promise<Result>): Promise<Result> {
  const { running } = await workers.sampler.call((api) => Promise.resolve({ running: work(api) }));
  let leave: () => void = () => undefined;
  const gone = new Promise<never>((_, reject) => {
    leave = labStore.subscribe(({ session }) => {
      if (session.workers.sampler.phase !== 'ready') reject(new DeviceError('the sampler was restarted'));
    });
  });
  try {
    return await Promise.race([running, gone]);
  } finally {
    leave();
  }
}
