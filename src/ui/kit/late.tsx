import { type ComponentType, type ReactNode, useSyncExternalStore } from 'react';
import { LatePart } from './late-part';
import { NotLoaded } from './NotLoaded';

/**
 * A component whose script comes beside the page instead of before it. From then on it shows at once:
 * `lazy` would leave its place empty for a moment even so. Where the script does not come, that is
 * said in its place.
 * @param load asks for the script; at once, and again when a person wants to try again.
 * @param meanwhile what stands in its place until then.
 */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
): ComponentType<Props> {
  const part = new LatePart(load);
  void part.ask();
  return function Late(props: Props) {
    const state = useSyncExternalStore(part.subscribe, part.read);
    switch (state.kind) {
      case 'coming':
        return meanwhile;
      case 'here':
        return <state.part {...props} />;
      case 'missing':
        return <NotLoaded onAgain={() => void part.askAgain()} />;
    }
  };
}
