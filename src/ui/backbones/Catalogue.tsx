import { type Backbone, FAMILIES, type Family } from '../../backbones/backbone';
import { BACKBONES } from '../../backbones/catalogue/catalogue';
import { FAMILY_FACTS } from '../../backbones/catalogue/families';
import { Term } from '../kit/Term';
import { Entry } from './Entry';
import './catalogue.css';
import { useAppState } from '../hooks/use-app';

const IN_PAGE = BACKBONES.filter(({ source }) => source.kind === 'bundled');
const ON_HUB = BACKBONES.filter(({ source }) => source.kind === 'hub');

/** All backbones that are known, by where they come from and how they were trained. */
export function Catalogue() {
  const yours = useAppState((state) => state.backbones);
  return (
    <div className="catalogue">
      <Section title="In this page" backbones={IN_PAGE} />
      {yours.length > 0 && <Section title="Yours" backbones={yours} />}
      <Section title="On the hub" backbones={ON_HUB} />
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
  const [first] = backbones;
  const shared = backbones.every(({ paperNote }) => paperNote === first?.paperNote);
  return (
    <div className="family">
      <h4 className="family__name">
        <Term of={family}>{FAMILY_FACTS[family].label}</Term>
      </h4>
      {shared && <p className="note family__note">{first?.paperNote}</p>}
      <ul className="family__list">
        {backbones.map((backbone) => (
          <Entry key={backbone.id} backbone={backbone} note={shared ? null : backbone.paperNote} />
        ))}
      </ul>
    </div>
  );
}
