import { describe, expect, it } from 'vitest';
import { parseRoute } from './route.ts';

describe('the view an address asks for', () => {
  it.each([
    ['#glossary/reward%20model', { view: 'glossary', term: 'reward model' }],
    ['#glossary/%', { view: 'glossary', term: '%' }],
    ['#glossary/%E0%A4%A', { view: 'glossary', term: '%E0%A4%A' }],
    ['#/label', { view: 'label' }],
    ['#nonsense', { view: 'lab' }],
    ['', { view: 'lab' }],
  ])('%s', (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });
});
