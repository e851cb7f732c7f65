import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import type { ImportQuestion } from '../../backbones/import/question';
import type { Words } from '../../messages/words';
import { useCommands, useWords } from '../hooks/use-app';
import { Rich } from '../kit/Rich';

/** What only the person can say of their model. */
export function ModelQuestion({ name, question }: { name: string; question: ImportQuestion }) {
  const answer = useCommands().answerQuestion;
  const close = useCommands().closeModel;
  const [chosen, setChosen] = useState<string | null>(null);
  const { cancel, question: words } = useWords().backbones;
  const choices = choicesOf(question, words);
  return (
    <form
      className="opened__question"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen === null) return;
        answer(question.about === 'output' ? { output: chosen } : { hasCls: chosen === 'cls' });
      }}
    >
      <h3 className="opened__title">
        <Rich text={words.title(question)} parts={{ model: () => <bdi>{name}</bdi> }} />
      </h3>
      <RadioGroup.Root
        className="opened__choices"
        aria-label={words.answer}
        value={chosen ?? ''}
        onValueChange={setChosen}
      >
        {choices.map(({ value, label, note }) => (
          <RadioGroup.Item key={value} value={value} className="choice">
            <span className="choice__dot" />
            <span>
              {label}
              <span className="note choice__note">{note}</span>
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      <div className="opened__buttons">
        <button type="submit" className="button button--filled" disabled={chosen === null}>
          {words.goOn}
        </button>
        <button type="button" className="button button--quiet" onClick={close}>
          {cancel}
        </button>
      </div>
    </form>
  );
}

function choicesOf(
  question: ImportQuestion,
  words: Words['backbones']['question'],
): { value: string; label: string; note: string }[] {
  if (question.about === 'output') {
    return question.candidates.map(({ name, dims }) => ({
      value: name,
      label: name,
      note: words.outputNote(dims),
    }));
  }
  return [
    { value: 'cls', label: words.yes, note: words.yesNote },
    { value: 'none', label: words.no, note: words.noNote },
  ];
}
