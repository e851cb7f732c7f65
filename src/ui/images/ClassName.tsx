import { useEffect, useRef } from 'react';
import type { ClassLabel } from '../../state/slices/types';
import { useCommands, useWords } from '../hooks/use-app';

interface ClassNameProps {
  label: ClassLabel;
  renaming: boolean;
  onRenaming(classId: string | null): void;
}

/** A class's name; a click turns it into a text field. */
export function ClassName({ label, renaming, onRenaming }: ClassNameProps) {
  const rename = useCommands().renameClass;
  const words = useWords().images.class;
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    if (renaming) input.current?.select();
    // Focus would otherwise be lost with the text field.
    else if (wasRenaming.current && document.activeElement === document.body) {
      button.current?.focus();
    }
    wasRenaming.current = renaming;
  }, [renaming]);

  if (!renaming) {
    return (
      <button
        ref={button}
        type="button"
        className="class__name"
        aria-label={words.rename(label.name)}
        onClick={() => onRenaming(label.id)}
      >
        <bdi>{label.name}</bdi>
      </button>
    );
  }
  const finish = () => {
    const name = input.current?.value.trim() ?? '';
    if (name !== label.name) rename(label.id, name);
    onRenaming(null);
  };
  return (
    <input
      ref={input}
      className="class__name class__name--input"
      aria-label={words.name}
      defaultValue={label.name}
      dir="auto"
      maxLength={80}
      spellCheck={false}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
      autoFocus
      onBlur={finish}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') {
          // Else the same key would press the button that takes the field's place.
          event.preventDefault();
          finish();
        } else if (event.key === 'Escape') onRenaming(null);
      }}
    />
  );
}
