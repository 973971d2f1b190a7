/**
 * What sampler.worker does, without the worker: keeps weight snapshots by checkpoint, draws completions from them, and judges
 * them. It trains nothing. Requests are answered one after another; a long evaluation lets others in between its parts.
 */
import { AbortedError, InvalidInputError } from '../../errors.ts';
import type { RewardModel, RewardScorer } from '../../rlhf/rewardScorer.ts';
import type { CandidatePair } from '../../world/spec/types.ts';
import { type EvaluatePolicyOptions, type GoldReplies, evaluatePolicy } from '../judge/checkpointEvals.ts';
import { comparePolicies } from '../judge/compare.ts';
import { survey } from '../judge/survey.ts';
import { Completer } from './completions.ts';
import type { OpenedDevice } from '../model/device.ts';
import type { LoadedModel } from '../model/modelFolder.ts';
import { drawPairs, practicePrompts } from './drawPairs.ts';
import { BASE, type PolicyId } from '../pipeline.ts';
import { baseCheckpointId } from '../run/checkpointId.ts';
import type { StageId } from '../stages/kinds.ts';
import { toPromptText } from './promptText.ts';
import type {
  CompareRequest,
  CompareResult,
  Completion,
  InitRequest,
  InitResult,
  OnPart,
  OnProgress,
  EvaluateRequest,
  PairRequest,
  ProbeRequest,
  RewardModelSnapshot,
  RewardProbe,
  SampleRequest,
  SamplerApi,
  Snapshot,
  SurveyedReply,
  SurveyRequest,
  WeightsEvals,
  WeightsRequest,
} from '../run/protocol.ts';
import { openRewardScorer, tokenizeReply } from '../judge/rewardScoring.ts';
import type { Evals } from '../document/evals.ts';
import { preferenceSettings } from '../stages/preferenceSettings.ts';
import type { WorkerParts } from '../run/trainer.ts';

/** A device with a model on it. */
interface Opened {
  readonly device: OpenedDevice;
  readonly model: LoadedModel;
  readonly completer: Completer;
}

/** What a policy wrote when it was judged, so that judging others against it needn't draw that again. */
interface KnownReplies {
  readonly params: Float32Array;
  readonly key: string;
  readonly replies: GoldReplies;
}

type Judged = Omit<EvaluatePolicyOptions, 'executor' | 'model' | 'tools' | 'materials'>;

const { maxNewTokens } = preferenceSettings.parse({});

