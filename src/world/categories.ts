/**
 * What is what: the members of every class that an open question may ask for ("Name a fruit.", "A thing of a garden",
 * "Name something round."). Small on purpose: what isn't listed isn't a right answer. Nouns are singular, without article.
 */
import { facts } from './facts.ts';
import { pluralOf, withArticle } from './inflect.ts';
import * as lexicon from './lexicon.ts';

export interface Category {
  /** "fruit", "garden thing", "round thing" */
  readonly key: string;
  /** As it stands after "Name": "a fruit", "a thing of a garden", "something round". */
  readonly asked: string;
  /** Every right answer: singular, without article. */
  readonly members: readonly string[];
  /** Whether members take "a" or "an" in a sentence: an apple, but gold, blue, Monday. */
  readonly counted: boolean;
}

/** key | members: counted nouns. The class is asked for by its key: "a bird". */
const kinds = `
bird|robin, sparrow, crow, owl, eagle, duck, goose, hen, swan, parrot, pigeon, raven, canary, flamingo, seagull, stork, penguin, chicken, turkey
fish|trout, salmon, cod, shark, herring, eel, goldfish, tuna
insect|bee, ant, wasp, moth, beetle, butterfly, fly, mosquito
animal|dog, cat, horse, cow, pig, sheep, goat, hen, duck, goose, rabbit, mouse, fox, wolf, bear, lion, tiger, monkey, elephant, donkey, deer, frog, turtle, snake, owl, crow, robin, parrot, eagle, swan, squirrel, hedgehog, beaver, otter, seal, whale, dolphin, camel, zebra, giraffe, kitten, puppy, pony, lamb, spider, bee, ant, butterfly, snail, bat, hamster, goldfish, lizard, crocodile, shark, trout, polar bear, panther, lobster, penguin, sparrow, pigeon
pet|dog, cat, rabbit, parrot, pony, kitten, puppy, hamster, goldfish, turtle, mouse, canary
farm animal|cow, pig, sheep, goat, hen, duck, goose, horse, donkey, lamb, pony, chicken, turkey, dog, cat
wild animal|fox, wolf, bear, lion, tiger, monkey, elephant, deer, snake, owl, eagle, squirrel, hedgehog, beaver, otter, seal, whale, dolphin, zebra, giraffe, crocodile, panther, polar bear, bat
reptile|snake, lizard, crocodile, turtle
fruit|apple, pear, plum, grape, cherry, lemon, peach, banana, melon, orange, strawberry, mango, blueberry, olive, fig, lime
vegetable|carrot, onion, cabbage, potato, turnip, leek, tomato, pea, cucumber, pumpkin, bean, radish
tree|oak, pine, elm, willow, birch, maple, apple tree, cherry tree, chestnut
flower|rose, tulip, daisy, lily, poppy, sunflower, violet
tool|hammer, saw, spade, axe, drill, rake, ladder, knife, screwdriver, needle, brush, shovel
vehicle|car, bus, truck, van, bike, train, plane, boat, ship, tractor, wagon, cart, sled, fire engine, tram
instrument|drum, flute, violin, piano, trumpet, harp, guitar, bell, horn, whistle
building|castle, church, barn, hotel, house, school, library, hospital, station, museum, theater, bank, factory, mill, shop, bakery, cinema, post office, fire station, stadium, office, tower
room|kitchen, bedroom, bathroom, hall, cellar, attic, garage, living room, office, classroom, workshop
toy|ball, kite, doll, drum, puzzle, toy boat, toy train, robot, top, balloon, teddy bear, whistle, skateboard
gift|book, ball, doll, kite, ring, watch, scarf, hat, puzzle, cake, flower, box of chocolates, picture, toy boat, music box, camera, necklace
piece of furniture|chair, table, bed, desk, shelf, stool, sofa, bench, lamp, cupboard, bookcase
body part|hand, foot, leg, arm, head, knee, nose, ear, back, shoulder, finger, toe, elbow, eye, chin, tooth, mouth, neck
shape|circle, square, triangle, star, heart, ring, ball, line, cross
job|doctor, nurse, teacher, baker, farmer, driver, pilot, sailor, soldier, painter, singer, writer, actor, dancer, cook, waiter, builder, plumber, carpenter, tailor, cleaner, gardener, engineer, lawyer, judge, dentist, vet, librarian, mechanic, electrician, butcher, barber, fisherman, miner, clerk, secretary, scientist, astronaut, firefighter, police officer, guard, hunter, shepherd, photographer, musician, reporter, shopkeeper, postman, architect
place|park, school, market, river, lake, beach, forest, farm, station, library, garden, bakery, church, bridge, castle, harbor, hill, village, town, shop, zoo, museum, theater, hospital, office, factory, barn, field, mill, island, cave, square, playground, post office, bank, hotel, cinema, airport, mountain, valley, pond, meadow, city
snack|apple, banana, cookie, biscuit, sandwich, pancake, muffin, carrot, pear, bun, nut
planet|Mars, Venus, Saturn, Jupiter, Earth, Mercury, Neptune`;

