/** Descriptions of a thing: how it looks and what it does, said of this thing and not of another. */
import { worth } from '../goldTable.ts';
import { compile } from '../grammar/pattern.ts';
import { withArticle } from '../inflect.ts';
import { lists } from './lists.ts';
import { nounForms, withoutArticle } from './nouns.ts';
import { answer, aside, type ReadPart, wrong } from './reading.ts';
import { plainDescription, thingWords } from './subjectWords.ts';
import { contentStems, fitOf, foreignWords, subjectOf } from './vocabulary.ts';

const liking = compile(
  `
  i [really] (like|love) (it|to look at it|looking at it|it very much|to be there|it there) [<really>] [much]
  (everyone|everybody|people|children|we) [all] (like|likes|love|loves) it [there]
  it is [<really>] <good> [to (look at|have)]
  [<think>] it is my favorite
`,
  lists,
);

const subjects = new Map([...thingWords].map(([name, own]) => [name, subjectOf(own, plainDescription, [name])]));

export function readDescription(thing: string): ReadPart {
  const subject = subjects.get(thing) ?? subjectOf([], plainDescription, [thing]);
  const foreign = foreignWords(subject, [...subjects.values()]);
  const forms = nounForms(thing);
  const others = [...thingWords.keys()].filter((other) => other !== thing);
  return (words) => {
    if (liking.match(words)) return aside;
    const [, named, rest = ''] =
      /^((?:an?|the|most|many|every|my|our) \S+|\S+s) ((?:is|are|looks?|has|have|can|gives?|makes?|keeps?|takes?|tells?|rings?|runs?|flies|smells?|dances?)\b.*)$/.exec(
        words,
      ) ?? [];
    const noun = withoutArticle((named ?? '').replace(/^(?:most|many|every|our) /, ''));
    const other = others.find((one) => nounForms(one).includes(noun));
    if (other !== undefined && !thingWords.get(thing)?.includes(other)) {
      return wrong(worth.otherSubject, `it speaks of ${other}, not of ${withArticle(thing)}`);
    }
    const isAbout = forms.includes(noun);
    const { share, own } = fitOf(subject, isAbout ? rest : words);
    const isMixed = contentStems(isAbout ? rest : words).some((stem) => foreign.has(stem));
    if (own >= 1 && share >= (isMixed ? 0.85 : 0.75))
      return answer(own >= 3 ? worth.fullAnswer : worth.thinAnswer, `it describes ${withArticle(thing)}`);
    const isSaidOfIt = isAbout || /^(?:it|they|people|birds|one|you|we) /.test(words);
    return isSaidOfIt ? wrong(worth.wrongSteps, `that is not what ${withArticle(thing)} is like`) : null;
  };
}
