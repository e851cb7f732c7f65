import { type ComponentType, useSyncExternalStore } from 'react';

/**
 * A component whose script comes beside the page instead of before it. It shows nothing until then,
 * and from then on shows at once: `lazy` would leave its place empty for a moment even so.
 */
export function late<Props extends object>(
  coming: Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let Come: ComponentType<Props> | null = null;
  const come = coming.then((component) => {
    Come = component;
  });
  const subscribe = (onCome: () => void) => {
    void come.then(onCome);
    return () => undefined;
  };
  const read = () => Come;
  return function Late(props: Props) {
    const Component = useSyncExternalStore(subscribe, read);
    return Component && <Component {...props} />;
  };
}