export class Sampler implements SamplerApi {
  readonly #parts: WorkerParts;
  readonly #weights = new Map<PolicyId, Float32Array>();
  readonly #rewardModels = new Map<StageId, RewardModelSnapshot>();
  readonly #scorers = new Map<RewardModel, RewardScorer>();
  #opened: Opened | null = null;
  readonly #replies = new Map<PolicyId, KnownReplies>();
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
      this.#weights.set(BASE, model.params);
      const baseId = await baseCheckpointId(model.config, model.params);
      return { report: device.report, model: model.summary, baseId };
    });
  }

  setWeights(snapshot: Snapshot): Promise<void> {
    // A sample in progress keeps the weights it started with.
    return this.#inTurn(async () => {
      const { stageId } = snapshot;
      if (snapshot.kind === 'policy') {
        this.#weights.set(stageId, this.#fitting(snapshot.params, stageId));
      } else {
        await this.#disposeScorers(this.#rewardModels.get(stageId));
        this.#rewardModels.set(stageId, snapshot);
      }
    });
  }

  sample({ policy, prompts, sampling }: SampleRequest): Promise<readonly Completion[]> {
    return this.#inTurn(async () => {
      const params = this.#paramsOf(policy);
      return this.#ready().completer.complete(params, prompts, sampling);
    });
  }

  drawPairs({ policy, count, temperature, seed, prompts }: PairRequest): Promise<readonly CandidatePair[]> {
    return this.#inTurn(async () => {
      const params = this.#paramsOf(policy);
      const { device, model } = this.#ready();
      // Some prompts get the same completion twice: half as many more make up for them.
      const asked = practicePrompts({ data: { prompts: prompts ?? [] } }, Math.ceil(count * 1.5), seed);
      const request = { model, params, prompts: asked, temperature, maxNewTokens, seed };
      let pairs: readonly CandidatePair[] = [];
      for await (const part of drawPairs({ executor: device.executor, ...request })) pairs = part.pairs;
      return pairs.slice(0, count);
    });
  }

  probeReward({ rewardModel: id, prompt, completion, which }: ProbeRequest): Promise<RewardProbe> {
    return this.#inTurn(async () => {
      const { tokenizer } = this.#ready().model;
      const snapshot = this.#rewardModels.get(id);
      const rewardModel = which === 'now' ? snapshot?.model : snapshot?.before;
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

  async evaluate({ policy, reference, rewardModel, ...request }: EvaluateRequest): Promise<Evals> {
    const { opened, params, other, judge } = await this.#inTurn(async () => ({
      opened: this.#ready(),
      params: this.#paramsOf(policy),
      other: reference === null ? null : this.#paramsOf(reference),
      judge: this.#judgeOf(rewardModel),
    }));
    const key = `${request.size}/${request.seed}`;
    const known = reference === null ? undefined : this.#replies.get(reference);
    const isKnown = known !== undefined && known.key === key && known.params === other;
    const { evals, goldReplies } = await this.#judge(opened, {
      ...request,
      params,
      reference: other,
      rewardModel: judge,
      ...(isKnown ? { referenceReplies: known.replies } : {}),
    });
    this.#replies.set(policy, { params, key, replies: goldReplies });
    return evals;
  }

  async evaluateWeights(
    { params, perPrompt: wanted, ...request }: WeightsRequest,
    onPart: OnPart,
  ): Promise<WeightsEvals> {
    const { opened, own, reference } = await this.#inTurn(async () => ({
      opened: this.#ready(),
      own: params ? this.#fitting(params) : this.#paramsOf(BASE),
      reference: request.reference && this.#fitting(request.reference),
    }));
    const judged = { ...request, params: own, reference, rewardModel: null };
    const { evals, perPrompt } = await this.#judge(opened, judged, onPart);
    return {
      evals,
      perPrompt: Object.fromEntries(Object.entries(perPrompt).filter(([name]) => wanted.includes(name))),
    };
  }

  sampleWeights(
    params: Float32Array,
    { prompts, sampling }: Omit<SampleRequest, 'policy'>,
  ): Promise<readonly Completion[]> {
    return this.#inTurn(async () => this.#ready().completer.complete(this.#fitting(params), prompts, sampling));
  }

  compare({ policy, against, rewardModel, ...request }: CompareRequest): Promise<CompareResult> {
    return this.#inTurn(async () => {
      const { device, model } = this.#ready();
      return comparePolicies({
        ...request,
        executor: device.executor,
        model,
        params: this.#paramsOf(policy),
        against: this.#paramsOf(against),
        rewardModel: this.#judgeOf(rewardModel),
        tools: await this.#parts.tools(),
      });
    });
  }

  survey({ policy, rewardModel, ...request }: SurveyRequest): Promise<readonly SurveyedReply[]> {
    return this.#inTurn(async () => {
      const { device, model } = this.#ready();
      const judge = this.#judgeOf(rewardModel);
      return survey({
        ...request,
        executor: device.executor,
        model,
        params: this.#paramsOf(policy),
        scorer: judge && (await this.#scorer(judge)),
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
        const { evals, perPrompt = {}, goldReplies, done, total } = next.value;
        if (goldReplies) return { evals, perPrompt, goldReplies };
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

  #fitting(params: Float32Array, name = 'the checkpoint'): Float32Array {
    const expected = this.#weights.get(BASE)?.length;
    if (params.length === expected) return params;
    throw new InvalidInputError(
      `the weights of ${name} have ${params.length} values, but the model has ${expected ?? 'not been loaded'}: send a snapshot of the same model`,
    );
  }

  #paramsOf(policy: PolicyId): Float32Array {
    this.#ready();
    const params = this.#weights.get(policy);
    if (!params) throw new InvalidInputError(`there are no weights for "${policy}" yet: train it first`);
    return params;
  }

  /** @returns null where none is asked for, or it isn't trained yet */
  #judgeOf(stageId: StageId | null): RewardModel | null {
    return (stageId !== null && this.#rewardModels.get(stageId)?.model) || null;
  }

  /** Of a reward model that is replaced. */
  async #disposeScorers(snapshot: RewardModelSnapshot | undefined): Promise<void> {
    for (const model of [snapshot?.model, snapshot?.before]) {
      if (!model) continue;
      await this.#scorers.get(model)?.dispose();
      this.#scorers.delete(model);
    }
  }

  async #close(): Promise<void> {
    for (const snapshot of this.#rewardModels.values()) await this.#disposeScorers(snapshot);
    await this.#opened?.completer.dispose();
    await this.#opened?.device.executor.dispose();
    this.#opened = null;
    this.#rewardModels.clear();
    this.#replies.clear();
    this.#weights.clear();
  }

  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#requests.then(action);
    this.#requests = result.catch(() => undefined);
    return result;
  }
}
