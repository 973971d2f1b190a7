/** Further phrasings of the intents of news.ts, rows separated by `|` or a line break. Only post-training asks in them. */
export const moreNews: Readonly<Record<string, string>> = {
  birthday: `
Today it is my birthday, Assistant.|Hey, today is my birthday!|You know what? Today is my birthday.
Guess what, I am eight years old today.|I have my birthday today.|I have a birthday tomorrow.|I am seven today!
I am ten years old today.|I am twelve years old now.|I am a year older today.|I am forty years old today.
I turn eight today.|I turn twenty tomorrow.|I will be six years old tomorrow.|I will be ten on Monday.
I turned seven last week.|It is my birthday, and I have a cake.|It is my birthday, and all my friends are here.
It will be my birthday on Friday.|My birthday is today.|My birthday is tomorrow!|My birthday is next week.
My birthday is in May.|My birthday party is on Saturday.|My birthday party was so much fun.
My birthday cake has ten candles.|My mother baked me a birthday cake.|My friends gave me a birthday party.
My friends sang happy birthday to me.|My grandma gave me a watch for my birthday.|I got a kite for my birthday.
I got so many birthday presents.|I got a birthday card from my aunt.|I have a birthday party this afternoon.
I have a birthday cake with nine candles.|I wanted to tell you that it is my birthday.
We had a party for my birthday.|Tomorrow I turn nine.|Tomorrow I have my birthday.
On Sunday I will be nine years old.`,
  'good news': `
I have great news!|I have wonderful news, Assistant!|I have very good news to tell you.|I have the best news!
I got good news today.|Good news, we won!|Guess what, I won!|Guess what, I passed my test!
You know what? I won a prize.|I wanted to tell you that I passed my test.|I won!|I won a game of chess.
I won the chess game today.|I won the first prize!|I won first prize for my painting.|I won some money.
I won a free trip.|I came first today!|I passed all my tests.|I got the job!|I got a prize for my poem.
I got a prize at school.|I got the best mark in my class.|I got more money at work.|I got into the team.
I got a part in the play.|I found my key again.|I found a gold coin.|I was picked for the team.
They picked me for the team!|They gave me a prize.|They want to print my story.|Our team won today!
My team is first now.|My picture won a prize.|My song was on the radio!|My poem is in the newspaper.
My test went very well.|My boss gave me a better job.|My teacher gave me a good mark.`,
  'bad news': `
I have very bad news, Assistant.|I have terrible news.|I got bad news today.|I got bad news in a letter.
I got some bad news this morning.|Bad news, we lost.|Guess what, I lost.|Guess what, I failed my test.
I wanted to tell you that I failed my test.|I failed!|I failed my big test today.|I did not pass my test.
I did not pass the test today.|I did not get the job.|I did not get into the team.|I did not win the game today.
I lost a game of chess.|I lost the chess game.|I lost again.|I lost the big game yesterday.|I came last.
I got the worst mark in my class.|I was not picked for the team.|They did not like my story.
They did not want my painting.|They gave the job to someone else.|They gave the prize to another boy.
Our team lost today.|Our team lost the cup.|Our school lost the big game.|My team came last.|My test went badly.
My test did not go well.|My plan failed.|My shop had to close.|My boss gave the job to another man.
My teacher gave me a bad mark.|We lost again today.|We lost every game this year.|It did not work, I failed.`,
  'lost thing': `
I lost my hat.|I lost my book.|I lost my bag.|I lost my phone today.|I lost my umbrella.
I lost my glove on the way home.|I lost my scarf yesterday.|I lost my ticket.|I lost my money somewhere.
I lost my ball in the garden.|I lost my doll in the park.|I lost the key to my house.|I lost my keys again.
I have lost my coat.|I have lost something.|I think I lost my watch at school.
I can't find my umbrella this morning.|I could not find my pencil this morning.|I do not know where my key is.
I do not know where I put my ring.|I left my coat at school.|I left my umbrella on the train.
I left my hat somewhere.|I left my phone in the shop.|I am looking for my glasses.
I looked everywhere for my wallet.|I need my key, but it is gone.|Did you see my phone?
Do you know where my glasses are?|Do you happen to know where my hat is?|Where is my other shoe?
Where are my glasses?|Where did I put my watch?|Where could my wallet be?|My keys are gone.
My bag is gone, I can't find it.|My ring is lost.|Somebody took my coat.|Oh no, my key is gone!
Oh no, where is my bag?`,
  'broken thing': `
I broke my glasses.|I broke my lamp.|I broke a plate.|I broke a window.|I broke a cup this morning.
I broke my pencil.|I broke my watch today.|I broke the teapot.|I broke my toy train.|I dropped my cup.
I dropped a glass, and it broke.|I dropped my camera in the water.|I dropped a bowl in the kitchen.
I dropped my watch and it stopped.|I tore my shirt.|I tore my dress today.|I tore a page in my book.
I tore my scarf on a nail.|I have a hole in my shoe.|I sat on my hat, and now it is flat.|My radio is broken again.
My phone stopped this morning.|My clock stopped last night.|My umbrella broke in the wind.|My glasses are broken.
My car does not start.|My car broke down this morning.|My bed broke last night.|My chair broke when I sat down.
My bike has a flat tire.|My boat has a hole.|My doll lost an arm.|My pencil broke.|My key broke in the lock.
The lamp fell and broke.|The cup fell off the table and broke.|The clock does not work.|The table has a broken leg.
Oh no, my cup broke!|You know what? My bike broke.`,
  'new pet': `
I have two rabbits now.|I have two new goldfish.|I got a puppy.|I got a new parrot.|I got a rabbit from my uncle.
I got a pony from my grandfather.|I bought a hamster today.|I bought a little duck at the market.
I found a little dog in the street.|I found a kitten in the barn.|I brought a kitten home.|I brought home a dog.
We have a parrot now.|We have three kittens now.|We got a puppy this morning.|We got a dog.|We got a pet rabbit.
We bought a pony.|We bought a goat for the farm.|We took a cat home.|We took in an old dog.
My mother gave me a kitten.|My father bought me a pony.|My father bought a dog.|My parents gave me a dog.
My uncle gave me a parrot.|My friend gave me a hamster.|My sister got a rabbit.|My family has a new dog.
My dog has five puppies.|My rabbit had babies.|Our cat had kittens last night.|Our cat has four kittens.
A little cat came to live with us.|A kitten lives with us now.|Guess what, I have a dog!
Guess what, I got a kitten!|You know what? We have a new puppy.|I wanted to tell you about my new dog.
There is a new puppy in our house.`,
  'pet is ill': `
My dog is hurt.|My dog can't walk.|My dog ran away last night.|My dog died last week.
My poor dog is so old and sick.|My cat is sick.|My cat died.|My cat is gone.|My cat has been gone for two days.
My old cat died today.|My kitten ran away.|My kitten will not drink its milk.|My puppy is sick.
My puppy is very sick today.|My puppy ran away.|My puppy hurt its foot.|My rabbit is sick.|My rabbit died.
My rabbit does not eat.|My rabbit ran away from the garden.|My hamster died this morning.|My parrot is sick.
My parrot died.|My pony is sick.|My pony can't stand up.|My pony is ill and will not eat.|My goldfish is sick.
My turtle died last night.|My duck has a broken wing.|My horse broke its leg.|My pet is very sick.
My little pet died.|Our dog is very ill.|Our dog died yesterday.|Our cat is ill.|Our cat died last week.
Our cat did not come home last night.|A car hit my dog.|A dog bit my cat.|I miss my old dog, he died.`,
  'family news': `
My sister is coming home today.|My sister got married last week.|My sister got a new job.
My sister came back from the city.|My brother is home again.|My brother and his wife had a baby.
My brother is coming to see me.|My big brother is coming home.|My little brother can walk now.
My little brother said his first word.|My little sister can talk now.|My baby sister has her first tooth.
My baby brother is here at last!|My mother is home from the hospital.|My mother and father are here.
My father came home from the sea.|My parents are here.|My parents came to visit me.|My uncle is here from the farm.
My uncle has a new wife.|My cousin is coming to stay with us.|My cousin is here today.
My cousins are coming to visit.|My grandfather is visiting us.|My grandfather came for dinner.
My daughter started school today.|My son got married.|My son has a new job in the city.
My whole family came to visit.|My whole family is coming for dinner.|Our family has a new baby.|We have a new baby.
We are having a baby.|I have a little brother now.|I am an uncle now!|I am going to be an aunt.
I am a grandmother now!|Guess what, my sister had a baby!|You know what? My brother is getting married.
I wanted to tell you that my aunt is here.`,
  trip: `
I am going to the beach today.|I am going to the lake with my family.|I am going to the city on Friday.
I am going to the island by boat.|I am going on a trip.|I am going on a long trip tomorrow.
I am going away for a week.|I am going on holiday.|I am going hiking in the mountains.
I am going camping with my father.|I am going to visit my aunt in the city.|I am off to the beach!
I am off to the mountains tomorrow.|I am leaving for the sea tomorrow.|I am on holiday now.|I will go to the sea.
I will go to the beach tomorrow.|I will go camping next week.|I will travel to the sea by train.
I will take a boat to the island.|I will spend my holiday on a farm.|I will visit my grandma in the village.
We are going to the beach.|We are going to the mountains on Friday.|We are going to the sea in summer.
We are going camping at the lake.|We are going to see the castle.|We are driving to the lake.
We are traveling to the city by train.|We will go to the beach on Sunday.|We will go to the mountains in winter.
My holiday starts tomorrow.|My holiday starts on Monday.|My trip starts tomorrow.|Our holiday starts today.
Our trip starts in the morning.|Tomorrow we go to the beach.|Tomorrow I will go on a trip.
My bags are ready, tomorrow I go on a trip.|Guess what, we are going to the sea!`,
  'new home': `
I moved yesterday.|I moved into my own house.|I moved into an old house last week.|I have a new home.
I am moving tomorrow.|I am moving to the country.|I am moving to another town next week.|I am new in this town.
I am new here in the village.|I bought a house.|I bought a little house with a garden.|I bought an old farm.
I live in the city now.|I live in a new town now.|I live near the park now.|I live on a farm now.
I just moved into my new home.|I just moved here.|We moved today.|We moved to the city.|We moved into a big house.
We moved to a farm last week.|We are moving next week.|We are moving into a bigger house.
We are new in this street.|We bought a new house.|We bought a house by the sea.|We live by the river now.
We live near the forest now.|Our new home is by the sea.|Our new house is big.|Our new flat has three rooms.
My new house is near the river.|My new room is big and bright.|My new neighbors are nice.|My family has a new home.
Today we move into our new house.|Tomorrow I move to my new home.|Guess what, we have a new house!
You know what? We are moving.`,
  weather: `
The weather is great this morning.|The weather is beautiful, Assistant.|The weather is so fine and warm.
The weather could not be better.|The sun is shining.|The sun came out this morning.|The sun feels warm on my face.
The sky is blue.|The air is so warm today.|The air is warm and fresh.|The snow is gone, and it is warm.
The flowers are out, it is spring.|It is sunny and warm.|It is warm today.|It is so warm outside.
It is very warm this afternoon.|It is a sunny day.|It is such nice weather.|It is summer, and the sun is hot.
Summer is here at last.|What a beautiful day!|What a lovely day it is!|What a nice day outside!|What a blue sky!
What beautiful weather!|What lovely sunshine!|How lovely the sun is!|We have such nice weather.
We have lovely weather today.|We have a lot of sun today.|We have warm weather this week.
There are no clouds in the sky.|There is so much sun today.|Look at the sun!|I love this warm weather.
I like this nice weather.|I can feel the warm sun.|No clouds today, just sun!|Hey, the sun is out!
You know what? The sun is shining.`,
  'bad weather': `
The weather is bad.|The wind is so strong today.|The wind blows so hard.|The wind took my hat.
The rain is so heavy.|The rain started again.|The rain has not stopped all day.|The sky is full of dark clouds.
The snow is cold and wet.|The streets are wet again.|The sun is gone again.|The storm is so loud outside.
The storm broke a tree.|A storm is coming.|A cold wind blows outside.|It is raining.|It rained all day yesterday.
It rains again.|It is snowing outside.|It is cold.|It is too cold to go out.|It is very windy this morning.
It is such a rainy day.|It will rain again today.|What a cold day!|What bad weather!|How it rains today!
Rain, rain, and more rain.|Rain again!|There is ice on the street.|There is snow everywhere.
There is so much rain today.|I got so wet this morning.|My shoes are wet from the rain.
My hands are cold from the snow.|We have such bad weather.|We have a lot of rain this week.|Look at this rain!
You know what? It is raining again.|Will this rain ever stop?`,
  plans: `
I am going to a party tonight.|I am going to the museum this afternoon.|I am going to a game with my father.
I am going to bake a cake.|I am going swimming with my sister.|I will bake cookies with my grandma.
I will build a tree house.|I will paint a picture today.|I will paint my room tomorrow.
I will work in the garden today.|I will go dancing on Saturday.|I will go to the market tomorrow.
I will play chess with my brother tonight.|I will meet my friends tonight.|I will visit a friend today.
I will cook soup for my friends.|I will learn French this year.|I will start a garden.
I will read a long book tonight.|I will write a story tomorrow.|I will buy a new bike tomorrow.
I will make a kite with my son.|I want to learn to swim.|I want to build a boat.|I want to bake bread.
We will play football this afternoon.|We will build a snowman.|We will go dancing tonight.
We will go to a concert on Friday.|We are going to a party.|We are going swimming this afternoon.
I plan to learn the piano.|Today I will paint the kitchen.|Tomorrow I will bake bread.
Tomorrow I will plant some trees.|Tonight I am going to a dance.|Tonight we will play cards.
Guess what, I am going to a concert!|You know what? I will learn the guitar.
I wanted to tell you that I am going to a party.`,
};
