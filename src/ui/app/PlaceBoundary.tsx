import { Component, type ReactNode } from 'react';
import { type Failure, failureOf } from '../../vocabulary/failures';
import { useWords } from '../hooks/use-app';

interface BoundaryState {
  failure: Failure | null;
}

/**
 * Keeps a mistake in one place from taking down the page: the others go on, and what works behind
 * the page goes on in any case.
 */
export class PlaceBoundary extends Component<{ children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { failure: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: failureOf(error) };
  }

  override render() {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return <Stopped failure={failure} onAgain={() => this.setState({ failure: null })} />;
  }
}

function Stopped({ failure, onAgain }: { failure: Failure; onAgain(): void }) {
  const words = useWords();
  return (
    <section className="stopped" role="alert">
      <p>{words.app.stopped.because(words.failureText(failure))}</p>
      <button type="button" className="button" onClick={onAgain}>
        {words.app.stopped.again}
      </button>
    </section>
  );
}
