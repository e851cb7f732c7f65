import { knownBackbone } from '../../backbones/catalogue/catalogue';
import { toCsv } from '../../export/csv';
import { resultsRows } from '../../export/results-row';
import type { AppState, Study } from '../../state/slices/types';
import { useApp } from '../hooks/use-app';
import { useCopy } from '../hooks/use-copy';
import { Hint } from '../kit/Hint';

/**
 * Copies what was measured as rows of the authors' table, with its header.
 * @param studiesOf one study per encoder, read when it is copied
 */
export function CopyResultsRow({ studiesOf }: { studiesOf(state: AppState): readonly Study[] }) {
  const { store, commands, words } = useApp();
  const { resultsRow } = words.compare;
  const { outcome, copy } = useCopy(
    () => {
      const state = store.getState();
      const encoders = studiesOf(state).flatMap((study) => {
        const backbone = knownBackbone(state.backbones, study.backboneId);
        return backbone ? [{ backbone, study }] : [];
      });
      return toCsv(resultsRows(encoders, words));
    },
    () => commands.say('error', { part: 'comparison' }, { code: 'table-not-copied' }),
  );
  return (
    <>
      <Hint text={resultsRow.about}>
        <button type="button" className="button button--small" onClick={() => void copy()}>
          {resultsRow.copy}
        </button>
      </Hint>
      <span className="note" aria-live="polite">
        {outcome === 'copied' && resultsRow.copied}
      </span>
    </>
  );
}
