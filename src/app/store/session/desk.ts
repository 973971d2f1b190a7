/** The page's one desk. Its worker starts with the first question asked. */
import { createDeskClient } from '../../client/desk.ts';
import { labStore } from '../store.ts';

export const desk = createDeskClient(() => {
  const { model } = labStore.getState().experiment.document;
  return new URL(`models/${model}/`, document.baseURI).href;
});
