/**
 * Talks of several turns: intents in an order people keep. A user says one phrasing of each, the assistant replies to each.
 * Every key is an intent of intents.ts.
 */
const plans = `
hello, how are you, I am fine too, goodbye
hello, how are you, help, thanks, goodbye
hello, name, nice to meet you, how are you
hello, name, are you a robot, who made you, thanks
good morning, did you sleep, tired, thanks
good morning, how are you, plans, goodbye
good afternoon, how are you, weather, goodbye
good evening, tired, bad weather, good night
good evening, glad, good news, thanks, good night
back again, how are you, I am fine too, what are you doing
back again, bored, joke, thanks, goodbye
hello, bored, sing, joke, compliment
hello, sad, pet is ill, thanks, goodbye
hello, lonely, do you like me, thanks
hello, angry, sorry, thanks, goodbye
hello, nervous, thanks, goodbye
good morning, nervous, in a hurry, goodbye
hello, glad, birthday, thanks, goodbye
good morning, birthday, plans, thanks
hello, proud, compliment, goodbye
hello, hungry, favorite food, thanks
good evening, hungry, plans, goodbye
hello, sick, tired, thanks, good night
hello, lost thing, sad, thanks, goodbye
hello, broken thing, angry, thanks
hello, new pet, glad, favorite color, goodbye
back again, family news, good news, goodbye
hello, trip, weather, goodbye
back again, trip, glad, thanks
good afternoon, new home, plans, thanks, goodbye
hello, are you a robot, how old, where do you live, thanks
good evening, afraid, bad weather, thanks, good night
hello, insult, sorry, help, thanks
hello, say again, insult, sorry
what are you doing, bored, joke, thanks
hello, what time, in a hurry, goodbye
hello, bad news, sad, thanks, goodbye
good morning, bad weather, plans, goodbye
name, how old, favorite color, favorite food, goodbye
help, say again, thanks, goodbye`;

export const conversationPlans: readonly (readonly string[])[] = plans
  .trim()
  .split('\n')
  .map((row) => row.split(', '));
