import type { Backbone } from '../../../backbones/backbone';
import type { AppState, DeviceStatus } from '../../../state/slices/types';
import { deviceName } from '../device-name';
import { tokensInWords } from '../facts-in-words';
import { count, percent } from '../format';

/** The page around its rooms: places, header, help, the first sight of it, messages. */
export const app = {
  /** The three places that a phone shows one at a time. */
  places: 'Places',
  place: { images: 'Images', sees: 'Sees', probe: 'Probe' },

  /** What the middle place shows. */
  view: 'View',
  views: {
    image: 'One image',
    query: 'One query',
    queries: 'All queries',
    comparison: 'Comparison',
  },

  /** A part of the page, or all of it, that failed to show. */
  stopped: {
    part: (failure: string) =>
      `This part of the page stopped: ${failure} Everything else goes on, and nothing is lost.`,
    whole: (failure: string) => `The page stopped: ${failure} Your images are still here.`,
    notStarted: (failure: string) =>
      `The page could not start: ${failure} Reload it; should that not help, use another browser.`,
    /** `times`: how often it has been tried again. */
    stillFails: (times: number) =>
      `${times === 1 ? 'It was tried again and failed again.' : `It was tried again ${times} times and failed each time.`} Save what you have, then reload the page.`,
    again: 'Try again',
    reload: 'Reload the page',
    save: 'Save what I have',
    saving: 'Gathering the files…',
    saved: (images: number, unreadable: readonly string[]) =>
      unreadable.length === 0
        ? `Saved ${count(images, 'image')}, with classes and settings.`
        : `Saved ${count(images, 'image')}, with classes and settings. The browser could not read ${unreadable.join(', ')}.`,
    notSaved: (failure: string) => `Nothing was saved: ${failure}`,
    /** What the saved file is called; the date makes it one of several. */
    fileName: (date: string) => `probe-playground-${date}.zip`,
    details: 'Details to copy',
    copy: 'Copy',
    copied: 'Copied.',
    /** Where the browser copies nothing by itself. */
    selected: 'Selected: copy it with Ctrl+C or ⌘C.',
  },

  /** A part of the page whose script did not come. */
  notLoaded: {
    sentence:
      'This part of the page did not load. The connection may be down: then try again. Or the page was renewed on its server since you opened it: then reload it; your images are kept.',
    again: 'Try again',
    reload: 'Reload the page',
  },

  /** In a browser that can't show the page. */
  lacking: {
    title: 'This browser can’t run the page',
    needs: 'The page needs what this browser does not have, or does not allow here:',
    /** Each with what it is for. */
    what: {
      offscreenCanvas: 'OffscreenCanvas: images are prepared and maps are drawn with it.',
      imageBitmaps: 'createImageBitmap: images are decoded with it.',
      wasmSimd:
        'WebAssembly with SIMD: all arithmetic runs in it. Lockdown Mode and strict security settings switch it off; they can allow it for a single page.',
      moduleWorkers: 'Workers made of modules: images are read and probes are trained in them.',
      resizeObserver: 'ResizeObserver: maps are drawn in the size in which they are shown.',
      recentScript: 'JavaScript of 2023: the page is written in it.',
      themedColours: 'Colours for light and dark: text and buttons could not be told apart.',
    },
    todo: 'Update the browser, or open the page in another one: Chrome or Edge from version 123, Firefox from 124, Safari from 17.5.',
  },

  drop: {
    /** `<name>` is the class that the files land in. */
    intoClass: (maybeModel: boolean) => `Drop into “<name></name>”${orModel(maybeModel)}`,
    anywhere: (maybeModel: boolean) =>
      `Drop anywhere: a folder becomes a class of its name, single files go to “<name></name>”${orModel(maybeModel)}`,
  },

  device: {
    status: statusText,
    switchingSoon: 'soon',
    backbone: 'Backbone…',
    backboneNote: (backbone: Pick<Backbone, 'label' | 'grid'>) =>
      `${backbone.label}: ${tokensInWords(backbone)}. Choose another, or bring your own.`,
    heading: 'Where the arithmetic runs',
    automatic: 'Automatic',
    automaticNote: 'WebGPU where there is a real graphics card, else WebAssembly.',
    webgpuNote: (webgpu: AppState['webgpu']) =>
      webgpu ? WEBGPU_NOTES[webgpu] : 'On the graphics card, where there is one.',
    wasmNote: (threads: boolean) =>
      threads
        ? 'On the processor, in several threads: runs everywhere.'
        : 'On the processor, in one thread: this server does not send the headers that allow more.',
    retry: 'Try again',
  },

  help: {
    title: 'How it works',
    close: 'Close',
    picture: 'An image becomes tokens, queries attend to them, and a classifier names the class.',
    patches: 'patches',
    queriesAttend: 'queries attend',
    class: 'class',
    steps: [
      'A frozen backbone cuts each image into patches and makes one token of each.',
      'A few queries look over the tokens; each spreads its attention over the patches.',
      'What they gather is classified. Only the queries and the classifier learn.',
      'Some images are held out, so the accuracy is that on images never learned from.',
      'The maps show, patch by patch, where every query looks.',
    ],
    foot: 'Everything runs in this browser; no image leaves it. The method is efficient probing (Psomas et al., ICLR 2026, arXiv 2506.10178).',
  },

  theme: {
    name: 'Theme',
    choices: { system: 'As the system', light: 'Light', dark: 'Dark' },
  },

  /** Before there are images. */
  empty: {
    title: 'See what each query looks at',
    lead: 'Sort images into classes. A frozen <backbone>Vision Transformer</backbone> reads them, a small <probe>probe</probe> learns your classes in seconds, and you watch where its <queries>queries</queries> look.',
    trySamples: 'Try the samples',
    otherSamples: 'Other sample sets',
    ownImages: 'Use my own images',
    foot: 'Or drop files and folders anywhere. Nothing ever leaves this browser.',
    example: (queries: number) =>
      `A recorded example: ${queries} queries learn to look at different parts of one image.`,
    play: 'Play the example',
    pause: 'Pause the example',
  },

  messages: {
    name: 'Messages',
    actions: {
      undo: 'Undo',
      retry: 'Retry',
      list: 'Show list',
      'take-over': 'Open it here',
      'restore-project': 'Undo',
    },
    many: (errors: number) => count(errors, 'problem'),
    showEach: 'show each',
    dismiss: 'Dismiss',
  },
};

const WEBGPU_NOTES = {
  real: 'On the graphics card: the fastest here.',
  software: 'This browser only imitates a graphics card: right, but very slow.',
  none: 'This browser has no WebGPU.',
};

function orModel(maybe: boolean): string {
  return maybe ? '; an .onnx file is opened as a backbone' : '';
}

function statusText(status: DeviceStatus): string {
  switch (status.kind) {
    case 'ready':
      return deviceName(status.device);
    case 'failed':
      return 'not running';
    case 'starting':
      return status.total > 0 ? `loading ${percent(status.loaded / status.total)}` : 'starting';
  }
}
