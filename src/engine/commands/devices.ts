import type { DeviceKind, DevicePreference } from '../../runtime/device';
import type { AppStore } from '../../state/store';
import type { WorkerPart } from '../../vocabulary/notices';
import type { BackboneHost } from '../images/backbone-host';
import type { DeviceChoice } from '../workers/device-choice';
import type { DeviceStatuses } from '../workers/device-status';
import type { Trainer } from '../workers/trainer';

export interface DeviceCommandParts {
  store: AppStore;
  device: DeviceChoice;
  statuses: DeviceStatuses;
  host: BackboneHost;
  trainer: Trainer;
}

/** Where a person wants the arithmetic to run. */
export function createDeviceCommands(parts: DeviceCommandParts) {
  const { store, device, statuses, host, trainer } = parts;
  return {
    setDevicePreference(devicePreference: DevicePreference): void {
      store.setState({ devicePreference });
      /** Where what is still starting will run. */
      const before = { backbone: host.kind(), trainer: device.kind };
      device.choose(devicePreference);
      const isElsewhere = (part: WorkerPart, wanted: DeviceKind) =>
        (statuses.deviceOf(part)?.kind ?? before[part]) !== wanted;
      if (isElsewhere('backbone', host.kind())) host.worker.replace();
      if (isElsewhere('trainer', device.kind)) trainer.worker.replace();
    },

    /** Starts anew what has given up. */
    retryDevice(): void {
      if (store.getState().deviceStatus.kind !== 'failed') return;
      const failed = statuses.failed();
      if (failed.includes('backbone')) host.worker.start();
      if (failed.includes('trainer')) trainer.worker.start();
    },
  };
}
