import type { Rgb } from '../../../figures/maps/palette';
import { MOST_GROUPS, type QueryGroups } from '../../hooks/query-groups';
import { useCommands } from '../../hooks/use-app';
import { StepSlider } from '../../kit/StepSlider';
import { Term } from '../../kit/Term';
import { QueryLink } from '../QueryLink';

interface GroupsProps {
  groups: QueryGroups;
  /** The queries, as rows and columns of the matrix stand. */
  order: readonly number[];
  colours: readonly Rgb[];
}

/** Queries that look at the same places, in as many groups as one likes. */
export function Groups({ groups, order, colours }: GroupsProps) {
  const setGroups = useCommands().setGroups;
  const most = Math.min(MOST_GROUPS, groups.groupOf.length);
  const members = Array.from({ length: groups.count }, (_, group) =>
    order.filter((query) => groups.groupOf[query] === group),
  );
  return (
    <section className="groups" aria-label="Groups">
      <StepSlider
        name="Groups"
        label={<Term of="groups">Groups</Term>}
        values={Array.from({ length: most - 1 }, (_, index) => index + 2)}
        value={groups.count}
        onChange={setGroups}
      />
      <ul className="groups__list">
        {members.map((queries, group) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the group
            key={group}
            className="groups__group"
            aria-label={`Group ${group + 1}`}
          >
            {queries.map((query) => (
              <QueryLink key={query} query={query} colour={colours[query]} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
