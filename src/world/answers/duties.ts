/** What an occupation does: the work said must be that occupation's. */
import { worth } from '../goldTable.ts';
import { duties } from '../duties.ts';
import { compileEach } from '../grammar/pattern.ts';
import { thirdPersonOf, withArticle } from '../inflect.ts';
import { dutyWords } from './subjectWords.ts';
import { lists } from './lists.ts';
import { nounForms, withoutArticle } from './nouns.ts';
import { answer, type ReadPart, wrong } from './reading.ts';
import { contentStems, fitOf, foreignWords, subjectOf } from './vocabulary.ts';

const forms = compileEach(
  `
  {who} (is|are) (someone|a person|somebody|people|one) who {does}
  (the|a) (job|work) of {who} is [to] {does}
  as {who} you [would|will|can|must] {does}
  <think> it is (their|the|his|her|your) job to {does}
  (you|they|he|she) (would|will|can|could|may|must|have to|has to|need to) {does}
  (you|they|he|she|we) {does}`,
  lists,
);

const anyWork =
  'work day all morning early often every people other others many thing things job take make help do get know use need to good day night long'.split(
    ' ',
  );

const subjects = new Map(
  [...dutyWords].map(([name, own]) => [
    name,
    subjectOf([...own, ...(duties.get(name) ?? '').split(' ')], anyWork, name.split(' ')),
  ]),
);

export function readDuty(occupation: string): ReadPart {
  const subject = subjects.get(occupation) ?? subjectOf([], anyWork, [occupation]);
  const foreign = foreignWords(subject, [...subjects.values()]);
  const isAsked = (who: string) => nounForms(occupation).includes(withoutArticle(who));
  const isOther = (who: string) => [...dutyWords.keys()].some((one) => nounForms(one).includes(withoutArticle(who)));
  const judge = (who: string | undefined, does: string) => {
    if (who !== undefined && !isAsked(who)) {
      return isOther(who) ? wrong(worth.otherSubject, `it speaks of ${who}, not of ${withArticle(occupation)}`) : null;
    }
    const { share, own } = fitOf(subject, does);
    const stranger = contentStems(does).find((stem) => foreign.has(stem));
    if (own >= 1 && share >= 0.7) {
      return stranger === undefined
        ? answer(worth.fullAnswer, 'it says what the work is')
        : answer(worth.mixedUp, `part of that is not the work of ${withArticle(occupation)}`);
    }
    return who === undefined ? null : wrong(worth.otherSubject, `that is not the work of ${withArticle(occupation)}`);
  };
  return (words) => {
    for (const form of forms) {
      const slots = form.match(words);
      const part = slots?.['does'] === undefined ? null : judge(slots['who'], slots['does']);
      if (part) return part;
    }
    // "A doctor helps …", "Doctors help …": the verb must follow in the right form.
    const [, who, verb = '', rest = ''] = /^((?:an? |the )?\S+(?: officer)?) (\S+)(.*)$/.exec(words) ?? [];
    if (who === undefined || !(isAsked(who) || isOther(who))) return null;
    const isPlural = !/^(?:an?|the) /.test(who) && withoutArticle(who).endsWith('s');
    const known = subject.own.has(verb) || isThirdPerson(verb);
    return known || isPlural ? judge(who, verb + rest) : null;
  };
}

/** "helps", "takes", "is": something a verb may look like after "a doctor". */
function isThirdPerson(verb: string): boolean {
  return /s$/.test(verb) && thirdPersonOf(verb.replace(/(?:es|s)$/, '')) !== verb.replace(/s$/, '');
}
