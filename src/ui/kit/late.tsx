import { type ComponentType, type ReactNode, useSyncExternalStore } from 'react';

/**
 * A component whose script comes beside the page instead of before it. From then on it shows at once:
 * `lazy` would leave its place empty for a moment even so.
 * @param meanwhile what stands in its place until then.
 */
export function late<Props extends object>(
  coming: Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
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
    return Component ? <Component {...props} /> : meanwhile;
  };
}
