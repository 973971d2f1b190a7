import { describe, expect, it, vi } from 'vitest';
import * as ort from 'onnxruntime-web';
import { DeviceError } from '../../errors.ts';
import { openWasmWith } from './wasm.ts';

describe('openWasmWith', () => {
  it('fails when the WebAssembly does not start, and says why', async () => {
    const create = vi.fn().mockRejectedValue(new Error('WebAssembly SIMD is not supported'));
    const broken = { env: ort.env, Tensor: ort.Tensor, InferenceSession: { create } };
    const opening = openWasmWith(broken, { threads: 1 });
    await expect(opening).rejects.toThrow(DeviceError);
    await expect(opening).rejects.toThrow(/WebAssembly SIMD is not supported/);
  });
});
