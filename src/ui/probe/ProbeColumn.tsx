import { useWords } from '../hooks/use-app';
import { ProbeOptionsForm } from './ProbeOptionsForm';
import { ProbePicker } from './ProbePicker';
import { RecipePanel } from './RecipePanel';
import { Results } from './Results';
import { TrainDock } from './TrainDock';
import './probe.css';
import './controls.css';

/** What is trained and how, and what came of it. On a phone the dock stands at the page's foot. */
export function ProbeColumn({ withDock }: { withDock: boolean }) {
  const words = useWords().probe;
  return (
    <div className="probe">
      <h2 className="heading">{words.heading}</h2>
      <ProbePicker />
      <ProbeOptionsForm />
      <RecipePanel />
      {withDock && <TrainDock />}
      <Results />
    </div>
  );
}
