/** A fresh id, unique in practice. `crypto.randomUUID` is missing on plain HTTP, so not that. */
export function newId(): string {
  const words = crypto.getRandomValues(new Uint32Array(3));
  return Array.from(words, (word) => word.toString(36)).join('-');
}
