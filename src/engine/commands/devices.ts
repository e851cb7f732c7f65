import type { DevicePreference } from '../../runtime/device';
import type { AppStore } from '../../state/store';
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
      const running = statuses.deviceOf('backbone')?.kind ?? device.kind;
      device.choose(devicePreference);
      if (device.kind === running) return;
      host.worker.replace();
      trainer.worker.replace();
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
