/**
 * Model folders on disk: found by name or path, read and written with Node's file system.
 */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidInputError, ModelError, StorageError } from '../src/errors.ts';
import { type LoadedModel, MODEL_FILES, type PackedModel, readModel } from '../src/lab/model/modelFolder.ts';
import { type FileContent, reasonOf, writeFiles } from './writeFiles.ts';

const shippedModels = fileURLToPath(new URL('../public/models/', import.meta.url));

/**
 * @param nameOrFolder a folder, or the name of one under `models` (default: public/models)
 * @throws InvalidInputError when there is neither
 */
function findModelFolder(nameOrFolder: string, models = shippedModels): string {
  const shipped = path.join(models, nameOrFolder);
  if (/^[\w.-]+$/.test(nameOrFolder) && isFolder(shipped)) return shipped;
  if (isFolder(nameOrFolder)) return path.resolve(nameOrFolder);
  throw new InvalidInputError(
    `there is no model folder "${nameOrFolder}": give a folder with ${Object.values(MODEL_FILES).join(', ')}, or a name under public/models`,
  );
}

/** @throws InvalidInputError when it isn't there, ModelError when a file is missing or damaged */
export function loadModelFolder(nameOrFolder: string, models?: string): LoadedModel {
  const folder = findModelFolder(nameOrFolder, models);
  const read = (file: string): Buffer => {
    try {
      return readFileSync(path.join(folder, file));
    } catch {
      throw new ModelError(
        `${nameOrFolder} has no readable ${file}: a model folder needs ${Object.values(MODEL_FILES).join(', ')}`,
      );
    }
  };
  const weights = read(MODEL_FILES.weights);
  return readModel(
    {
      config: parseJson(read(MODEL_FILES.config), nameOrFolder, MODEL_FILES.config),
      tokenizer: parseJson(read(MODEL_FILES.tokenizer), nameOrFolder, MODEL_FILES.tokenizer),
      weights: weights.buffer.slice(weights.byteOffset, weights.byteOffset + weights.byteLength) as ArrayBuffer,
    },
    path.basename(folder),
  );
}

/** Writes a model folder, making it when needed: all of its files or none. @throws StorageError when it can't be written */
export function saveModelFolder(folder: string, files: PackedModel): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StorageError(`${folder} can't be made (${reasonOf(error)}): choose a folder you may write to`);
  }
  const contents = [...files].map(([file, content]): [string, FileContent] => [
    path.join(folder, file),
    typeof content === 'string' ? content : new Uint8Array(content),
  ]);
  writeFiles(new Map(contents));
}

function isFolder(candidate: string): boolean {
  return existsSync(candidate) && statSync(candidate).isDirectory();
}

function parseJson(bytes: Buffer, model: string, file: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new ModelError(`${file} of ${model} is not JSON: the model folder is damaged`);
  }
}
