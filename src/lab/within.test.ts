import { describe, expect, it } from 'vitest';
import { within } from './within.ts';

const never = new Promise<string>(() => undefined);

describe('within', () => {
  it('gives the answer that comes in time', async () => {
    await expect(within(1000, Promise.resolve('here'), () => 'late')).resolves.toBe('here');
  });

  it('answers for what never answers', async () => {
    await expect(within(5, never, () => 'late')).resolves.toBe('late');
    await expect(
      within(5, never, () => {
        throw new TypeError('no answer');
      }),
    ).rejects.toThrow('no answer');
  });

  it('passes an error on', async () => {
    await expect(within(1000, Promise.reject(new TypeError('broken')), () => 'late')).rejects.toThrow('broken');
  });
});
