import { DropdownMenu } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { PNG_SCALES } from '../../export/pictures/render-picture';
import type { PagePicture } from '../../figures/scene/saved-figure';
import { useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { type PictureFormat, useSaving } from './use-saving';
import './export.css';

/** Something on the page that can be taken along. */
export interface PictureChoice {
  /** "All queries", "Query 3": only seen where there is a choice. */
  label: string;
  /** Puts the picture together as it stands now. */
  picture(): PagePicture | Promise<PagePicture>;
}

interface ExportMenuProps {
  /** What can be saved; the first is chosen at first. */
  choices: readonly PictureChoice[];
  /** Name of the button, where a place has more than one. */
  label?: string;
  disabled?: boolean;
  /** Further entries, below the others. */
  children?: ReactNode;
}

/** The button beside a picture with which it is saved as PNG or SVG, or copied. */
export function ExportMenu({ choices, label, disabled = false, children }: ExportMenuProps) {
  const { busy, save } = useSaving();
  const words = useWords().exports.menu;
  const name = label ?? words.save;
  const [chosen, setChosen] = useState('');
  // What was chosen may be gone: another image has other queries.
  const choice = choices.find((candidate) => candidate.label === chosen) ?? choices[0];
  if (!choice) return null;
  const take = (format: PictureFormat) => {
    void save(new Promise((resolve) => resolve(choice.picture())), format);
  };
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className="icon-button icon-button--small export"
        aria-label={name}
        title={name}
        disabled={disabled || busy}
        aria-busy={busy}
      >
        <Icon name="save" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {choices.length > 1 && (
            <>
              <DropdownMenu.RadioGroup value={choice.label} onValueChange={setChosen}>
                {choices.map((candidate) => (
                  <DropdownMenu.RadioItem
                    key={candidate.label}
                    value={candidate.label}
                    className="menu__item"
                    // Stays open: what to do with it is chosen next.
                    onSelect={(event) => event.preventDefault()}
                  >
                    <span className="menu__text">{candidate.label}</span>
                    <span className="menu__mark">
                      <DropdownMenu.ItemIndicator>
                        <Icon name="check" />
                      </DropdownMenu.ItemIndicator>
                    </span>
                  </DropdownMenu.RadioItem>
                ))}
              </DropdownMenu.RadioGroup>
              <DropdownMenu.Separator className="menu__line" />
            </>
          )}
          <DropdownMenu.Group className="export__sizes" aria-label="PNG">
            <DropdownMenu.Label className="menu__label">PNG</DropdownMenu.Label>
            {PNG_SCALES.map((scale) => (
              <DropdownMenu.Item
                key={scale}
                className="menu__item export__size"
                aria-label={`PNG ${scale}×`}
                onSelect={() => take({ kind: 'png', scale })}
              >
                {scale}×
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Group>
          <DropdownMenu.Item className="menu__item" onSelect={() => take({ kind: 'svg' })}>
            <span className="menu__text">SVG</span>
            <span className="menu__end">{words.vectors}</span>
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu__item" onSelect={() => take({ kind: 'copy' })}>
            {words.copy}
          </DropdownMenu.Item>
          {children !== undefined && (
            <>
              <DropdownMenu.Separator className="menu__line" />
              {children}
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
