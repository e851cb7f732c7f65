import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { useWords } from '../hooks/use-app';
import { Icon, type IconName } from '../kit/Icon';
import { applyTheme, readTheme, type Theme } from '../kit/theme';

const THEMES: readonly { theme: Theme; icon: IconName }[] = [
  { theme: 'system', icon: 'contrast' },
  { theme: 'light', icon: 'sun' },
  { theme: 'dark', icon: 'moon' },
];

export function ThemeMenu() {
  const words = useWords().app.theme;
  const [theme, setTheme] = useState(readTheme);
  const choose = (value: string) => {
    const chosen = THEMES.find((entry) => entry.theme === value)?.theme ?? 'system';
    setTheme(chosen);
    applyTheme(chosen);
  };
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="icon-button" aria-label={words.name}>
        <Icon name={THEMES.find((entry) => entry.theme === theme)?.icon ?? 'contrast'} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup value={theme} onValueChange={choose}>
            {THEMES.map(({ theme: value, icon }) => (
              <DropdownMenu.RadioItem key={value} value={value} className="menu__item">
                <Icon name={icon} />
                <span className="menu__text">{words.choices[value]}</span>
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
