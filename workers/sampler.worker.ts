/**
 * The sampling worker: builds the browser's parts and exposes the sampler. Logic is in src/lab/sampler.ts.
 */
import { expose } from 'comlink';
import type { SamplerApi } from '../src/lab/protocol.ts';
import { Sampler } from '../src/lab/sampler.ts';
import { browserParts } from './browserParts.ts';
import { holdLifeLock } from './lifeLock.ts';

const lifeLock = holdLifeLock();
const sampler = new Sampler(browserParts());

const api: SamplerApi = {
  init: async (request, onProgress) => {
    await lifeLock;
    return sampler.init(request, onProgress);
  },
  setWeights: (snapshot) => sampler.setWeights(snapshot),
  sample: (request) => sampler.sample(request),
  dispose: () => sampler.dispose(),
};

expose(api);
