import { Component, type ErrorInfo, type ReactNode } from 'react';

/** A failure to show something. */
export interface Stop {
  error: unknown;
  /** Where in the page it happened, as React tells it; '' until it does. */
  componentStack: string;
  /** How often it has been tried again, in vain. */
  retries: number;
  /** Tries to show it again. */
  again(): void;
}

interface BoundaryProps {
  children: ReactNode;
  /** What stands in the place of what failed. */
  fallback(stop: Stop): ReactNode;
}

interface BoundaryState {
  failed: { error: unknown } | null;
  componentStack: string;
  failures: number;
}

/** Keeps what fails to show from taking down what is around it. Tries again only when told to. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: null, componentStack: '', failures: 0 };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { failed: { error } };
  }

  override componentDidCatch(_error: unknown, { componentStack }: ErrorInfo) {
    this.setState(({ failures }) => ({
      failures: failures + 1,
      componentStack: componentStack ?? '',
    }));
  }

  override render() {
    const { failed, componentStack, failures } = this.state;
    if (!failed) return this.props.children;
    return this.props.fallback({
      error: failed.error,
      componentStack,
      retries: Math.max(0, failures - 1),
      again: () => this.setState({ failed: null }),
    });
  }
}
