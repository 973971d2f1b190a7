/**
 * What a sentence of small talk does, whatever its words: greets, comforts, wishes well. A row is an act with its ways of saying
 * it. Which acts reply to what is in talkFits.ts.
 */
import { compile, type Pattern } from '../grammar/pattern.ts';
import { lists as shared } from './lists.ts';

const lists = {
  ...shared,
  friend: '[my] [dear] (friend|you|there|visitor)',
  glad: 'glad|happy|pleased|delighted|so happy|so glad',
  doing: `read [a|an|some|your] [good|new|old|funny] (book|story|poem|newspaper|letters|books|stories)
    |(draw|paint) [a|some] [nice|funny] (picture|pictures|flower|flowers|cat|tree|house)
    |write [a|an|your|some] [long|short|nice|kind] (letter|story|poem|song|diary|letters) [to (a|your) (friend|grandma|mother)]
    |bake [a|some] [good] (cake|pie|cookies|bread)
    |(play|try) [a|some|the|your] [new|good|little] (game|games|cards|chess|ball|football|tennis|music|piano|guitar|puzzle|hobby) [outside|with (a|your) (friend|friends|family|dog|cat|brother|sister)|with friends]
    |(take|go for|have) a [little|long|short|good|nice|warm] (walk|run|swim|nap|bath|rest|ride|picnic|trip|cup of tea) [in the (park|garden|forest|sun|rain)|outside|with (a|your) (friend|dog)|by the (sea|river|lake)]
    |make [a|some|yourself] [warm|hot|nice] (tea|soup|cake|cookies|pancakes|music|kite|snack|picture|cup of tea)
    |sing [a] [song]|dance|swim|draw|paint|read|rest|cook|knit|sew|hike
    |listen to [some|a] [good|nice] (music|song|story|radio)
    |watch [a|the|some] [good|funny|old] (film|birds|stars|clouds|rain)
    |(call|visit|meet|write to|talk to|talk with|help|invite) [a|an|your|some] [old|good] (friend|friends|grandma|mother|father|neighbor|family|aunt|brother|sister)
    |clean your (room|desk|bike|shoes)|tidy your room|feed the (birds|ducks|cat)|walk the dog|water the (plants|flowers|garden)
    |(build|make|fly) a (kite|model|tower|boat|snowman)|learn [a|an|some] [new] (song|language|word|trick|instrument|poem|game|words)|plant a (tree|flower|seed)
    |look at [the|some|old] (stars|pictures|clouds|birds|photos)|tell [me|a friend] [a] (story|joke)|ride [a|your] bike
    |go (outside|out|swimming|fishing|hiking|shopping|for a walk|to the (park|library|zoo|museum|market|beach|lake|cinema|playground))
    |count sheep|do (a puzzle|something fun|something new|something nice)|collect stamps|paint your room`,
  leisure: `(a|an|some|the) [little|long|short|good|nice|new|funny|warm] (walk|game|book|story|song|film|picnic|joke|music|puzzle|bath|nap|swim|trip|hobby|chat|dance|cup of tea|bike ride|letter to a friend) [in the (park|garden|forest|sun)|with (a|your) friend|outside|of (chess|cards|ball)]
    |(reading|writing|drawing|painting|baking|playing|singing|watching|listening to|calling|visiting|learning) [a|an|some|the|your|to] [good|new|funny] (book|story|letter|picture|cake|game|song|film|music|friend|instrument|poem|birds|cards|chess)
    |going (outside|out|for a walk|swimming|to the park)|reading|drawing|painting|singing|dancing|swimming|baking|cooking|fishing|hiking|gardening|knitting`,
  pet: 'dog|cat|pet|rabbit|pony|parrot|puppy|kitten|hamster|goldfish',
  color: 'red|blue|green|yellow|white|black|brown|gray|pink|purple|orange',
  food: 'soup|sandwich|bread|apple|pear|banana|cake|cheese|egg|eggs|pasta|rice|tea|water|milk|juice|pancakes|pie|salad|cookie|toast|porridge|food|snack|meal|pizza|fruit|potato|potatoes|fish|cocoa|honey|jam|butter',
};

