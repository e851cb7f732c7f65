import { useRef } from 'react';
import { collectInput } from '../../images/drop/collect';
import { useTakeFiles } from '../drop/use-take-files';
import { Hint } from '../kit/Hint';
import { Icon, type IconName } from '../kit/Icon';

interface AddFilesProps {
  /** The button's name; shown as text unless `compact`. */
  label: string;
  icon?: IconName;
  /** Picks a folder with all it holds instead of single files. */
  folders?: boolean;
  /** The class that the files go to; by default the page decides. */
  classId?: string;
  compact?: boolean;
  className?: string;
}

/** A button that opens the file dialog and adds what is picked. */
export function AddFiles({
  label,
  icon,
  folders = false,
  classId,
  compact = false,
  className,
}: AddFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const takeFiles = useTakeFiles();
  const button = (
    <button
      type="button"
      className={className ?? (compact ? 'icon-button icon-button--small' : 'button')}
      aria-label={compact ? label : undefined}
      onClick={() => input.current?.click()}
    >
      {icon && <Icon name={icon} />}
      {compact ? null : label}
    </button>
  );
  return (
    <>
      {compact ? <Hint text={label}>{button}</Hint> : button}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        {...(folders ? { webkitdirectory: '' } : { accept: 'image/*,.heic,.heif,.avif' })}
        onChange={(event) => {
          const { files } = event.target;
          if (files) void takeFiles(collectInput(files), classId ?? null);
          // So that picking the same files again counts as a change.
          event.target.value = '';
        }}
      />
    </>
  );
}
