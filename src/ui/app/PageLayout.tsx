import { Tabs, Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { BackbonesDialog } from '../backbones/BackbonesDialog';
import { DropOverlay } from '../drop/DropOverlay';
import { FilesDialog } from '../drop/FilesDialog';
import { useFileDrop } from '../drop/use-file-drop';
import { Header } from '../header/Header';
import { useWords } from '../hooks/use-app';
import { ImagesColumn } from '../images/ImagesColumn';
import { Icon } from '../kit/Icon';
import { NARROW, useMedia } from '../kit/use-media';
import { Messages } from '../messages/Messages';
import { usePage, useView } from '../page/page';
import { ProbeColumn } from '../probe/ProbeColumn';
import { TrainDock } from '../probe/TrainDock';
import { ProjectsDialog } from '../projects/ProjectsDialog';
import { MiddlePlace } from './MiddlePlace';
import { PlaceBoundary } from './PlaceBoundary';
import { useUndoKeys } from './use-undo-keys';
import './app.css';

const TABS = [
  { place: 'images', icon: 'images' },
  { place: 'sees', icon: 'eye' },
  { place: 'probe', icon: 'sliders' },
] as const;

/** The page: three places side by side, or one at a time with a bar of tabs on a phone. */
export function PageLayout() {
  const words = useWords().app;
  const narrow = useMedia(NARROW);
  const page = usePage();
  const tab = useView((view) => view.place);
  const drop = useFileDrop();
  const place = { narrow, tab };
  useUndoKeys();
  const messages = (
    <PlaceBoundary aside>
      <Messages />
    </PlaceBoundary>
  );
  return (
    <Tooltip.Provider delayDuration={300}>
      <Tabs.Root
        value={tab}
        onValueChange={(value) => page.view.setState({ place: value })}
        className="page"
      >
        <PlaceBoundary>
          <Header />
        </PlaceBoundary>
        <main className="page__places">
          <Place {...place} name="images" keep>
            <ImagesColumn dropTarget={drop.over ? drop.classId : null} />
          </Place>
          <Place {...place} name="sees" keep>
            <MiddlePlace />
          </Place>
          <Place {...place} name="probe">
            <ProbeColumn withDock={!narrow} />
          </Place>
          {!narrow && messages}
        </main>
        {narrow && messages}
        {narrow && (
          <footer className="page__foot">
            <PlaceBoundary>
              <TrainDock />
            </PlaceBoundary>
            <Tabs.List className="tabs" aria-label={words.places}>
              {TABS.map(({ place: value, icon }) => (
                <Tabs.Trigger key={value} value={value} className="tabs__tab">
                  <Icon name={icon} size={20} />
                  {words.place[value]}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </footer>
        )}
      </Tabs.Root>
      <PlaceBoundary aside>
        <BackbonesDialog />
      </PlaceBoundary>
      <PlaceBoundary aside>
        <ProjectsDialog />
      </PlaceBoundary>
      <PlaceBoundary aside>
        <FilesDialog />
      </PlaceBoundary>
      <PlaceBoundary aside>{drop.over && <DropOverlay drop={drop} />}</PlaceBoundary>
    </Tooltip.Provider>
  );
}

interface PlaceProps {
  name: string;
  narrow: boolean;
  tab: string;
  /** Whether it stays alive behind another tab; charts can't, as they have no size there. */
  keep?: boolean;
  children: ReactNode;
}

function Place({ name, narrow, tab, keep = false, children }: PlaceProps) {
  const className = `place place--${name}`;
  const content = <PlaceBoundary>{children}</PlaceBoundary>;
  if (!narrow) return <div className={className}>{content}</div>;
  return (
    <Tabs.Content
      value={name}
      {...(keep && { forceMount: true })}
      hidden={tab !== name}
      className={className}
    >
      {content}
    </Tabs.Content>
  );
}
