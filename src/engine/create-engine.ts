import type { BackboneChoice } from '../backbones/choice';
import { type Original, originalsOf } from '../state/derive/originals';
import type { ImageBlobsById } from '../state/image-blobs';
import { createObservable, type Observable } from '../state/observable';
import type { OpenedPicture } from '../state/opened-picture';
import { createPanes, emptyPane, keepOnlyMaps, type Panes } from '../state/panes';
import type { Queries } from '../state/queries/queries';
import type { AppStore } from '../state/store';
import { failureOf } from '../vocabulary/failures';
import type { Names } from '../vocabulary/names';
import { AddressedModels } from './backbone/addressed-models';
import { applyBackbone } from './backbone/apply-backbone';
import { FreshModels } from './backbone/fresh-model';
import { ModelImport } from './backbone/import-model';
import { Library } from './backbone/library';
import { createModelCommands } from './backbone/model-commands';
import { OwnFiles } from './backbone/own-files';
import { restoredChoice } from './backbone/restored-choice';
import type { BackboneSwitch } from './backbone/switch-backbone';
import { createBackboneSwitch } from './backbone/switching';
import { createDeviceCommands } from './commands/devices';
import { createHistory } from './commands/history';
import { createImageCommands } from './commands/images';
import { createInspectorCommands } from './commands/inspector';
import { createProjectCommands } from './commands/projects';
import { createTrainingCommands } from './commands/training';
import type { Environment } from './environment';
import { type BackboneHost, createBackboneHost } from './images/backbone-host';
import { CachedTokens } from './images/cached-tokens';
import { followDisposal } from './images/disposal';
import { Drops } from './images/drops';
import { Pipeline } from './images/pipeline';
import { HeadHistory } from './inspect/head-history';
import { besideRequest, mainRequest, PaneFeed } from './inspect/pane-feed';
import { Predictions } from './inspect/predictions';
import { createQueries } from './inspect/queries';
import { createNotices, type Notices } from './notices';
import { KeptWork } from './persistence/kept-work';
import { Persistence } from './persistence/persistence';
import { withoutWork } from './persistence/stored-work';
import { BackboneStudies } from './runs/backbone-study';
import { LowShotStudies } from './runs/low-shot-study';
import { ProbeStudies } from './runs/probe-study';
import { TrainingRuns } from './runs/training';
import { Assets } from './workers/assets';
import { DeviceChoice } from './workers/device-choice';
import { DeviceStatuses } from './workers/device-status';
import type { ModelWorkerContext } from './workers/model-worker';
import { Models } from './workers/models';
import { superviseTrainer, type Trainer, withoutTokens } from './workers/trainer';

/** What works behind the page: the commands, and what it shows past the store. */
export interface Engine {
  commands: Commands;
  panes: Panes;
  queries: Queries;
  openedPicture: Observable<OpenedPicture>;
  /** The files of all images, as the person gave them. */
  originals(): Original[];
  /** Brings back the last visit's project and starts the workers. To be called once, after first paint. */
  start(): Promise<void>;
}

/** What a person can do, as verbs. */
export type Commands = ReturnType<typeof createCommands>;

/** @param names what the page names by itself, in the person's language. */
export function createEngine(store: AppStore, environment: Environment, names: Names): Engine {
  const parts = createParts(store, environment, names);
  return {
    commands: createCommands(parts),
    panes: parts.panes,
    queries: parts.queries,
    openedPicture: parts.openedPicture,
    originals: () => originalsOf(store.getState(), parts.blobs),
    start: () => start(parts),
  };
}

