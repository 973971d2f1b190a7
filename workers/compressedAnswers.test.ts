import { expect, it } from 'vitest';
import { compressed, decompressed } from './compressedAnswers.ts';

it('stores fewer bytes and gives back the same answer', async () => {
  const text = 'const lossScale = 1;\n'.repeat(500);
  const headers = { 'content-type': 'text/javascript', 'content-encoding': 'br', 'content-length': '77' };
  const stored = compressed(new Response(text, { headers }));
  expect((await stored.clone().arrayBuffer()).byteLength).toBeLessThan(text.length / 20);

  const answer = decompressed(stored);
  expect(Object.fromEntries(answer.headers)).toEqual({ 'content-type': 'text/javascript' });
  expect(await answer.text()).toBe(text);
});

it('leaves an answer alone that was not stored so', async () => {
  expect(await decompressed(new Response('plain')).text()).toBe('plain');
});
