import type { PixelChoice } from '../../state/slices/types';
import type { AppStore } from '../../state/store';
import type { ModelImport } from './import-model';
import type { Library } from './library';
import type { BackboneSwitch } from './switch-backbone';

/** What a person does with models: choosing, bringing, forgetting, deleting what is kept. */
export function createModelCommands(
  store: AppStore,
  backbones: BackboneSwitch,
  library: Library,
  imports: ModelImport,
) {
  return {
    /** See `BackboneSwitch.choose`. */
    chooseBackbone(...choice: Parameters<BackboneSwitch['choose']>): void {
      void backbones.choose(...choice);
    },
    /** Ends a switch under way, or dismisses one that failed; the backbone in use stays. */
    cancelDownload: (): void => backbones.cancel(),
    /** After a failure `model-changed`: takes what the address gives now for the file that is meant. */
    async trustChange(): Promise<void> {
      const { switching } = store.getState();
      if (switching.kind !== 'failed' || switching.failure.code !== 'model-changed') return;
      const { target } = switching;
      await library.trust(target);
      await backbones.choose(target.backboneId, target.precision);
    },
    /** Forgets a backbone of the person's own, its file and its tokens. Not the one in use. */
    forgetBackbone: (backboneId: string): Promise<void> => library.forget(backboneId),
    /** Deletes a model's file from this browser. Not one of the backbone in use. */
    deleteCachedModel: (address: string): Promise<void> => library.deleteCachedModel(address),
    /** Deletes all tokens in this browser's storage; those in use stay in memory. */
    deleteCachedTokens: (): Promise<void> => library.deleteTokens(),

    /** An `.onnx` file, with those that it keeps weights in beside it. */
    openModel: (files: readonly File[]): Promise<void> => imports.open(files),
    /** A hub id ("owner/name") or the address of a model; one that is in the catalogue is chosen. */
    addByAddress: (text: string): Promise<void> => imports.addByAddress(text),
    answerQuestion: (answer: { output?: string; hasCls?: boolean }): void => imports.answer(answer),
    setPixels: (choice: Partial<Pick<PixelChoice, 'preset' | 'resizing'>>): void =>
      imports.setPixels(choice),
    /** Keeps the model that is shown, and switches to it. */
    confirmModel: (label?: string): Promise<void> => imports.confirm(label),
    /** Closes what was opened, whatever it is doing. */
    closeModel: (): void => imports.close(),
  };
}
