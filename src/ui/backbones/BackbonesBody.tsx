import { useAppState } from '../hooks/use-app';
import { AddOwn } from './AddOwn';
import { CachedModels } from './CachedModels';
import { Catalogue } from './Catalogue';
import { OpenedModelView } from './OpenedModelView';
import { SwitchReport } from './SwitchReport';

/** What the dialog of backbones holds: how a switch goes, and all there are, or one that is added. */
export function BackbonesBody() {
  const opened = useAppState((state) => state.opened.kind !== 'none');
  return (
    <>
      <SwitchReport />
      {opened ? (
        <OpenedModelView />
      ) : (
        <div className="backbones__body">
          <Catalogue />
          <aside className="backbones__aside">
            <AddOwn />
            <CachedModels />
          </aside>
        </div>
      )}
    </>
  );
}
