import { describe, expect, it } from 'vitest';
import { divideFiles, plainUrl, storedUrl } from './offlineFiles.ts';

const file = (url: string, revision: string | null = null) => ({ url, revision });

describe('what the service worker keeps', () => {
  const files = [
    file('index.html', 'a1'),
    file('assets/index-1.js'),
    file('assets/ort-wasm-simd-threaded-1.wasm'),
    file('assets/ort-wasm-simd-threaded.asyncify-2.wasm'),
    file('assets/ort-wasm-simd-threaded.asyncify-3.mjs'),
    file('models/lab-1m/model.safetensors', 'b1'),
    file('models/lab-1m-early/model.safetensors', 'c1'),
  ];
  const { core, webGpu, onUse } = divideFiles(files);

  it('keeps page, CPU build and default model at once', () => {
    expect(core.map(({ url }) => url)).toEqual([
      'index.html',
      'assets/index-1.js',
      'assets/ort-wasm-simd-threaded-1.wasm',
      'models/lab-1m/model.safetensors',
    ]);
  });

  it('leaves WebGPU and other models until they are used, and forgets no file', () => {
    expect(webGpu).toHaveLength(2);
    expect(onUse.map(({ url }) => url)).toEqual(['models/lab-1m-early/model.safetensors']);
    expect(core.length + webGpu.length + onUse.length).toBe(files.length);
  });
});

describe('addresses', () => {
  const scope = 'https://a.example/lab/';

  it('stores a changed file under another address', () => {
    expect(storedUrl(file('models/x.json', 'r1'), scope)).toBe('https://a.example/lab/models/x.json?revision=r1');
    expect(storedUrl(file('assets/x-1.js'), scope)).toBe('https://a.example/lab/assets/x-1.js');
  });

  it('takes the folder with any query or fragment for the page', () => {
    expect(plainUrl('https://a.example/lab/?seed=7#about', scope)).toBe('https://a.example/lab/index.html');
    expect(plainUrl('https://a.example/lab/models/a.json?x=1', scope)).toBe('https://a.example/lab/models/a.json');
    expect(plainUrl('https://a.example/other/', scope)).toBe('https://a.example/other/');
  });
});
