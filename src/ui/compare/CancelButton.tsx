import { useWords } from '../hooks/use-app';

/** Ends a comparison that is under way, or waits; what is finished stays. */
export function CancelButton({ onClick }: { onClick(): void }) {
  const words = useWords().compare;
  return (
    <button type="button" className="button button--small" onClick={onClick}>
      {words.cancel}
    </button>
  );
}
