/**
 * The sampling worker: builds the browser's parts and exposes the sampler. Logic is in src/lab/draw/sampler.ts.
 */
import '../src/lab/withoutEval.ts';
import { expose } from 'comlink';
import type { ReviewerApi, SamplerApi } from '../src/lab/run/protocol.ts';
import { createReviewer } from '../src/lab/judge/reviewCompletion.ts';
import { Sampler } from '../src/lab/draw/sampler.ts';
import { browserParts } from './browserParts.ts';
import { showLife } from './life.ts';

showLife();
const parts = browserParts();
const sampler = new Sampler(parts);

const api: SamplerApi & ReviewerApi = {
  init: (request, onProgress) => sampler.init(request, onProgress),
  setWeights: (snapshot) => sampler.setWeights(snapshot),
  sample: (request) => sampler.sample(request),
  drawPairs: (request) => sampler.drawPairs(request),
  probeReward: (request) => sampler.probeReward(request),
  evaluate: (request) => sampler.evaluate(request),
  evaluateWeights: (request, onPart) => sampler.evaluateWeights(request, onPart),
  sampleWeights: (params, request) => sampler.sampleWeights(params, request),
  compare: (request) => sampler.compare(request),
  survey: (request) => sampler.survey(request),
  review: async (completions) => completions.map(createReviewer(await parts.tools())),
  dispose: () => sampler.dispose(),
};

expose(api);
