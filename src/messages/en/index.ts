import { app } from './app';
import { backbones } from './backbones';
import { caption, origin, recipeInWords } from './caption';
import { compare } from './compare';
import { describe } from './describe';
import { deviceName } from './device-name';
import { exports } from './exports';
import { failureText } from './failures';
import * as format from './format';
import { GLOSSARY as glossary } from './glossary';
import { images } from './images';
import { names } from './names';
import { noticeText, subjectText } from './notices';
import { probe } from './probe';
import { probes } from './probes';
import { timeLeftInWords as timeLeft } from './progress-words';
import { queries } from './queries';
import { RECIPE_WORDS as recipes } from './recipe-words';
import { samples } from './samples';
import { sees } from './sees';
import { studyFile } from './study-file';

/** Every word that the page says, in English. */
export const en = {
  failureText,
  noticeText,
  format,
  subjectText,
  deviceName,
  glossary,
  probes,
  recipes,
  timeLeft,
  caption: { picture: caption, origin, recipe: recipeInWords },
  describe,
  app,
  images,
  names,
  samples,
  sees,
  queries,
  probe,
  compare,
  backbones,
  exports,
  studyFile,
};
