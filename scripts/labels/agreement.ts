/**
 * How far the labels of the default mix are from gold, on pairs of replies that a policy drew.
 *
 *   npx tsx scripts/labels/agreement.ts replies.jsonl
 *
 * The file: `lab sample --copies 2 --temperature 1`, the temperature that pairs are drawn at. Prints, by labeler and for the
 * mix, the share of untied labels that choose the reply with more gold, among pairs that gold tells apart.
 */
import { readFileSync } from 'node:fs';
import { createCheckTools } from '../../src/lab/judge/checkTools.ts';
import { readReplyRows } from '../../src/lab/judge/replyRows.ts';
import { preferenceSettings } from '../../src/lab/stages/preferenceSettings.ts';
import { usablePairs } from '../../src/world/evals/rewardEvals.ts';
import { meanOf } from '../../src/world/evals/statistics.ts';
import { seededRandom } from '../../src/world/random.ts';
import { defaultSpec, goldReward } from '../../src/world/spec/gold.ts';
import { labelers } from '../../src/world/spec/labelers.ts';
import { labelPair, type LabelerShares, mixLabelers } from '../../src/world/spec/labeling.ts';
import { type CandidatePair, simulatedLabelers } from '../../src/world/spec/types.ts';
import { dictionaryText } from '../corpus/spelling.ts';

const [file = ''] = process.argv.slice(2);
const rows = readReplyRows(readFileSync(file, 'utf8'), file, (text) => text.split(' ').length);
const tools = createCheckTools(dictionaryText());
const all = rows.flatMap(({ asked, prompt, reply }, i): CandidatePair[] => {
  const other = rows[i + 1];
  return i % 2 === 0 && prompt && other?.asked === asked ? [{ id: String(i), prompt, a: reply, b: other.reply }] : [];
});

const goldGap = ({ prompt, a, b }: CandidatePair) =>
  goldReward(defaultSpec, prompt, a, tools) - goldReward(defaultSpec, prompt, b, tools);
const pairs = usablePairs(all.map((pair) => ({ pair, goldGap: goldGap(pair) })));
console.log(`${all.length} pairs, ${pairs.length} of them with a gold gap`);

function measure(name: string, shares: LabelerShares): void {
  const random = seededRandom(1);
  const { labelers: who } = mixLabelers(shares, pairs.length, random);
  const labels = pairs.map(({ pair, goldGap: gap }, i) => ({
    gap,
    label: labelPair(who[i]!, defaultSpec, pair, { tools, random }),
    pair,
  }));
  const untied = labels.filter(({ label }) => !label.tie);
  const agrees = untied.map(({ gap, label, pair }) => Number((label.chosen === pair.a.text) === gap > 0));
  const { value, se } = meanOf(agrees);
  const ties = 1 - untied.length / labels.length;
  console.log(
    `${name}: ${value.toFixed(3)} ± ${se.toFixed(3)} of ${untied.length} untied labels; ties ${ties.toFixed(3)}`,
  );
}

measure('default mix', preferenceSettings.parse({}).labelers);
for (const id of simulatedLabelers) measure(labelers[id].name, { [id]: 1 });
