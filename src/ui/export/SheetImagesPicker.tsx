import { MOST_FIGURES } from '../../figures/layout/contact-sheet';
import type { ClassLabel, ImageItem } from '../../state/slices/types';
import { useWords } from '../hooks/use-app';

interface SheetImagesPickerProps {
  classes: readonly ClassLabel[];
  /** Those that can be chosen. */
  images: readonly ImageItem[];
  chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
}

/** Every image as a box to tick, class by class. */
export function SheetImagesPicker({ classes, images, chosen, onChange }: SheetImagesPickerProps) {
  const words = useWords().exports.sheet;
  const full = chosen.size >= MOST_FIGURES;
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <div className="sheet__classes">
      {classes.map(({ id, name }) => {
        const members = images.filter(({ classId }) => classId === id);
        if (members.length === 0) return null;
        const inside = members.filter((image) => chosen.has(image.id));
        const all = () => {
          const room = MOST_FIGURES - chosen.size;
          const more = members.filter((image) => !chosen.has(image.id)).slice(0, room);
          onChange(new Set([...chosen, ...more.map((image) => image.id)]));
        };
        const none = () => {
          const without = new Set(chosen);
          for (const image of members) without.delete(image.id);
          onChange(without);
        };
        return (
          <fieldset key={id} className="sheet__class">
            <legend className="visually-hidden">{name}</legend>
            <div className="sheet__class-head">
              <bdi className="sheet__class-name">{name}</bdi>
              <span className="note tabular">
                {inside.length} / {members.length}
              </span>
              <button
                type="button"
                className="button button--quiet button--small"
                aria-label={words.allOf(name)}
                disabled={full || inside.length === members.length}
                onClick={all}
              >
                {words.all}
              </button>
              <button
                type="button"
                className="button button--quiet button--small"
                aria-label={words.noneOf(name)}
                disabled={inside.length === 0}
                onClick={none}
              >
                {words.none}
              </button>
            </div>
            <div className="sheet__images">
              {members.map((image) => (
                <label key={image.id} className="sheet__image" title={image.name}>
                  <input
                    type="checkbox"
                    aria-label={image.name}
                    checked={chosen.has(image.id)}
                    disabled={full && !chosen.has(image.id)}
                    onChange={() => toggle(image.id)}
                  />
                  {image.cropUrl !== null && (
                    <img src={image.cropUrl} alt="" loading="lazy" decoding="async" />
                  )}
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
