/** How an image travels between classes while it is dragged. */
const TYPE = 'application/x-probe-playground-image';

export function startImageDrag(transfer: DataTransfer, imageId: string): void {
  transfer.setData(TYPE, imageId);
  transfer.effectAllowed = 'move';
}

export function carriesImage(transfer: DataTransfer): boolean {
  return transfer.types.includes(TYPE);
}

/** The dragged image's id; null when something else is dragged. */
export function readImage(transfer: DataTransfer): string | null {
  return transfer.getData(TYPE) || null;
}
