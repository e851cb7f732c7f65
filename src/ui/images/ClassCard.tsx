import { useMemo, useState } from 'react';
import { imagesOfClass } from '../../state/derive/selectors';
import type { ClassLabel } from '../../state/slices/types';
import { carriesImage, readImage } from '../drop/image-drag';
import { useVerdicts } from '../hooks/use-verdicts';
import { Hint } from '../kit/Hint';
import { Icon } from '../kit/Icon';
import { useImages } from '../page/page';
import { AddFiles } from './AddFiles';
import { ClassName } from './ClassName';
import { Thumbnail } from './Thumbnail';
import { handleThumbnailKey } from './thumbnail-keys';
import './class.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

interface ClassCardProps {
  label: ClassLabel;
  renaming: boolean;
  onRenaming(classId: string | null): void;
  dropTarget: boolean;
}

/** One class: its name, its images, and a place to drop more. */
export function ClassCard({ label, renaming, onRenaming, dropTarget }: ClassCardProps) {
  const all = useImages();
  const images = useMemo(() => imagesOfClass({ images: all }, label.id), [all, label.id]);
  const holdsSelected = useAppState(
    (state) =>
      state.images.find((image) => image.id === state.selectedImageId)?.classId === label.id,
  );
  const words = useWords().images.class;
  const commands = useCommands();
  const moveImage = commands.moveImage;
  const deleteClass = useCommands().deleteClass;
  const verdicts = useVerdicts();
  const [dragged, setDragged] = useState(false);
  return (
    <section
      aria-label={label.name}
      className="class"
      data-class-id={label.id}
      data-target={dropTarget || dragged || undefined}
      onDragOver={(event) => {
        if (!carriesImage(event.dataTransfer)) return;
        event.preventDefault();
        setDragged(true);
      }}
      onDragLeave={() => setDragged(false)}
      onDrop={(event) => {
        setDragged(false);
        const imageId = readImage(event.dataTransfer);
        if (imageId === null) return;
        event.preventDefault();
        moveImage(imageId, label.id);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'F2') return;
        event.preventDefault();
        onRenaming(label.id);
      }}
    >
      <div className="class__head">
        <ClassName label={label} renaming={renaming} onRenaming={onRenaming} />
        <span className="class__count">{images.length}</span>
        <span className="class__tools">
          <AddFiles compact icon="plus" label={words.chooseFiles(label.name)} classId={label.id} />
          <Hint text={words.deleteHint}>
            <button
              type="button"
              className="icon-button icon-button--small"
              aria-label={words.delete(label.name)}
              onClick={() => deleteClass(label.id)}
            >
              <Icon name="trash" size={14} />
            </button>
          </Hint>
        </span>
      </div>
      {images.length === 0 ? (
        <p className="class__empty">{words.empty}</p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys that bubble from the buttons inside
        <div className="class__images" onKeyDown={(event) => handleThumbnailKey(event, commands)}>
          {images.map((image, index) => {
            const verdict = verdicts.get(image.id);
            return (
              <Thumbnail
                key={image.id}
                image={image}
                entrance={index === 0 && !holdsSelected}
                heldOut={verdict?.part === 'heldOut'}
                wrong={verdict !== undefined && verdict.classId !== image.classId}
              />
            );
          })}
        </div>
      )}
    </section>
  );
}
