/** The shape of a model: a Llama with tied embedding and no biases. */

export interface ModelConfig {
  readonly vocabSize: number;
  /** D */
  readonly width: number;
  /** N */
  readonly layers: number;
  /** H; head width d = D / H */
  readonly heads: number;
  readonly mlpWidth: number;
  readonly contextLength: number;
  readonly ropeTheta: number;
  readonly normEps: number;
  readonly eosId: number;
  readonly padId: number;
}

export const lab1m: ModelConfig = {
  vocabSize: 1024,
  width: 128,
  layers: 4,
  heads: 4,
  mlpWidth: 344,
  contextLength: 128,
  ropeTheta: 10000,
  normEps: 1e-5,
  eosId: 0,
  padId: 1,
};

/** For devices that are fast enough: three times the parameters. */
export const lab3m: ModelConfig = { ...lab1m, vocabSize: 2048, width: 192, layers: 6, heads: 6, mlpWidth: 512 };
