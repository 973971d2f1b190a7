/** Model folders on disk, for scripts. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LoadedModel, MODEL_FILES, type PackedModel, readModel } from '../../src/lab/model/modelFolder.ts';

export function loadFolder(folder: string): LoadedModel {
  const read = (file: string): Buffer => readFileSync(join(folder, file));
  const parse = (file: string): unknown => JSON.parse(read(file).toString('utf8')) as unknown;
  const weights = Uint8Array.from(read(MODEL_FILES.weights)).buffer;
  return readModel({ config: parse(MODEL_FILES.config), tokenizer: parse(MODEL_FILES.tokenizer), weights }, folder);
}

/** Makes the folder when there is none. */
export function saveFolder(folder: string, files: PackedModel): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of files)
    writeFileSync(join(folder, file), typeof content === 'string' ? content : new Uint8Array(content));
}
