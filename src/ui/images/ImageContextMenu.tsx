import { ContextMenu } from 'radix-ui';
import { type ReactElement, useState } from 'react';
import { ImageMenuItems } from './ImageMenuItems';

/** One context menu for all thumbnails inside: hundreds of separate ones would slow the page. */
export function ImageContextMenu({ children }: { children: ReactElement }) {
  const [imageId, setImageId] = useState<string | null>(null);
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger
        asChild
        onContextMenu={(event) => setImageId(imageUnder(event.target))}
        onPointerDown={(event) => setImageId(imageUnder(event.target))}
      >
        {children}
      </ContextMenu.Trigger>
      {imageId !== null && (
        <ContextMenu.Portal>
          <ContextMenu.Content className="menu" collisionPadding={8}>
            <ImageMenuItems imageId={imageId} menu={ContextMenu} />
          </ContextMenu.Content>
        </ContextMenu.Portal>
      )}
    </ContextMenu.Root>
  );
}

function imageUnder(target: EventTarget): string | null {
  const thumbnail = target instanceof Element ? target.closest('[data-image-id]') : null;
  return thumbnail instanceof HTMLElement ? (thumbnail.dataset.imageId ?? null) : null;
}
