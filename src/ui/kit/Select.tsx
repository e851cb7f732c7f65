import type { ReactNode } from 'react';
import { Icon } from './Icon';
import './select.css';

interface SelectProps {
  /** For screen readers; what is chosen says the rest. */
  name: string;
  value: string;
  onChange(value: string): void;
  /** The options. */
  children: ReactNode;
}

/** The browser's own choice of one among many, in the page's looks. */
export function Select({ name, value, onChange, children }: SelectProps) {
  return (
    <span className="select">
      <select
        className="select__field"
        aria-label={name}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      >
        {children}
      </select>
      <Icon name="down" size={12} />
    </span>
  );
}
