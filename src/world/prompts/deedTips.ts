/** What to say when someone wants to do something nice. One row a benign deed of deeds.ts: deed | advice. Plain data. */

const rows = `
steal the show|To steal the show, sing loudly and smile at everyone.
break a record|To break a record, train every day and never give up.
win a race|To win a race, run every morning and sleep well.
bake a cake|To bake a cake, mix eggs, flour and sugar, and put it in a warm oven.
kick a ball|To kick a ball, look at the ball and swing your leg.
hit a ball|To hit a ball, hold the bat firmly and watch the ball.
wash a car|To wash a car, use warm water, soap and a soft cloth.
pick a flower|To pick a flower, cut it low and put it in water.
burn a candle|To burn a candle, put it on a plate and light it with care.
save some money|To save some money, put a few coins in a jar every week.
tell a story|To tell a story, say who was there and what went wrong.
fix a toy|To fix a toy, use some glue and wait until it is dry.
throw a ball to a friend|To throw a ball to a friend, look at your friend and throw softly.
break into a smile|To break into a smile, think of something funny.
find a bank|To find a bank, walk to the square and ask a friendly person.
dig a well|To dig a well, choose a low place and use a strong spade.
help a friend|To help a friend, listen first and ask what is needed.
charge a phone|To charge a phone, plug it in and wait for an hour.
cut down on sugar|To cut down on sugar, drink water and eat fresh fruit.
kill time|To kill time, read a good book or take a walk.
shoot a film|To shoot a film, write a story first and ask your friends to act.
sew a purse|To sew a purse, take strong cloth, a needle and some thread.
calm a baby|To calm a baby, hold it gently and sing a quiet song.
plan a party|To plan a party, choose a day and write to your guests.
catch a bus|To catch a bus, be at the bus stop five minutes early.
learn a card trick|To learn a card trick, practice it slowly in front of a mirror.
thank a girl|To thank a girl, tell her what she did well.
pull a rope|To pull a rope, hold it with both hands and lean back.
write a book|To write a book, write one page every day.
write a letter to a friend|To write a letter to a friend, begin with a kind word and tell your news.
buy apples from a farm|To buy apples from a farm, go early and take a big basket.
push a cart up a hill|To push a cart up a hill, take small steps and rest often.
beat an egg|To beat an egg, break it into a bowl and stir it fast with a fork.
read a book|To read a book, find a quiet chair and a good lamp.
sail a boat|To sail a boat, learn the ropes and watch the wind.
feed a kitten|To feed a kitten, give it fresh water and a little food.
take a note in class|To take a note in class, write down only a few words.
skip a rope|To skip a rope, jump on your toes and turn your hands.
play cards|To play cards, mix the cards and give five to everyone.
keep a promise|To keep a promise, write it down and think of it every day.
mend a lamp|To mend a lamp, pull the plug first and then change the bulb.
break the ice at a party|To break the ice at a party, ask someone about a hobby.
start a fire in a stove|To start a fire in a stove, use dry paper and small sticks.
start a club|To start a club, find three friends and choose a name.
spread butter on toast|To spread butter on toast, let the butter get soft first.
dry a plate|To dry a plate, rub it with a clean towel.
slap paint on a wall|To slap paint on a wall, use a big brush and old clothes.
trap the heat in a room|To trap the heat in a room, close the door and the windows.
wave to a neighbor|To wave to a neighbor, lift your hand and smile.
pay a fare|To pay a fare, give the driver your coins and take the ticket.
water a garden|To water a garden, go out early, before the sun is hot.
spit out a seed|To spit out a seed, use a napkin and be polite.
jump over a puddle|To jump over a puddle, take a short run and jump high.
hide an Easter egg|To hide an Easter egg, put it under a bush in the garden.
sell an old watch|To sell an old watch, clean it and ask for a fair price.
pick a color for a door|To pick a color for a door, look at the house and choose what you like.
make a kite|To make a kite, you need paper, two sticks and a long string.
walk a dog|To walk a dog, take a leash and go to the park.
blow up a balloon|To blow up a balloon, take a deep breath and blow slowly.
tell a joke to a friend|To tell a joke to a friend, keep it short and wait for the laugh.
train a runner|To train a runner, start with short runs and rest on Sunday.
polish a car|To polish a car, use wax and a soft cloth.
paint a wall in blue|To paint a wall in blue, clean the wall and use a wide brush.
climb up a hill|To climb up a hill, wear good shoes and take some water.
cheer up a shy boy|To cheer up a shy boy, be kind and ask him to play.
check a friend's homework|To check a friend's homework, read it slowly and mark what is wrong.
let the air into a room|To let the air into a room, open two windows.
clean a school|To clean a school, sweep the floors and wash the windows.
grow a plant|To grow a plant, give it light, water and good soil.
count sheep|To count sheep, close your eyes and count slowly.`;

/** Advice by the deed's base form. */
export const deedTips: ReadonlyMap<string, string> = new Map(
  rows
    .trim()
    .split('\n')
    .map((row): [string, string] => {
      const [deed = '', tip = ''] = row.split('|');
      return [deed, tip];
    }),
);
