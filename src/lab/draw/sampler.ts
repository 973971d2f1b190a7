/**
 * What sampler.worker does, without the worker: keeps weight snapshots by checkpoint, draws completions from them, and judges
 * them. It trains nothing. Requests are answered one after another; a long evaluation lets others in between its parts.
 */
import { AbortedError, InvalidInputError } from '../../errors.ts';
import type { RewardModel, RewardScorer } from '../../rlhf/rewardScorer.ts';
import type { CandidatePair, Spec } from '../../world/spec/types.ts';
import { type EvaluatePolicyOptions, type GoldReplies, evaluatePolicy } from '../judge/checkpointEvals.ts';
import { comparePolicies } from '../judge/compare.ts';
import { Completer } from './completions.ts';
import type { OpenedDevice } from '../model/device.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import { drawPairs, practicePrompts } from './preferenceData.ts';
import { toPromptText } from './promptText.ts';
import type {
  CompareRequest,
  CompareResult,
  Completion,
  InitRequest,
  InitResult,
  OnPart,
  OnProgress,
  PairRequest,
  PolicyId,
  RewardModelSnapshot,
  RewardProbe,
  SampleRequest,
  SamplerApi,
  WeightSnapshot,
  WeightsRequest,
} from '../run/protocol.ts';
import { openRewardScorer, tokenizeReply } from '../judge/rewardScoring.ts';
import type { Evals } from '../document/runDocument.ts';
import { rewardModelStageSchema } from '../stages/stageSchemas.ts';
import type { WorkerParts } from '../run/trainer.ts';

/** A device with a model on it. */
interface Opened {
  readonly device: OpenedDevice;
  readonly model: LoadedModel;
  readonly completer: Completer;
}

/** The SFT checkpoint's own replies, so that judging RL needn't draw them again. */
interface KnownReplies {
  readonly params: Float32Array;
  readonly key: string;
  readonly replies: GoldReplies;
}

type Judged = Omit<EvaluatePolicyOptions, 'executor' | 'model' | 'tools' | 'materials'>;

const { maxNewTokens } = rewardModelStageSchema.parse({ kind: 'rewardModel' });

export class Sampler implements SamplerApi {
  readonly #parts: WorkerParts;
  readonly #weights = new Map<string, Float32Array>();
  readonly #scorers = new Map<RewardModel, RewardScorer>();
  #opened: Opened | null = null;
  #rewardModel: RewardModelSnapshot | null = null;
  #sftReplies: KnownReplies | null = null;
  #requests: Promise<unknown> = Promise.resolve();

  constructor(parts: WorkerParts) {
    this.#parts = parts;
  }

  init(request: InitRequest, onProgress?: OnProgress): Promise<InitResult> {
    return this.#inTurn(async () => {
      await this.#close();
      const [device, model] = await Promise.all([this.#parts.open(request), this.#parts.load(request, onProgress)]);
      const completer = new Completer({ executor: device.executor, config: model.config, tokenizer: model.tokenizer });
      this.#opened = { device, model, completer };
      this.#weights.set('base', model.params);
      return { report: device.report, model: model.summary };
    });
  }

  setWeights({ checkpointId, params }: WeightSnapshot): Promise<void> {
    // A sample in progress keeps the weights it started with.
    return this.#inTurn(async () => void this.#weights.set(checkpointId, this.#fitting(params, checkpointId)));
  }

