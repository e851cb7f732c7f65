import { DropdownMenu } from 'radix-ui';
import type { Words } from '../../messages/words';
import type { DevicePreference } from '../../runtime/device';
import type { AppState } from '../../state/slices/types';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { useBackbone } from '../hooks/use-backbone';
import { Icon } from '../kit/Icon';
import { MenuChoice } from '../kit/MenuChoice';
import { useOpenBackbones } from '../page/page';

/** Which encoder runs and where; opens a menu to choose another, or the device. */
export function DeviceMenu() {
  const { app, failureText } = useWords();
  const words = app.device;
  const backbone = useBackbone();
  const status = useAppState((state) => state.deviceStatus);
  const preference = useAppState((state) => state.devicePreference);
  const webgpu = useAppState((state) => state.webgpu);
  const setPreference = useCommands().setDevicePreference;
  const retry = useCommands().retryDevice;
  const openBackbones = useOpenBackbones();
  const failed = status.kind === 'failed';
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className={`button button--quiet device ${failed ? 'device--failed' : ''}`}
      >
        <span className="device__label">
          <span className="device__backbone">{backbone.label} · </span>
          {words.status(status)}
        </span>
        <Switching />
        <Icon name="down" size={12} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu device__menu" align="end" sideOffset={6}>
          <DropdownMenu.Item className="menu__item" onSelect={openBackbones}>
            <span className="menu__text">
              {words.backbone}
              <span className="menu__note">{words.backboneNote(backbone)}</span>
            </span>
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu__line" />
          <p className="menu__label">{words.heading}</p>
          <DropdownMenu.RadioGroup
            value={preference}
            onValueChange={(value) => setPreference(value as DevicePreference)}
          >
            {choices(webgpu, words).map((choice) => (
              <MenuChoice key={choice.value} {...choice} />
            ))}
          </DropdownMenu.RadioGroup>
          {failed && (
            <>
              <DropdownMenu.Separator className="menu__line" />
              <p className="menu__label">{failureText(status.reason)}</p>
              <DropdownMenu.Item className="menu__item" onSelect={retry}>
                {words.retry}
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
  const {
    app: { device: words },
    format: { percent },
  } = useWords();
  const share = useAppState(({ switching }) => {
    if (switching.kind === 'idle' || switching.kind === 'failed') return null;
    const { loaded, total } =
      switching.kind === 'downloading' ? switching.progress : { loaded: 1, total: null };
    return total ? percent(loaded / total) : words.switchingSoon;
  });
  return share && <span className="device__switching">→ {share}</span>;
}

function choices(webgpu: AppState['webgpu'], words: Words['app']['device']) {
  return [
    {
      value: 'auto',
      label: words.automatic,
      note: words.automaticNote,
      disabled: false,
    },
    {
      value: 'webgpu',
      label: 'WebGPU',
      note: words.webgpuNote(webgpu),
      disabled: webgpu === 'none',
    },
    {
      value: 'wasm',
      label: 'WebAssembly',
      note: words.wasmNote(crossOriginIsolated),
      disabled: false,
    },
  ];
}
