/**
 * Which of the built files the service worker keeps from the first visit on, and which only once they are used. A visitor
 * without WebGPU never needs its 27 MB, and most never open the earlier checkpoints of the base model.
 */

/** As the build lists them: `revision` is null where the name holds a hash of the content. */
export interface BuiltFile {
  readonly url: string;
  readonly revision: string | null;
}

export interface OfflineFiles {
  /** Enough for the page on the CPU with the default model. */
  readonly core: readonly BuiltFile[];
  /** What the WebGPU device needs besides. */
  readonly webGpu: readonly BuiltFile[];
  /** Kept when first asked for. */
  readonly onUse: readonly BuiltFile[];
}

/** The one of defaultDocument. */
const DEFAULT_MODEL = 'models/lab-1m/';
/** ORT's build for WebGPU. */
const WEBGPU_FILE = /\.asyncify[-.]/;

export function divideFiles(files: readonly BuiltFile[]): OfflineFiles {
  const isWebGpu = ({ url }: BuiltFile): boolean => WEBGPU_FILE.test(url);
  const isOtherModel = ({ url }: BuiltFile): boolean => url.startsWith('models/') && !url.startsWith(DEFAULT_MODEL);
  return {
    core: files.filter((file) => !isWebGpu(file) && !isOtherModel(file)),
    webGpu: files.filter(isWebGpu),
    onUse: files.filter(isOtherModel),
  };
}

/** Under which address a file is stored: its revision is part of it, so a changed file is another one. */
export function storedUrl({ url, revision }: BuiltFile, base: string): string {
  const stored = new URL(url, base);
  if (revision !== null) stored.searchParams.set('revision', revision);
  return stored.href;
}

/** The address without what doesn't name a file: `…/?seed=7#about` is the page itself. */
export function plainUrl(url: string, scope: string): string {
  const plain = new URL(url);
  plain.search = '';
  plain.hash = '';
  return plain.href === scope ? new URL('index.html', scope).href : plain.href;
}
