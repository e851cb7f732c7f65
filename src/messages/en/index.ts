import { app } from './app';
import { backbones } from './backbones';
import { compare } from './compare';
import { describe } from './describe';
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
  describe,
  app,
  images,
  sees,
  queries,
  probe,
  compare,
  backbones,
  exports,
};
