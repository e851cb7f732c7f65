import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { Icon, type IconName } from '../kit/Icon';
import { applyTheme, readTheme, type Theme } from '../kit/theme';

const THEMES: readonly { theme: Theme; label: string; icon: IconName }[] = [
  { theme: 'system', label: 'As the system', icon: 'contrast' },
  { theme: 'light', label: 'Light', icon: 'sun' },
  { theme: 'dark', label: 'Dark', icon: 'moon' },
];

export function ThemeMenu() {
  const [theme, setTheme] = useState(readTheme);
  const choose = (value: string) => {
    const chosen = THEMES.find((entry) => entry.theme === value)?.theme ?? 'system';
    setTheme(chosen);
    applyTheme(chosen);
  };
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="icon-button" aria-label="Theme">
        <Icon name={THEMES.find((entry) => entry.theme === theme)?.icon ?? 'contrast'} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup value={theme} onValueChange={choose}>
            {THEMES.map(({ theme: value, label, icon }) => (
              <DropdownMenu.RadioItem key={value} value={value} className="menu__item">
                <Icon name={icon} />
                <span className="menu__text">{label}</span>
                <DropdownMenu.ItemIndicator className="menu__mark">
                  <Icon name="check" />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
