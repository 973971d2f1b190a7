/**
 * English inflection for the small world's own words: past, participle-free. Not a general morphology: irregular verbs are
 * listed, the rest follow the spelling rules.
 */
const irregularPasts: Readonly<Record<string, string>> = Object.fromEntries(
  `be was|have had|do did|go went|see saw|eat ate|drink drank|run ran|swim swam|sing sang|sit sat|stand stood|give gave|get got|make made|take took|come came|find found|lose lost|win won|buy bought|bring brought|think thought|catch caught|teach taught|tell told|say said|sell sold|hold held|keep kept|sleep slept|feel felt|leave left|meet met|read read|write wrote|ride rode|drive drove|break broke|speak spoke|steal stole|wake woke|wear wore|grow grew|know knew|throw threw|blow blew|fly flew|draw drew|fall fell|begin began|ring rang|build built|send sent|spend spent|lend lent|bend bent|hide hid|bite bit|shine shone|shoot shot|fight fought|hear heard|light lit|feed fed|lead led|dig dug|hang hung|cut cut|put put|hit hit|hurt hurt|let let|set set|shut shut|spread spread|beat beat|forget forgot|choose chose|freeze froze|shake shook|pay paid|lay laid|spit spat|sweep swept|stick stuck|tear tore|understand understood|become became|spin spun|lie lay|bind bound|wind wound|sew sewed|burn burned|learn learned|show showed`
    .split('|')
    .map((pair): [string, string] => {
      const [base = '', past = ''] = pair.split(' ');
      return [base, past];
    }),
);

/** Last consonant is doubled before -ed and -ing. Two-syllable verbs stressed at the end are listed. */
function doubles(verb: string): boolean {
  if (['kidnap', 'prefer', 'admit', 'begin', 'forget'].includes(verb)) return true;
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(verb) || /^[^aeiou]*qu[aeiou][^aeiouwxy]$/.test(verb);
}

/** "steal" → "stole", "carry" → "carried", "plan" → "planned". */
export function pastOf(verb: string): string {
  const irregular = irregularPasts[verb];
  if (irregular !== undefined) return irregular;
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return doubles(verb) ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`;
}

/** "steal" → "stealing", "make" → "making", "lie" → "lying". */
export function gerundOf(verb: string): string {
  if (verb === 'be') return 'being';
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith('e') && !/(ee|oe|ye)$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return doubles(verb) ? `${verb}${verb.slice(-1)}ing` : `${verb}ing`;
}

/** "go" → "goes", "carry" → "carries", "be" → "is". */
export function thirdPersonOf(verb: string): string {
  if (verb === 'be') return 'is';
  if (verb === 'have') return 'has';
  if (/(s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return `${verb}s`;
}

const irregularPlurals: Readonly<Record<string, string>> = {
  man: 'men',
  woman: 'women',
  child: 'children',
  person: 'people',
  mouse: 'mice',
  goose: 'geese',
  foot: 'feet',
  tooth: 'teeth',
  sheep: 'sheep',
  fish: 'fish',
  deer: 'deer',
  leaf: 'leaves',
  wolf: 'wolves',
  knife: 'knives',
  wife: 'wives',
  shelf: 'shelves',
  loaf: 'loaves',
  scarf: 'scarves',
  calf: 'calves',
  potato: 'potatoes',
  tomato: 'tomatoes',
  trout: 'trout',
  salmon: 'salmon',
  cod: 'cod',
};

/** "box" → "boxes", "toy" → "toys", "wolf" → "wolves". */
export function pluralOf(noun: string): string {
  const [last = '', ...before] = noun.split(' ').reverse();
  const head = before.length > 0 ? `${before.reverse().join(' ')} ` : '';
  const irregular = irregularPlurals[last];
  if (irregular !== undefined) return head + irregular;
  if (/(s|x|z|ch|sh)$/.test(last)) return `${head}${last}es`;
  if (/[^aeiou]y$/.test(last)) return `${head}${last.slice(0, -1)}ies`;
  if (last.endsWith('man')) return `${head}${last.slice(0, -3)}men`;
  return `${head}${last}s`;
}

/** "an" before a vowel sound ("an hour", "an owl"), "a" otherwise ("a uniform", "a one-eyed cat"). */
export function articleOf(phrase: string): 'a' | 'an' {
  const word = phrase.toLowerCase();
  if (/^(uni|use|usu|eu|one|once|ukulele)/.test(word)) return 'a';
  if (/^(hour|honest|heir|honor)/.test(word)) return 'an';
  if (/^(8|11|18)/.test(word)) return 'an';
  return /^[aeiou]/.test(word) ? 'an' : 'a';
}

/** "owl" → "an owl". */
export function withArticle(phrase: string): string {
  return `${articleOf(phrase)} ${phrase}`;
}
