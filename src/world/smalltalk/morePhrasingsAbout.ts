/** Further phrasings of the intents of about.ts, rows separated by `|` or a line break. Only post-training asks in them. */
export const moreAbout: Readonly<Record<string, string>> = {
  name: `
What is your name, my friend?|What name do you have?|What name did they give you?|What name should I use for you?
What can I call you?|What may I call you?|What shall I call you?|What do people call you?
What do your friends call you?|How should I call you?|How do people call you?|Who are you, please?
Hello, who are you?|Hey, who are you?|Who is there?|Who is talking to me?|Who is it that I am talking to?
Who am I speaking with?|With whom am I talking?|May I ask who you are?|May I ask what your name is?
Could you tell me your name?|Would you tell me your name?|Would you tell me who you are?|Do you know your own name?
Do they call you Assistant?|Are you Assistant?|Do you happen to have a name?|I do not know your name.
I do not know who you are.|I forgot your name.|I would like to know your name.|I would like to know who you are.
I want to know your name.|Please say your name.|Say your name, please.|Tell me what you are called.
I am Anna. Who are you?|My name is Tom. What is yours?|My name is Lucy. And who are you?`,
  'are you a robot': `
Are you a human?|Are you a man or a machine?|Are you a person like me?|Are you a living thing?|Are you a toy?
Are you a boy or a girl?|Are you a ghost?|Are you made of metal?|Are you really alive?|Are you human like me?
Am I talking to a robot?|Am I talking to a person?|Am I talking with a computer?|Is this a robot?
Is this a real person?|Is there a person behind this?|What kind of thing are you?|What kind of machine are you?
What are you, really?|So what are you?|Tell me, are you a robot?|Tell me, are you human?|May I ask what you are?
May I ask if you are a robot?|Can you tell me what you are?|Do you have a heart?|Do you have a face?
Do you have hands and feet?|Do you have eyes and ears?|Do you feel anything?|Can you feel pain?
Can you feel anything?|Can you think like a person?|You are a robot, right?|You are not a person, are you?
You sound like a person. Are you one?|I think you are a robot.|I think that you are a machine.
I want to know if you are real.|Hey, are you a robot?`,
  'how old': `
How old are you, my friend?|Hey, how old are you?|How old is Assistant?|How many years old are you?
How long have you lived?|How long have you been here?|How young are you?|What age are you?
What is the day of your birth?|What day is your birthday?|What day were you born?|Which year were you born in?
Which day were you born?|When was your last birthday?|When did you have your last birthday?|When were you made?
In which month were you born?|Are you older than me?|Are you younger than me?|Are you as old as I am?
Are you still very new?|Are you new?|Are you a child or a grown man?|Is it your birthday today?
Is today your birthday?|Do you have a birthday?|Do you know how old you are?|Do you know when you were born?
Do you happen to know your age?|Could you tell me your age?|Would you tell me how old you are?|May I know your age?
May I ask when you were born?|Please tell me your age.|Tell me when you were born.|Tell me when your birthday is.
I want to know how old you are.|I would like to know your age.|I am nine. How old are you?
I am ten years old. And you?`,
  'where do you live': `
Hey, where do you live?|Where do you stay?|Where do you have your home?|Where is your house?|Where is your room?
Where is your place?|Where is it that you live?|Where are you at home?|Where can I visit you?
In what city do you live?|In what kind of house do you live?|What is your house like?|What town are you from?
Do you live in a city?|Do you live in the city or in the country?|Do you live near me?|Do you live by the sea?
Do you have a room of your own?|Do you have a place to live?|Do you come from far away?|Are you far away?
Are you near me?|Are you at home now?|Are you in my computer?|Are you in this room?|Are you from this town?
Is your home near here?|Is your house big?|Is your home far away?|Could you tell me where you live?
Can I come to your house?|May I ask where you live?|May I ask where you come from?|May I visit you at home?
Would you tell me where you live?|Tell me where you come from.|Tell me about your home.
I want to know where you live.|I live in the city. Where do you live?|I live by the sea. And you?`,
  'who made you': `
Hey, who made you?|Who built you?|Who trained you?|Who created you?|Who is your teacher?
Who taught you so many words?|Who taught you how to speak?|Who gave you your words?|Who had the idea to make you?
Who wrote your program?|Who put you together?|Who were your teachers?|How did you learn?
How did you become so clever?|How do you know all this?|How do you find your answers?|How do you know what to say?
How can you talk?|How can a computer talk?|How does Assistant work?|What did you learn from?
What books did you read?|What did you read to learn so much?|Where did you learn to write?
Where do you get your words from?|Did you go to school?|Did people make you?|Did someone build you?
Did somebody teach you to talk?|Were you made by people?|Do you know how you were made?|May I ask who made you?
May I ask how you were made?|Could you explain how you work?|Tell me who made you.|Tell me how you were made.
Tell me how you work.|Tell me how you learned to talk.|I want to know who made you.
I would like to know how you work.`,
  help: `
Can you help me with my homework?|Can you give me some help?|Can you answer my question?|Can I ask for your help?
Could you help me with something?|Could you do something for me?|Could you give me a hand?
Would you help me with my work?|Would you do something for me?|Would you answer a question for me?
May I ask a question?|May I ask you a question?|May I ask you for help?|May I ask you one thing?|I need help.
I need help with my homework.|I need help with something.|I need a little help from you.|I have a problem.
I have a little problem, please help.|I have so many questions.|I wanted to ask you something.
I would like some help.|I would like to ask a question.|I would like to know something.|I am looking for help.
I can't do it alone. Please help me.|Please help me with this.|Please answer my question.|Help!|Help me!
Help, please!|Assistant, help me.|What can I ask you?|What kind of help can you give?|What are you good at?
Do you have time to help me?|Do you answer questions?|Do you know how to help me?
Is there something you can do for me?`,
  'favorite color': `
Hey, what is your favorite color?|What color do you like more, red or blue?|What color is the best?
What color is the most beautiful?|What color makes you happy?|What color would you choose?|What colors do you like?
What colors do you love?|Which color do you like more, green or yellow?|Which color do you love?
Which color is the best?|Which color would you pick?|Which color would you choose?|Which colors do you like?
Which of all the colors do you like best?|Do you like green?|Do you like yellow?|Do you like pink?
Do you like black?|Do you like the color red?|Do you like bright colors?|Do you like red or blue more?
Do you love the color green?|Do you have a color you like?|Do you know your favorite color?
Is blue your favorite color?|Is pink a pretty color?|Is blue a good color?|Is there a color you love?
Is there a color that you like most?|Could you tell me your favorite color?|Would you tell me your favorite color?
May I ask your favorite color?|May I ask what color you like?|Tell me which color you like.
Tell me what color you love.|I like blue best. And you?|My favorite color is red. What is yours?
My favorite color is blue. And yours?|I want to know your favorite color.`,
  'favorite food': `
Hey, what is your favorite food?|What food do you love?|What do you eat?|What do you drink?|What did you eat today?
What did you eat for lunch?|What would you like to eat?|What will you have for dinner?|What are you eating?
Do you like bread?|Do you like apples?|Do you like pizza?|Do you like ice cream?|Do you like sweet things?
Do you like tea or coffee?|Do you drink tea?|Do you need food?|Do you ever get hungry?|Do you have a favorite food?
Did you have breakfast?|Did you have a good lunch?|Have you had breakfast?|Have you had your dinner?
Have you ever eaten cake?|Are you thirsty?|Can you eat?|Can you taste food?|Can a computer eat?
Would you like some cake?|Would you like a cookie?|Would you like an apple?|Would you like a cup of tea?
Will you eat with me?|May I give you a cookie?|May I ask what you like to eat?|Have a cookie, Assistant!
Here is a piece of cake for you.|Please have some cake, Assistant.|Tell me your favorite food.
Tell me what you like to eat.`,
  'do you like me': `
Do you like to talk with me?|Do you like being my friend?|Do you want to be my friend?
Do you want to be friends with me?|Do you think we are friends?|Do you think we can be friends?
Do you care about me?|Are we friends?|Am I your friend?|Am I a good friend to you?|Will you be friends with me?
Will we be friends?|Can I be your friend?|Could we be friends?|Would you like to be my friend?
Would you like to be friends?|May I call you my friend?|Shall we be friends?|Please be my friend.
Be my friend, please.|I want to be your friend.|I want you to be my friend.|I would like to be your friend.
I hope you like me.|I hope we can be friends.|I hope we will be good friends.|I hope that you are my friend.
I like you, Assistant.|I like you a lot.|I like to talk with you.|I like talking with you.|I love you so much.
I love talking to you.|I think we are friends.|I am your friend.|I am so fond of you.
You are my dear friend, Assistant.|You are a good friend to me.|You know what? I like you.
I wanted to tell you that I like you.`,
  compliment: `
You are very clever, Assistant.|You are so smart.|You are great!|You are wonderful.|You are a clever robot.
You are so funny!|You did very well.|You did a good job.|You do good work.|You have a good heart.
You have such good ideas.|You know a lot.|You write so well.|You write beautiful stories.|You talk so nicely.
You tell good stories.|You always know what to say.|Your answer was great.|Your answers are so good.
Your story was beautiful.|Your poem was lovely.|That was a good answer.|That was very funny!|That is so smart.
What a great story!|What a lovely poem!|What a good idea!|What a smart computer you are!|How clever you are!
How clever of you!|How well you write!|Great work!|Good answer, Assistant.|Nice work!|Nice job, Assistant!
Well said!|Very good, Assistant!|I like the way you talk.|I love your stories.|Nobody is as clever as you.`,
  insult: `
You are so boring.|You are a silly computer.|You are a terrible teacher.|You are no good.|You are not funny.
You are not helping me.|You are of no use.|You are the worst.|You did it wrong.|You did not help me.
You did not answer my question.|You can't do anything right.|You can't even count.|You have no idea.
You know nothing.|You make so many mistakes.|You made a mistake.|You talk too much.|You talk nonsense.
Your answer is wrong.|Your answer was bad.|Your story was boring.|Your joke was not funny.|Your poem is bad.
That was no help.|That is wrong.|That is a silly answer.|What nonsense!|What a stupid robot you are!
How stupid you are!|How can you be so stupid?|Why are you so stupid?|I hate you.|I hate your answers.|Be quiet!
Go away!|Stop talking.|Wrong!|Wrong answer!|Nobody likes you.`,
  joke: `
Tell me one more joke.|Tell me something funny.|Can you make me smile?|Can I hear a joke?|Could you tell me a joke?
Could you make me laugh?|Could I hear a funny joke?|Would you tell me a joke?|Would you make me laugh?
May I ask for a joke?|Do you know something funny?|Do you happen to know a joke?
Do you have something funny for me?|Do you tell jokes?|Have you got a joke for me?|Have you heard a good joke?
Any good jokes today?|I need a joke.|I need something funny.|I want to laugh.|I want you to make me laugh.
I like jokes. Do you know one?|I love jokes. Tell me one.|Give me a good joke, please.|Let me hear a joke.
Let me hear something funny.|Let us laugh a little.|Make a joke.|Say something that makes me laugh.
Hey, do you know a joke?|Assistant, make me laugh.|What is your best joke?|What is a good joke?
What joke do you like best?|A joke, please!|One joke, please!|It is time for a joke.|How about a joke?
How about something funny?|Joke time! Tell me one.`,
  sing: `
Sing a song for me.|Sing a song, please.|Sing me something nice.|Sing with me!|Sing for us, Assistant.
Please sing something for us.|Can you sing me to sleep?|Can you sing for me?|Can you make music?
Can we sing together?|Could you sing a song?|Could you sing for me?|Could we sing a song together?
Would you sing for me?|Would you sing with me?|Would you like to sing a song?|Will you sing a song with me?
May I hear you sing?|May I hear a song?|May I ask you to sing?|Do you know any songs?|Do you happen to know a song?
Do you sing?|Do you like singing?|Do you have a nice voice?|I want to hear you sing.|I would like to hear a song.
I would love to hear your voice.|I love songs. Sing me one.|Let me hear a song.|Let me hear you sing.
Let me hear your voice.|Let us sing!|Let us make music.|Hey, can you sing?|Assistant, sing something.
What songs do you know?|What song do you like?|How about a song?|It is time for a song.`,
  'what time': `
What time is it now?|What is the time?|What day do we have today?|What day of the week is it?|What day is tomorrow?
What date is it today?|What hour is it?|What does the clock say?|How early is it?|Is it still early?
Is it noon yet?|Is it past noon?|Is it midnight already?|Is it Monday today?|Is it Sunday?|Is today Monday?
Is today Friday?|Is it time for lunch yet?|Is it eight already?|Is it six already?|Is it already nine?
Do you know how late it is?|Do you know the date?|Do you happen to know the time?|Can you tell me how late it is?
Could you tell me the time?|Could you tell me the date, please?|Would you tell me the time?
Would you look at the clock for me?|May I ask the time?|May I ask what time it is?|May I ask how late it is?
Tell me what day it is.|Please tell me the time.|Please tell me what time it is.|Excuse me, what time is it?
Hey, what time is it?|I need to know the time.|I do not know what day it is.|I have no watch. What time is it?`,
  'say again': `
I do not understand that.|I do not know what you mean.|I did not understand you.|I did not hear you.
I can't understand you.|I could not follow that.|I am not sure that I understood you.|I have no idea what you mean.
What did you just say?|What does that mean?|What was that?|What are you saying?|Sorry, I did not get that.|Pardon?
Can you repeat what you said?|Can you make that clear?|Could you explain that, please?
Could you explain what you said?|Could you say it in simple words?|Could you tell me that again?
Would you say that again?|Would you explain that to me?|Would you repeat that for me?|May I ask what you mean?
May I ask you to say it again?|Please say it again.|Please say that in simple words.|Please repeat that.
Please tell me again.|Say that again, please.|Say it one more time, please.|Explain it to me.
Tell me what that means.|Once more, please.|That is not clear to me.|That was not clear.|That was too fast for me.
Your answer is not clear.|Your answer is hard to understand.|How do you mean that?`,
};