/** key | members that take no article. */
const masses = `
metal|iron, gold, silver, copper, tin, steel, brass, lead
drink|milk, tea, coffee, juice, lemonade, water, cocoa
sport|tennis, football, hockey, golf, rugby, swimming, running, skiing, skating, rowing, cycling, baseball, basketball
game|chess, tennis, football, cards, tag, hockey, golf, bowling, checkers
food|bread, cheese, butter, jam, honey, soup, rice, pasta, chocolate, ice cream, yogurt, porridge, toast, fish, ham, corn, stew, cake, pie, pizza, salad
school subject|math, history, music, art, science, spelling, reading, writing, geography, sport, dance, cooking
material|wood, stone, iron, glass, paper, wool, cotton, leather, silver, gold, clay, plastic, steel, brass, straw, silk, tin
language|English, French, German, Spanish, Italian, Greek, Dutch, Japanese, Chinese, Russian
season|spring, summer, autumn, winter`;

/** key | asked | members; counted nouns, unless the row starts with "*". */
const scenes = `
garden thing|a thing of a garden|rake, spade, flower, tree, bench, fence, gate, pond, hose, rose, tulip, daisy, apple tree, path, shovel, bush, wheelbarrow, bird, swing
kitchen thing|a thing of a kitchen|knife, spoon, pan, pot, plate, bowl, cup, kettle, teapot, stove, oven, sink, table, jar, fork, bottle, egg timer, apron, fridge
bathroom thing|a thing of a bathroom|towel, bath, mirror, toothbrush, sink, shower, comb, brush, bucket, bar of soap
bedroom thing|a thing of a bedroom|bed, pillow, blanket, lamp, mirror, alarm clock, chair, carpet, curtain, teddy bear
school thing|a thing of a school|pencil, pen, book, desk, notebook, chair, map, bag, ruler, blackboard, bell, classroom, teacher, student
office thing|a thing of an office|desk, pen, phone, chair, letter, stamp, envelope, computer, pencil, lamp, notebook, clock
farm thing|a thing of a farm|barn, cow, pig, tractor, hen, horse, fence, field, sheep, cart, bucket, goat, gate, duck
beach thing|a thing of a beach|shell, stone, towel, bucket, boat, umbrella, crab, ball, wave, seagull
forest thing|a thing of a forest|tree, fox, deer, owl, path, acorn, mushroom, squirrel, bush, leaf, stone, oak, pine, wolf, bear
street thing|a thing of a street|car, bus, lamp, house, shop, bike, stop sign, bench, bridge, tree, bus stop
school bag thing|something in a school bag|book, pencil, pen, notebook, ruler, sandwich, apple, map, box, key
party thing|something for a party|cake, balloon, candle, gift, song, game, mask, crown, guest, cookie
rain thing|something for the rain|umbrella, coat, hat, boot, pair of boots, raincoat
piece of clothing|a piece of clothing|coat, hat, scarf, shirt, dress, jacket, sweater, skirt, apron, cap, cloak, suit, blouse, glove, shoe, boot, belt, sock, pair of boots, pair of gloves, pair of shoes
family member|someone of a family|mother, father, sister, brother, aunt, uncle, grandmother, grandfather, cousin, son, daughter
round thing|something round|ball, coin, ring, wheel, plate, clock, apple, orange, button, balloon, drum, pea, melon, pearl, egg
soft thing|something soft|pillow, blanket, kitten, feather, scarf, sweater, towel, teddy bear, lamb, sofa
hard thing|something hard|stone, brick, nail, hammer, coin, helmet, nut, bone, shell
sharp thing|something sharp|knife, needle, saw, nail, axe, tooth, pin, sword
hot thing|something hot|stove, oven, fire, kettle, candle, iron, cup of tea, bowl of soup
cold thing|something cold|snowball, fridge, snowman, ice skate, icicle, cellar
sweet thing|something sweet|cake, cookie, pie, strawberry, banana, muffin, pear, peach, melon, plum
small thing|something small|coin, ring, button, ant, bee, needle, nail, stamp, pea, mouse, acorn, key, snail
big thing|something big|house, elephant, whale, castle, mountain, ship, tree, bus, bridge, truck, tower, train
flying thing|something that flies|bird, plane, kite, bee, butterfly, owl, eagle, crow, bat, balloon, moth, wasp, duck, swan, robin
swimming thing|something that swims|fish, duck, whale, dolphin, seal, shark, trout, swan, frog, otter, salmon, turtle, goose
loud thing|something loud|drum, bell, trumpet, whistle, fire engine, alarm clock, train, radio, storm
thing to read|something to read|book, letter, newspaper, map, poem, note, story, notebook, sign
thing with wheels|something with wheels|car, bus, bike, truck, van, train, cart, wagon, skateboard, tractor, wheelbarrow, tram
thing made of wood|something made of wood|table, chair, door, pencil, stool, shelf, desk, ladder, boat, bench, spoon, violin
thing made of glass|something made of glass|window, bottle, jar, mirror, lamp, bulb, vase
thing made of paper|something made of paper|book, letter, map, newspaper, stamp, ticket, envelope, notebook, kite, card
* red thing|something red|blood, tomato, strawberry, ruby, brick, fire engine, lobster, stop sign, cherry, rose, poppy
* green thing|something green|grass, frog, leaf, spinach, cucumber, emerald, moss, pea, olive, lime, tree
* white thing|something white|snow, salt, cotton, rice, flour, polar bear, cream, pearl, ivory, milk, swan, sugar
* black thing|something black|coal, soot, tar, raven, panther, ink, crow
* blue thing|something blue|sky, sea, sapphire, blueberry, ink
* yellow thing|something yellow|butter, sun, corn, canary, sunflower, mustard, lemon, banana
* brown thing|something brown|chocolate, mud, chestnut, toast, bark, bear, coffee
* gray thing|something gray|elephant, ash, dolphin, concrete, fog, mouse, stone
* name for a cat|a name for a cat|Rex, Bella, Lucky, Daisy, Spot, Sandy, Misty, Rusty, Toby, Ginger, Sunny, Pepper, Shadow, Buddy
* name for a dog|a name for a dog|Rex, Bella, Lucky, Daisy, Spot, Sandy, Misty, Rusty, Toby, Ginger, Sunny, Pepper, Shadow, Buddy`;

