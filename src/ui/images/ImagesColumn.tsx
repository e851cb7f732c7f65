import { useState } from 'react';
import { BackboneLine } from '../backbones/BackboneLine';
import { Icon } from '../kit/Icon';
import { AddFiles } from './AddFiles';
import { ClassCard } from './ClassCard';
import { ExtractionLine } from './ExtractionLine';
import { ImageContextMenu } from './ImageContextMenu';
import { MoreMenu } from './MoreMenu';
import './images.css';
import { useAppState, useCommands, useWords } from '../hooks/use-app';

/** Every class with its images. `dropTarget` is the class that files dragged over the page hit. */
export function ImagesColumn({ dropTarget }: { dropTarget: string | null }) {
  const words = useWords().images;
  const classes = useAppState((state) => state.classes);
  const addClass = useCommands().addClass;
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <div className="images">
      <div className="images__head">
        <h2 className="heading">{words.heading}</h2>
        <MoreMenu />
      </div>
      <div className="images__add">
        <AddFiles label={words.addImages} icon="plus" />
        <AddFiles label={words.addFolder} icon="folder" folders />
      </div>
      <BackboneLine />
      <ExtractionLine />
      <ImageContextMenu>
        <div className="images__classes">
          {classes.map((label) => (
            <ClassCard
              key={label.id}
              label={label}
              renaming={renaming === label.id}
              onRenaming={setRenaming}
              dropTarget={dropTarget === label.id}
            />
          ))}
          <button type="button" className="images__new" onClick={() => setRenaming(addClass())}>
            <Icon name="plus" /> {words.addClass}
          </button>
        </div>
      </ImageContextMenu>
    </div>
  );
}
