import type { Rgb } from '../../../figures/maps/palette';
import { MOST_GROUPS, type QueryGroups } from '../../hooks/query-groups';
import { useCommands, useWords } from '../../hooks/use-app';
import { Rich } from '../../kit/Rich';
import { StepSlider } from '../../kit/StepSlider';
import { QueryLink } from '../QueryLink';

interface GroupsProps {
  groups: QueryGroups;
  /** The queries, as rows and columns of the matrix stand. */
  order: readonly number[];
  colours: readonly Rgb[];
}

/** Queries that look at the same places, in as many groups as one likes. */
export function Groups({ groups, order, colours }: GroupsProps) {
  const words = useWords().queries.groups;
  const setGroups = useCommands().setGroups;
  const most = Math.min(MOST_GROUPS, groups.groupOf.length);
  const members = Array.from({ length: groups.count }, (_, group) =>
    order.filter((query) => groups.groupOf[query] === group),
  );
  return (
    <section className="groups" aria-label={words.label}>
      <StepSlider
        name={words.label}
        label={<Rich text={words.slider} />}
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
            aria-label={words.group(group)}
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
