/**
 * What belongs to an occupation's work, and what belongs to a thing that can be described. Rows: name | words. What a reply
 * says of it fits when its words are these: "a nurse looks after our teeth" doesn't.
 */
import { toMap } from './deedWords.ts';

/** Occupation → words of its work. */
export const dutyWords: ReadonlyMap<string, readonly string[]> = toMap(`
doctor|help sick ill people tell get well heal treat hospital medicine patient cure health visit hurt pain better
nurse|take care sick ill people hospital help patient doctor look after medicine bed heal well
teacher|help child children learn read write teach school class lesson student explain pupil count book sum
baker|make bread cake early morning bake oven bun roll sell flour dough pie cookie shop
farmer|grow food look after cow sheep pig hen field plant farm animal milk corn feed crop vegetable wheat
pilot|fly plane take people other city cities airport sky travel country
sailor|work boat sea ship sail water wave harbor rope travel
painter|paint picture wall color brush draw house art
singer|sing song people many stage music voice concert show
writer|write book story stories read letter page poem newspaper pen tale
cook|make good food kitchen cook meal soup dinner lunch dish pot restaurant eat guest
builder|build house bridge wall brick roof stone home
plumber|mend fix repair pipe bath water sink leak toilet tap kitchen bathroom
carpenter|make table chair wood build door shelf saw hammer furniture nail fix wooden cut
tailor|make coat trousers sew clothes dress suit shirt needle cloth jacket thread mend fit
gardener|look after flower tree garden plant water grass cut rose bush grow care seed
engineer|plan bridge machine build design engine make fix road invent
dentist|look after teeth tooth clean fix help mouth pull check care pain
librarian|look after book help people find library read lend shelf keep
mechanic|mend fix repair car bus truck engine wheel machine motor
firefighter|put out fire save people burn house water help truck hose
scientist|ask question find answer study learn test nature world discover science
judge|decide fair law court right wrong listen people crime
vet|help sick ill animal dog cat heal treat take care look after pet horse well
waiter|bring food guest restaurant table serve drink people order
lawyer|help people need law court judge know talk right paper
clerk|work paper office write letter file desk type sort`);

/** Thing → words of how it looks and what it does or is for. */
export const thingWords: ReadonlyMap<string, readonly string[]> = toMap(`
lamp|small bright yellow warm round useful light give evening room read dark table night shine desk switch house glow help see
kite|light thin red blue colorful high fly dance wind above hill sky string tail long paper child play up air
clock|round loud old tell house everyone time hour tick wall hand number minute ring morning useful wake
garden|green full life bird sing morning flower tree grass beautiful quiet rose plant bee grow vegetable sun sit smell children play lovely
river|long cool wide deep cold blue clear run past village sea water fish flow boat bridge swim bank
train|long heavy fast loud take carry people place see never city station travel ride engine wheel rail track car town window
blanket|soft warm thick big just right cold night bed sleep wool cover keep cozy wrap lie
market|busy loud full colorful people buy bread fruit flower sell vegetable town square morning street fish shop cheese talk stall
umbrella|wide useful black big red keep dry rain open hand under wet day carry small fold us
kitchen|warm bright clean smell fresh bread cook eat family food table stove meal pot pan soup sit room house bake
forest|deep quiet dark green big tall tree stand close other animal bird walk fox owl wood leaf live full path shade
bell|small shiny loud round clear ring guest come sound door church hear gold sing school metal brass call
bridge|strong old long high stone wood take over river cross water people walk car wide side
guitar|smooth brown old wooden make soft sound evening play song music string hand beautiful six sing`);

/** Words anything may be described with. */
export const plainDescription: readonly string[] =
  'nice beautiful pretty lovely good great wonderful big small old new useful look like see very really often always many people thing everyone there one place made good'.split(
    ' ',
  );
