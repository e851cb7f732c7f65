import type { ImportQuestion } from '../../../backbones/import/question';
import type { TokenFacts } from '../../../backbones/import/token-facts';
import type { Dims } from '../../../vocabulary/models';
import {
  FAMILY_WORDS,
  PIXEL_PRESET_WORDS,
  PRECISION_NAMES,
  paperNote,
  resizeLabel,
} from '../backbone-catalogue';
import { prefixInWords, sizeInWords, tokensInWords } from '../facts-in-words';
import { failureParts } from '../failures';
import { count, megabytes, percent } from '../format';
import { shapeText } from '../model-facts';
import { importStage, switchStage } from '../progress-words';

/** The dialog in which backbones are chosen, and everything about backbones elsewhere. */
export const backbones = {
  // What is said of a backbone
  families: FAMILY_WORDS,
  paperNote,
  precisions: PRECISION_NAMES,
  tokens: tokensInWords,
  prefix: prefixInWords,
  size: sizeInWords,
  width: (width: number) => `width ${width}`,
  licenceUnknown: 'Licence: not known',

  // The dialog
  title: 'Backbones',
  titleOfOwn: 'Your own backbone',
  close: 'Close',
  promise: (host: string) =>
    `A download comes from ${host} and is kept in this browser. Your images never leave this machine.`,
  promiseOfOwn: 'The file stays on this machine, and so do your images.',
  inThisPage: 'In this page',
  yours: 'Yours',
  onTheHub: 'On the hub',

  // An entry
  precision: 'Precision',
  precisionOf: (label: string) => `Precision of ${label}`,
  take: { text: 'Use', label: (backbone: string) => `Use ${backbone}` },
  download: {
    text: 'Download and use',
    label: (backbone: string) => `Download and use ${backbone}`,
  },
  forget: (label: string) => `Forget ${label}`,
  forgetHint: 'Forget it, with its file and its tokens',
  state: {
    inUse: 'In use',
    switching: 'On its way',
    inPage: 'Comes with this page',
    inBrowser: 'Kept in this browser',
    toDownload: (bytes: number | null) =>
      bytes === null ? 'To be downloaded' : `${megabytes(bytes)} to download`,
    notHere: 'Not kept: drop its file again',
  },

  // A switch from one to another
  switchStage,
  importStage,
  share: percent,
  failed: (label: string) => `${label} could not be had`,
  waits: (file: string) => `${file} waits for you`,
  show: 'Show',
  cancel: 'Cancel',
  askAgain: 'Ask again',
  useChanged: 'Use the changed file',
  dismiss: 'Dismiss',

  // What the browser keeps
  kept: {
    title: 'Kept in this browser',
    size: megabytes,
    /** A person's own name for a backbone before the name of its file. */
    named: (own: string, file: string) => `${own}, ${file}`,
    inUse: 'in use',
    inUseHint: 'In use: choose another backbone first',
    delete: (file: string) => `Delete ${file}`,
    deleteHint: 'Delete the file',
    tokens: (images: number) => `<keptTokens>Tokens</keptTokens> of ${count(images, 'image')}`,
    deleteTokens: 'Delete all kept tokens',
    deleteTokensHint: 'Delete: they are made again when they are needed',
    nothing: 'Nothing yet. Downloads and tokens are kept here, so that going back is instant.',
  },

  // A model of the person's own
  own: {
    title: 'Your own',
    drop: 'Drop an <strong>.onnx</strong> file here, with its <externalData>.onnx_data</externalData> if it has one.',
    chooseFiles: 'Choose files',
    address: 'Hub id or address',
    addressExample: 'owner/name',
    add: 'Add',
  },
  question: {
    /** `model` stands for the file's name. */
    title: (question: ImportQuestion) =>
      question.about === 'output'
        ? 'Which output of <model></model> holds its <tokens>tokens</tokens>?'
        : `<model></model> puts ${count(question.prefixTokens, 'token')} before its patches. Is the first of them <cls>[CLS]</cls>?`,
    answer: 'Answer',
    outputNote: (dims: Dims) =>
      `${shapeText(dims)}: images, tokens, width. The last one before pooling is usual.`,
    yes: 'Yes',
    yesNote: 'The others are registers. It can be probed by itself.',
    no: 'No',
    noNote: 'All of them are registers, and none is probed.',
    goOn: 'Go on',
  },
  shown: {
    name: 'Name',
    confirm: 'Use this model',
    note: 'Your images and their classes stay.',
    takes: 'Takes',
    patch: 'Patch',
    square: (pixels: number) => `${pixels} × ${pixels} pixels`,
    gives: 'Gives',
    givesTokens: ({ grid, width }: Pick<TokenFacts, 'grid' | 'width'>) =>
      `${tokensInWords({ grid: { height: grid, width: grid } })}, each of ${width} numbers`,
    beforeThem: 'Before them',
    output: 'Output',
    speed: 'Speed',
    milliseconds: (milliseconds: number) => `${Math.round(milliseconds)} ms for this image`,
    size: 'Size',
    bytes: megabytes,
    tokensAlt: 'Its tokens as colours',
    captionOfImage:
      'Parts of the image that belong together should have one <tokenColours>colour</tokenColours>. Noise, or one colour everywhere, means that the pixels below are wrong.',
    captionOfPattern:
      'There is no image yet, so a pattern was run. Its places have a <tokenColours>colour</tokenColours>; add images first to judge by them.',
    colours: 'Colours',
    presets: PIXEL_PRESET_WORDS,
    crop: 'Crop',
    resize: resizeLabel,
  },
  unusable: {
    title: 'This file can’t be used',
    parts: failureParts,
    aboutCommand:
      'Run it in a copy of this program, on your own machine, with the name that the model has in timm or transformers.',
    back: 'Back to all backbones',
  },
  command: {
    copy: 'Copy',
    copied: 'Copied',
    copyByHand: 'Select the line to copy it',
  },
};
