import { Component, type ReactNode } from 'react';

/** Shows what a state throws in its place, so that the others stay. */
export class Trouble extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error === null ? this.props.children : <p className="lab__trouble">{String(error)}</p>;
  }
}
