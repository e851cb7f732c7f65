import type { EncoderSlice } from './slices/types';

/** What the page asks of the engine in words that no state could hold: files, answers, deletions. */
export type BackboneCommands = Pick<
  EncoderSlice,
  | 'trustChange'
  | 'forgetBackbone'
  | 'deleteCachedModel'
  | 'deleteCachedTokens'
  | 'openModel'
  | 'addByAddress'
  | 'answerQuestion'
  | 'setPixels'
  | 'confirmModel'
  | 'closeModel'
>;

let connected: BackboneCommands | null = null;

/** The store's actions, and the engine's end of them. Before it is connected nothing happens. */
export const backboneCommands = {
  connect(commands: BackboneCommands): void {
    connected = commands;
  },
  actions: {
    trustChange: () => connected?.trustChange(),
    forgetBackbone: (backboneId) => connected?.forgetBackbone(backboneId),
    deleteCachedModel: (address) => connected?.deleteCachedModel(address),
    deleteCachedTokens: () => connected?.deleteCachedTokens(),
    openModel: (files) => connected?.openModel(files),
    addByAddress: (text) => connected?.addByAddress(text),
    answerQuestion: (answer) => connected?.answerQuestion(answer),
    setPixels: (choice) => connected?.setPixels(choice),
    confirmModel: (label) => connected?.confirmModel(label),
    closeModel: () => connected?.closeModel(),
  } satisfies BackboneCommands,
};
