import type { ChosenInFolds } from '../../study/study-table';
import type { Recipe, Setting } from '../../training/model/recipe';
import { count, percent } from './format';

const OPTIMISERS: Record<Recipe['optimiser'], string> = {
  adamw: 'AdamW',
  sgd: 'SGD',
  lars: 'LARS',
};

/** "learning rate 0.003, 200 epochs", "k = 10, T = 0.07": what a fold chose. */
export function chosenSetting(what: ChosenInFolds['what']): string {
  const { setting } = what;
  if ('neighbours' in setting) return `k = ${setting.neighbours}, T = ${setting.temperature}`;
  const changed = changes(setting);
  return changed.length > 0 ? changed.join(', ') : 'the recipe as it is';
}

/** "rate 0.003…": what most folds chose, as short as a cell of the table wants it. */
export function mostChosen(chosen: readonly ChosenInFolds[]): string {
  const [most, ...others] = chosen;
  if (!most) return '';
  return `${inShort(most.what)}${others.length > 0 ? '…' : ''}`;
}

function inShort({ setting }: ChosenInFolds['what']): string {
  if ('neighbours' in setting) return `k = ${setting.neighbours}`;
  if (setting.optimiser) return OPTIMISERS[setting.optimiser];
  return setting.learningRate === undefined ? 'recipe' : `rate ${rounded(setting.learningRate)}`;
}

/** What all folds chose, and how that did on the inner splits, as one sentence. */
export function allChosen(chosen: readonly ChosenInFolds[]): string {
  const folds = foldsOf(chosen);
  const each = chosen.map((one) => {
    const score =
      one.total > 0
        ? `${percent(one.correct / one.total)} of the inner images right`
        : 'no inner images';
    return `${chosenSetting(one.what)} in ${one.folds} of ${count(folds, 'fold')} (${score})`;
  });
  return `${each.join('; ')}.`;
}

function changes(setting: Setting): string[] {
  const { optimiser, learningRate, queryLearningRate, epochs, weightDecay } = setting;
  return [
    optimiser && OPTIMISERS[optimiser],
    learningRate !== undefined && `learning rate ${rounded(learningRate)}`,
    queryLearningRate !== undefined && `queries ${rounded(queryLearningRate)}`,
    epochs !== undefined && `${epochs} epochs`,
    weightDecay !== undefined && `weight decay ${rounded(weightDecay)}`,
  ].filter((part) => typeof part === 'string');
}

/** Three times 0.001 is no number that a computer writes well. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function foldsOf(chosen: readonly ChosenInFolds[]): number {
  return chosen.reduce((sum, { folds }) => sum + folds, 0);
}
