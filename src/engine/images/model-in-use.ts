import type { Backbone, Precision } from '../../backbones/backbone';

/** The model that tokens are made with, by what their cache has to know of it. */
export interface ModelInUse {
  backbone: Backbone;
  precision: Precision;
  /** Of its files' bytes. */
  hash: string;
}

/** Holds the model in use, for those who can do nothing before it is known. */
export class ModelHolder {
  private current: ModelInUse | null = null;
  private waiting: ((model: ModelInUse) => void)[] = [];

  set(model: ModelInUse): void {
    this.current = model;
    for (const resolve of this.waiting.splice(0)) resolve(model);
  }

  /** Resolves as soon as one is in use, however long that takes. */
  when(): Promise<ModelInUse> {
    const { current } = this;
    if (current) return Promise.resolve(current);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
