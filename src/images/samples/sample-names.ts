/**
 * What the sample pictures show, and the code point that names each one's file. The first twelve
 * of a list are the clearest: the small sets take only those.
 */
type CodePoints = Readonly<Record<string, string>>;

export const ANIMAL_FACES = {
  'dog-face': '1f436',
  'cat-face': '1f431',
  'mouse-face': '1f42d',
  'rabbit-face': '1f430',
  'fox-face': '1f98a',
  'bear-face': '1f43b',
  'panda-face': '1f43c',
  'koala-face': '1f428',
  'tiger-face': '1f42f',
  'lion-face': '1f981',
  'cow-face': '1f42e',
  'pig-face': '1f437',
  'monkey-face': '1f435',
  'wolf-face': '1f43a',
  'raccoon-face': '1f99d',
  'hamster-face': '1f439',
  'polar-bear-face': '1f43b-200d-2744-fe0f',
  'frog-face': '1f438',
  'horse-face': '1f434',
  'unicorn-face': '1f984',
  'boar-face': '1f417',
  'moose-face': '1face',
  'dragon-face': '1f432',
  'laughing-cat-face': '1f638',
} as const satisfies CodePoints;

export const BIRDS = {
  rooster: '1f413',
  chick: '1f424',
  'red-bird': '1f426',
  penguin: '1f427',
  dove: '1f54a-fe0f',
  eagle: '1f985',
  duck: '1f986',
  swan: '1f9a2',
  owl: '1f989',
  flamingo: '1f9a9',
  parrot: '1f99c',
  goose: '1fabf',
  'black-bird': '1f426-200d-2b1b',
  peacock: '1f99a',
  turkey: '1f983',
  dodo: '1f9a4',
  'chick-from-the-front': '1f425',
  'hatching-chick': '1f423',
  'chicken-head': '1f414',
} as const satisfies CodePoints;

export const VEHICLES = {
  'red-car': '1f697',
  taxi: '1f695',
  'police-car': '1f693',
  bus: '1f68c',
  ambulance: '1f691',
  'fire-engine': '1f692',
  'delivery-van': '1f69a',
  lorry: '1f69b',
  tractor: '1f69c',
  motorcycle: '1f3cd-fe0f',
  bicycle: '1f6b2',
  'steam-locomotive': '1f682',
  'blue-car': '1f699',
  'pickup-truck': '1f6fb',
  minibus: '1f690',
  trolleybus: '1f68e',
  'racing-car': '1f3ce-fe0f',
  'motor-scooter': '1f6f5',
  'auto-rickshaw': '1f6fa',
  'kick-scooter': '1f6f4',
  'railway-carriage': '1f683',
  'tram-carriage': '1f68b',
  tram: '1f68a',
  'bus-from-the-front': '1f68d',
} as const satisfies CodePoints;

export const FRUIT = {
  'red-apple': '1f34e',
  banana: '1f34c',
  orange: '1f34a',
  lemon: '1f34b',
  pear: '1f350',
  peach: '1f351',
  cherries: '1f352',
  strawberry: '1f353',
  grapes: '1f347',
  watermelon: '1f349',
  pineapple: '1f34d',
  kiwi: '1f95d',
  'green-apple': '1f34f',
  mango: '1f96d',
  melon: '1f348',
  blueberries: '1fad0',
  coconut: '1f965',
} as const satisfies CodePoints;

export const VEGETABLES = {
  carrot: '1f955',
  broccoli: '1f966',
  aubergine: '1f346',
  potato: '1f954',
  maize: '1f33d',
  chilli: '1f336-fe0f',
  pepper: '1fad1',
  cucumber: '1f952',
  lettuce: '1f96c',
  garlic: '1f9c4',
  onion: '1f9c5',
  peas: '1fadb',
  'sweet-potato': '1f360',
  ginger: '1fada',
} as const satisfies CodePoints;

export const BUGS = {
  ant: '1f41c',
  bee: '1f41d',
  butterfly: '1f98b',
  ladybird: '1f41e',
  beetle: '1fab2',
  cricket: '1f997',
  cockroach: '1fab3',
  mosquito: '1f99f',
  fly: '1fab0',
  caterpillar: '1f41b',
  spider: '1f577-fe0f',
  scorpion: '1f982',
  worm: '1fab1',
  snail: '1f40c',
} as const satisfies CodePoints;

export const HAPPY_FACES = {
  grinning: '1f600',
  'slight-smile': '1f642',
  'smiling-eyes': '1f60a',
  beaming: '1f601',
  'laughing-out-loud': '1f606',
  'tears-of-joy': '1f602',
  'rolling-with-laughter': '1f923',
  winking: '1f609',
  'star-eyes': '1f929',
  'heart-eyes': '1f60d',
  halo: '1f607',
  sunglasses: '1f60e',
  'savouring-food': '1f60b',
  hugging: '1f917',
  relieved: '1f60c',
  'tongue-out': '1f61b',
} as const satisfies CodePoints;

export const UNHAPPY_FACES = {
  frowning: '1f641',
  disappointed: '1f61e',
  worried: '1f61f',
  crying: '1f622',
  'crying-loudly': '1f62d',
  weary: '1f629',
  tired: '1f62b',
  angry: '1f620',
  'red-with-anger': '1f621',
  anguished: '1f627',
  fearful: '1f628',
  screaming: '1f631',
  confounded: '1f616',
  persevering: '1f623',
  pleading: '1f97a',
  pensive: '1f614',
} as const satisfies CodePoints;

export const SMILEYS = {
  ...HAPPY_FACES,
  'winking-tongue-out': '1f61c',
  'upside-down': '1f643',
  nerd: '1f913',
  kissing: '1f617',
  thinking: '1f914',
  sleeping: '1f634',
  astonished: '1f632',
  crying: '1f622',
} as const satisfies CodePoints;

export const AIRCRAFT = {
  airliner: '2708-fe0f',
  'small-plane': '1f6e9-fe0f',
  'taking-off': '1f6eb',
  landing: '1f6ec',
  helicopter: '1f681',
  rocket: '1f680',
  'flying-saucer': '1f6f8',
} as const satisfies CodePoints;

export const BOATS = {
  sailboat: '26f5',
  canoe: '1f6f6',
  speedboat: '1f6a4',
  'motor-boat': '1f6e5-fe0f',
  ferry: '26f4-fe0f',
  'cruise-liner': '1f6f3-fe0f',
  ship: '1f6a2',
  'rowing-boat': '1f6a3',
} as const satisfies CodePoints;

export const CARS = {
  'red-car': '1f697',
  'red-car-from-the-front': '1f698',
  'blue-car': '1f699',
  taxi: '1f695',
  'taxi-from-the-front': '1f696',
  'police-car': '1f693',
  'police-car-from-the-front': '1f694',
  'pickup-truck': '1f6fb',
  'racing-car': '1f3ce-fe0f',
  minibus: '1f690',
} as const satisfies CodePoints;

/** One picture, by what it shows; the words for it are in `SampleWords`. */
export type SampleName =
  | keyof typeof ANIMAL_FACES
  | keyof typeof BIRDS
  | keyof typeof VEHICLES
  | keyof typeof FRUIT
  | keyof typeof VEGETABLES
  | keyof typeof BUGS
  | keyof typeof HAPPY_FACES
  | keyof typeof UNHAPPY_FACES
  | keyof typeof SMILEYS
  | keyof typeof AIRCRAFT
  | keyof typeof BOATS
  | keyof typeof CARS;
