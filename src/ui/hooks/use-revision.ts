import { useEffect, useState } from 'react';
import { tokensRevision } from '../../state/derive/tokens-revision';
import { useAppState } from './use-app';

/** `tokensRevision` of the images; it stands still while tokens keep coming, so that nothing is asked anew for each. */
export function useRevision(): number {
  const revision = useAppState((state) => tokensRevision(state.images));
  const extracting = useAppState((state) => state.extraction.kind === 'running');
  const [settled, setSettled] = useState(revision);
  useEffect(() => {
    if (!extracting) setSettled(revision);
  }, [revision, extracting]);
  return settled;
}
