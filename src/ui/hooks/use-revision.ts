import { useEffect, useState } from 'react';
import { tokensRevision } from '../../state/derive/tokens-revision';
import { useStore } from '../../state/store';

/** `tokensRevision` of the images; it stands still while tokens keep coming, so that nothing is asked anew for each. */
export function useRevision(): number {
  const revision = useStore((state) => tokensRevision(state.images));
  const extracting = useStore((state) => state.extraction.kind === 'running');
  const [settled, setSettled] = useState(revision);
  useEffect(() => {
    if (!extracting) setSettled(revision);
  }, [revision, extracting]);
  return settled;
}
