import { AppError } from '../vocabulary/failures';

/**
 * What `asked` gives, unless it takes too long: a folder in a cloud, or a drive that is gone, may
 * never answer.
 * @throws `AppError` `entry-silent` when it does.
 */
export async function inTime<T>(asked: Promise<T>, milliseconds: number): Promise<T> {
  const seconds = Math.round(milliseconds / 1000);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError({ code: 'entry-silent', seconds })), milliseconds);
  });
  try {
    return await Promise.race([asked, silence]);
  } finally {
    clearTimeout(timer);
  }
}
