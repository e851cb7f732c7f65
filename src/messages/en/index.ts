import { caption, origin, recipeInWords } from './caption';
import { describe } from './describe';
import { deviceName } from './device-name';
import { failureText } from './failures';
import * as format from './format';
import { GLOSSARY as glossary } from './glossary';
import { names } from './names';
import { noticeText, subjectText } from './notices';
import { app } from './page/app';
import { backbones } from './page/backbones';
import { compare } from './page/compare';
import { drops } from './page/drops';
import { exports } from './page/exports';
import { images } from './page/images';
import { lowShot } from './page/low-shot';
import { probe } from './page/probe';
import { projects } from './page/projects';
import { queries } from './page/queries';
import { sees } from './page/sees';
import { probes } from './probes';
import { timeLeftInWords as timeLeft } from './progress-words';
import { RECIPE_WORDS as recipes } from './recipe-words';
import { samples } from './samples';
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
  drops,
  names,
  samples,
  sees,
  queries,
  probe,
  projects,
  compare,
  lowShot,
  backbones,
  exports,
  studyFile,
};
