import { DropdownMenu } from 'radix-ui';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { tokensInWords } from '../../messages/en/facts-in-words';
import { percent } from '../../messages/en/format';
import { type DevicePreference, describeDevice } from '../../runtime/device';
import type { AppState, DeviceStatus } from '../../state/slices/types';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { MenuChoice } from '../kit/MenuChoice';
import { useOpenBackbones } from '../page/page';

/** Which encoder runs and where; opens a menu to choose another, or the device. */
export function DeviceMenu() {
  const backbone = findBackbone(useAppState((state) => state.backboneId));
  const status = useAppState((state) => state.deviceStatus);
  const preference = useAppState((state) => state.devicePreference);
  const webgpu = useAppState((state) => state.webgpu);
  const setPreference = useCommands().setDevicePreference;
  const retry = useCommands().retryDevice;
  const openBackbones = useOpenBackbones();
  const words = useWords();
  const failed = status.kind === 'failed';
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className={`button button--quiet device ${failed ? 'device--failed' : ''}`}
      >
        <span className="device__label">
          <span className="device__backbone">{backbone.label} · </span>
          {describeStatus(status)}
        </span>
        <Switching />
        <Icon name="down" size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu device__menu" align="end" sideOffset={6}>
          <DropdownMenu.Item className="menu__item" onSelect={openBackbones}>
            <span className="menu__text">
              Backbone…
              <span className="menu__note">
                {backbone.label}: {tokensInWords(backbone)}. Choose another, or bring your own.
              </span>
            </span>
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu__line" />
          <p className="menu__label">Where the arithmetic runs</p>
          <DropdownMenu.RadioGroup
            value={preference}
            onValueChange={(value) => setPreference(value as DevicePreference)}
          >
            {choices(webgpu).map((choice) => (
              <MenuChoice key={choice.value} {...choice} />
            ))}
          </DropdownMenu.RadioGroup>
          {failed && (
            <>
              <DropdownMenu.Separator className="menu__line" />
              <p className="menu__label">{words.failureText(status.reason)}</p>
              <DropdownMenu.Item className="menu__item" onSelect={retry}>
                Try again
              </DropdownMenu.Item>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** A sign that another backbone is on its way, wherever on the page one is. */
function Switching() {
  const share = useAppState(({ switching }) => {
    if (switching.kind === 'idle' || switching.kind === 'failed') return null;
    const { loaded, total } =
      switching.kind === 'downloading' ? switching.progress : { loaded: 1, total: null };
    return total ? percent(loaded / total) : 'soon';
  });
  return share && <span className="device__switching">→ {share}</span>;
}

function describeStatus(status: DeviceStatus): string {
  switch (status.kind) {
    case 'ready':
      return describeDevice(status.device);
    case 'failed':
      return 'not running';
    case 'starting':
      return status.total > 0 ? `loading ${percent(status.loaded / status.total)}` : 'starting';
  }
}

function choices(webgpu: AppState['webgpu']) {
  const notes = {
    real: 'On the graphics card: the fastest here.',
    software: 'This browser only imitates a graphics card: right, but very slow.',
    none: 'This browser has no WebGPU.',
  };
  return [
    {
      value: 'auto',
      label: 'Automatic',
      note: 'WebGPU where there is a real graphics card, else WebAssembly.',
      disabled: false,
    },
    {
      value: 'webgpu',
      label: 'WebGPU',
      note: webgpu ? notes[webgpu] : 'On the graphics card, where there is one.',
      disabled: webgpu === 'none',
    },
    {
      value: 'wasm',
      label: 'WebAssembly',
      note: crossOriginIsolated
        ? 'On the processor, in several threads: runs everywhere.'
        : 'On the processor, in one thread: this server does not send the headers that allow more.',
      disabled: false,
    },
  ];
}
