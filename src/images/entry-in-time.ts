import { AppError } from '../vocabulary/failures';
import { inTime, isNoAnswer } from '../vocabulary/in-time';

/**
 * What `asked` gives, unless it takes too long: a folder in a cloud, or a drive that is gone, may
 * never answer.
 * @throws `AppError` `entry-silent` when it does.
 */
export async function entryInTime<T>(asked: Promise<T>, milliseconds: number): Promise<T> {
  try {
    return await inTime(milliseconds, () => asked);
  } catch (error) {
    if (!isNoAnswer(error)) throw error;
    throw new AppError({ code: 'entry-silent', seconds: Math.round(milliseconds / 1000) });
  }
}
