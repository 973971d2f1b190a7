import { describe, expect, it } from 'vitest';
import { type ChartRow, pickRows, sayChart, titleAfter } from './chartWords.ts';

const format = (value: number): string => value.toFixed(1);
const loss = [
  { key: 'loss', name: 'train', format },
  { key: 'eval/loss', name: 'held-out', format },
];

describe('a chart in words', () => {
  it('says where each line begins and ends, and over how much', () => {
    const rows = [
      { step: 0, 'eval/loss': 4.2 },
      { step: 1, loss: 4.1 },
      { step: 140, loss: 1.2, 'eval/loss': 1.3 },
    ];
    expect(sayChart('SFT loss', loss, rows, 'step', 'steps')).toBe(
      'SFT loss, train from 4.1 to 1.2, held-out from 4.2 to 1.3, over 140 steps',
    );
    expect(sayChart('SFT loss', [{ ...loss[0]!, name: '' }], rows, 'step', 'steps')).toBe(
      'SFT loss, from 4.1 to 1.2, over 140 steps',
    );
  });

  it('says that it is empty', () => {
    expect(sayChart('SFT loss', loss, [], 'step', 'steps')).toBe('SFT loss, empty so far');
  });

  it('keeps capitals that belong to a name', () => {
    expect(titleAfter('SFT', 'Token accuracy')).toBe('SFT token accuracy');
    expect(titleAfter('RLOO', 'KL from SFT')).toBe('RLOO KL from SFT');
  });
});

describe('the rows that are listened to', () => {
  const rows: readonly ChartRow[] = Array.from({ length: 100 }, (_, step) =>
    step % 20 === 0 ? { step, loss: 1, 'eval/loss': 2 } : { step, loss: 1 },
  );

  it('are few, from the first to the last', () => {
    const picked = pickRows(rows, ['loss']).map(({ step }) => step);
    expect(picked).toHaveLength(8);
    expect([picked[0], picked.at(-1)]).toEqual([0, 99]);
  });

  it('have a value of every line where there are such rows', () => {
    expect(pickRows(rows, ['loss', 'eval/loss']).map(({ step }) => step)).toEqual([0, 20, 40, 60, 80]);
    expect(pickRows([{ step: 1, loss: 1 }], ['loss', 'eval/loss'])).toEqual([{ step: 1, loss: 1 }]);
  });
});
