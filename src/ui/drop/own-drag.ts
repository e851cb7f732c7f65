/** Tells whether what is dragged has its beginning on this page: a picture of a class, a link. */
export interface OwnDrags {
  underWay(): boolean;
  stop(): void;
}

export function watchOwnDrags(target: Window): OwnDrags {
  let own = false;
  const begin = () => {
    own = true;
  };
  const end = () => {
    own = false;
  };
  // What was dragged may leave the page with the drop, and then no end is told of.
  const dropped = () => setTimeout(end);
  target.addEventListener('dragstart', begin, true);
  target.addEventListener('dragend', end, true);
  target.addEventListener('drop', dropped, true);
  return {
    underWay: () => own,
    stop() {
      target.removeEventListener('dragstart', begin, true);
      target.removeEventListener('dragend', end, true);
      target.removeEventListener('drop', dropped, true);
    },
  };
}
