/**
 * Checkpoint ids: the same stage on the same parent with the same data and seed has the same id, so that what was
 * trained once needn't be trained again. SHA-256 over canonical JSON, by Web Crypto; no random part, no time, no device.
 */

/** Raised whenever the same settings of any stage would train to other weights (2-architecture.md §2.3). */
const ENGINE_VERSION = '2';

/** @param revision of the stage's kind: raised when its settings alone would train to other weights · @returns "2", "2.2" */
export function engineVersion(revision = 1): string {
  return revision === 1 ? ENGINE_VERSION : `${ENGINE_VERSION}.${revision}`;
}

/** Everything a trained checkpoint depends on. */
export interface CheckpointOrigin {
  readonly parentIds: readonly string[];
  /** The stage's kind. */
  readonly stage: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly seed: number;
  /** Hash of what else of the document is trained on. */
  readonly dataHash: string;
  /** Of the kind; default 1. */
  readonly revision?: number;
}

/** @returns 64 hex digits */
export function checkpointId({ revision, ...origin }: CheckpointOrigin): Promise<string> {
  return sha256(canonicalJson({ ...origin, engineVersion: engineVersion(revision) }));
}

/** A shipped model's id: its weights and its shape. @returns 64 hex digits */
export async function baseCheckpointId(config: object, params: Float32Array): Promise<string> {
  const weights = await sha256(new Uint8Array(params.buffer, params.byteOffset, params.byteLength));
  return sha256(canonicalJson({ stage: 'base', config, weights }));
}

/** @returns 64 hex digits */
export async function sha256(content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** JSON with keys sorted at every level: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  });
}
