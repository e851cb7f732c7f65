import { app } from './app';
import { backbones } from './backbones';
import { compare } from './compare';
import { exports } from './exports';
import { failureText } from './failures';
import { GLOSSARY as glossary } from './glossary';
import { images } from './images';
import { noticeText } from './notices';
import { probe } from './probe';
import { probes } from './probes';
import { timeLeftInWords as timeLeft } from './progress-words';
import { queries } from './queries';
import { RECIPE_WORDS as recipes } from './recipe-words';
import { sees } from './sees';

/** Every word that the page says, in English. */
export const en = {
  failureText,
  noticeText,
  glossary,
  probes,
  recipes,
  timeLeft,
  app,
  images,
  sees,
  queries,
  probe,
  compare,
  backbones,
  exports,
};
