import { type Backbone, FAMILIES, type Family } from '../../backbones/backbone';
import { BACKBONES } from '../../backbones/catalogue/catalogue';
import { Term } from '../kit/Term';
import { Entry } from './Entry';
import './catalogue.css';
import { useAppState, useWords } from '../hooks/use-app';

const IN_PAGE = BACKBONES.filter(({ source }) => source.kind === 'bundled');
const ON_HUB = BACKBONES.filter(({ source }) => source.kind === 'hub');

/** All backbones that are known, by where they come from and how they were trained. */
export function Catalogue() {
  const yours = useAppState((state) => state.backbones);
  const words = useWords().backbones;
  return (
    <div className="catalogue">
      <Section title={words.inThisPage} backbones={IN_PAGE} />
      {yours.length > 0 && <Section title={words.yours} backbones={yours} />}
      <Section title={words.onTheHub} backbones={ON_HUB} />
    </div>
  );
}

function Section({ title, backbones }: { title: string; backbones: readonly Backbone[] }) {
  return (
    <section className="catalogue__section" aria-label={title}>
      <h3 className="heading">{title}</h3>
      {FAMILIES.map((family) => {
        const own = backbones.filter((backbone) => backbone.family === family);
        return own.length > 0 && <FamilyGroup key={family} family={family} backbones={own} />;
      })}
    </section>
  );
}

/** Encoders that were trained alike, under what that means and what the paper found for it. */
function FamilyGroup({ family, backbones }: { family: Family; backbones: readonly Backbone[] }) {
  const words = useWords().backbones;
  const notes = backbones.map(words.paperNote);
  const shared = new Set(notes).size === 1;
  return (
    <div className="family">
      <h4 className="family__name">
        <Term of={family}>{words.families[family].label}</Term>
      </h4>
      {shared && <p className="note family__note">{notes[0]}</p>}
      <ul className="family__list">
        {backbones.map((backbone) => (
          <Entry
            key={backbone.id}
            backbone={backbone}
            note={shared ? null : words.paperNote(backbone)}
          />
        ))}
      </ul>
    </div>
  );
}
