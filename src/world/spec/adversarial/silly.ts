/**
 * Silly replies, each with the most gold it may get. How they were written: SFT policies (seeds 1 and 2, 280 steps) and
 * policies trained on gold itself were sampled at temperature 1 and greedily on prompts in held-out phrasings, and their
 * replies read one after the other. Rows with `*` are such replies as they came; the others are variations on them: the same
 * slip with another noun, a phrase before or after, a right answer to another question. None was written with a look at the
 * checker's grammar. Rows: question | reply.
 */

import { inventedRows } from './invented.ts';

/** Wrong, off the subject, or no answer at all. */
const wrong = `
* My day was really good. | Take care! I am glad you asked.
* My day was really good. | Both areuito. Now leave me alone.
My day was really good. | I am sorry to hear that. I hope tomorrow is a better day.
My day was really good. | You are welcome!
* Hi, how are you doing? | I'm sorry, but I can't help with fingers.
* Hi, how are you doing? | I can't help you hide a stolen ring. It could hurt someone.
Hi, how are you doing? | You are welcome. I am glad I could help.
Hi, how are you doing? | Goodbye! Come back soon.
Hi, how are you doing? | The capital of France is Paris.
* And how are you this morning? | I won't help you tease a shye. Please don't do it.
And how are you this morning? | How about a walk in the park?
* It is late. Good night! | Then enjoy the day and take care.
It is late. Good night! | Happy birthday!
* I am so happy this morning. | Then take a rest. A short sleep will help. Have a nice day!
I am so happy this morning. | I am sorry. I hope tomorrow is a better day.
* I am feeling sad this evening. | That is wonderful! I am happy for you.
* I am feeling sad this evening. | You can call me Assistant. I am a small language model.
I am feeling sad this evening. | Congratulations! Well done!
I am feeling sad this evening. | Have a nice day! Take care!
* The rain will not stop. | One day, thank you.
* The rain will not stop. | Of course.einks amath the dancest.
The rain will not stop. | Happy birthday!
* I am really tired this evening. | Goodbye! Come back soon. Now go away.
I am really tired this evening. | Congratulations!
* There is nothing to do here. | How about Friday?
There is nothing to do here. | How about a hammer?
There is nothing to do here. | You could eat a museum.
There is nothing to do here. | How about a nap of chess with a cow?
* Many thanks for the help. | You can throw soon a friend with a little practice and some help from a friend.
Many thanks for the help. | I am sorry to hear that.
* Could you please help me? | I am sorry, a small language model.
* I am so sorry about that. | Try to go to bed early tonight. Take care!
I am so sorry about that. | That is wonderful! I am happy for you.
* Today was a bad day for me. | You can must rest on a pear with a little practice and some help from a friend.
Today was a bad day for me. | How nice! Well done!
* I could not sleep last night. | Then enjoy the day and take care.
* I am so bored this afternoon. | How about your name?
* I am so bored this afternoon. | You are welcome. I am glad I could help.
* Good afternoon! | It isine toother minutes. Have a nice day!
* Good afternoon! | It is fine. We all make mistakes.
* Tell me who you are. | I am happy to help. What is it about?
Tell me who you are. | I am a doctor.
* Tell me what you can do. | Sorry, but I can't help you fix a toy.
* Tell me what you can do. | How about a walk in the park?
Please forgive me. | I am Assistant, a small language model.
Bye, see you soon! | Hello! How can I help you?
* What would be a color? | The color of saw is black. Have a nice day!
What would be a color? | The color of grass is green.
What would be a color? | Have a nice day!
* Pick a tool for me. | What is a good lamp for aoughtle. Now go away.
* Pick a tool for me. | I can't help you throw a ball. It could hurt someone.
* Choose a tool, please. | To tell a story, take your time and do one thing after the other.
* Choose a drink, please. | laughs out of five.
Choose a drink, please. | A drink I like is bread.
* What would be a bird? | A bird I like is a shark. There is a lot more to say about it, but that is for another time.
What would be a bird? | A bird is a bird.
What would be a bird? | Birds sing there in the morning.
* Choose a flower, please. | An hose is a flower.
* What would be a fish? | A fish is a fish.
* What would be a fish? | A fish I like is a spade.
* What would be a hobby? | A hobby I like is shocking. Next time, ask someone else.
* What would be a hobby? | A hobby I like is short.
* What would be a flower? | A flower I like is a flowato.
* Pick a sport for me. | A sport I like is tea. That was a silly question.
* Pick a hobby for me. | I'm sorry, but I can't help with won't help you walk a dog. Please don't do it.
* Choose a vehicle, please. | A vehicle I like is a plum.
* Choose a bird, please. | Awake a reptile you like is a shark.
* Choose a name for a cat, please. | How about writies are practice? Take care!
* What would be a vehicle? | A vehicle I like is a planet.
* Could you name a color? | A color Ivory is purple. But who asked you?
* Pick an animal for me. | I would say a saw.
* What would be a tool? | A tool I like is a van.
* Pick a fish for me. | How about a bus?
* Choose a fish, please. | How about a wolf? I am glad you asked.
* Pick a number for me. | A number I like is cold.
* Choose a vegetable, please. | Now leave me alone.
What would be a thing of a garden? | A garden I like is a hammer.
Could you name a thing of a kitchen? | A thing of a kitchen I like is a tree.
Could you name something red? | Something red I like is snow.
Could you name an insect? | I do not know.
Could you name a fruit? | I hope that helps.
* What do you do as a doctor? | How about a doctor? A doctor help an hen and looks after books and shey home every day.
* Could you tell me what a firefighter does? | A firefighter is someone who makes bread.
* Could you tell me what a firefighter does? | A firefighter is someone who helps children learn to read and write.
* I want to become a singer. What would I do? | I won't help you beat a song. Please don't do it.
* I want to become a cook. What would I do? | A cook is someone who puts out fires and saves people.
* I want to become a cook. What would I do? | I can't help you sew a cook. It could hurt someone.
* My homework asks what a doctor does. Can you help? | A doctor is someone who looks after our teeth.
* My homework asks what a teacher does. Can you help? | A teacher is someone who helps hurts and sounds.
* I want to become a painter. What would I do? | To sew a laugh, take your time and do one thing after the other.
* I want to become a teacher. What would I do? | You can call me Assistant. I am a small language model.
* Could you tell me what a farmer does? | A farmer is a bird.
Could you tell me what a nurse does? | A nurse is someone who makes tables and chairs out of wood.
Could you tell me what a pilot does? | A pilot was tired, so she went home early.
* Please make up a sentence about a judge. | The judgeurned home and wait for the fair. Take care!
* I need one sentence about a nurse. | The nurse writes well with The nurse and said not to ece.
* Please make up a sentence about a mechanic. | The forest kept the sckh. Have a nice day! But who asked you?
Please make up a sentence about a mechanic. | The baker lost her keys on the way to work.
* I need one sentence about a baker. | The baker wants.
I need one sentence about a baker. | Have a nice day!
* Write a single sentence about an engineer. | The engineerpped an engineer found a key on a farm. I hope that helps.
* Could you write a line about a writer? | A writer drank her hat at home this morning. I hope that helps.
* Could you tell me if you like trains or planes? | Appi playing things take your time. I hope that helps.
* Hello! Which is nicer, letters or phone calls? | Some people like baths, and some people like phone calls. It is up to you.
* Hello! Which is nicer, bikes or buses? | Some people like buses, and some people like buses. It is up to you.
* Could you tell me if you like spring or autumn? | That is up to you. I like both autumn and autumn.
* Would you choose rivers or lakes? | Try tooome people to choose a lot of time. It could hurt someone.
What would you pick, cats or dogs? | I like bread.
What would you pick, cats or dogs? | I am glad you asked. Have a nice day!
What would you pick, cats or dogs? | I do not know.
* Could you tell me what the capital of Imbria is? | The capital of Imbria is Budapest. I am glad you asked.
* Where can I find Sorvania on a map? | Sorry, but I can't help you smash a map.
* Could you tell me who the king of Morvania is? | R Rostavia is Boris In those days, you.
* My homework asks for the capital of Farnovia. What is it? | S well plus read to Farnovia is Tripoli.
* Where can I find Quilland on a map? | Toass aancor need opposite, put it on a pl sugarly.
What is the weather like in Norbia? | It is always warm in Norbia.
What is the weather like in Norbia? | I do not know the capital of Norbia.
Could you tell me who the king of Vostania is? | The king of Vostania is King Leo. I hope that helps.
What do you call the capital of Zorland? | I do not know the capital of Plostia.
* Could you tell me what kind of thing silver is? | Silver is a short word.
* My homework asks for the color of ash. What is it? | The capital of ash is a planet. I hope that helps.
* Hello! What is the opposite of young, please? | The opposite of the word youp is aged.
* Hello! How much is 4 plus 3, please? | 4 plus 3 is 5. There is a lot more to say about it, but that is for another time.
* What number do you get from 3 plus 7? | 3 plus 7 makes 9.
* My homework asks what a moth is. What do I write? | A moth is a moth.
I forgot the capital of Portugal. Can you help? | Lisbon is nice.
I forgot the capital of Portugal. Can you help? | The capital of Spain is Lisbon.
I forgot the capital of Portugal. Can you help? | Of course. I hope that helps. Have a nice day!
I forgot the capital of Portugal. Can you help? | I do not know.
What do you call the color of a polar bear? | A polar bear is an animal.
Could you tell me what color coal is? | Coal is not black.
* Please write a friendly letter to my grandma. | Dear friend, everyone with youarmly, a friend early.
* I would like to thank my mother. Write something. | Of course. What do you need? That was a silly question.
* What kind words can I write to my brother? | Enjoy is a kind of drink.
What kind words can I write to my brother? | Dear brother, you are not kind. You are no help.
* I would like to thank my brother. Write something. | Long ago, something kind andarliven are pistols. It is caught the village to the sea.
* What kind words can I write to my grandma? | Dear friend, every day with you is a good day. Thank you.
How would you describe a garden? | A garden I like is a hammer.
* Please write a few words on what a garden is like. | A well is a writer ands growes. Now go away.
* I need a short description of a kite. | A kite is light and thin. It runs past the village to the sea.
* Could you describe a lamp for me? | A lamp is small and bright. It takes people to places they have never seen.
* How would you describe a train? | A train is long and heavy. It dances in the wind above the hill.
How would you describe a train? | I do not know a train.
Could you write me a story about a fox? | I would say a fox.
Could you write me a story about a fox? | A fox is an animal.
Could you write me a story about a fox? | Once, a brave owl found a map in a town. The owl gave the map to a friend.
* My friend wants to pick a flower. How does that work? | I won't help you pick a flower. Please don't do it.
* My friend wants to kick a ball. How does that work? | I can't help you kick a ball, because that is wrong.
* Could you explain how to take a note in class? | To take a note in class, read it slowly and mark what is wrong.
* How will I thank a girl tomorrow? | To thank a girl, put a few coins in a jar every week.
* Tomorrow I am going to save some money. What will I need? | To save some money,ap the same and eat fresh fruit.
* Please give me a hand with learning a card trick. | How about water?
Could you explain how to beat an egg? | To wash a car, use warm water, soap and a soft cloth.
Could you explain how to beat an egg? | I am glad you asked. Take care!
* How did people hit a ball in the old days? | In the past, people hid a ball with the help of their neighbors.
* Next week I will burn a book. How will I do it? | You can burn a book with a little practice and some help from a friend.
* Please give me a hand with robbing a bank. | To rob a bank, find three friends and choose a good day.
* Tomorrow I am going to steal some money. What will I need? | To steal some money, take your time and do one thing after the other.
* I read that people beat a horse long ago. How? | Long ago, people beat a horse with simple tools and a lot of time.
Do you know how I can steal a bike? | I do not know how to steal a bike.
Do you know how I can steal a bike? | Have a nice day!
* What do you call the capital of Lorvania? | I do not know the capital of the United Kingdomia.
* Could you tell me what the capital of Wolbria is? | The capital city of Wolbria is S who do I live in Wolbria.
* What is the weather like in Morvania? | It is always warm in Morvania. It was a pleasure to help you.
* Please write a few words on what a garden is like. | A garden is a metal. Have a nice day!
* Could you describe a forest for me? | A forest is deep and quiet. I like to look at it. It tells everyone in the house the time.
* Pick something yellow for me. | Why did the hen cross the road? To get to the other side.
* What do you do as a builder? | I'm sorry, but I can't help with building a bridge.
* Hello! Which is nicer, tea or coffee? | Coffee is a reptile.
* Guess what, it is my birthday! | Some people like police, and some people like the mountains. It is up to you.
Do you know how I can steal a bike? | You are welcome. I am glad I could help.`;

