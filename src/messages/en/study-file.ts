import type { Recipe } from '../../training/model/recipe';
import type { SettingsChoice } from '../../training/run/compare-api';

interface RowFacts {
  folds: number;
  repeats: number;
  images: number;
  recipe: Recipe;
  choice: SettingsChoice;
  /** Standard errors in points, as they are written; null where there is none. */
  errors: { knn: string | null; lp: string | null; ep: string | null };
  dOut: number;
}

/** Words in the files that hold the table of a study. */
export const studyFile = {
  header: {
    probe: 'Probe',
    parameters: 'Parameters',
    poolingParameters: 'Parameters of the pooling',
    multiplyAdds: 'Multiply-adds per image',
    referenceMultiplyAdds: 'Multiply-adds per image, reference form',
    seconds: 'Training time per fold (s)',
    accuracy: 'Held-out accuracy (%)',
    standardError: 'Standard error (points)',
    folds: 'Folds',
    correct: 'Correct',
    total: 'Of',
    bestEp: 'Best EP',
    settings: 'Settings chosen in the folds',
  },
  yes: 'yes',

  /** In a row of the authors' table. */
  resultsRow: {
    ownImages: (images: number, classes: number) => `own images (${images} in ${classes} classes)`,
    notes: ({ folds, repeats, images, recipe, choice, errors, dOut }: RowFacts) => {
      const known = Object.entries(errors).flatMap(([name, error]) =>
        error === null ? [] : [`${name} ${error}`],
      );
      return [
        `Measured in Probe Playground: mean of ${folds * repeats} folds over ${images} images` +
          (known.length > 0 ? `, ± one standard error: ${known.join(', ')}` : ''),
        `${recipe.epochs} epochs, ${recipe.name} recipe` +
          (choice === 'inner' ? ' or other settings, chosen inside the folds' : ''),
        ...(dOut === 1 ? [] : [`EP with d_out ${dOut}`]),
      ].join('; ');
    },
  },
};
