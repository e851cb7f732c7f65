import { Dialog } from 'radix-ui';
import { memo, useMemo } from 'react';
import { toTsv } from '../../export/csv';
import { dropCells } from '../../export/drop-cells';
import { dropTally } from '../../state/derive/drop-tally';
import type { DropRecord } from '../../state/slices/types';
import type { AccountedFile } from '../../vocabulary/drops';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { useCopy } from '../hooks/use-copy';
import { DialogWindow } from '../kit/DialogWindow';
import { Select } from '../kit/Select';
import { useFilesDialog, usePage } from '../page/page';
import './files-dialog.css';

/** What became of every file of a drop, to be read and copied. */
export function FilesDialog() {
  const { filesDialog } = usePage();
  const wanted = useFilesDialog(({ drop }) => drop);
  const drops = useAppState((state) => state.drops);
  const words = useWords().drops;
  const drop = drops.find(({ id }) => id === wanted) ?? drops[0];
  return (
    <Dialog.Root
      open={wanted !== null && drop !== undefined}
      onOpenChange={(open) => !open && filesDialog.setState({ drop: null })}
    >
      <DialogWindow
        name="files"
        title={words.title}
        close={words.close}
        head={drop && <Which drops={drops} drop={drop} />}
      >
        {drop && <List files={drop.files} />}
        {drop && <CopyList files={drop.files} />}
      </DialogWindow>
    </Dialog.Root>
  );
}

/** Which of the last few drops, and what came of it in short. */
function Which({ drops, drop }: { drops: readonly DropRecord[]; drop: DropRecord }) {
  const { filesDialog } = usePage();
  const { drops: words, format } = useWords();
  const inShort = ({ files }: DropRecord) => words.summary(dropTally(files));
  return (
    <div className="files__which">
      {drops.length > 1 && (
        <Select
          name={words.which}
          value={String(drop.id)}
          onChange={(id) => filesDialog.setState({ drop: Number(id) })}
        >
          {drops.map((one) => (
            <option key={one.id} value={one.id}>
              {words.drop(format.timeOfDay(one.at), one.files.length)}
            </option>
          ))}
        </Select>
      )}
      <p className="files__summary" aria-live="polite">
        {inShort(drop)}
      </p>
    </div>
  );
}

/** Those first that were not added: they are what a person looks for. */
function List({ files }: { files: readonly AccountedFile[] }) {
  const words = useWords().drops;
  const rows = useMemo(
    () => [...files.entries()].toSorted(([, a], [, b]) => Number(isAdded(a)) - Number(isAdded(b))),
    [files],
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keys
    <section className="files__list" tabIndex={0} aria-label={words.title}>
      <table className="files__table">
        <thead>
          <tr>
            <th scope="col">{words.columns.file}</th>
            <th scope="col">{words.columns.what}</th>
            <th scope="col">{words.columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([place, file]) => (
            <Row key={place} file={file} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function isAdded({ outcome }: AccountedFile): boolean {
  return outcome.kind === 'added';
}

/** Of thousands only those are drawn anew whose outcome has come. */
const Row = memo(function Row({ file }: { file: AccountedFile }) {
  const { what, why } = useWords().drops.outcome(file.outcome, file.path);
  return (
    <tr data-kind={file.outcome.kind}>
      <th scope="row">
        <bdi>{file.path}</bdi>
      </th>
      <td>{what}</td>
      <td>{why}</td>
    </tr>
  );
});

function CopyList({ files }: { files: readonly AccountedFile[] }) {
  const words = useWords();
  const say = useCommands().say;
  const { outcome, copy } = useCopy(
    () => toTsv(dropCells(files, words)),
    () => say('error', { part: 'files' }, { code: 'list-not-copied' }),
  );
  return (
    <footer className="files__foot">
      <button type="button" className="button" onClick={() => void copy()}>
        {words.drops.copy}
      </button>
      <span className="note" aria-live="polite">
        {outcome === 'copied' && words.drops.copied}
      </span>
    </footer>
  );
}