const cells = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((row) => row.split('|'));
const names = (text = ''): string[] => text.split(', ');

/** Small numbers in words, as an open question wants them. */
const numberWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

const plain = (key: string, members: readonly string[], counted = false): Category => ({
  key,
  asked: withArticle(key),
  members,
  counted,
});

export const categories: readonly Category[] = [
  ...cells(kinds).map(([key = '', members]) => plain(key, names(members), key !== 'planet')),
  ...cells(masses).map(([key = '', members]) => plain(key, names(members))),
  ...cells(scenes).map(([key = '', asked = '', members]) => ({
    key: key.replace('* ', ''),
    asked,
    members: names(members),
    counted: !key.startsWith('* '),
  })),
  plain('color', [...lexicon.colors, 'gold', 'silver', 'violet']),
  plain('day of the week', lexicon.weekdays),
  plain('month', lexicon.months),
  plain('number', numberWords),
  plain('hobby', lexicon.hobbies),
  plain('feeling', names('joy, fear, love, anger, hope, pride, envy, hate, grief')),
  plain("girl's name", lexicon.femaleNames),
  plain("boy's name", lexicon.maleNames),
  plain('city', capitalsOf('answer')),
  plain('country', capitalsOf('subject')),
];

/** Subjects of color facts by their bare noun: "sky" → "the sky". */
const colored: ReadonlyMap<string, string> = new Map(
  facts.filter(({ relation }) => relation === 'colour').map(({ subject }) => [bareNoun(subject), subject]),
);
const countedNouns: ReadonlySet<string> = new Set(
  categories.filter(({ counted }) => counted).flatMap(({ members }) => members),
);

const byKey: ReadonlyMap<string, Category> = new Map(categories.map((category) => [category.key, category]));

export function categoryOf(key: string): Category | undefined {
  return byKey.get(key);
}

/** Is a noun (with or without article, singular or plural, any capitals) a right answer? */
export function isMember(category: Category, noun: string): boolean {
  const bare = bareNoun(noun);
  return category.members.some((member) => {
    const known = bareNoun(member);
    return known === bare || pluralOf(known) === bare;
  });
}

/** A member as it stands in a sentence: "a rake", "gold", "the sky". */
export function memberPhrase(category: Category, member: string): string {
  if (category.counted) return withArticle(member);
  if (!category.key.endsWith(' thing')) return member;
  return colored.get(member) ?? (countedNouns.has(member) ? withArticle(member) : member);
}

/** "A lamp" → "lamp". */
function bareNoun(noun: string): string {
  return noun
    .trim()
    .toLowerCase()
    .replace(/^(?:an?|the|some|my) /, '');
}

function capitalsOf(side: 'answer' | 'subject'): string[] {
  return facts.filter(({ relation }) => relation === 'capital').map((fact) => fact[side].replace(/^the /, ''));
}
