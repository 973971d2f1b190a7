/**
 * The desk worker: fetches dictionary and tokenizer and exposes the desk. Logic is in src/lab/desk/desk.ts.
 */
import '../src/lab/withoutEval.ts';
import { expose } from 'comlink';
import { ModelError } from '../src/errors.ts';
import type { DeskApi } from '../src/lab/desk/deskTypes.ts';
import { fetchJson } from '../src/lab/model/fetchModel.ts';
import { openDesk } from '../src/lab/desk/openDesk.ts';
import { fetchDictionary } from './dictionary.ts';
import { showLife } from './life.ts';

showLife();

let opened: Omit<DeskApi, 'init'> | null = null;

function desk(): Omit<DeskApi, 'init'> {
  if (!opened) throw new ModelError('the desk was asked before it was opened: load the page again');
  return opened;
}

const api: DeskApi = {
  init: async (modelUrl) => {
    const [dictionary, tokenizer] = await Promise.all([
      fetchDictionary(),
      fetchJson(new URL('tokenizer.json', modelUrl).href),
    ]);
    opened = openDesk(dictionary, tokenizer);
  },
  judgePair: (spec, pair) => desk().judgePair(spec, pair),
  judgeReplies: (spec, prompt, replies) => desk().judgeReplies(spec, prompt, replies),
  labelByAi: (spec, pairs) => desk().labelByAi(spec, pairs),
  reviewLabels: (spec, labels) => desk().reviewLabels(spec, labels),
  readLabels: (file) => desk().readLabels(file),
  writeLabels: (labels) => desk().writeLabels(labels),
  readOwnData: (file, name, kind, onProgress) => desk().readOwnData(file, name, kind, onProgress),
  takeRows: (from, count) => desk().takeRows(from, count),
};

expose(api);
