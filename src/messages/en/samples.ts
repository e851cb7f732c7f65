import type { SampleWords } from '../../images/samples/samples';

/** What the sample sets are called, and the classes and pictures in them. */
export const samples: SampleWords = {
  set: {
    starter: 'Starter',
    'zoo-and-garage': 'Zoo and garage',
    'fruit-or-vegetables': 'Fruit or vegetables',
    'air-water-road': 'Air, water, road',
    'happy-or-not': 'Happy or not',
  },
  class: {
    'animal-faces': 'animal faces',
    birds: 'birds',
    bugs: 'bugs',
    vehicles: 'vehicles',
    fruit: 'fruit',
    vegetables: 'vegetables',
    smileys: 'smileys',
    aircraft: 'aircraft',
    boats: 'boats',
    cars: 'cars',
    happy: 'happy',
    unhappy: 'unhappy',
  },
  // The names are English words as they are.
  picture: (name) => name,
};