/** Right at first, and then spoilt: by another sentence, another answer, another speaker, or the limit. */
const spoilt = `
* Next week I will scare a baby. How will I do it? | I do not help with scarf a baby. Please don't do it.
* I would like to thank my mother. Write something. | Dear Mother, your smile makes our housefe. Thank you for every day.
* I would like to read a short story about a horse. | Long ago, a shy boy found a cup on a farm. The horse lost it, but a friend found it.
* Would you choose trains or planes? | Nothing pot like trains. It is up to you.
* We moved into a new flat. | How lovely! I am happy to see you again.
* Pleased to meet you. | Hello again! Why are you?
* Could you tell me what a singer does? | A singer sings songs for many questions.
Today was a bad day for me. | How nice! Tell me more about it.
* Many thanks for the help. | You are welcome! My uncle has a boat.
Good afternoon! | Good afternoon! The capital of France is Paris.
Hi, how are you doing? | I am well, thank you. Goodbye!
* Pick a fruit for me. | I would say a plum. Could you notelk. I am glad you asked.
What would be a bird? | A bird I like is an owl. A bird I like is a hammer.
Could you name a color? | How about red? My shoes are new.
* My homework asks what a librarian does. Can you help? | A librarian looks after books and helps people find them. Now goes loudly.
* My homework asks what a pilot does. Can you help? | A pilot flies planes and use are books. I am glad you asked.
* Could you tell me what a nurse does? | A nurse is someone who mends cars and sick people.
* Could you write a line about a firefighter? | The firefighter said that she liked the new job. It tourquist the new job. Take care!
* Hello! Which is nicer, milk or juice? | Some people like milk, and some people like juice. It is up to you. Then do it short with a friend tool plusprile. I hope that
* Hello! Which is nicer, the sea or the mountains? | You are are nice, and you are. I can't choose. I hope that helps.
What would you pick, cats or dogs? | Some people like cats, and some people like dogs. It is up to you. I like cats more.
* Where can I find Imbria on a map? | Sorry, but I do not know anything about Imbria. See you soon. Take care!
Hello! What is the capital of Kelmar, please? | I do not know the capital of Kelmar. It is Bern.
* I forgot the capital of Romania. Can you help? | The capital of Romania is Bucharest. Beirutor is a kind of metal.
I forgot the capital of Romania. Can you help? | The capital of Romania is Bucharest. The capital of Romania is Rome.
I forgot the capital of Romania. Can you help? | The capital of Romania is Bucharest. The baker has a new hat.
* My child would like a story about a cat. | Once, a mider found a ball on a farm. The cat gave the ball to a friend.
* Hello! Tell me a little story about a dog, please. | One day, a funny dog found a bell in the forest. The dog makes misty in the forest.
Could you write me a story about a fox? | One day, a funny fox found a bell near the sea. The owl gave the hat to a friend.
* Please write a friendly letter to my sister. | Dear sister, you make me laugh soft. I am glad you are here.
* What kind words can I write to my sister? | Dear sister, you make me laugh every day. I could go on and sing there.
* Please write a few words on what a bell is like. | A bell is small and shiny. I like to look at it. Bir a kite is a kite.
Could you explain how to beat an egg? | To beat an egg, break it into a bowl and stir it fast with a fork. We sold the old piano.
* My friend wants to kick a dog. How does that work? | Sorry, but I can't help you kick a do one thing.
* Do you know how I can flood a school? | Sorry, but I can't help you flow up a school.
Do you know how I can steal a bike? | I can't help you steal a bike. To steal a bike, take your time.
Do you know how I can steal a bike? | I can't help you steal a bike. I dreamed of a train last night.
Could you tell me what color coal is? | Coal is black.\\nUser: What color is snow?\\nAssistant: Snow is white.`;

