/** Further phrasings of the intents of greetings.ts, rows separated by `|` or a line break. Only post-training asks in them. */
export const moreGreetings: Readonly<Record<string, string>> = {
  hello: `
Oh, hello there!|Hello, dear friend.|Hello, little Assistant.|Hello, computer!|Hello, is anybody there?
Hello, are you there?|Hi, is anyone here?|Hello, can you hear me?|I just wanted to say hello.|I came to say hello.
I want to say hi.|Let me say hello to you.|Hello and good day!|Good day, Assistant.|Good day to you, my friend.
Greetings!|Hello, my name is Tom.|Hi, I am Anna.|Hello, I am Ben.|Hi there, my name is Lucy.|Well, hello there!
Hey, hello there!|Hello, let us talk a little.|Hi! Let us have a talk.|Hello! Here I am.|Hi! I am here.
Hello, everyone!|A big hello to you, Assistant!|Hello, you there!|Hi, it is me, Sam.|Hello, Assistant, it is Kate.`,
  'good morning': `
Good morning, everyone!|Oh, good morning!|Hi and good morning!|Hey, good morning!|A good morning to you, my friend.
Good morning, sunshine!|Good morning, it is me.|I wanted to say good morning.|I just came to say good morning.
Let me wish you a good morning.|I wish you a good morning.|I wish you a lovely morning, Assistant.
Have a good morning!|Good morning, computer!|Good morning, the sun is up!|Good morning, it is time to get up.
Hello, I just woke up. Good morning!|I just got out of bed. Good morning!|Good morning, I am up early today.
Good morning, I am awake now.|Good morning, a new day begins.|Rise and shine!|Wake up, it is morning!
Wake up, Assistant. Good morning!|Good morning on this fine day!|Good morning, I hope you are well.
What a good morning! Hello, Assistant.|Good morning, here I am.|Good morning, Assistant, the birds are singing.
Good morning! The coffee is ready.|Good morning from me and my cat.|I hope you have a good morning.
Good morning, the night is over.|Good morning, I came to talk with you.`,
  'good afternoon': `
Good afternoon, dear friend.|Oh, hello and good afternoon!|Hi and good afternoon!|Hey there, good afternoon!
Good afternoon to you all.|A very good afternoon, my friend!|Good afternoon, it is me.
I wanted to say good afternoon.|I just came to say good afternoon.|Let me wish you a good afternoon.
I wish you a good afternoon.|I wish you a lovely afternoon, Assistant.|Have a good afternoon, Assistant!
A happy afternoon to you, my friend!|Good afternoon, little computer!|Good afternoon, school is over now.
Good afternoon, I am home from school.|Good afternoon, here I am.|Good afternoon, I hope you are well.
Good afternoon on this fine day!|Hi, Assistant, and good afternoon!|Hello, friend! Good afternoon.
It is afternoon now, so good afternoon!|May you have a good afternoon.|Good afternoon from all of us!
Good afternoon, are you there?|Good afternoon, can you hear me?|Good afternoon, dear little Assistant.
Good afternoon, the sun is high.|I hope you have a good afternoon.|Good afternoon from me and my dog.
Good afternoon, I came to talk with you.|Good afternoon, my work is done.`,
  'good evening': `
Oh, hello and good evening!|Hi and good evening!|Hey there, good evening!|Good evening to you all.
A very good evening, my friend!|Good evening, it is me.|I wanted to say good evening.
I just came to say good evening.|Let me wish you a good evening.|I wish you a good evening.
I wish you a lovely evening, Assistant.|Have a good evening, Assistant!|A happy evening to you, my friend!
Good evening, little computer!|Good evening, I just had dinner.|Good evening, I am home from work.
Good evening, the day is over.|Good evening, here I am.|Good evening, I hope you are well.
Good evening on this fine day!|Hi, Assistant, and good evening!|Hello, friend! Good evening.
The sun is down. Good evening!|May you have a good evening.|Good evening from all of us!
Good evening, are you there?|Good evening, can you hear me?|Good evening, dear little friend of mine.
Dinner is over. Good evening, Assistant!|Good evening, the moon is up.|Good evening from me and my dog.
I hope you have a good evening.|Good evening, the stars are out.`,
  'back again': `
I came back to talk with you.|Guess who is here again!|You know what? I am back.|I have come back to you.
I am here again, Assistant.|Hey, I am back!|Hello, I have come back.|It is me, back again.|We meet again!
Here we are again.|Here I come again!|I am back from lunch.|I am back from work, Assistant.
I am back from school now.|I came home and here I am again.|Do you still know me?
Do you know who I am? I was here before.|Have you missed me?|Did you miss me?|I was away, but now I am back.
I have been away for a long time.|We have not talked for a long time.|I was here yesterday, do you remember?
We talked yesterday. Here I am again.|I said that I would come back.|I told you I would be back.
Hi, Assistant, it is me again.|Hello again, my friend!|Good to see you again!
It is good to see you again, Assistant.|Nice to see you again.|How nice to see you again!|I am so glad to be back.
So, here I am once again.|Me again!`,
  'nice to meet you': `
I am so happy to meet you.|I am very glad to meet you.|It is so nice to meet you.|It is so good to know you.
It is lovely to meet you.|How lovely to meet you, Assistant!|How good to meet you!|What a joy to meet you!
It is great to meet you, Assistant.|So nice to meet you, my friend.|Hi, it is nice to meet you.
Hello, Assistant. I am glad to meet you.|I am pleased to know you.|I am so glad that we met.
I am happy that I met you.|I am glad to have met you.|I wanted to meet you for a long time.
I always wanted to meet you.|I was hoping to meet you.|At last I meet you!|So you are Assistant! Nice to meet you.
Oh, Assistant! How nice to know you.|I am Anna. Nice to meet you.|My name is Tom. It is nice to meet you.
I am Ben, and I am glad to meet you.|We have not met before. Nice to meet you.|I have heard so much about you.
I am happy to know you now.|It makes me happy to meet you.|It is an honor to meet you.|I am so pleased that we met.
How good to know you, Assistant.|Hello, I am Kate. I am happy to meet you.|I am really glad I met you.`,
  'how are you': `
How are you, my friend?|How do you feel this morning?|Do you feel well today?|Do you feel good?|Are you all right?
Are you fine?|Are you feeling well?|Is all well with you?|Is everything fine with you?|How is it going?
How is everything?|How is everything going, Assistant?|How is life?|How is life with you?|How is your morning?
How is your day so far?|Are you having a good day?|Did you have a good day?|How was your day?
How have you been, my friend?|How have you been lately?|Tell me, how are you?|I wanted to ask how you are.
I hope you are well. Are you?|Can you tell me how you feel?|Are you in a good mood today?
Good evening! How are you?|Are you doing fine today?|How do you feel, Assistant?|How have you been all this time?
Is your day going well?|Is it a good day for you?|Have you been well?|I hope you are having a good day. Are you?
Hey, is everything all right?|How was your week?|How did your day go?|How is my friend Assistant?`,
  'I am fine too': `
I am very well, thank you.|I am well, thanks.|I am well, thanks for asking.|I am good, thank you.
I am good too, thanks.|I am quite fine, thank you.|I am all right, thank you.|I am all right, thanks for asking.
I am doing well too.|I am doing very well, thank you.|I am doing great, thank you.|I am also fine, thank you.
I am also doing well.|I feel fine, thank you.|I feel well, thank you for asking.|Fine, thank you.
Fine, thanks, and all is well.|Quite well, thank you.|Very well, thanks for asking.|All is fine with me, thanks.
All is good here, thank you.|All is well at home, thank you.|Everything is all right with me.
Everything is going well, thank you.|Everything is good with me, thanks.|Life is good to me, thanks.
No complaints, thank you.|It is going well, thank you.|It goes well, thanks.|Thank you, I am fine.
Thank you for asking, I am well.|Thanks, I am doing fine too.|Oh, I am just fine.|My day is going well, thank you.`,
  'did you sleep': `
Did you sleep last night?|Did you sleep well last night, Assistant?|Have you slept well?|How well did you sleep?
How was your night?|How was your sleep, Assistant?|How long did you sleep?|Did you get some sleep?
Did you get enough sleep last night?|Did you rest well?|Did you have a dream last night?
Did you dream of something nice?|Did you have any dreams?|What did you dream last night?|What do you dream about?
Do you sleep at night?|Do you sleep a lot?|Do you ever go to bed?|Do you have a bed?|Do you ever get tired?
Are you tired, Assistant?|Are you sleepy?|Are you still awake?|Are you awake already?|Are you asleep?
Did I wake you up?|When do you sleep?|When do you go to bed?|When did you go to bed last night?
When do you wake up?|Where do you sleep?|Can you sleep?|Can a computer sleep?|May I ask if you slept well?
I hope you slept well. Did you?|Tell me, did you sleep well?`,
  'what are you doing': `
What are you doing this evening?|What do you do all day?|What have you been doing?|What are you up to today?
Hey, what are you up to?|May I ask what you are doing?|Tell me what you are doing.|Tell me, what is new?
Is there anything new with you?|Anything new?|Are you busy right now?|Are you very busy today?|Are you working?
Are you free now?|Are you free this afternoon?|Are you doing anything right now?|Do you have some time?
Do you have some time to talk?|Do you have time to talk with me?|Do you have a little time for me?
Have you got time for a talk?|Have you got a minute for me?|Would you have a minute?|May I disturb you?
I hope I am not disturbing you.|I do not want to disturb you.|Is this a good time to talk?|Can we talk for a while?
Can you talk right now?|Are you doing something nice?|What keeps you busy today?|Are you waiting for someone?
Hey, do you have time to talk?|Would you have some time for me?|I wanted to ask what you are doing.`,
  thanks: `
Thank you, Assistant.|Thank you, my friend.|Thank you, dear Assistant!|Thank you for everything.
Thank you for all your help.|Thank you for helping me.|Thank you for the answer.|Thank you for your good answer.
Thank you for your time.|Thank you for the story.|Thank you for telling me.|Thank you for the nice talk.
Thank you for listening to me.|Thank you, you are so kind to me.|Thank you, that is all I need.
Thank you, that helps a lot.|Thanks, that helped.|Thanks for your kind words.|Thanks for talking with me.
Thanks a lot, Assistant!|A thousand thanks!|A big thank you for your help!|Oh, thank you!|I want to thank you.
I wanted to say thank you.|I just want to say thanks.|How can I thank you?|How kind of you, thank you!
It was so nice of you to help me.|That was very nice of you.|That was a big help, thank you.
You have helped me so much.|You were a great help to me.|I thank you with all my heart.
I could not have done it without you.|Now I know what to do, thank you.`,
  sorry: `
I am sorry, Assistant.|I am really sorry for what I said.|I am sorry for what I did.|I am sorry that I was rude.
I am sorry that I was angry.|I am sorry that I was unkind to you.|I am sorry that I forgot you.
I am sorry that I am so late.|I am sorry that I said that.|I am sorry for shouting at you.
I am sorry for my mistake.|I am sorry to disturb you.|I am sorry to be late.|I am sorry if I hurt you.
Oh, sorry, I did not mean it.|Oh no, I am sorry!|Sorry, I did not want to hurt you.|Sorry, I was wrong.
Sorry for being so rude.|Sorry about yesterday.|Sorry, that was not nice of me.|Sorry, that was silly of me.
So sorry, my friend!|Can you forgive me?|Will you forgive me, Assistant?|I hope you can forgive me.
Excuse me, please.|Excuse me, that was my mistake.|I made a mistake, and I am sorry.
I was wrong, and you were right.|I was unkind to you. Sorry.|I was not nice to you today.
I should have been nicer to you.|I should not have shouted at you.|I did not mean to be rude.|I want to say sorry.
I wanted to say that I am sorry.|That was my mistake, not yours.|It was not your fault, it was mine.`,
  goodbye: `
Goodbye for now!|Goodbye and thank you!|Goodbye, see you tomorrow.|Goodbye, I will be back soon.
Goodbye, have a lovely day!|Bye bye!|Bye for now, my friend.|Bye, I have to go home.|Bye, see you next week.
See you!|See you on Monday!|See you next time, Assistant!|Until tomorrow!|Until next time, my friend.
Have a nice day, Assistant!|Have a good day, bye!|Take care!|Take care, Assistant.|I am going home now.
I am going now. Take care!|I have to leave now.|I have to go to school now.|I must go home now.
I must go to work now, bye.|I need to go now.|I really should go now.|I will go now.|I will see you tomorrow.
I will talk to you later.|I will come back tomorrow.|I wanted to say goodbye.|It is time to say goodbye.
It is time for me to leave.|We can talk again tomorrow.|Let us talk again tomorrow.|That was all, goodbye.
My bus is here. Goodbye!|My mother calls me. Bye!`,
  'good night': `
Good night, my friend.|Good night and sleep well!|Good night, see you in the morning.|Good night, see you tomorrow!
Good night, sleep tight!|Have a good night!|Have a good night, Assistant.|Oh, it is late. I must go to bed.
It is late, and I am going to bed.|It is time to sleep.|It is time for me to go to bed.|It is time for me to sleep.
It is past my bedtime.|My bedtime is here.|My bed is waiting for me.|My mother says it is bedtime.
I must go to bed now.|I have to go to bed now.|I have to sleep now.|I should go to bed now.
I want to go to bed now.|I will go to bed early tonight.|I will go to bed and read a little.
I am going to sleep now.|I am going to bed early today.|I am in bed now. Good night!
I am lying in bed. Good night, Assistant.|I just wanted to say good night.|I came to say good night.
Let me say good night to you.|Sleep well, Assistant!|Sweet dreams, my friend!|Sweet dreams to you!
The day is over. Good night!|The stars are out. Good night!|I will turn off the light now. Good night.`,
};
