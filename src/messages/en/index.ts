import { app } from './app';
import { backbones } from './backbones';
import { compare } from './compare';
import { entryInSentence, entryName, entrySetting, entryTag } from './entry-name';
import { exports } from './exports';
import { failureText } from './failures';
import * as format from './format';
import { GLOSSARY as glossary } from './glossary';
import { images } from './images';
import { noticeText } from './notices';
import { probe } from './probe';
import { queries } from './queries';
import { sees } from './sees';

/** Every word that the page says, in English. */
export const en = {
  failureText,
  noticeText,
  format,
  glossary,
  entry: {
    name: entryName,
    setting: entrySetting,
    inSentence: entryInSentence,
    tag: entryTag,
  },
  app,
  images,
  sees,
  queries,
  probe,
  compare,
  backbones,
  exports,
};
