import { useEffect, useState } from 'react';

/** How long it is said what came of it, in milliseconds. */
const SAID_FOR = 2000;

/**
 * Copies a text, and for a moment says what came of it.
 * @param textOf is called when it is copied.
 * @param onRefused the browser, or the person, does not let the page.
 */
export function useCopy(textOf: () => string, onRefused: () => void = () => undefined) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(textOf());
      setOutcome('copied');
    } catch {
      setOutcome('refused');
      onRefused();
    }
  };
  return { outcome, copy };
}
