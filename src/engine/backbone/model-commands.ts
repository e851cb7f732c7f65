import { tryModel } from '../../backbones/import/trial';
import { backboneCommands } from '../../state/backbone-commands';
import type { EngineContext } from '../context';
import { AddressedModels } from './addressed-models';
import { ModelImport } from './import-model';
import type { Library } from './library';
import { OwnFiles } from './own-files';

/** Carries out what the page asks of models: bringing them, forgetting them, deleting what is kept. */
export function connectBackboneCommands(context: EngineContext, library: Library): void {
  const { store, assets, device, threads, sources } = context;
  const own = new OwnFiles(sources);
  const fetched = new AddressedModels(sources);
  const opening = new ModelImport(store, {
    async recogniseAgain(dropped, options) {
      const found = await own.recogniseAgain(dropped, options);
      if (!found) return null;
      assets.models.hold(found.backbone, 'fp32', found.model);
      return found.backbone;
    },
    fetch: (pasted, options) => fetched.from(pasted, options),
    async tryModel(facts, options) {
      const runtimeFiles = await assets.runtimeFiles(options.device);
      return tryModel(facts, { ...options, threads, runtimeFiles });
    },
    device: () => device.kind,
    keepOwn: (name, label, model) => own.take(name, label, model),
    async add(backbone, model) {
      assets.models.hold(backbone, 'fp32', model);
      await library.add(backbone);
      await library.refresh();
    },
  });

  backboneCommands.connect({
    async trustChange() {
      const { switching, chooseBackbone } = store.getState();
      if (switching.kind !== 'failed' || switching.failure.code !== 'model-changed') return;
      const { target } = switching;
      await library.trust(target);
      chooseBackbone(target.backboneId, target.precision);
    },
    forgetBackbone: (backboneId) => void library.forget(backboneId),
    deleteCachedModel: (address) => void library.deleteCachedModel(address),
    deleteCachedTokens: () => void library.deleteTokens(),
    openModel: (files) => void opening.open(files),
    addByAddress: (text) => void opening.addByAddress(text),
    answerQuestion: (answer) => opening.answer(answer),
    setPixels: (choice) => opening.setPixels(choice),
    confirmModel: (label) => void opening.confirm(label),
    closeModel: () => opening.close(),
  });
}
