/** `lab judge`: gold reward of replies to the world's prompts, with what each rule says of them. */
import { createCheckTools } from '../src/lab/judge/checkTools.ts';
import { judgeRow } from '../src/lab/judge/replyRows.ts';
import { readEvalMaterials } from './evalMaterials.ts';
import { writeJsonLines } from './output.ts';
import { readReplyFile } from './replyFile.ts';

/** All rows are read before one is judged: a file with a bad row prints nothing. */
export function judgeCommand(file: string): void {
  const rows = readReplyFile(file);
  const tools = createCheckTools(readEvalMaterials().dictionary);
  writeJsonLines(rows.map((row) => judgeRow(row, tools)));
}
