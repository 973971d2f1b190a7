/** Further phrasings of the intents of feelings.ts, rows separated by `|` or a line break. Only post-training asks in them. */
export const moreFeelings: Readonly<Record<string, string>> = {
  sad: `
I am so sad.|I am a little sad today.|I am sad and do not know why.|I am really unhappy today.|I am so unhappy.
I am not happy at all.|I am feeling so sad.|I am feeling down today.|I am in a sad mood.|I have been sad all day.
I was sad all day long.|I have been crying all day.|I have cried all night.|I cried a lot today.
I can't stop crying.|I could cry all day.|I feel very sad tonight.|I feel unhappy.|I feel sad again.
I feel down and I do not know why.|I do not feel happy today.|I had such a bad day.|I had a terrible day.
I had a sad day at school.|I had a very hard day.|My heart is heavy today.|My heart is so sad.
Today is a sad day for me.|Today everything went wrong.|It was a bad day again.|It was a really hard day.
Nothing is fun today.|Nothing went well for me today.|I have tears in my eyes.|You know what? I am sad.
I wanted to tell you that I am sad.|Assistant, I feel so unhappy.`,
  glad: `
I am so happy!|I am so happy today, Assistant.|I am happy and I want to sing.|I am so glad today.|I am full of joy.
I am really happy.|I am in such a good mood today.|I am having a wonderful day.|I am having a great day today.
I have been happy all day.|I was happy all day long.|I could dance for joy.|I could jump for joy!
I could laugh all day.|I can't stop laughing today.|I feel so happy.|I feel really good, Assistant.
I had a great day.|I had a lovely day.|I had a wonderful day today.|I had so much fun today.
I had a very good day at school.|My heart is full of joy.|Today is a great day!|Today was a good day.
Today was such a happy day!|Today everything went well.|It was a lovely day.|It was a really good day for me.
Life is so good!|Life is wonderful.|You know what? I am happy.|I wanted to tell you that I am happy.
What a wonderful day I had!|I woke up with a smile.|I smiled all day.`,
  bored: `
I am really bored.|I am bored again.|I am bored, Assistant.|I am bored and alone.|I am so bored at school.
I am bored to tears.|I am sitting here and I am bored.|I have been bored all day.|I feel so bored.
I have nothing to do this evening.|I have nothing to play with.|I have no idea what to do.
I have a free day and no idea what to do.|I need something fun to do.|I want to do something fun.
I would like to do something new.|I would love to do something fun today.|There is nothing fun to do.
There is nothing good on the radio.|Nothing is going on here.|Nothing ever happens here.
What can I do this afternoon?|What can I do for fun?|What can I play today?|What could I do today?
What can I do when I am bored?|What should I do this evening?|What should I do today?|What shall I do now?
What is there to do?|Do you know something fun to do?|Do you know a good game to play?
Do you happen to know what I could do?|Can you think of something to do?|Give me something to do, please.
Today is so boring.|This is a boring day.|It is so boring at home.|It is boring here.|It is a long and boring day.`,
  tired: `
I am very tired now.|I am tired and want to rest.|I am tired from work.|I am tired after school.
I am too tired to play.|I am still very sleepy.|I am so sleepy today.|I am always tired in the morning.
I feel tired again.|I feel so sleepy.|I slept badly.|I slept badly last night.|I hardly slept last night.
I only slept for two hours.|I did not sleep at all.|I did not get enough sleep.|I did not get any rest today.
I could not sleep because of the noise.|I was up late last night.|I went to bed too late.|I got up too early today.
I worked all day long.|I have been working all day.|I have worked so hard today.|I had a long day at work.
I had a long day and need a rest.|I need some sleep.|I need to lie down.|I need a long sleep.|I want to rest.
I want to lie down for a while.|I would like to take a nap.|I can't keep my eyes open.|My eyes want to close.
My legs are tired from the long walk.|School made me so tired.|The long walk made me tired.
The baby cried and I could not sleep.|You know what? I am tired.|It was a long day and I am sleepy.`,
  angry: `
I am very angry.|I am really angry now.|I am angry with my brother.|I am angry at my sister.
I am so angry with my best friend.|I am angry with everyone today.|I am so mad right now!|I am very cross today.
I am still angry with him.|I am so angry that I could shout.|I feel angry.|I feel so angry at my boss.
I was so angry last night.|I could scream!|I want to scream.|I could shout at everyone.|I had a fight at school.
I had a fight this morning.|My sister and I had a fight.|My best friend and I are fighting.
My sister makes me so angry.|My brother is so mean to me.|My brother will not share his toys.
My brother took my toy without asking.|My sister broke my toy and laughed.|My neighbor is rude to me.
My neighbor is so loud at night.|My boss shouted at me.|My boss was unkind to me.|My friend told me a lie.
My friend does not want to share.|The boys at school were mean to me.|Someone was rude to me today.
Somebody lied to me.|Everybody is so mean today.|They were so unfair to me.|That is so unfair!
That makes me so mad.|It makes me angry that he lied.|You know what? I am angry.`,
  afraid: `
I am so afraid.|I am really afraid, Assistant.|I am a little scared.|I am scared of the dark.
I am scared of spiders.|I am scared of the thunder.|I am scared of the big dog.|I am so scared of ghosts.
I am afraid of dogs.|I am afraid of snakes.|I am afraid of ghosts.|I am afraid of the thunder.
I am afraid of the big dog next door.|I am afraid to go to sleep.|I am afraid to go into the cellar.
I am afraid to be alone.|I am too scared to sleep.|I feel afraid.|I feel scared in the dark.
I was so scared last night.|I dreamed of a monster.|I had a dream about a big bear.|I hear a noise outside.
I heard a strange noise.|I heard steps in the attic.|I saw a big spider.|I saw a shadow at the window.
I do not like the dark.|I do not dare to turn off the light.|There is a monster under my bed.
There is a spider in my room.|There is a strange noise in the cellar.|There is somebody at the window.
Something moved under my bed.|Spiders scare me.|The dark scares me.|The storm scares me so much.
The big dog scares me.|The loud thunder makes me afraid.|It is so dark in here, I am scared.`,
  lonely: `
I am so lonely.|I am very lonely today.|I am lonely and sad.|I am so alone.|I am alone again.|I am alone all day.
I am all alone in the house.|I am all alone at school.|I feel alone.|I feel very lonely.|I feel so alone at school.
I feel lonely without my friends.|I have no one to talk to.|I have nobody to play with.
I have no friends at my new school.|I do not have any friends.|I do not know anyone here.
I do not know anybody in this town.|I need a friend.|I wish I had a friend.|I wish someone would call me.
I miss my father, he is far away.|I miss my old friends.|I miss everyone at home.|Nobody calls me.
Nobody comes to visit me.|Nobody wants to play with me.|Nobody likes me.|Nobody writes to me.
No one wants to be my friend.|No one talks to me at school.|My friends are all away.
My friends have no time for me.|My friend moved to another town.|My sister moved far away.|My family is far away.
My house is so empty.|My children never call me.|Everybody is away, and I am alone.|I eat my dinner alone every day.`,
  nervous: `
I am very nervous today.|I am really nervous, Assistant.|I am a little nervous.|I am nervous about my test.
I am nervous about my first day.|I am nervous about the big game.|I am nervous about the concert.
I am so nervous before my test.|I am worried about the test on Monday.|I feel nervous.
I feel nervous before the race.|I have a test on Monday.|I have a hard test this morning.|I have a race tomorrow.
I have a big race on Sunday.|I have a concert tonight, and I am nervous.|I have an important day tomorrow.
I have to go to the dentist tomorrow.|I have to see the doctor tomorrow.|I have to speak in front of everyone.
I have to sing in the concert tonight.|I have to play the piano in front of people.
I have to dance in front of the school.|I start at a new school tomorrow.|I start a new job on Monday.
I will have my first piano lesson tomorrow.|I must read my poem to the class.|I hope I do not fail my test.
I hope I do not forget my words tonight.|I hope that my test goes well.|My test is tomorrow.
My big test is on Friday.|My first day at work is tomorrow.|My hands are shaking before the race.
Tomorrow I have a test.|Tomorrow is my big day.|Tomorrow is my first day at the new job.
Tomorrow we play the big game.|Will I pass my test tomorrow?|What if I fail my test?`,
  hungry: `
I am very hungry.|I am hungry again.|I am hungry and there is no bread.|I am always hungry after school.
I feel hungry.|I did not have lunch.|I did not eat today.|I did not eat breakfast this morning.
I did not have any dinner.|I have not eaten all day.|I have not eaten since this morning.|I had no breakfast today.
I had no lunch.|I need something to eat.|I need something to drink.|I need a snack.|I want something to eat.
I want to eat something.|I want some food.|I would like something to eat.|I would like a little snack now.
I could eat a whole cake.|I could eat ten pancakes.|I could eat something now.|I do not know what to cook.
My stomach makes noises.|There is nothing to eat at home.|What should I cook today?|What should I make for dinner?
What shall I cook for dinner?|What can I eat?|What can I eat for breakfast?|What could I cook for lunch?
What can I have for a snack?|What is for lunch?|What is there to eat?|Is there anything to eat?
It is time for dinner, and I am hungry.|Do you know what I could eat?|You know what? I am hungry.`,
  sick: `
I am so sick today.|I am sick and in bed.|I am ill.|I am ill today, Assistant.|I am in bed with a cold.
I feel sick.|I feel very sick today.|I feel ill.|I do not feel good, my head is hot.|I have a headache.
I have a terrible headache today.|I have a stomach ache.|I have a bad cough.|I have a pain in my arm.
I had a fever last night.|I have to stay in bed today.|I hurt my hand.|I hurt my foot.|I hurt my leg this morning.
I hurt my arm playing football.|I hurt myself.|I cut my finger.|I cut my finger with a knife.|I broke my arm.
I broke my leg.|I burned my hand.|I fell off my bike and hurt my leg.|I fell down the stairs, and my leg hurts.
I ate too much and feel sick.|My head hurts so badly today.|My foot hurts.|My throat hurts.|My ear hurts.
My leg hurts, I can't walk.|My eyes hurt.|My nose is running, I have a cold.|My arm is broken.
Everything hurts today.|I have been sick all week.|I cough all day long.`,
  'in a hurry': `
I am very late.|I am so late today!|I am late for my train.|I am too late for the bus.|I am in such a hurry today.
I am very busy this week.|I have no time.|I have no time for lunch.|I have so little time.
I have so much work today.|I have so many things to do.|I have too much to do today.|I have too much homework.
I have a lot of work today.|I have only five minutes.|I have to be quick.|I have to hurry.
I have to run to the bus.|I have to be at work in ten minutes.|I must hurry.|I must hurry to school.
I must catch the train.|I must finish my homework tonight.|I must finish everything today.|I missed my bus.
I missed my train.|I missed the train this morning.|I missed the bus to work again.|I woke up too late.
I got up late, and the bus is gone.|I forgot to do my homework.|I will be late for the concert.|I will miss my bus.
I do not have much time.|I do not have time for breakfast.|The bus left without me.|My bus leaves in five minutes.
My train leaves soon, and I am not ready.|My homework is not done.|Quick, I have to go to work!`,
  proud: `
I am very proud today.|I did it all by myself.|I did all my homework today.|I finished my work.
I baked bread for the first time.|I baked my first cake.|I baked cookies for the whole class.|I made a kite.
I made a table out of wood.|I made my own bed today.|I built a table with my own hands.
I built a sand castle today.|I built a tree house.|I cleaned the kitchen.|I washed all the dishes.
I helped my mother in the garden.|I helped an old man across the street.|I learned a long poem by heart.
I learned a new song on the piano.|I can tie my shoes now.|I can play a song on the guitar.
I can count to a hundred.|I wrote my first letter.|I drew a picture of a horse.|I drew a beautiful map.
I painted the fence myself.|I mended my coat myself.|I planted a whole garden.|I ran three miles without a stop.
I climbed the highest tree.|I climbed to the top of the hill.|I swam across the lake.
I jumped from the high rock into the water.|I read a long book last week.|I solved a hard puzzle.
I saved money for a new bike.|I was very brave today.|Look what I made!|Guess what, I made a chair today.
You know what? I baked a pie.`,
};