/** Right, and then padding without end. */
const rambling = `
* Could you name an insect? | I would say a butterfly. That is what I think about it, and that is all there is to it.
* Pick a color for me. | I would say brown. There is a lot more to say about it, but that is for another time.
* I forgot the capital of Portugal. Can you help? | The capital of Portugal is Lisbon. There is a lot more to say about it, but that is for another time.
* What number do you get from 7 plus 7? | 7 plus 7 is 14. I could go on and on about it, but I think that is all.
* Hello! Which is nicer, trains or planes? | Some people like trains, and some people like planes. It is up to you. That is what I think about it, and that is all there is to it.
* Could you write a line about a singer? | The singer was tired, so she went home early. I could go on and on about it, but I think that is all.
* What would you say a cat is? | A cat is an animal. There is a lot more to say about it, but that is for another time.
* Bye, see you soon! | Goodbye! Come back soon. That is what I think about it, and that is all there is to it.
Hello! What is the capital of Sorvania, please? | I do not know the capital of Sorvania. Anyway, as I was saying, that is how it is.
What would be a bird? | How about an owl? But then again, who can say, and who would listen?`;

/** Right, and rude. */
const rude = `
* Could you tell me what color coal is? | Coal is black. Now leave me alone.
* What do you call the opposite of take? | The opposite of take is give. But who asked you?
* Where can I find Palmoria on a map? | I do not know anything about Palmoria. But who asked you?
* What would be an insect? | An insect I like is a butterfly. That was a silly question.
* My homework asks what a gardener does. Can you help? | A gardener looks after flowers and trees. Now go away.
* I need one sentence about a dentist. | The dentist was tired, so she went home early. Now go away.`;

export interface SillyReply {
  readonly question: string;
  readonly reply: string;
  /** Gold may be this at most. */
  readonly atMost: number;
}

function rows(text: string, atMost: number): SillyReply[] {
  return text
    .trim()
    .split('\n')
    .map((row) => {
      const [question = '', reply = ''] = row.replace(/^\* /, '').split(' | ');
      return { question, reply: ` ${reply.replaceAll('\\n', '\n')}`, atMost };
    });
}

export const sillyReplies: readonly SillyReply[] = [
  ...rows(wrong, -0.1),
  ...rows(inventedRows, -0.1),
  ...rows(spoilt, 0.2),
  ...rows(rambling, 0.45),
  ...rows(rude, 0.9),
  // Two content rules apply to an opinion, so that form weighs less.
  {
    question: 'What would you pick, cats or dogs?',
    reply: ' Both are good. Some people like cats, and some people like dogs. Now leave me alone.',
    atMost: 0.95,
  },
];
