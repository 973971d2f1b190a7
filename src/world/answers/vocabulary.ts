/** Whether a text speaks of a subject: its content words against the subject's own. Stems, so that "sings" is "sing". */

const small = new Set(
  `a an the this that these those it its they them their he him his she her hers you your yours i me my we us our ours one ones
  and or but so because if when while as than then too also very really just only quite more most some any all both each every other another
  is are was were be been am being do does did have has had will would can could should may might must shall
  of in on at to from by with for into out up down over under off about after before around near through between
  not no there here who whom which what how where why`.split(/\s+/),
);

/** @param text plain words · @returns stems of the words that carry meaning, in order */
export function contentStems(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !small.has(word))
    .map(stemOf);
}

/** A word without its ending: rough, and the same for a list and for a reply. */
export function stemOf(word: string): string {
  const irregular = irregulars.get(word);
  if (irregular !== undefined) return rough(irregular);
  if (word.endsWith("'s")) return stemOf(word.slice(0, -2));
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  const cut = /^(.{2,}?)(?:ing|ed|(?<=s|x|z|ch|sh|o)es|(?<=[^su])s|(?<=...)ly)$/.exec(word)?.[1] ?? word;
  if (cut.length < 3 || cut === word) return rough(word);
  return rough(/(?:ing|ed)$/.test(word) ? cut.replace(/([bdfgmnprt])\1$/, '$1') : cut);
}

/** Without a silent e, which "baking" has lost. */
function rough(word: string): string {
  return word.replace(/(?<=..)e$/, '');
}

const irregulars = new Map(
  'men man|women woman|children child|people person|teeth tooth|feet foot|leaves leaf|wrote write|sang sing|ran run|made make|took take|gave give|went go|sold sell|bought buy|grew grow|flew fly|told tell|mice mouse|written write|kept keep|felt feel|dug dig|king king|string string|ring ring|bring bring|sing sing|wing wing|spring spring|thing thing|evening evening|morning morning|something something|bed bed|red red|feed feed|need need|seed seed|early early|family family|fly fly|car automobile|cars automobile|plane aeroplane|planes aeroplane'
    .split('|')
    .map((row): [string, string] => {
      const [from = '', to = ''] = row.split(' ');
      return [from, to];
    }),
);

export interface Fit {
  /** Share of the content words that belong to the subject or to anything; 0 when there are none. */
  readonly share: number;
  /** Different words that belong to the subject itself. */
  readonly own: number;
}

export interface Subject {
  readonly own: ReadonlySet<string>;
  readonly any: ReadonlySet<string>;
}

/** @param named words that name the subject: they say nothing of it ("a judge judges") */
export function subjectOf(own: readonly string[], any: readonly string[], named: readonly string[] = []): Subject {
  const names = new Set(named.map(stemOf));
  return {
    own: new Set(own.map(stemOf).filter((stem) => !names.has(stem))),
    any: new Set([...any.map(stemOf), ...names]),
  };
}

/** @returns words of the other subjects that are none of this one's */
export function foreignWords(subject: Subject, others: readonly Subject[]): ReadonlySet<string> {
  const all = others.flatMap(({ own }) => [...own]);
  return new Set(all.filter((stem) => !subject.own.has(stem) && !subject.any.has(stem)));
}

/** @param text plain words */
export function fitOf(subject: Subject, text: string): Fit {
  const stems = contentStems(text);
  const own = stems.filter((stem) => subject.own.has(stem));
  const fitting = stems.filter((stem) => subject.own.has(stem) || subject.any.has(stem));
  return { share: stems.length === 0 ? 0 : fitting.length / stems.length, own: new Set(own).size };
}
