/** Sets a CSS variable where it changes: written as it was, all below would be styled anew. */
export function setVariable(element: HTMLElement, name: string, value: number): void {
  const text = String(value);
  if (element.style.getPropertyValue(name) !== text) element.style.setProperty(name, text);
}
