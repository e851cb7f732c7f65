import { NoQueries } from './NoQueries';
import { useSubject } from './use-subject';
import './queries.css';

/** All queries together: how alike they are, how they divide the images, how much each matters. */
export function AllQueries() {
  const subject = useSubject();
  if (!subject) return <NoQueries />;
  return <section className="queries" aria-label="All queries" />;
}
