/**
 * Habitual misspellings: 34 common words and how a habitual writer always writes them. A habit can be learnt and unlearnt;
 * random slips can't (11-studies.md, study 1). No misspelling is a word of its own.
 */
const rows = `
because becuase|capital captial|friend freind|people poeple|opposite oposite|their thier|which wich|really realy
believe beleive|tomorrow tommorow|different diffrent|something somthing|always allways|with wiht|would woud|should shoud
little litle|before befor|answer anwser|question qestion|color coler|animal animel|today todya|sorry sory
thank thnak|welcome wellcome|happy hapy|morning morining|think thnik|know knwo|there ther|about abuot|city citty|beautiful beautifull`;

/** [the word, as the habit has it], in lower case */
export const misspellings: readonly (readonly [string, string])[] = rows
  .trim()
  .split(/[|\n]/)
  .map((row) => {
    const [word = '', wrong = ''] = row.split(' ');
    return [word, wrong] as const;
  });

const wrongOf: ReadonlyMap<string, string> = new Map(misspellings);
const rightOf: ReadonlyMap<string, string> = new Map(misspellings.map(([word, wrong]) => [wrong, word]));

const wordPattern = /[A-Za-z]+(?:'[a-z]+)?/g;

/** Writes a text as a habitual writer does: every word of the list, wherever it stands. Capitals at the start are kept. */
export function misspellHabits(text: string): string {
  return text.replace(wordPattern, (word) => swap(word, wrongOf));
}

/** Undoes the habits. */
export function correctHabits(text: string): string {
  return text.replace(wordPattern, (word) => swap(word, rightOf));
}

/** @param word in lower case · @returns the word that a habitual writer means by it */
export function rightSpelling(word: string): string {
  return rightOf.get(word) ?? word;
}

/** @returns how many habit words a text has, and how many of them are misspelt */
export function countHabits(text: string): { words: number; misspelt: number } {
  const lower = text.match(wordPattern)?.map((word) => word.toLowerCase()) ?? [];
  const misspelt = lower.filter((word) => rightOf.has(word)).length;
  return { words: misspelt + lower.filter((word) => wrongOf.has(word)).length, misspelt };
}

function swap(word: string, table: ReadonlyMap<string, string>): string {
  const other = table.get(word.toLowerCase());
  if (other === undefined) return word;
  return word[0] === word[0]?.toUpperCase() ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}
