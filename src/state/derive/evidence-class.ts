import type { AppState } from '../slices/types';

/**
 * The class that evidence speaks for on screen: the chosen one, else what the head on show says
 * about the selected image. One for both panes, so that they can be compared.
 */
export function evidenceClassOf(
  state: Pick<AppState, 'evidenceClassId' | 'training' | 'selectedImageId'>,
): string | null {
  const { evidenceClassId, training, selectedImageId } = state;
  if (training.kind !== 'done') return null;
  const { classes } = training.run;
  if (classes.some(({ id }) => id === evidenceClassId)) return evidenceClassId;
  const { probabilities = [] } = training.predictions[selectedImageId ?? ''] ?? {};
  return classes[probabilities.indexOf(Math.max(...probabilities))]?.id ?? classes[0]?.id ?? null;
}
