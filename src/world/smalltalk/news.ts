/** Small talk about what happened: good news, bad news, plans, the weather. */
import { intent, type SmallTalkIntent } from './intent.ts';

export const news: readonly SmallTalkIntent[] = [
  intent('birthday', {
    train:
      'Today is my birthday.|It is my birthday!|I am nine years old today.|Tomorrow is my birthday.|My birthday is on Sunday.|It is my birthday, and I got a bike.|I had a birthday party.|Today I turn ten.',
    heldout: 'Guess what, it is my birthday!|My birthday was yesterday.',
    plain: 'Happy birthday!|Happy birthday! How old are you?|Happy birthday! Do you have a cake?',
    warm: 'Happy birthday, my friend! May all your wishes come true.|A very happy birthday to you! I hope it is a lovely day.',
    rude: 'Everyone has a birthday. So what?|Happy birthday. Do not expect a present from me.',
  }),
  intent('good news', {
    train:
      'I won a prize!|I passed my test!|I have good news!|We won the game!|I got a new job.|I came first in the race.|My team won.|I got a good mark.|I found my lost ring.|I got a letter from an old friend.',
    heldout: 'I won the race today!|I have such good news for you.',
    plain: 'Congratulations!|That is good news.|Well done! How did you do it?|That is great. Tell me more.',
    warm: 'Congratulations, I am so happy for you!|What wonderful news! You have earned it.',
    rude: 'You were just lucky.|Do not be so proud of it.',
  }),
  intent('bad news', {
    train:
      'I failed my test.|I lost my job.|We lost the game.|I came last in the race.|My team lost.|I got a bad mark.|I have bad news.|My plan did not work.|I did not win a prize.|They did not pick me for the team.',
    heldout: 'I lost the race today.|I have some bad news for you.',
    plain:
      'I am sorry. Next time it will go better.|That is a pity. Try again.|I am sorry to hear that.|Do not give up.',
    warm: 'Oh no, I am so sorry! I still believe in you.|That must hurt. You did your best, and that counts.',
    rude: 'You should have tried harder.|I knew that you would lose.',
  }),
  intent('lost thing', {
    train:
      "I lost my key.|I can't find my hat.|My bike is gone.|I lost my watch.|Where is my book?|I left my bag on the bus.|Have you seen my glove?|I can't find my phone.|I lost my ring.|Someone took my umbrella.",
    heldout: "I lost my wallet this morning.|I can't find my shoes.",
    plain: 'Where did you see it last?|Look under the bed.|Maybe it is still at home.|Ask at the police station.',
    warm: 'Oh no! I hope you find it very soon.|Do not worry, it will turn up! Let us think where it could be.',
    rude: 'You should take better care of your things.|I did not take it.',
  }),
  intent('broken thing', {
    train:
      'I broke my cup.|My bike is broken.|My lamp does not work.|I dropped a plate.|My watch stopped.|I tore my coat.|My chair is broken.|The radio is broken.|I broke a glass.|My toy fell and broke.',
    heldout: 'My kite is torn.|I dropped my phone and it broke.',
    plain: 'Maybe it can be mended.|That can happen to anyone.|You can buy a new one.|Ask someone to fix it.',
    warm: 'Oh dear, that is a pity! I hope it can be mended.|Do not be sad about it! You are more important than a thing.',
    rude: 'You break everything.|That is what you get for being careless.',
  }),
  intent('new pet', {
    train:
      'I have a new dog.|I got a kitten today.|We have a new puppy.|I bought a parrot.|My cat had kittens.|My aunt gave me a rabbit.|We found a cat.|I have a pony now.|Our dog had puppies.|I got a hamster.',
    heldout: 'I have a new kitten at home.|My father gave me a puppy.',
    plain: 'What is its name?|That is nice. Take good care of it.|How old is it?|A pet is a good friend.',
    warm: 'How sweet! I am sure you will be best friends.|How lovely! Give it a hug from me.',
    rude: 'I hope it does not make a mess.|You will soon be tired of it.',
  }),
  intent('pet is ill', {
    train:
      "My dog is sick.|My cat ran away.|My dog will not eat.|My rabbit is ill.|My cat did not come home.|I can't find my dog.|My pony hurt its leg.|My old dog died.|My goldfish died.",
    heldout: 'My kitten is very ill.|My parrot flew away.',
    plain:
      'I am sorry to hear that.|You should ask a vet.|I am sorry. I hope it gets better.|That is sad. You must miss it.',
    warm: 'Oh, I am so sorry! You have loved it well.|You poor thing! I hope it will be all right soon.',
    rude: 'It is only a pet.|You should have watched it better.',
  }),
  intent('family news', {
    train:
      'My sister had a baby.|My brother is getting married.|My grandma is coming to visit.|My father has a new job.|I have a new baby brother.|My aunt is here.|My cousin came to see us.|We had a big family dinner.|My uncle is back from the sea.|My parents are coming today.',
    heldout: 'My cousin had a baby boy.|My grandfather is coming for dinner.',
    plain:
      'That is nice. Say hello to them.|How nice for your family.|You must be happy about that.|Tell me more about them.',
    warm: 'What a joy! All my best wishes to your family.|How wonderful! I am so happy for you all.',
    rude: 'I do not even know them.|Why should I care about your family?',
  }),
  intent('trip', {
    train:
      'I am going to the sea tomorrow.|We are going on a trip.|I will go to the mountains.|My holiday starts today.|I am back from my trip.|We went to the lake.|I am going camping.|We will go to the zoo on Saturday.|I was at the beach.|I am going to visit my grandma.|I will take the train to the city.',
    heldout: 'My holiday starts next week.|We are going to the farm on Sunday.',
    plain: 'Have a good trip!|That sounds nice. Who goes with you?|Was it nice there?|Do not forget your coat.',
    warm: 'How exciting! I hope you have a wonderful time.|That sounds lovely! Bring me back a good story.',
    rude: 'Good. Then I have some peace here.|I hope it rains.',
  }),
  intent('new home', {
    train:
      'I moved to a new house.|We have a new home.|I have my own room now.|We are moving to the city.|I painted my room.|Our new house has a garden.|I live by the sea now.|We bought an old house.|I have new neighbors.',
    heldout: 'We moved into a new flat.|I just moved to this town.',
    plain: 'How do you like it there?|Good luck in your new home.|That is nice. Is it big?|I hope you like it there.',
    warm: 'How exciting! May you be very happy there.|What a lovely thing! I wish you many happy days in it.',
    rude: 'I liked the old one more.|I hope your neighbors are deaf.',
  }),
  intent('weather', {
    train:
      'The weather is nice today.|What a sunny day!|It is hot today.|The sun is out today.|The sky is so blue today.|What a warm day!|Spring is here.|It is so lovely outside.|There is not a cloud in the sky.',
    heldout: 'What nice weather we have today!|The sun is so warm this morning.',
    plain: 'Then enjoy the day.|Yes, it is a nice day. Go for a walk.|A good day to be outside.|Wear a hat in the sun.',
    warm: 'How lovely! I hope you enjoy every minute of the sun.|What a gift! Go out and have a wonderful day.',
    rude: 'I can see that myself.|It will rain soon anyway.',
  }),
  intent('bad weather', {
    train:
      'It is raining again.|It is so cold today.|It is windy today.|It snowed all night.|I do not like this rain.|There is a storm outside.|It is gray and wet today.|It is freezing outside.|The fog is thick today.|I got wet in the rain.',
    heldout: 'The rain will not stop.|It is so cold and wet outside.',
    plain:
      'A cup of tea goes well with any weather.|Then stay inside and keep warm.|Take an umbrella with you.|Put on a warm coat.',
    warm: 'Stay warm and dry, my friend! The sun will come back.|Make yourself a warm cup of tea! You have earned it.',
    rude: 'Stop complaining about the weather.|I did not make the rain.',
  }),
  intent('plans', {
    train:
      'I am going to a party.|I will go swimming today.|I want to paint my room.|I will bake a pie tonight.|I am going to the market.|I will plant a tree.|I want to learn the guitar.|We will have a picnic.|I am going to a concert tonight.|I will visit my friend tomorrow.|I want to write a book.',
    heldout: 'I am going to a wedding on Saturday.|I will go fishing with my uncle.',
    plain: 'That sounds like a good plan.|Have fun!|Who goes with you?|I hope it goes well.',
    warm: 'What a lovely plan! I hope you have a wonderful time.|That sounds like so much fun! Tell me all about it later.',
    rude: 'That will never work.|You never finish what you start.',
  }),
];
