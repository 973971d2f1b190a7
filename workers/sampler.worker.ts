/**
 * The sampling worker: builds the browser's parts and exposes the sampler. Logic is in src/lab/sampler.ts.
 */
import { expose } from 'comlink';
import type { ReviewerApi, SamplerApi } from '../src/lab/protocol.ts';
import { createReviewer } from '../src/lab/reviewCompletion.ts';
import { Sampler } from '../src/lab/sampler.ts';
import { browserParts } from './browserParts.ts';
import { fetchDictionary } from './dictionary.ts';
import { holdLifeLock } from './lifeLock.ts';

const lifeLock = holdLifeLock();
const sampler = new Sampler(browserParts());

let reviewer: Promise<ReturnType<typeof createReviewer>> | undefined;

const api: SamplerApi & ReviewerApi = {
  init: async (request, onProgress) => {
    await lifeLock;
    return sampler.init(request, onProgress);
  },
  setWeights: (snapshot) => sampler.setWeights(snapshot),
  sample: (request) => sampler.sample(request),
  review: async (completions) => {
    reviewer ??= fetchDictionary().then(createReviewer);
    return completions.map(await reviewer);
  },
  dispose: () => sampler.dispose(),
};

expose(api);