/** Everything there is, made from the bottom up. Nothing runs yet. */
function createParts(store: AppStore, environment: Environment, names: Names) {
  const { sources, tokens, threads } = environment;
  const blobs: ImageBlobsById = new Map();
  const panes = createPanes();
  const openedPicture = createObservable<OpenedPicture>();
  const notices = createNotices(store);
  const drops = new Drops(store, notices);
  const assets = new Assets(new Models(sources), environment.fetchRuntime);
  const device = new DeviceChoice();
  const statuses = new DeviceStatuses(store);
  const context: ModelWorkerContext = { assets, device, statuses, notices };

  const trainer: Trainer = superviseTrainer(context, {
    spawn: environment.spawnTrainer,
    threads,
    runtimeFiles: (kind) => assets.runtimeFiles(kind),
    onLost(cause) {
      const kept = keptWork.holdsShown();
      heads.forgetAll();
      store.setState(withoutTokens(store.getState()));
      training.workerLost(cause, kept);
      pipeline.wake();
      keptWork.workerLost(kept);
    },
  });
  const queries = createQueries(store, trainer);
  const heads = new HeadHistory(store, trainer, panes, queries);
  const training = new TrainingRuns(store, trainer, heads, panes, notices);
  const probeStudies = new ProbeStudies(store, trainer, heads, notices);
  const lowShotStudies = new LowShotStudies(store, trainer, notices);

  const host: BackboneHost = createBackboneHost(context, {
    spawn: environment.spawnBackbone,
    threads,
    assets,
    inUse: () => store.getState(),
  });
  const cached = new CachedTokens(
    tokens,
    host.model,
    blobs,
    () => store.getState().pixels === 'exact',
  );
  const pipeline: Pipeline = createPipeline(store, environment, {
    blobs,
    notices,
    drops,
    context,
    host,
    trainer,
    cached,
  });

  const library = new Library(store, notices, { sources, tokens, assets });
  const fresh = new FreshModels(
    store,
    { assets, device, threads, notices, wasmReference: environment.wasmReference },
    host,
  );
  const backbones: BackboneSwitch = createBackboneSwitch({
    store,
    blobs,
    notices,
    assets,
    host,
    cached,
    fresh,
    library,
    askToKeep: environment.askToKeep,
    apply(choice, memoryOnly) {
      void trainer.worker.inUse?.call('reset', null).catch(() => undefined);
      training.abandon();
      probeStudies.abandon();
      lowShotStudies.cancel();
      heads.forgetAll();
      applyBackbone(store, blobs, choice, memoryOnly);
      pipeline.wake();
    },
  });
  const backboneStudies = new BackboneStudies(store, backbones, probeStudies, notices);
  const persistence = new Persistence(store, blobs, notices, names, {
    storage: environment.projects,
    holds: environment.holdProjects,
    remembered: environment.recallProject,
    remember: environment.rememberProject,
    onHidden: environment.onHidden,
    now: environment.now,
    onBack: (imageIds) => pipeline.beQuietAbout(imageIds),
    onRestored: () => pipeline.wake(),
    onMade: (project) => void keptWork.goOnAs(project),
    onTaken: (mayWrite) => keptWork.letGo(mayWrite),
    clear: (project) => environment.openHeads(project).clear(),
    async choose(wanted: BackboneChoice) {
      const choice = await restoredChoice(store.getState().backbones, notices, library, wanted);
      // While the page starts, no model runs yet.
      if (!store.getState().restored) return choice;
      const end = await backbones.choose(choice.backboneId, choice.precision);
      const { backboneId, precision } = store.getState();
      return end.kind === 'arrived' ? choice : { backboneId, precision };
    },
  });
  const keptWork: KeptWork = new KeptWork({
    store,
    trainer,
    heads,
    notices,
    open: environment.openHeads,
    onHidden: environment.onHidden,
    goTo: ({ backboneId, precision }) => void backbones.choose(backboneId, precision),
    trainAgain: () => training.again(),
    forget() {
      training.abandon();
      probeStudies.abandon();
      lowShotStudies.cancel();
      backboneStudies.cancel();
      heads.forgetEach();
      store.setState(withoutWork());
    },
  });
  const imports = createImports(store, environment, {
    blobs,
    assets,
    device,
    library,
    backbones,
    openedPicture,
  });
  return {
    store,
    environment,
    names,
    blobs,
    panes,
    openedPicture,
    notices,
    drops,
    assets,
    device,
    statuses,
    trainer,
    queries,
    heads,
    training,
    probeStudies,
    lowShotStudies,
    backboneStudies,
    keptWork,
    host,
    pipeline,
    library,
    backbones,
    imports,
    persistence,
  };
}

type Parts = ReturnType<typeof createParts>;

function createCommands(parts: Parts) {
  const { store, heads, notices, backbones, library, imports, environment } = parts;
  const { keptWork } = parts;
  const { edits, commands: history } = createHistory(parts);
  return {
    ...history,
    ...createImageCommands({ ...parts, edits }),
    ...createTrainingCommands({ ...parts, edits }),
    ...createProjectCommands({
      ...parts,
      storage: environment.projects,
      now: environment.now,
      askForRoom: environment.askForRoom,
      refreshCaches: () => library.refresh(),
      work: environment.openHeads,
      leave: () => keptWork.stop(),
      arrive: (project) => keptWork.start(project),
    }),
    ...createInspectorCommands(store, heads),
    ...createDeviceCommands(parts),
    ...createModelCommands(store, backbones, library, imports),
    ...notices,
  };
}

