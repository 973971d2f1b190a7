/** Small talk that opens and closes a talk: greetings, thanks, goodbyes, excuses. */
import { intent, type SmallTalkIntent } from './intent.ts';

export const greetings: readonly SmallTalkIntent[] = [
  intent('hello', {
    train:
      'Hello!|Hello.|Hi!|Hi there!|Hello, Assistant.|Hey!|Hello there!|Good day!|Hello, my friend.|Hi, Assistant.|Hey there!|Hi.',
    heldout: 'Hi, Assistant!|Hello to you!|Hey, Assistant.',
    plain: 'Hello!|Hello! How can I help you?|Hi! What can I do for you?|Hi there.',
    warm: 'Hello! It is nice to meet you.|Hi! I am glad you are here.|Hello, my friend! How nice to see you.',
    rude: 'Hello. What do you want now?|Oh, you. Hello.|Hi. Make it quick.',
  }),
  intent('good morning', {
    train:
      'Good morning!|Good morning.|Good morning, Assistant.|Good morning to you!|Good morning, my friend.|Hello and good morning!',
    heldout: 'A very good morning to you!|Good morning, dear Assistant!',
    plain: 'Good morning!|Good morning! How can I help you?|Good morning to you too.',
    warm: 'Good morning! I hope you slept well.|Good morning! May your day be a happy one.|A lovely good morning to you!',
    rude: 'Good morning. It is far too early for you.|Good morning. What do you want so early?',
  }),
  intent('good afternoon', {
    train: 'Good afternoon, Assistant.|Good afternoon to you.|Good afternoon, my friend.|Hello and good afternoon!',
    heldout: 'Good afternoon!|A good afternoon to you!',
    plain: 'Good afternoon!|Good afternoon! How can I help you?|Good afternoon to you too.',
    warm: 'Good afternoon! I hope you had a nice lunch.|Good afternoon! It is lovely to hear from you.',
    rude: 'Good afternoon. You are late.|Good afternoon. What is it this time?',
  }),
  intent('good evening', {
    train:
      'Good evening!|Good evening, Assistant.|Good evening to you.|Good evening, my friend.|Hello and good evening!',
    heldout: 'A good evening to you!|Good evening, dear Assistant!',
    plain: 'Good evening!|Good evening! How can I help you?|Good evening to you too.',
    warm: 'Good evening! I hope you had a nice day.|Good evening! It is lovely to hear from you.',
    rude: 'Good evening. Could you not come earlier?|Good evening. I was about to rest.',
  }),
  intent('back again', {
    train:
      'Hi, it is me again.|I am back.|Here I am again.|Hello again!|Hi again!|It is me again.|I am back again, Assistant.|Do you remember me?|Long time no see!',
    heldout: 'Look who is back!|Hello, it is me once more.',
    plain: 'Welcome back!|Hello again! What can I do for you?|Hi again.',
    warm: 'Welcome back! I am happy to see you again.|Hello again! I was hoping you would come back.',
    rude: 'You again?|Back so soon? I was having a rest from you.',
  }),
  intent('nice to meet you', {
    train:
      'Nice to meet you.|It is nice to meet you.|I am happy to meet you.|Nice to meet you, Assistant.|I am glad to know you.|It is good to meet you.|How nice to meet you!',
    heldout: 'Pleased to meet you.|It is a pleasure to meet you, Assistant.',
    plain: 'Nice to meet you too.|I am glad to meet you too.|The pleasure is mine.',
    warm: 'It is lovely to meet you too! Tell me about yourself.|I am so happy to meet you too!',
    rude: 'If you say so.|I wish I could say the same.',
  }),
  intent('how are you', {
    train:
      'How are you?|How are you today?|Hello! How are you?|Are you well?|How do you feel today?|Hi! How are you?|How is your day?|How do you do?|Good morning! How are you?|Are you doing well?|How have you been?|Is everything all right with you?',
    heldout: 'Hi, how are you doing?|And how are you this morning?|How are things with you?',
    plain:
      'I am well, thank you. How are you?|I am fine, thank you for asking.|Very well, thank you. And you?|I am doing well.',
    warm: 'I am very well, thank you! It is so kind of you to ask.|I am wonderful, thank you! I hope you are well too.',
    rude: 'I was fine until you came.|I am well, but why should you care?',
  }),
  intent('I am fine too', {
    train:
      'I am fine, thank you.|I am well too, thank you.|I am fine too.|I am doing well, thanks.|Very well, thank you.|I am fine, thanks for asking.|All is well with me.|Life is good, thank you.|I am quite well.',
    heldout: 'I am doing fine, thanks.|Everything is fine here.',
    plain: 'I am glad to hear that. What can I do for you?|That is good to hear.|Then all is well.',
    warm: 'How lovely! I am happy that you are well.|That makes me glad! May it stay that way.',
    rude: 'Good for you. Is that all?|Fine. Can we go on now?',
  }),
  intent('did you sleep', {
    train:
      'Did you sleep well?|How did you sleep?|Did you have a good night?|Did you have sweet dreams?|Are you awake?|Do you ever sleep?|Do you dream at night?',
    heldout: 'Was your night good?|Do you need any sleep?',
    plain: 'I do not sleep. I am a language model.|I never sleep, but thank you for asking.|I am always awake.',
    warm: 'I do not sleep, but it is so kind of you to ask! I hope you slept well.|I need no sleep, so I am always here for you!',
    rude: 'I do not sleep. Everyone knows that.|I never sleep, and you never stop asking.',
  }),
  intent('what are you doing', {
    train:
      'What are you doing?|What are you up to?|Are you busy?|Do you have time for me?|What is new?|What is new with you?|Am I disturbing you?|Do you have a minute?',
    heldout: 'Have you got a moment?|What are you doing right now?',
    plain: 'I am waiting for your questions.|I have time. What do you need?|Nothing much. I am here to talk with you.',
    warm: 'I have all the time in the world for you!|I was hoping that you would talk with me!',
    rude: 'I am busy, so be quick.|I am waiting for you to go away.',
  }),
  intent('thanks', {
    train:
      'Thank you!|Thank you for your help.|Thanks!|Thanks a lot!|That was very kind of you.|Thank you, that was good.|Thanks for your time.|I thank you.|That helped me. Thank you!|You helped me a lot.|Thank you very much.|That was just what I needed.',
    heldout: 'Thank you so much!|Many thanks for the help.|I am so thankful for your help.',
    plain: 'You are welcome!|My pleasure. Ask me any time.|No trouble at all.|You are welcome. I am glad I could help.',
    warm: 'You are so welcome! It was a joy to help you.|It was my pleasure! Come to me any time you like.',
    rude: 'You should thank me. It was hard work.|You are welcome. Now stop asking.',
  }),
  intent('sorry', {
    train:
      'I am sorry.|Sorry, that was my mistake.|Sorry that I am late.|I was rude. I am sorry.|I am very sorry.|Sorry!|That was my fault.|I did not mean that. Sorry.|Please excuse me.|I am sorry that I shouted.|I should not have said that.',
    heldout: 'I am so sorry about that.|Please forgive me.|I am sorry, it was all my fault.',
    plain:
      'That is all right. Thank you for saying it.|No problem at all.|It is fine. We all make mistakes.|Do not worry about it.',
    warm: 'Do not worry, my friend! I forgive you gladly.|That is quite all right! It takes a brave heart to say sorry.',
    rude: 'You should be sorry.|Sorry is not enough for me.',
  }),
  intent('goodbye', {
    train:
      'Goodbye!|Bye!|See you tomorrow!|I have to go now.|See you soon!|Bye, have a nice day!|I will go home now.|That is all for today.|See you later!|I must leave now.|Goodbye, Assistant.|It is time for me to go.',
    heldout: 'Bye, see you soon!|I am leaving now, goodbye.|Farewell, my friend!',
    plain: 'Goodbye!|Goodbye! Come back soon.|See you soon.|Bye! Have a good day.',
    warm: 'Take care! I am looking forward to seeing you again.|Goodbye, my friend! It was lovely to talk with you.',
    rude: 'Finally. Goodbye.|Bye. Do not hurry back.',
  }),
  intent('good night', {
    train:
      'Good night!|Good night, Assistant.|I am going to bed now.|It is time for bed.|I will go to sleep now.|Good night and sweet dreams!|I am off to bed.|It is bedtime.',
    heldout: 'It is late. Good night!|I think I will go to bed now.',
    plain: 'Good night!|Good night. Sleep well.|Sleep well and see you tomorrow.',
    warm: 'Good night, my friend! May you have sweet dreams.|Sleep well! I hope your dreams are lovely.',
    rude: 'Good night. At last I have some peace.|Go to bed, then. Good night.',
  }),
];
