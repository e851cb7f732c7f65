import type { Stop } from './Boundary';

/** What helps to find out why something stopped. For developers, so in no language of the page. */
export function stopDetails({ error, componentStack }: Pick<Stop, 'error' | 'componentStack'>) {
  return [
    error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error),
    // Not every browser begins the stack with it.
    error instanceof Error && !error.stack?.includes(error.message) ? error.message : '',
    componentStack.trim(),
    [navigator.userAgent, version(), location.protocol, new Date().toISOString()].join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A build names its script after its contents. */
function version(): string {
  const script = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  return script ? new URL(script.src).pathname : '';
}
