/** Which acts reply to which small talk. Rows: intent | acts that answer it | acts that may stand beside an answer. */
import type { Act } from './talkActs.ts';

const table = `
hello|greet goodMorning goodAfternoon goodEvening|offer askBack well joy
good morning|goodMorning greet|offer askBack well joy
good afternoon|goodAfternoon greet|offer askBack well joy
good evening|goodEvening greet|offer askBack well joy
back again|greet|offer askBack well joy
nice to meet you|greet thank|offer askBack selfName joy
how are you|well greet goodMorning|thank askBack offer joy
I am fine too|joy|offer thank
did you sleep|selfKind well|thank askBack
what are you doing|offer friend|selfKind greet well thank
thanks|welcome|farewell offer joy friend
sorry|accept|thank welcome friend comfort farewell
goodbye|farewell goodNight|thank welcome joy
good night|goodNight|farewell thank
sad|sympathy comfort askWhy|suggest friend rest
glad|joy congratulate|curious askWhy farewell friend
bored|suggest|offer comfort song
tired|rest goodNight|sympathy comfort farewell
angry|sympathy comfort askWhy|suggest rest friend encourage
afraid|comfort sympathy|askWhy encourage friend suggest
lonely|sympathy comfort friend|suggest askWhy
nervous|encourage comfort|sympathy askWhy rest friend farewell
hungry|food|sympathy suggest
sick|getWell rest|sympathy comfort farewell
in a hurry|encourage comfort|sympathy offer farewell
proud|congratulate joy|curious
birthday|birthday congratulate|joy curious farewell
good news|congratulate joy|curious
bad news|sympathy comfort encourage|askWhy friend
lost thing|find sympathy|comfort
broken thing|find sympathy|comfort
new pet|pet joy congratulate|curious
pet is ill|sympathy pet|comfort getWell
family news|joy congratulate trip|curious farewell
trip|trip joy|curious farewell
new home|joy trip congratulate|curious farewell
weather|sunny joy|farewell curious
bad weather|rainy sympathy|comfort farewell
plans|trip joy encourage|curious farewell
name|selfName|selfKind offer greet joy
are you a robot|selfKind|offer friend selfName
how old|selfKind|thank selfName
where do you live|selfKind|thank selfName
who made you|selfKind|thank
help|offer ability|joy
favorite color|taste|thank
favorite food|taste selfKind|thank
do you like me|friend|thank joy
compliment|thank welcome|joy friend
insult|sorry|sympathy offer thank
joke|offer|joy
sing|song|sorry joy
what time|noClock|sorry sympathy
say again|sorry|offer sympathy`;

export interface Fitting {
  /** Acts that reply to the intent. */
  readonly answers: readonly Act[];
  /** Acts that fit beside a reply and are none. */
  readonly beside: readonly Act[];
}

const actsIn = (text = '') => text.split(' ') as Act[];

/** By the intent's key in smalltalk/. */
export const fittingActs: Readonly<Record<string, Fitting>> = Object.fromEntries(
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [intent = '', answers, beside] = row.split('|');
      return [intent, { answers: actsIn(answers), beside: actsIn(beside) }];
    }),
);
