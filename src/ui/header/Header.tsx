import { ProjectMenu } from '../projects/ProjectMenu';
import { DeviceMenu } from './DeviceMenu';
import { HelpDialog } from './HelpDialog';
import { Logo } from './Logo';
import { ThemeMenu } from './ThemeMenu';
import './header.css';

export function Header() {
  return (
    <header className="header">
      <Logo />
      <h1 className="header__title">Probe Playground</h1>
      <ProjectMenu />
      <div className="header__tools">
        <DeviceMenu />
        <HelpDialog />
        <ThemeMenu />
      </div>
    </header>
  );
}
