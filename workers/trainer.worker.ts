/**
 * The training worker: builds the browser's parts and exposes the trainer. Logic is in src/lab/run/trainer.ts.
 */
import '../src/lab/withoutEval.ts';
import { expose, type ProxyMarked, type Remote, releaseProxy, transfer } from 'comlink';
import type { LabEvent, OnEvent, TrainerApi } from '../src/lab/run/protocol.ts';
import { Trainer } from '../src/lab/run/trainer.ts';
import { browserParts } from './browserParts.ts';
import { showLife } from './life.ts';

showLife();
const trainer = new Trainer(browserParts());

/** A policy's weights are a copy made for the event, so they move to the page instead of being copied once more. */
function moving(event: LabEvent): LabEvent {
  if (event.type !== 'snapshot' && event.type !== 'runFinished') return event;
  return 'params' in event.snapshot ? transfer(event, [event.snapshot.params.buffer as ArrayBuffer]) : event;
}

/** Who hears of the run that is held. */
let listener: OnEvent | null = null;

/** One run is held at a time: with the new one open, nobody hears of the one before, and its channel is closed. */
async function tell(onEvent: OnEvent, open: (report: OnEvent) => Promise<void>): Promise<void> {
  await open((event) => onEvent(moving(event)));
  (listener as unknown as Remote<OnEvent & ProxyMarked> | null)?.[releaseProxy]();
  listener = onEvent;
}

const api: TrainerApi = {
  init: (request, onProgress) => trainer.init(request, onProgress),
  startStage: (runId, request, onEvent: OnEvent) =>
    tell(onEvent, (report) => trainer.startStage(runId, request, report)),
  reopen: (runId, onEvent: OnEvent) => tell(onEvent, (report) => trainer.reopen(runId, report)),
  end: (runId) => trainer.end(runId),
  change: (runId, settings) => trainer.change(runId, settings),
  resume: (runId) => trainer.resume(runId),
  hold: (runId) => trainer.hold(runId),
  keep: (runId) => trainer.keep(runId),
  pause: (runId) => trainer.pause(runId),
  stepOnce: (runId) => trainer.stepOnce(runId),
  reset: (runId) => trainer.reset(runId),
  dispose: () => trainer.dispose(),
};

expose(api);
