import type { ContextMenu, DropdownMenu } from 'radix-ui';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';

/** The two kinds of menu have the same parts. */
type Menu = Pick<
  typeof ContextMenu | typeof DropdownMenu,
  'Item' | 'Sub' | 'SubTrigger' | 'SubContent' | 'Portal' | 'Separator'
>;

/** What can be done with one image. */
export function ImageMenuItems({ imageId, menu: M }: { imageId: string; menu: Menu }) {
  const words = useWords().images.image;
  const classes = useAppState((state) => state.classes);
  const own = useAppState((state) => state.images.find((image) => image.id === imageId)?.classId);
  const moveImage = useCommands().moveImage;
  const deleteImage = useCommands().deleteImage;
  const addClass = useCommands().addClass;
  return (
    <>
      <M.Sub>
        <M.SubTrigger className="menu__item">
          <span className="menu__text">{words.moveTo}</span>
          <span className="menu__end">
            <Icon name="right" size={12} />
          </span>
        </M.SubTrigger>
        <M.Portal>
          <M.SubContent className="menu" collisionPadding={8}>
            {classes.map(({ id, name }) => (
              <M.Item
                key={id}
                className="menu__item"
                disabled={id === own}
                onSelect={() => moveImage(imageId, id)}
              >
                <bdi className="menu__text">{name}</bdi>
              </M.Item>
            ))}
            <M.Separator className="menu__line" />
            <M.Item className="menu__item" onSelect={() => moveImage(imageId, addClass())}>
              {words.newClass}
            </M.Item>
          </M.SubContent>
        </M.Portal>
      </M.Sub>
      <M.Item className="menu__item menu__item--danger" onSelect={() => deleteImage(imageId)}>
        <span className="menu__text">{words.delete}</span>
        <span className="menu__end">{words.deleteKey}</span>
      </M.Item>
    </>
  );
}