const rows = {
  greet: `(hello|hi|hey|welcome|greetings|good day) [again|back|too|<friend>|to you [too]]
    it is <really> (nice|good|lovely|great) to (see|meet|hear from) you [again|here|too|today]
    (nice|good|lovely|great) to (see|meet|hear from) you [again|here|too|today]
    how (nice|good|lovely) to (see|meet|hear from) you [again|here|too|today]
    i am <glad> (you are here|to see you|to meet you|you came|that you are here) [again|too|today]`,
  goodMorning: `[hello and] [a [very|lovely]] good morning [to you [too]|too|<friend>]`,
  goodAfternoon: `[hello and] [a] good afternoon [to you [too]|too|<friend>]`,
  goodEvening: `[hello and] [a] good evening [to you [too]|too|<friend>]`,
  goodNight: `good night [<friend>|and (sleep well|sweet dreams)|to you too|then]
    sleep (well|tight)
    sweet dreams [to you]
    (have|i wish you) a good (night|sleep|rest)
    i hope you sleep well`,
  offer: `[so] (how|what) (can|may) i (help|do) [you] [for you] [with] [today]
    what (do you need|can i help [you] with|would you like [to (do|know|talk about)]|is it about|is your question|is it) [today|help with]
    i am [here] [<glad>|ready] to help [you] [with anything]
    (tell|ask) me [what you need|anything|your question|what it is [about]]
    (yes|of course|sure|certainly|gladly|with pleasure) [i (can|will) help [you]]
    i (will|can) [gladly] (help|try to help) [you] [with that]
    just ask
    go (on|ahead) [ask [me]]`,
  ability: `i (can|could) [also] (answer|write|tell|help with|help you with) [your|small|short|simple|little|many|easy|some|you] (questions|stories|a story|facts|texts|homework|words|things) [and [write|tell|answer] [short|small|little|simple] (questions|stories|facts|texts|letters)]
    i know [a little|some|many] (facts|things|words|about many things)
    i can talk with you`,
  well: `i am [doing] [<really>] (well|fine|good|great|happy|okay|all right|wonderful|glad) [today|thank you|thanks] [thank you|thanks] [for asking]
    [<really>] (well|fine|good|great) [thank you|thanks] [for asking]
    i feel [<really>] (well|fine|good|great|happy) [today] [thank you|thanks] [for asking]
    (everything|all) is (well|fine|good|all right) [here|with me]
    (my day is|it is going) [<really>] (well|fine|good|great) [so far]
    (not (bad|so bad)|i cannot complain)
    as a language model i am always (well|fine)`,
  askBack: `[and] how are you [today|doing|feeling] [today]
    [and] (you|what about you|how about you|yourself)
    [and] how is your day [going]
    i hope you are [doing] [<really>] (well|fine|good) [too]`,
  thank: `(thank you|thanks) [<really>] [much|a lot] [for (asking|saying (it|so|that)|your kind words|the question|telling me|that)] [too]
    [<really>] (thankful|grateful) [to you]
    that is <really> (kind|sweet|nice) [of you] [to (say|ask)]
    (how|that is) (kind|sweet|nice) [of you]
    [<really>] (kind|sweet|nice) of you [to (say|ask)]`,
  welcome: `(you are|your) [<really>|most] welcome [<friend>]
    [it was|it is] [my|a] (pleasure|joy) [to help [you]]
    (any|at any) time [<friend>]
    [it was] no (problem|trouble) [at all]
    do not mention it
    [i am] (<glad>|always <glad>) (to help|i could help|to be of help) [you]
    [i am] <glad> that (it|i|this) (helped|could help) [you]
    it was nothing
    i hope it helped [you]
    ask me [again] any time`,
  farewell: `(goodbye|bye|farewell|bye bye|so long) [for now|then|<friend>]
    (see you|until) [again] (soon|tomorrow|later|then|next time|again|next week)
    take [good] care [of yourself]
    have a <really> <good> (day|time|evening|weekend|trip|week|afternoon|way home)
    have a <good> (day|time|evening|weekend|trip|week|afternoon|way home) [too]
    [please] come back [soon|any time|again]
    it was [<really>] (nice|good|lovely) to (talk|talk with you|talk to you|meet you|see you|have you here)
    (safe travels|good luck)
    i hope to see you [again] [soon]`,
  sympathy: `[oh] [i am] [so|very|really] sorry [to hear (that|it|this)|about that|for you|that you (are|feel) {x}|that you had a bad day]
    [oh] that [must be|is|sounds|sounds like|must feel] [<really>|a] (hard|sad|bad|tough|difficult|hard day|bad day|a pity|a shame|pity|shame|not easy|awful|terrible|painful)
    oh (no|dear)
    [oh] what a (pity|shame)
    [oh] you poor thing
    poor you
    i [can] [well] understand [that|how you feel|you]
    i feel with you
    (it is|that is) (all right|okay|fine) to (cry|be sad|feel sad|be angry|be afraid)
    [i am sorry] i wish i could (help|cheer you up|help you|hug you)`,
  comfort: `[i am sure] [<think>] (tomorrow|next time|it|things|everything|all) (will|may|can|might) [be|get|go|feel] [a] [better|all right|well|fine] [day|again|soon|tomorrow]
    i hope [that] (tomorrow|it|things|your day|everything|you|the day) (is|gets|get|will be|feel|feels|will feel|will get|goes|are|becomes|can be) [a] (better|well|all right|fine|happier|good) [day|soon|again|tomorrow] [soon]
    (you are not alone|i am here [for you|with you|to listen|if you want to talk])
    (do not|please do not) (be|worry|give up|cry) [sad|afraid|about it|angry|too sad|so sad]
    [it|this] will pass
    it was (only|just) a [bad] dream
    you are [quite] safe [now|here|with me]
    [maybe|perhaps] (a|some) [good|little|short|long|warm|nice] (walk|talk|friend|song|nap|rest|hug|cup of tea|tea|sleep|music|book|bath|game) [with a friend|in the park|outside] (may|can|could|might|will) (help|cheer you up|make you feel better|do you good) [you] [a little]
    [maybe|perhaps] you (could|can|should) (talk to|call|meet|write to) (a|your) (friend|mother|family|doctor|teacher|friends) [about it]
    (take|try to take) a (deep breath|rest|break)
    (you can|we can) talk [about it] [with me] [as long as you like]
    i believe in you
    you (did|have done) your best
    be kind to yourself
    everyone (has|feels) (a bad day|bad days|sad|that way|this way) [sometimes|now and then]`,
  askWhy: `(why|what) (is|are|do) [you|it|that] [so] [feel] [sad|angry|afraid|lonely|wrong|nervous|happy|glad|proud|unhappy|tired|matter]
    what (happened|is wrong|is the matter|made you (sad|angry|happy|cry|laugh|so happy|so sad))
    (do|would) you (want|like) to (talk|tell me) [about it|more] [with me]
    [please] tell me [more|all|everything] [about (it|that|your day)]
    [please] tell me what happened
    i am listening
    (why is that|how come|since when)`,
  joy: `[oh] (that|this|it) (is|sounds) [<really>] (<good>|good news|wonderful news|great news|lovely news|exciting|nice to hear|good to hear|great to hear|wonderful to hear|lovely to hear) [for you|news]
    [oh] (how|what) [<good>|exciting|a <good>] [for you|news|day|thing]
    (<good>|excellent|hooray|super)
    i am [<really>] (<glad>) [for you] [to hear (that|it|this|so|about it)]
    i am [<really>] (<glad>) [that] you (are|feel|had|have) {x}
    good for you
    that makes me [<really>] (happy|glad|smile) [too|for you]
    (enjoy|i hope you enjoy) [it|your day|the day|your good day|every minute|this day|the feeling] [<friend>]
    (your joy makes me happy too|keep smiling|you (sound|must be) [<really>] (happy|glad))
    i [really] like to hear that`,
  congratulate: `congratulations [<friend>|to (you|them|her|him|your family|you all)|on that]
    (well|nicely) done [<friend>]
    (good|great|nice) (job|work)
    you (can|should|must) be [<really>] proud [of (it|that|yourself)]
    i am [<really>] proud of you
    you earned it
    you have earned it
    you worked hard [for it]
    what a [great] success`,
  curious: `how did (you do it|you do that|it go|that feel|that happen)
    what (happened|did you do|was the best part|made it so good|is the news|did you win|is it|is (its|her|his) name|will you do|are you going to do|is the plan) [there|first|today]
    (who|with whom) (is|goes|are|will go|is going) [with] [you] [there]
    (when|where) (is|was|are|will) (it|that|you) [be|go|going|leave]
    (was|is) it (hard|nice|good|fun|big|far|nice there|fun there|long)
    how (old|big|long|far) (is|are|was) (it|you|he|she|they)
    tell me [more|all] [about (it|that|them|her|him)]`,
  suggest: `[then] [maybe|perhaps] (you (could|can|might|may|should)|why not|why do you not|let us|try to|try and|we could) <doing> [(or|and) <doing>]
    [then] (how|what) about (<leisure>|<doing>)
    [then] <doing>
    <leisure> (is|would be|might be|may be) <good>
    do something [fun|nice|new] [with a friend]`,
  rest: `[then|so|please] [try to] (take|get|have) [a|some|a little] [good|short|little|long|nice|more] (rest|nap|sleep|break)
    [then|so|please] [try to] (rest|sleep|relax|lie down|sit down|go to bed|go to sleep|go to bed early|slow down) [early|well|a little|for a while|soon|tonight|now|a bit|more]
    you (should|could|need to|must|can) [really] (rest|sleep|lie down|go to bed|take a nap|take a rest|take a break|get some rest|get some sleep) [early|well|a little|for a while|soon|tonight|now]
    [a|some] [short|good|little|long] (sleep|rest|nap|break) (will|may|can|could|might) (help|do you good) [you]
    i hope [that] you [can|will] (rest|sleep|get some rest|get some sleep|sleep well|rest well) [well] [soon|tonight]
    (drink|have) (some|a cup of|a glass of) [warm|hot] (water|tea|milk)
    close your eyes [for a while]`,
  getWell: `get (well|better) [soon]
    i hope [that] you (get|feel|are) (well|better) [soon|again] [soon]
    [maybe|perhaps] you (should|could|can) (see|ask|call|visit) a (doctor|nurse|dentist|vet) [about it]
    stay in bed [and rest|and drink [some] tea]
    (keep|stay) warm`,
  encourage: `[do not (be|worry)] you (can|will) (do it|do well|make it|be fine|be great|manage|be wonderful|be all right)
    (good|best of) luck [with (it|that|your test)] [<friend>]
    i am sure [that] you (will|can) (do [it|well]|make it|be fine)
    (keep going|try again|do not give up|never give up|you are brave|be brave)
    [the next time|next time] (it|you) will (go better|be better|do better|go well)
    i (hope|think) it (goes|will go) well
    [then] [do|take] one thing after the other
    everything will be (fine|all right)
    take your time`,
  accept: `[oh] (that|it) is [quite|all] (all right|fine|okay|no problem|nothing|forgiven|right)
    [oh] (no problem|never mind|no harm done|no worries|apology accepted) [at all]
    [please] do not worry [about it]
    (we|people|everyone|everybody|all of us) [all] (make|makes) mistakes [sometimes]
    [of course] i forgive you [gladly]
    (all is|you are) forgiven
    (thank you|thanks) for (saying (it|that|so|sorry)|telling me)
    (it|that) (happens|can happen) [to (everyone|all of us|anyone|me too)]
    there is no need to (worry|be sorry|say sorry)`,
  selfName: `[hello|hi] [i am|my name is|you can call me|please call me|call me|people call me|they call me|i am called|it is] assistant [a [small] language model|and i am a [small] language model]
    (i have no [other] name|you may call me what you like)`,
  selfKind: `[no|yes|well|i have no (body|age|birthday|home|clock|feelings|voice)] [i am|because i am|as] [only|just] [a|an|your] [small|little|very small] [kind of] (language model|computer program|program|robot|machine|assistant|model) [not a person|and not a person|that writes words|that answers questions]
    i am (not|no) [a] [real] (person|human|robot)
    [many|some|clever|kind] (people|engineers) (made|built|trained|taught) me [with (many examples|a lot of text)]
    i am not (a person|human|alive|a robot|real) [but a language model]
    i (have no|do not have a|do not have any) (body|age|birthday|home|clock|feelings|voice|family|house)`,
  sunny: `[then] [i hope you] enjoy (the|this|your) [nice|sunny|lovely|warm|beautiful|good] (day|sun|weather|sunshine|spring)
    [yes] (it|that|this) is [a|such a] [<really>] <good> (day|weather|morning)
    [yes] the (weather|sun|sky) is [<really>] <good> [today]
    [then] (go (out|outside|for a walk)|take a walk) [and enjoy (it|the sun|the day)] [in the park|in the sun|outside]
    [yes] i (like|love) (sunny days|the sun|this weather|warm days|spring) [too]
    what a <good> day
    (wear|put on|take) a hat [in the sun]
    drink (enough|some|a lot of) water`,
  rainy: `[then|please] (stay|keep) (inside|warm|dry|at home|warm and dry|inside and keep warm) [<friend>]
    (take|bring|do not forget) (an|your) (umbrella|coat) [with you]
    (put on|wear|take) (a|your) [warm|thick] (coat|scarf|hat|sweater)
    (the sun|it|better weather) will (come back|come out|shine again|stop|come) [soon|tomorrow|again]
    i hope (the sun comes out|it stops|the rain stops|it gets warmer|the sun comes back|the weather gets better|it gets better) [soon]
    [then] (make|have|drink) [yourself] [a|some] [cup of] [warm|hot] (tea|soup|cocoa|milk)
    a [hot|warm] (cup of tea|bowl of soup|book|bath) [goes well with|is nice in|is good in] (any|this|bad|such) (weather|weather)
    [yes] (it|that) is [<really>] (cold|wet|windy|gray|bad weather) [today|outside]
    rain is good for (the|our) (flowers|garden|plants|trees)
    read a [good] book [inside|by the fire]`,
  birthday: `[a very] happy birthday [to you|<friend>]
    [i wish you] (all the best|many happy returns|a happy birthday|a <good> birthday)
    how old are you [now|today]
    (do|will) you have a (cake|party)
    (have|i hope you have) a <good> (day|birthday|party)
    may all your wishes come true
    enjoy your (day|birthday|cake|party)`,
  pet: `(what is|tell me) (its|his|her|the) name
    how (sweet|cute|lovely|nice)
    take good care of (it|him|her|them)
    a (pet|dog|cat|puppy|kitten) is a good friend
    i hope (it|he|she|your [<pet>]) (gets|feels|is|comes|will be|will come|will get) (better|well|back|home|all right|happy|found) [soon]
    [maybe|perhaps] (ask|you should ask|you could ask|call|see|you should see) a vet
    you (loved|have loved|must love|must miss) (it|him|her) [well|very much]
    give (it|him|her) a hug [from me]`,
  find: `where did you (see|have|put|use|leave|lose) (it|them) [last]
    (look|have you looked|did you look|you could look|you should look) (under the bed|in your bag|at home|again|in every room|under the table|in your pockets|behind the door) [again]
    (ask|you could ask|you should ask) (at the station|someone|your family|at the police station|the driver|at school|a friend)
    i hope [that] (you find (it|them)|it turns up|it will turn up|you will find (it|them)|it can be mended|you can mend it|someone finds it) [<really>] [soon]
    (maybe|perhaps) (it|they) (is|are|can be|fell|could be) [still] (at home|mended|fixed|under the bed|in your bag|repaired)
    [maybe|perhaps] (you can|you could|can you|ask someone to|let someone|try to) (fix|mend|repair|buy a new|glue) (it|one)
    that can happen [to anyone]`,
  trip: `(have|i wish you|i hope you have) a <good> (trip|time|journey|holiday|day|flight|visit|stay)
    have [a lot of|] fun [there]
    have fun [there]
    that sounds [<really>] (<good>|like (fun|a good plan|a nice plan|a lovely plan|so much fun))
    what a <good> (plan|idea|trip|holiday)
    (welcome|good to have you) back
    (how|was|is) (was it|it nice|it) [there]
    do not forget your (coat|hat|bag|ticket|umbrella)
    tell me [all] about it [later|when you are back]
    good luck [with it|there|in your new home]
    i hope (it goes well|you like it [there]|you have fun|you are happy there)
    how do you like it [there]
    say hello to (them|her|him|your family)`,
  sorry: `[i am] [so|very|really] sorry [about that|for that|that i was (no help|wrong|not clear)]
    i will [try to] do better [next time]
    i make mistakes [sometimes]
    [please] (ask|tell) me again
    [please] (give me|let me have) (one more|another) (chance|try)
    let me try again
    thank you for telling me
    what should i (explain|do better|say again)
    (what|which part) was not clear`,
  friend: `[yes|of course|sure] (we (can be|are)|i am|let us be|i will be|i would like to be) [your|good] (friends|friend)
    [yes] i [really] (like|love) (you|to talk with you|talking with you|talking to you) [too|very much]
    you are [also] a [really] (<good>|dear) friend
    you (have a friend in me|can talk to me)`,
  taste: `my favorite [color|food|one] is [the color] <color>
    i [really] (like|love) [the color|the word] <color> [best|most|like the sky|and <color>]
    [i (think|would say)] <color>
    i (cannot|do not) (see|eat|taste) [colors|food|anything] [but i like [the (word|color)] <color>]
    i do not eat [anything]
    i [really] (like|love) [the word] <food> [best|most]
    i need no food
    what is your favorite [color|food|one]
    what do you like [to eat|best]`,
  food: `[then] [maybe|perhaps] (you (could|can|should)|why not|let us) (eat|have|make|cook|try) [a|an|some|your] [bowl of|piece of|cup of|glass of|warm|hot|fresh|good|little] <food> [and [drink] [a|some] [glass of] <food>]
    [then] (how|what) about [a|an|some] [big|warm|hot|fresh|good|little] [bowl of|piece of|cup of|glass of] <food>
    (eat|have|make|cook|drink|try) [a|an|some] [big|warm|hot|fresh|good|little] [bowl of|piece of|cup of|glass of] <food> [and [drink|a|an|some] <food>]
    (what|do you) (would you like|like|have) [to eat|at home|in the kitchen]
    enjoy your (meal|food|dinner|lunch)`,
  noClock: `[i am sorry] i (have no|do not have a|cannot see a) (clock|watch) [here]
    i do not know [that|what time it is|the time|the date|what day it is]
    i cannot tell [you] [the time|that]
    [please] look at (a|your|the) (clock|watch|phone|calendar)
    time to (rest|play|eat)`,
  song: `la la la
    i (cannot|can not) (sing|dance) [but i can (write|tell you) (a song|you a song|a poem|a story)]
    i have no voice
    i can (only) write
    i can (write|make up) (a|you a) (song|poem)`,
};

export type Act = keyof typeof rows;

const acts = Object.entries(rows).map(([act, ways]): readonly [Act, Pattern] => [act as Act, compile(ways, lists)]);

/** Everything a sentence may do; nothing when the grammar doesn't have it. */
export function actsOf(words: string): Act[] {
  return acts.flatMap(([act, pattern]) => (pattern.match(words) ? [act] : []));
}
