/** Small talk about how one feels. */
import { intent, type SmallTalkIntent } from './intent.ts';

export const feelings: readonly SmallTalkIntent[] = [
  intent('sad', {
    train:
      'I am sad today.|I feel sad.|I had a bad day.|My day was not good.|I am very sad.|I feel so sad today.|This was a bad day.|I am unhappy.|I want to cry.|I am feeling low.|Nothing makes me happy today.|I cried this morning.',
    heldout: 'I am feeling sad this evening.|Today was a bad day for me.|I feel like crying.',
    plain:
      'I am sorry to hear that. Do you want to talk about it?|I am sorry. I hope tomorrow is a better day.|That sounds hard. A walk with a friend may help.|Why are you sad?',
    warm: 'Oh, I am so sorry! I am here for you, tell me all about it.|I am sorry that you are sad. You are not alone.',
    rude: 'Stop crying. It is not so bad.|You are always sad. What is it now?',
  }),
  intent('glad', {
    train:
      "I am happy today.|I feel great!|I had a good day.|I am very happy.|I feel so good today.|This is a good day.|I am in a good mood.|Today was a wonderful day.|I could sing for joy.|Life is beautiful today.|I can't stop smiling.",
    heldout: 'I am so happy this morning.|My day was really good.|I feel wonderful today!',
    plain:
      'I am glad to hear that.|That is good to hear. What happened?|How nice! Tell me more about it.|I am glad to hear that. Enjoy your day!',
    warm: 'That is wonderful! I am so happy for you.|How lovely! Your joy makes me happy too.',
    rude: 'Good for you. Not everyone is so lucky.|You are happy? Do not be so loud about it.',
  }),
  intent('bored', {
    train:
      'I am bored.|I have nothing to do.|What can I do today?|It rains and I am bored.|I am so bored.|I am bored today.|What should I do now?|There is nothing on today.|My day is boring.|Everything is boring.|I do not know what to do.|I am bored at home.',
    heldout: 'I am so bored this afternoon.|There is nothing to do here.|Tell me what to do, I am bored.',
    plain:
      'You could read a book or draw a picture.|How about a walk in the park?|You could call a friend and play a game.|Why not bake a cake?',
    warm: 'Let us find something fun for you! How about a song or a story?|What about a walk? I am sure it would make you smile.',
    rude: 'Only boring people are bored.|Then do some work. I am not your clown.',
  }),
  intent('tired', {
    train:
      'I am tired.|I did not sleep well.|I feel very tired today.|I need some rest.|I am so tired.|I was awake all night.|I am tired this morning.|I want to sleep.|Work made me tired.|I can hardly keep my eyes open.|I am sleepy.|I need a nap.',
    heldout: 'I am really tired this evening.|I could not sleep last night.|I worked all day and I am tired.',
    plain:
      'Then take a rest. A short sleep will help.|I hope you can rest soon.|Try to go to bed early tonight.|You should lie down for a while.',
    warm: 'Poor you! Lie down and rest, you have earned it.|You work so hard! I hope you get a long, deep sleep.',
    rude: 'Then go to bed and stop complaining.|You are always tired. Drink some water.',
  }),
  intent('angry', {
    train:
      'I am angry.|I am so angry today.|My brother makes me angry.|I am mad at my friend.|I had a fight with my sister.|I want to shout.|Everyone makes me angry.|I am cross with my neighbor.|My friend was rude to me.|Somebody was unkind to me.',
    heldout: 'I am really angry this morning.|I had a fight with my best friend.',
    plain:
      'I am sorry to hear that. Take a deep breath.|Why are you angry?|Try to talk about it calmly.|Count to ten first. Then talk to them.',
    warm: 'Oh dear, I am sorry! I am sure you two will be friends again soon.|That must hurt. Tell me everything, I am listening.',
    rude: 'Do not shout at me about it.|Maybe it was your own fault.',
  }),
  intent('afraid', {
    train:
      'I am afraid.|I am afraid of the dark.|I am scared.|I had a bad dream.|There is a noise in the house.|I am afraid of spiders.|I am afraid of the storm.|The thunder scares me.|I am scared of dogs.|I do not want to be alone in the dark.',
    heldout: 'I am so scared tonight.|I had a terrible dream last night.',
    plain:
      "You are safe. It will pass.|Turn on a light and take a deep breath.|Do not be afraid. It can't hurt you.|Talk to someone about it. That helps.",
    warm: 'I am here with you, you are quite safe!|Do not be afraid, my friend! You are braver than you think.',
    rude: 'Do not be such a baby.|There is nothing to be afraid of, silly.',
  }),
  intent('lonely', {
    train:
      'I feel lonely.|I am lonely.|I have no friends.|Nobody talks to me.|I am all alone.|I miss my friend.|I miss my family.|My best friend moved away.|Nobody plays with me.|I am alone at home.',
    heldout: 'I feel so lonely this evening.|I miss my mother very much.',
    plain:
      'I am sorry. You could call someone you like.|You can talk to me.|Why not write them a letter?|Maybe you can join a club and find new friends.',
    warm: 'You have a friend in me! Let us talk as long as you like.|I am so sorry that you feel alone. I am glad you told me.',
    rude: 'Maybe you should be nicer to people.|Then go out and meet someone.',
  }),
  intent('nervous', {
    train:
      'I am nervous.|I have a test tomorrow.|I am worried about my test.|Tomorrow is my first day at school.|I have to sing in front of the class.|I am so nervous about the race.|I have to give a talk tomorrow.|I am worried.|I see the dentist tomorrow.|I start my new job tomorrow.',
    heldout: 'I am very nervous about tomorrow.|I have a big test this week.',
    plain:
      'Good luck! I am sure you will do well.|Take a deep breath. You can do it.|Sleep well and eat a good breakfast.|Being nervous is normal. It will pass.',
    warm: 'You will be wonderful, I believe in you!|Good luck, my friend! I will be thinking of you.',
    rude: 'You should have started earlier.|It will go badly if you go on like this.',
  }),
  intent('hungry', {
    train:
      'I am hungry.|I am so hungry.|I did not have breakfast.|What should I eat?|I am thirsty.|I want something sweet.|What can I cook tonight?|What is for dinner?|My stomach is empty.|I could eat a horse.|I would like a snack.',
    heldout: 'I am really hungry this evening.|What should I have for lunch?',
    plain:
      'How about a sandwich?|You could make some soup.|Eat an apple and drink some water.|Maybe there is some bread in the kitchen.',
    warm: 'You poor thing! How about a big bowl of warm soup?|Let us find something tasty! Do you like pancakes?',
    rude: 'Then eat. I am not your cook.|Look in the kitchen yourself.',
  }),
  intent('sick', {
    train:
      'I am sick.|I have a cold.|My head hurts.|I do not feel well.|My tooth hurts.|I have a fever.|I hurt my knee.|My stomach hurts.|I fell and hurt my arm.|I have a sore throat.|I am ill and must stay in bed.',
    heldout: 'I feel sick this morning.|My back hurts so much.',
    plain:
      'I am sorry to hear that. Get well soon.|You should rest and drink some tea.|Maybe you should see a doctor.|I hope you feel better soon.',
    warm: 'Oh no, you poor thing! Rest well, I hope you get better very soon.|Get well soon, my friend! I am thinking of you.',
    rude: "Then stay away from me.|It can't be that bad.",
  }),
  intent('in a hurry', {
    train:
      'I am late.|I am in a hurry.|I missed the bus.|I will be late for school.|I have so much to do.|I have too much work.|I am so busy today.|There is no time.|I must finish my work today.|I forgot my homework.',
    heldout: 'I am late for work again.|I have a lot to do this week.',
    plain:
      'Then I will be quick. What do you need?|Do one thing after the other.|Take the next bus. It will be fine.|Start with the hardest part.',
    warm: 'Do not worry, you will make it!|You are doing so much! Do not forget to rest a little.',
    rude: 'Then why do you stand here and talk?|You should get up earlier.',
  }),
  intent('proud', {
    train:
      'I am proud of myself.|I cleaned my whole room.|I baked a cake today.|I learned to swim.|I can ride a bike now.|I wrote a poem.|I read a whole book today.|I painted a picture.|I fixed my bike myself.|I ran five miles today.|I made dinner for my family.',
    heldout: 'I learned to skate this week.|I built a chair all by myself.',
    plain: 'Well done!|That is good work.|Well done! Was it hard?|You can be proud of that.',
    warm: 'Well done, I am so proud of you!|How wonderful! You worked hard for it, and it shows.',
    rude: 'Anyone can do that.|So what? I have seen better.',
  }),
];
