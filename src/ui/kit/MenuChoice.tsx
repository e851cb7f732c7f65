import { DropdownMenu } from 'radix-ui';
import { Icon } from './Icon';

interface MenuChoiceProps {
  value: string;
  label: string;
  /** A sentence under the label. */
  note: string;
  disabled?: boolean;
}

/** One of the choices in a menu of which one holds; a mark stands beside the one that does. */
export function MenuChoice({ value, label, note, disabled = false }: MenuChoiceProps) {
  return (
    <DropdownMenu.RadioItem value={value} disabled={disabled} className="menu__item">
      <span className="menu__text">
        {label}
        <span className="menu__note">{note}</span>
      </span>
      <span className="menu__mark">
        <DropdownMenu.ItemIndicator>
          <Icon name="check" />
        </DropdownMenu.ItemIndicator>
      </span>
    </DropdownMenu.RadioItem>
  );
}
