import { askAdapter } from '../runtime/adapter';
import { type AppStore, useStore } from '../state/store';
import { Library } from './backbone/library';
import { connectBackboneCommands } from './backbone/model-commands';
import { restoredChoice } from './backbone/restored-choice';
import { startSwitching } from './backbone/switching';
import { createContext } from './context';
import { createBackbone } from './images/backbone-host';
import { DecodeQueue } from './images/decode-queue';
import { startDisposal } from './images/disposal';
import { startInspection } from './inspect/inspection';
import { Persistence } from './persistence/persistence';
import { keepStudies } from './runs/backbone-studies';
import { ComparisonRuns } from './runs/backbone-study';
import { StudyRuns } from './runs/probe-study';
import { TrainingRuns } from './runs/training';
import { DeviceStatuses } from './workers/device-status';
import { createTrainer } from './workers/trainer';

/**
 * Starts everything that works behind the page, once, after its first paint: brings back the last
 * visit's project, and loads the workers before anybody needs them, so that nothing is fetched later.
 */
export async function startEngine(store: AppStore = useStore): Promise<void> {
  const context = createContext(store);
  const statuses = new DeviceStatuses(store);
  const trainer = createTrainer(context, statuses);
  const host = createBackbone(context, statuses, trainer);
  const backbone = host.worker;
  const library = new Library(context);
  const preparer = new DecodeQueue(store);
  keepStudies(store);
  new TrainingRuns(store, trainer);
  new StudyRuns(store, trainer);
  new ComparisonRuns(store);
  startInspection(store, trainer);
  startDisposal(store, trainer);

  preparer.start();
  const persistence = new Persistence(
    store,
    (imageIds) => preparer.beQuietAbout(imageIds),
    (wanted) => restoredChoice(store, library, wanted),
  );
  // Before anything that was stored refers to one of the person's own.
  await library.open();
  const [adapter] = await Promise.all([askAdapter(), persistence.start()]);
  void store.getState().prefetchSamples();

  const { device } = context;
  device.adapter = adapter;
  store.setState({ webgpu: adapter });
  device.choose(store.getState().devicePreference);
  // In a moment of its own: the worker that failed is being replaced already.
  device.onGivenUp = () =>
    queueMicrotask(() => {
      const left = 'the graphics device is not used any more';
      if (statuses.deviceOf('backbone')?.kind === 'webgpu') backbone.replace(left);
      if (statuses.deviceOf('trainer')?.kind === 'webgpu') trainer.worker.replace(left);
    });
  backbone.start();
  trainer.worker.start();
  void context.assets.models.preload();
  startSwitching(context, host, trainer, library);
  connectBackboneCommands(context, library);
  void library.refresh();

  store.subscribe((state, before) => {
    if (state.devicePreference !== before.devicePreference) {
      const running = statuses.deviceOf('backbone')?.kind ?? device.kind;
      device.choose(state.devicePreference);
      if (device.kind === running) return;
      backbone.replace('another device was chosen');
      trainer.worker.replace('another device was chosen');
    }
    if (state.deviceStatus.kind === 'starting' && before.deviceStatus.kind === 'failed') {
      const failed = statuses.failed();
      if (failed.includes('backbone')) backbone.start();
      if (failed.includes('trainer')) trainer.worker.start();
    }
  });

  await Promise.all([backbone.whenReady(), trainer.worker.whenReady()]);
  // Should the GPU be lost later, without the network perhaps, WebAssembly is there.
  if (device.kind === 'webgpu') await context.assets.runtimeFiles('wasm').catch(() => undefined);
}
