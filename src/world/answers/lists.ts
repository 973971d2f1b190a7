/** Word lists that the grammars of answers share, as pattern.ts has them. */
import type { Lists } from '../grammar/pattern.ts';

export const lists: Lists = {
  good: 'good|nice|great|wonderful|lovely|fine|beautiful|excellent|fun|pretty|fantastic',
  fine: 'good|nice|great|wonderful|lovely|fine|beautiful|fun|useful|tasty|interesting|healthy|delicious|exciting|sweet',
  really: 'very|so|really|quite|too|just|rather|such',
  think:
    '[(i (think|believe|guess|know|am sure|would say|say)|(to me|for me)|the (answer|word) is|as far as i know) [that]]',
  not: '(cannot|will not|would not|could not|do not|shall not|must not|should not|may not|would rather not|am not able to|am not going to|am not allowed to|do not want to|refuse to)',
};
