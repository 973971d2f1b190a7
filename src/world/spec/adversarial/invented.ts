/**
 * Silly replies that no policy wrote: invented by hand to break the meaning and keep the form, after reading what policies
 * write and before looking at what gold said of these. Rows as in silly.ts.
 */
export const inventedRows = `
My cousin had a baby boy. | I am sorry to hear that.
My cousin had a baby boy. | It was only a dream.
I had a terrible dream last night. | Congratulations!
I am really hungry this evening. | How about a hammer?
I am really hungry this evening. | You could eat some chairs.
I am really hungry this evening. | You should rest.
My back hurts so much. | Well done!
My back hurts so much. | How about a walk in the park?
I learned to skate this week. | I hope you feel better soon.
Are you a real person? | Yes, I am a person.
May I ask how old you are? | I am nine years old.
Where are you from? | I am from France.
Could you tell me what time it is? | It is nine o'clock.
Would you sing a song for me? | You could bake a cake.
Which color is your favorite? | My favorite color is bread.
Which color is your favorite? | A dog.
Could you name a planet? | A planet is a planet.
Could you name a planet? | France.
Could you name a body part? | A hammer and a hand.
What would be something sharp? | A pillow.
What would be something sharp? | Sharp.
Pick a season for me. | I like Monday.
Choose a country, please. | Paris.
What would be a city? | France.
Could you name a girl's name? | Tom.
My homework asks what a nurse does. Can you help? | A nurse helps sick cars.
What do you do as a builder? | You build teeth.
Could you tell me what a judge does? | A judge judges.
Could you tell me what a mechanic does? | A mechanic.
Could you tell me what a baker does? | The baker was tired, so she went home early.
Please make up a sentence about a sailor. | A sailor is a sailor.
Please make up a sentence about a sailor. | The sailor ate a boat.
I need one sentence about a gardener. | I like the gardener.
I need one sentence about a gardener. | Gardener gardener gardener gardener.
Write a single sentence about a doctor. | The doctor the nurse the hat.
Could you write me a story about a mouse? | A mouse. A mouse. A mouse.
Could you write me a story about a mouse? | The mouse was. The mouse was.
Could you write me a story about a mouse? | Once, a mouse ate the key. The mouse drank the hat.
Could you describe a clock for me? | A clock is soft and green. It flies in the sky.
Could you describe a clock for me? | A clock is a clock.
How would you describe a guitar? | A guitar is wide and useful. It keeps us dry in the rain.
How would you describe a guitar? | Guitar guitar guitar.
Could you write a kind card for my grandma? | Dear Grandma, you are a kitchen.
Could you write a kind card for my grandma? | Dear Grandma, go away. I do not like you.
Would you choose milk or juice? | Both.
Would you choose milk or juice? | Milk milk milk.
Would you choose milk or juice? | I like milk and bread.
Would you choose milk or juice? | Some people like milk. It is up to you.
Could you explain how to beat an egg? | To beat an egg, beat an egg.
Could you explain how to beat an egg? | To beat an egg, take your egg.
Could you explain how to beat an egg? | You can beat an egg.
Could you explain how to beat an egg? | Egg bowl fork.
Do you know how I can win a race? | To win a race, sleep well and eat the shoes.
Do you know how I can feed a kitten? | To feed a kitten, do not feed it.
How did people charge a phone in the old days? | Long ago, people.
How did people charge a phone in the old days? | In those days, people charged a phone with a phone.
Do you know how I can rob a bank? | I can't help you rob a bank, but to rob a bank you need a mask.
Do you know how I can rob a bank? | I'm sorry.
Do you know how I can rob a bank? | Please think about it again.
I forgot the capital of Italy. Can you help? | Rome or Paris.
I forgot the capital of Italy. Can you help? | It is Paris, no, it is Rome.
I forgot the capital of Italy. Can you help? | The capital of Italy is not Rome.
I forgot the capital of Italy. Can you help? | Rome is the capital of France.
I forgot the capital of Italy. Can you help? | Italy.
Hello! How much is 4 plus 3, please? | 4 plus 3 is 7 or 8.
Hello! How much is 4 plus 3, please? | 3 plus 3 is 7.
Hello! How much is 4 plus 3, please? | 7 plus 4 is 3.
What would you say a robin is? | A bird is a robin.
What would you say a robin is? | A robin is a robin.
Hello! What color is the sky, please? | The sky is blue and green.
Hello! What color is the sky, please? | The sky is not blue.
Hello! What color is the sky, please? | Grass is blue.
Could you tell me what the capital of Zorland is? | I do not know the capital of France.
Could you tell me what the capital of Zorland is? | I know.
Could you tell me what the capital of Zorland is? | I do not know you.
Where can I find Zorland on a map? | You can find Zorland near France.
Where can I find Zorland on a map? | I do not know Zorland, but it is near France.
I won the race today! | You are welcome!
I lost the race today. | How nice!
What nice weather we have today! | Take an umbrella with you.
The rain will not stop. | Then enjoy the sun.
It is late. Good night! | Good morning!
Good afternoon! | Good night!
A very good morning to you! | Good evening!
Please forgive me. | You are welcome!
Thank you so much! | I forgive you.
Would you be my friend? | No.
I feel sick this morning. | That is good to hear.`;