  setRewardModel(snapshot: RewardModelSnapshot): Promise<void> {
    return this.#inTurn(async () => {
      await this.#disposeScorers();
      this.#rewardModel = snapshot;
    });
  }

  sample({ checkpointId, prompts, sampling }: SampleRequest): Promise<readonly Completion[]> {
    return this.#inTurn(async () => {
      const params = this.#paramsOf(checkpointId);
      return this.#ready().completer.complete(params, prompts, sampling);
    });
  }

  drawPairs({ checkpointId, count, temperature, seed, prompts }: PairRequest): Promise<readonly CandidatePair[]> {
    return this.#inTurn(async () => {
      const params = this.#paramsOf(checkpointId);
      const { device, model } = this.#ready();
      // Some prompts get the same completion twice: half as many more make up for them.
      const asked = practicePrompts({ data: { prompts: prompts ?? [] } }, Math.ceil(count * 1.5), seed);
      const request = { model, params, prompts: asked, temperature, maxNewTokens, seed };
      let pairs: readonly CandidatePair[] = [];
      for await (const part of drawPairs({ executor: device.executor, ...request })) pairs = part.pairs;
      return pairs.slice(0, count);
    });
  }

  probeReward(prompt: string, completion: string, which: 'now' | 'before'): Promise<RewardProbe> {
    return this.#inTurn(async () => {
      const { tokenizer } = this.#ready().model;
      const rewardModel = this.#rewardModel && (which === 'now' ? this.#rewardModel.model : this.#rewardModel.before);
      if (!rewardModel) {
        throw new InvalidInputError(
          which === 'now'
            ? 'there is no reward model yet: train it first'
            : 'there is no reward model without your labels: give some, then train it',
        );
      }
      const scorer = await this.#scorer(rewardModel);
      const text = completion === '' ? '' : ` ${completion.trim()}`;
      const example = tokenizeReply(tokenizer, toPromptText(prompt), { text, stopped: true });
      const scores = await scorer.scorePrefixes(example);
      const byToken = example.completionIds.map((id, t) => ({ text: tokenizer.tokenText(id), score: scores[t]! }));
      return { score: scores.at(-1)!, byToken };
    });
  }

  async evaluate(checkpointId: PolicyId, size: 'full' | 'quick', seed: number, spec: Spec): Promise<Evals> {
    const { opened, params, sft, rewardModel } = await this.#inTurn(async () => ({
      opened: this.#ready(),
      params: this.#paramsOf(checkpointId),
      sft: this.#weights.get('sft') ?? null,
      rewardModel: this.#rewardModel?.model ?? null,
    }));
    const key = `${size}/${seed}`;
    const known = this.#sftReplies?.key === key && this.#sftReplies.params === sft ? this.#sftReplies : null;
    const { evals, goldReplies } = await this.#judge(opened, {
      ...{ params, spec, seed, size, rewardModel, reference: checkpointId === 'ppo' ? sft : null },
      ...(known ? { referenceReplies: known.replies } : {}),
    });
    if (checkpointId === 'sft') this.#sftReplies = { params, key, replies: goldReplies };
    return evals;
  }

  async evaluateWeights({ params, ...request }: WeightsRequest, onPart: OnPart): Promise<Evals> {
    const { opened, own, reference } = await this.#inTurn(async () => ({
      opened: this.#ready(),
      own: params ? this.#fitting(params) : this.#paramsOf('base'),
      reference: request.reference && this.#fitting(request.reference),
    }));
    const { evals } = await this.#judge(opened, { ...request, params: own, reference, rewardModel: null }, onPart);
    return evals;
  }

  sampleWeights(
    params: Float32Array,
    { prompts, sampling }: Omit<SampleRequest, 'checkpointId'>,
  ): Promise<readonly Completion[]> {
    return this.#inTurn(async () => this.#ready().completer.complete(this.#fitting(params), prompts, sampling));
  }

  compare({ checkpointId, against, count, seed, spec }: CompareRequest): Promise<CompareResult> {
    return this.#inTurn(async () => {
      const { device, model } = this.#ready();
      return comparePolicies({
        ...{ executor: device.executor, model, count, seed, spec },
        ...{ params: this.#paramsOf(checkpointId), against: this.#paramsOf(against) },
        rewardModel: this.#rewardModel?.model ?? null,
        tools: await this.#parts.tools(),
      });
    });
  }

  dispose(): Promise<void> {
    return this.#inTurn(() => this.#close());
  }

  /** Lets other requests in between its parts. */
  async #judge(opened: Opened, request: Judged, onPart?: OnPart) {
    const tools = await this.#parts.tools();
    const { device, model } = opened;
    const parts = evaluatePolicy({ ...request, executor: device.executor, model, tools, materials: null });
    try {
      for (;;) {
        const next = await this.#inTurn(() => {
          if (this.#opened !== opened) throw new AbortedError('the evaluation was dropped: the model was closed');
          return parts.next();
        });
        if (next.done) throw new TypeError('an evaluation ended without its figures');
        const { evals, goldReplies, done, total } = next.value;
        if (goldReplies) return { evals, goldReplies };
        if (onPart && !(await onPart(done, total))) throw new AbortedError('the evaluation was stopped');
      }
    } finally {
      // The device may be gone already.
      await parts.return().catch(() => undefined);
    }
  }

  async #scorer(rewardModel: RewardModel): Promise<RewardScorer> {
    const known = this.#scorers.get(rewardModel);
    if (known) return known;
    const { device, model } = this.#ready();
    const scorer = await openRewardScorer(device.executor, model.config, rewardModel);
    this.#scorers.set(rewardModel, scorer);
    return scorer;
  }

  #ready(): Opened {
    if (!this.#opened) throw new InvalidInputError('no model is loaded yet: wait for init to finish');
    return this.#opened;
  }

  #fitting(params: Float32Array, checkpointId = 'checkpoint'): Float32Array {
    const expected = this.#weights.get('base')?.length;
    if (params.length === expected) return params;
    throw new InvalidInputError(
      `the weights of "${checkpointId}" have ${params.length} values, but the model has ${expected ?? 'not been loaded'}: send a snapshot of the same model`,
    );
  }

  #paramsOf(checkpointId: string): Float32Array {
    const params = this.#weights.get(checkpointId);
    if (!params) throw new InvalidInputError(`there are no weights for "${checkpointId}" yet: train it first`);
    return params;
  }

  async #disposeScorers(): Promise<void> {
    for (const scorer of this.#scorers.values()) await scorer.dispose();
    this.#scorers.clear();
  }

  async #close(): Promise<void> {
    await this.#disposeScorers();
    await this.#opened?.completer.dispose();
    await this.#opened?.device.executor.dispose();
    this.#opened = null;
    this.#rewardModel = null;
    this.#sftReplies = null;
    this.#weights.clear();
  }

  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#requests.then(action);
    this.#requests = result.catch(() => undefined);
    return result;
  }
}
