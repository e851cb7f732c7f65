import { app } from './app';
import { backbones } from './backbones';
import { caption, origin, recipeInWords } from './caption';
import { compare } from './compare';
import { describeState } from './describe-state';
import { entryInSentence, entryName, entrySetting, entryTag } from './entry-name';
import { exports } from './exports';
import { failureText } from './failures';
import * as format from './format';
import { GLOSSARY as glossary } from './glossary';
import { images } from './images';
import { noticeText, subjectText } from './notices';
import { probe } from './probe';
import { probes } from './probes';
import { queries } from './queries';
import { sees } from './sees';

/** Every word that the page says, in English. */
export const en = {
  failureText,
  noticeText,
  subjectText,
  format,
  glossary,
  probes,
  /** A probe with the settings that matter. */
  entry: {
    name: entryName,
    setting: entrySetting,
    inSentence: entryInSentence,
    tag: entryTag,
  },
  caption: { picture: caption, origin, recipe: recipeInWords },
  describe: { state: describeState, deletedClass: 'a deleted class' },
  app,
  images,
  sees,
  queries,
  probe,
  compare,
  backbones,
  exports,
};
