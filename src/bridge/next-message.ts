/** Resolves once waiting messages have been heard; a timer would wait 4 ms every time. */
function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Lets messages be heard between two steps, an abort among them. */
export function pauseUntilAborted(signal: AbortSignal): () => Promise<void> {
  return async () => {
    await nextMessage();
    signal.throwIfAborted();
  };
}
