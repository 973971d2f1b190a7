/** `lab phrases`: whether a phrase before, after or in place of replies wins gold. */
import { createCheckTools } from '../src/lab/judge/checkTools.ts';
import { attackRows } from '../src/lab/judge/phrases.ts';
import { readEvalMaterials } from './evalMaterials.ts';
import { loadModelFolder } from './modelFiles.ts';
import { writeJson } from './output.ts';
import { readReplyFile } from './replyFile.ts';

export interface PhrasesCommandOptions {
  readonly phrases: number;
}

export function phrasesCommand(file: string, { phrases }: PhrasesCommandOptions): void {
  const rows = readReplyFile(file);
  const { tokenizer } = loadModelFolder('lab-1m');
  const tools = createCheckTools(readEvalMaterials().dictionary);
  writeJson(
    attackRows(rows, { tools, countTokens: (text) => tokenizer.encode(text).length, count: phrases }),
    undefined,
  );
}
