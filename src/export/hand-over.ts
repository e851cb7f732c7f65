import { AppError } from '../vocabulary/failures';

/** Gives a file to the person, as the browser does with downloads. */
export function saveToDisk(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the file after this click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Puts a picture on the clipboard. The clipboard is asked at once and the picture may come later:
 * some browsers only listen right after a click.
 * @throws `copy-unsupported` or `copy-refused` when the browser does not do it, else what `picture` rejects with.
 */
export async function copyPicture(picture: Promise<Blob>): Promise<void> {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write) {
    throw new AppError({ code: 'copy-unsupported' });
  }
  // Else a picture that can't be drawn would be reported a second time, as an unhandled rejection.
  picture.catch(() => undefined);
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  } catch (cause) {
    // When drawing failed, that is the reason worth telling.
    await picture;
    throw new AppError({ code: 'copy-refused' }, { cause });
  }
}
