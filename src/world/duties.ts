/** What people of an occupation do, one plain predicate each: "A baker makes bread and cakes." */
const rows = `
doctor|helps sick people get well
nurse|takes care of sick people in a hospital
teacher|helps children learn to read and write
baker|makes bread and cakes early in the morning
farmer|grows food and looks after cows and sheep
driver|drives a bus or a car all day
pilot|flies planes and takes people to other cities
sailor|works on a ship at sea
soldier|guards the country
painter|paints pictures and walls
singer|sings songs for many people
writer|writes books and stories
actor|plays people in films and plays
dancer|dances on a stage
cook|makes good food in a kitchen
waiter|brings food to the guests
builder|builds houses and bridges
plumber|mends pipes and baths
carpenter|makes tables and chairs out of wood
tailor|makes coats and suits
cleaner|cleans rooms and windows
gardener|looks after flowers and trees
engineer|plans bridges and machines
lawyer|helps people who need the law
judge|decides what is fair
dentist|looks after our teeth
vet|helps sick animals
librarian|looks after books and helps people find them
mechanic|mends cars and buses
electrician|puts lights and wires into houses
butcher|cuts and sells meat
barber|cuts hair
fisherman|catches fish
miner|digs for coal and gold
clerk|works with papers in an office
secretary|writes letters and answers the phone
scientist|asks questions and finds answers
astronaut|flies into space
firefighter|puts out fires and saves people
police officer|keeps people safe and catches thieves
guard|watches a gate or a building
hunter|hunts animals in the forest
shepherd|looks after sheep
photographer|takes photos of people and places
musician|plays an instrument
reporter|writes about what happens in the world
shopkeeper|sells things in a shop
postman|brings letters to people
architect|draws plans for houses
student|learns and reads many books`;

/** occupation → its predicate */
export const duties: ReadonlyMap<string, string> = new Map(
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [job = '', duty = ''] = row.split('|');
      return [job, duty];
    }),
);
