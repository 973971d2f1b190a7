import { beforeEach, expect, it } from 'vitest';
import { initialState, labStore } from '../store.ts';
import { choosePreset, matchingPreset, renameExperiment } from './experimentActions.ts';

beforeEach(() => labStore.setState(initialState()));

it('an experiment is named after the preset that was chosen last, unless the visitor named it', () => {
  const { getState } = labStore;
  choosePreset('overoptimization-gold');
  expect(getState().experiment.name).toBe('overoptimization-gold');
  expect(matchingPreset(getState().experiment.document)).toBe('overoptimization-gold');
  choosePreset('sft-quick');
  expect(getState().experiment.name).toBe('sft-quick');
  renameExperiment('Tuesday');
  choosePreset('instructgpt');
  expect(getState().experiment.name).toBe('Tuesday');
});
