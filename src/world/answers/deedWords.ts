/**
 * What advice on a benign deed is about: words that speak of how it is done. One row a deed of deeds.ts: deed | words. Advice
 * fits a deed when its words are these, the deed's own, those of deedTips.ts, or words any advice may have.
 */
const rows = `
steal the show|sing loudly smile everyone dance joke stage bright clothes practice shine laugh act play song
break a record|train day never give up run jump faster further hard try practice week strong rest
win a race|run morning sleep well train fast shoes start breathe legs practice strong finish hard
bake a cake|mix egg flour sugar butter milk warm oven bowl stir pan hour bake recipe cool
kick a ball|look ball swing leg foot aim goal run hard shoe
hit a ball|hold bat firmly watch ball swing hand eye racket arm
wash a car|warm water soap soft cloth bucket sponge rinse dry clean window
pick a flower|cut low put water garden stem vase gently scissors choose morning
burn a candle|put plate light care match safe paper table watch dark
save some money|put coin jar week spend less bank box penny buy month keep
tell a story|who was there what went wrong begin start end hero once listen voice slowly
fix a toy|glue wait dry screw tape part broken piece hammer small
throw a ball to a friend|look friend throw softly aim arm hand high catch
break into a smile|think something funny happy joke friend mouth face laugh good
find a bank|walk square ask friendly person street map town look sign
dig a well|choose low place strong spade deep hole water earth rope bucket ground
help a friend|listen first ask needed kind time share carry work
charge a phone|plug wait hour cable wall socket power
cut down on sugar|drink water eat fresh fruit less sweet tea cake candy apple
kill time|read good book take walk game music song draw nap music
shoot a film|write story first ask friend act camera light scene film play
sew a purse|strong cloth needle thread cut button stitch pin sew leather
calm a baby|hold gently sing quiet song rock soft voice milk arm sleep warm
plan a party|choose day write guest bake cake music list friend game food invite
catch a bus|be bus stop five minutes early time ticket run wait street look
learn a card trick|practice slowly front mirror hand cards watch friend
thank a girl|tell what did well smile card flower say kind letter note gift
pull a rope|hold both hands lean back foot strong tight glove
write a book|write one page every day story idea plan pen paper begin quiet chapter
write a letter to a friend|begin kind word tell news paper pen ask end name stamp envelope
buy apples from a farm|go early take big basket money farmer ask price bag fresh
push a cart up a hill|small steps rest often lean slowly both hands strong
beat an egg|break bowl stir fast fork whisk shell salt
read a book|find quiet chair good lamp candle page light choose library slowly
sail a boat|learn ropes watch wind sail water lake vest weather
feed a kitten|fresh water little food bowl milk spoon small often warm
take a note in class|write down few words pen paper listen teacher notebook important short
skip a rope|jump toes turn hands feet high time swing wrist
play cards|mix give five everyone table friend rules win turn deal
keep a promise|write down think every day remember do say time word
mend a lamp|pull plug first then change bulb wire new screw switch
break the ice at a party|ask someone hobby smile joke name game music talk hello
start a fire in a stove|dry paper small sticks wood match air light close door
start a club|find three friends choose name meet rules place day week idea
spread butter on toast|let get soft first knife thin warm edge bread
dry a plate|rub clean towel soft cloth rack air water
slap paint on a wall|big brush old clothes bucket color roller tape floor
trap the heat in a room|close door windows curtain warm stove rug
wave to a neighbor|lift hand smile arm high hello look window
pay a fare|give driver coins take ticket money card bus count
water a garden|go early sun hot can hose morning evening plant root dry
spit out a seed|use napkin polite hand bowl tongue paper
jump over a puddle|short run high far legs land shoe step
hide an Easter egg|put under bush garden grass behind tree box basket flower pot
sell an old watch|clean ask fair price shop market buyer show friend
pick a color for a door|look house choose like wall paint bright garden blue red green
make a kite|need paper two sticks long string glue tail tie wind cut
walk a dog|take leash park slowly water bag ball collar morning
blow up a balloon|deep breath slowly tie mouth end stretch air
tell a joke to a friend|keep short wait laugh funny smile end timing
train a runner|start short runs rest sunday week longer water shoes slowly
polish a car|use wax soft cloth wash rub slowly dry shine circle
paint a wall in blue|clean wall use wide brush tape paint roller bucket dry old clothes
climb up a hill|wear good shoes water slowly rest path stick step
cheer up a shy boy|kind ask play smile game joke listen gently
check a friend's homework|read slowly mark what wrong pencil ask help right answer
let the air into a room|open two windows door curtain wide fresh
clean a school|sweep floors wash windows broom water soap dust bucket mop desk
grow a plant|give light water good soil pot sun seed earth window
count sheep|close eyes slowly bed number one sleep quiet dark`;

/** Deed in its base form → words. */
export const deedWords: ReadonlyMap<string, readonly string[]> = toMap(rows);

/** Words any advice may have. */
export const adviceWords: readonly string[] =
  'first then next after before last start begin end need take use get make put try keep go do be have careful carefully care slowly gently well good nice time thing step little lot practice help ask friend someone day every easy best sure enough patient ready easily finally plan find choose give look want right way learn together also always never fun enjoy remember do-not safe safely simple'.split(
    ' ',
  );

/** Rows of "name | words". */
export function toMap(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    text
      .trim()
      .split('\n')
      .map((row): [string, readonly string[]] => {
        const [name = '', words = ''] = row.split('|');
        return [name, words.split(' ')];
      }),
  );
}
