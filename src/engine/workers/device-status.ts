import type { Device } from '../../runtime/device';
import type { AppStore } from '../../state/store';
import type { Failure } from '../../vocabulary/failures';

type Part = 'backbone' | 'trainer';
type PartStatus =
  | { kind: 'starting' }
  | { kind: 'ready'; device: Device }
  | { kind: 'failed'; reason: Failure };

/** Shows the two workers' state as one: the page is ready when both are. */
export class DeviceStatuses {
  private readonly parts: Record<Part, PartStatus> = {
    backbone: { kind: 'starting' },
    trainer: { kind: 'starting' },
  };
  private bytes = { loaded: 0, total: 0 };

  constructor(private readonly store: AppStore) {}

  set(part: Part, status: PartStatus): void {
    this.parts[part] = status;
    this.show();
  }

  /** Parts that have given up. */
  failed(): Part[] {
    return (['backbone', 'trainer'] as const).filter((part) => this.parts[part].kind === 'failed');
  }

  /** The device that a part runs on now; null while it does not. */
  deviceOf(part: Part): Device | null {
    const status = this.parts[part];
    return status.kind === 'ready' ? status.device : null;
  }

  /** Bytes of the encoder's file. */
  progress(bytes: { loaded: number; total: number }): void {
    this.bytes = bytes;
    this.show();
  }

  private show(): void {
    const { backbone, trainer } = this.parts;
    const failed = [backbone, trainer].find((part) => part.kind === 'failed');
    if (failed?.kind === 'failed') {
      this.store.setState({ deviceStatus: { kind: 'failed', reason: failed.reason } });
    } else if (backbone.kind === 'ready' && trainer.kind === 'ready') {
      this.store.setState({ deviceStatus: { kind: 'ready', device: backbone.device } });
    } else {
      this.store.setState({ deviceStatus: { kind: 'starting', ...this.bytes } });
    }
  }
}
