import { Rich } from '../kit/Rich';

/** A sentence about the smallest class, whose name may be in any script; a space before it. */
export function SmallestClass({ text, name }: { text: string; name: string }) {
  return (
    <>
      {' '}
      <Rich text={text} parts={{ name: () => <bdi>{name}</bdi> }} />
    </>
  );
}