/** Files become tokens, and tokens go to the trainer. */
function createPipeline(
  store: AppStore,
  environment: Pick<Environment, 'spawnDecoder'>,
  parts: {
    blobs: ImageBlobsById;
    notices: Notices;
    drops: Drops;
    context: ModelWorkerContext;
    host: BackboneHost;
    trainer: Trainer;
    cached: CachedTokens;
  },
): Pipeline {
  const { blobs, notices, drops, context, host, trainer, cached } = parts;
  const { device, statuses } = context;
  const { worker, model } = host;
  const subject = { part: 'backbone-worker' } as const;
  return new Pipeline(store, blobs, notices, drops, {
    spawnDecoder: environment.spawnDecoder,
    encoder: () => worker.whenReady(),
    async recall(imageIds, wanted) {
      const found = await cached.recall(imageIds);
      await Promise.all([...found].map(([id, tokens]) => trainer.keep(id, tokens, wanted)));
      return new Set(found.keys());
    },
    async keep(imageId, tokens, wanted) {
      cached.remember(await model.when(), imageId, tokens);
      await trainer.keep(imageId, tokens, wanted);
    },
    blamesDevice(failure) {
      if (statuses.deviceOf('backbone')?.kind !== 'webgpu') return false;
      device.gpuLost('backbone');
      notices.say('error', subject, { code: 'gpu-failed-on-image', failure, next: device.kind });
      worker.replace();
      return true;
    },
    onTrouble(failure) {
      notices.say('error', subject, { code: 'backbone-failed-on-image', failure });
      worker.replace();
    },
    onHopeless: (failure) => worker.giveUp(failure),
  });
}

/** A person's own models, from a file or an address to a backbone that can be chosen. */
function createImports(
  store: AppStore,
  { sources, threads, tryModel }: Pick<Environment, 'sources' | 'threads' | 'tryModel'>,
  parts: {
    blobs: ImageBlobsById;
    assets: Assets;
    device: DeviceChoice;
    library: Library;
    backbones: BackboneSwitch;
    openedPicture: Observable<OpenedPicture>;
  },
): ModelImport {
  const { blobs, assets, device, library, backbones, openedPicture } = parts;
  const own = new OwnFiles(store, sources);
  const fetched = new AddressedModels(sources);
  return new ModelImport(store, blobs, {
    picture: openedPicture,
    choose: (backboneId, precision) => void backbones.choose(backboneId, precision),
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
}

/**
 * Brings back the last visit's project, and loads the workers before they are needed, so that nothing
 * is fetched later. Never throws: what fails is said.
 */
async function start(parts: Parts): Promise<void> {
  const { store, environment, notices, pipeline, trainer, host, assets, library, persistence } =
    parts;
  const { device } = parts;
  followFacts(parts);
  pipeline.start();
  void checkPixels(parts);
  try {
    // Before anything that was stored refers to one of the person's own.
    await library.open().catch((error: unknown) => {
      const failure = failureOf(error);
      notices.say('error', { part: 'own-backbone' }, { code: 'failed', failure });
    });
    const [adapter] = await Promise.all([environment.askAdapter(), persistence.start()]);
    // Its heads wait for the trainer.
    const { projectId } = store.getState();
    if (projectId !== null) void parts.keptWork.start(projectId);
    void environment.prefetchSamples();

    device.adapter = adapter;
    store.setState({ webgpu: adapter });
    device.choose(store.getState().devicePreference);
    host.worker.start();
    trainer.worker.start();
    // What fails here fails again, and is said, where it is needed.
    void assets.models.preload().catch(() => undefined);
    void library.refresh().catch(() => undefined);
    await Promise.all([host.worker.whenReady(), trainer.worker.whenReady()]);
    // Should the GPU be lost later, without the network perhaps, WebAssembly is there.
    if (device.kind === 'webgpu') await assets.runtimeFiles('wasm').catch(() => undefined);
  } catch (error) {
    // Neither was started: trying again starts both.
    host.worker.giveUp(failureOf(error));
    trainer.worker.giveUp(failureOf(error));
  }
}

/** Says it, once, where nothing that is learnt here could be relied on. */
async function checkPixels({ store, environment, notices, pipeline }: Parts): Promise<void> {
  const exact = await Promise.all([environment.givesPixelsBack(), pipeline.givesPixelsBack()]);
  store.setState({ pixels: exact.every(Boolean) ? 'exact' : 'altered' });
  if (exact.every(Boolean)) return;
  notices.say(
    'error',
    { part: 'images' },
    { code: 'pixels-altered', by: environment.protection() },
  );
}

/** Those parts that follow what is: nothing of theirs is started by a person. */
function followFacts(parts: Parts): void {
  const { store, blobs, trainer, heads, panes, device, statuses, host } = parts;
  followDisposal(store, blobs, trainer);
  new PaneFeed(store, trainer, panes.main, mainRequest, keepOnlyMaps);
  new PaneFeed(store, trainer, panes.beside, besideRequest, emptyPane);
  new Predictions(store, trainer, heads);
  store.subscribe(
    ({ selectedImageId }) => selectedImageId,
    (imageId) => void trainer.worker.inUse?.call('watch', { imageId }).catch(() => undefined),
  );
  // Deferred: the worker that failed is already being replaced.
  device.onGivenUp = () =>
    queueMicrotask(() => {
      if (statuses.deviceOf('backbone')?.kind === 'webgpu') host.worker.replace();
      if (statuses.deviceOf('trainer')?.kind === 'webgpu') trainer.worker.replace();
    });
}
