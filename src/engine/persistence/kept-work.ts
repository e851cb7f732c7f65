import type { ProjectHeads } from '../../storage/head-store';
import { KeptProject, type KeptProjectParts } from './kept-project';

export interface KeptWorkParts extends Omit<KeptProjectParts, 'storage'> {
  /** What is kept of a project, see `HeadStore`. */
  open(project: number): KeptProjectParts['storage'] & Pick<ProjectHeads, 'clear'>;
  /** Ends what is under way, and takes what was made off the page and out of the worker. */
  forget(): void;
  /** Calls back when the tab may be closed next, without another chance to write. */
  onHidden(listener: () => void): void;
}

/**
 * Keeps what is made with a project in the browser's storage, and brings it back: heads with their
 * past, comparisons as far as they came, and how all of it was looked at. Where storage fails
 * everything goes on in memory, and what could not be written is tried again.
 */
export class KeptWork {
  private project: KeptProject | null = null;

  constructor(private readonly parts: KeptWorkParts) {
    parts.onHidden(() => this.project?.flush());
  }

  /**
   * Brings back what is kept of a project whose images are in the store, then keeps every change.
   * Resolves when all is there that will be, heads included, for which it waits for the trainer.
   * Never throws.
   */
  async start(project: number): Promise<void> {
    if (this.project) await this.stop();
    this.project = this.kept(this.parts.open(project));
    await this.project.start();
  }

  /**
   * What is in the store is a new project from now on, of this number: for the first time, or because
   * another tab has the one that it was. Never throws.
   */
  async goOnAs(project: number): Promise<void> {
    this.project?.abandon();
    const storage = this.parts.open(project);
    const next = this.kept(storage);
    this.project = next;
    // The number may have been that of a project that was deleted.
    await storage.clear().catch(() => undefined);
    if (this.project === next) next.begin();
  }

  /** Another tab has the project now: what is here stays on the page. Never throws. */
  async letGo(mayWrite: boolean): Promise<void> {
    const { project } = this;
    this.project = null;
    if (mayWrite) await project?.stop();
    else project?.abandon();
  }

  /** Writes what has changed, then takes it off the page: another project comes. Never throws. */
  async stop(): Promise<void> {
    await this.letGo(true);
    this.parts.forget();
  }

  private kept(storage: KeptProjectParts['storage']): KeptProject {
    const { open: _, forget: __, onHidden: ___, ...parts } = this.parts;
    return new KeptProject({ ...parts, storage });
  }

  /** Whether the head on show would come back if its worker went now. */
  holdsShown(): boolean {
    return this.project?.holdsShown() ?? false;
  }

  /**
   * The worker has gone with its heads, and a fresh one is on its way: those that are kept come back.
   * @param heldShown what `holdsShown` said before.
   */
  workerLost(heldShown: boolean): void {
    this.project?.comeBack(heldShown ? 'lost-shown' : 'lost');
  }
}
