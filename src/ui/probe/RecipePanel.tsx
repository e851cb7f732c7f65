import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import { queryStartOf } from '../../training/model/query-start';
import { type QueryStart, RECIPES, type Recipe } from '../../training/model/recipe';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { Segments } from '../kit/Segments';
import { StepSlider } from '../kit/StepSlider';
import { Term } from '../kit/Term';

const STARTS: readonly QueryStart[] = ['clusters', 'random'];
const SHARES = [0, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5];

/** How the probe is trained: closed it names the recipe in use, open it lets one choose. */
export function RecipePanel() {
  const {
    probe: { recipe: words },
    format: { percent },
  } = useWords();
  const recipe = useAppState((state) => state.recipe);
  const start = useAppState((state) => queryStartOf(state.recipe, [state.probe.name]));
  const setRecipe = useCommands().setRecipe;
  const heldOutShare = useAppState((state) => state.heldOutShare);
  const setHeldOutShare = useCommands().setHeldOutShare;
  const choose = (name: string) => {
    if (name === 'small-data' || name === 'paper') setRecipe(RECIPES[name]);
  };
  return (
    <details className="recipe">
      <summary className="recipe__summary">
        <Icon name="right" size={12} />
        <span>{words.heading}</span>
        <span className="recipe__name">{words.summary(recipe, start, heldOutShare)}</span>
      </summary>
      <div className="recipe__body">
        <RadioGroup.Root aria-label={words.heading} value={recipe.name} onValueChange={choose}>
          {Object.values(RECIPES).map(({ name }) => (
            <RadioGroup.Item key={name} value={name} className="choice">
              <span className="choice__dot" />
              <span>
                {words.names[name].label}
                <span className="note choice__note">{words.names[name].note}</span>
              </span>
            </RadioGroup.Item>
          ))}
        </RadioGroup.Root>
        <p className="note">{words.numbers(recipe, start)}</p>
        {start !== null && <StartChoice recipe={recipe} start={start} />}
        <StepSlider
          name={words.heldOut}
          label={<Term of="heldOut">{words.heldOut}</Term>}
          values={SHARES.includes(heldOutShare) ? SHARES : [...SHARES, heldOutShare].sort()}
          value={heldOutShare}
          format={percent}
          onChange={setHeldOutShare}
        />
        <SeedField />
      </div>
    </details>
  );
}

/** Where the queries start, whichever recipe it is. */
function StartChoice({ recipe, start }: { recipe: Recipe; start: QueryStart }) {
  const words = useWords().probe.recipe;
  const setRecipe = useCommands().setRecipe;
  return (
    <div className="recipe__start">
      <span className="slider__label">
        <Term of="queryStart">{words.queriesStart}</Term>
      </span>
      <Segments
        name={words.queriesStart}
        className="recipe__starts"
        value={start}
        choices={STARTS}
        labels={words.starts}
        onChange={(queryStart) => setRecipe({ ...recipe, queryStart })}
      />
    </div>
  );
}

function SeedField() {
  const words = useWords().probe.recipe;
  const seed = useAppState((state) => state.seed);
  const setSeed = useCommands().setSeed;
  const [text, setText] = useState<string | null>(null);
  return (
    <div className="slider">
      <span className="slider__label">
        <Term of="seed">{words.seed}</Term>
      </span>
      <input
        className="field"
        aria-label={words.seed}
        inputMode="numeric"
        value={text ?? String(seed)}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, '').slice(0, 9);
          setText(digits);
          if (digits !== '') setSeed(Number(digits));
        }}
        onBlur={() => setText(null)}
      />
    </div>
  );
}
