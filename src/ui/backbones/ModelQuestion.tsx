import { RadioGroup } from 'radix-ui';
import { useState } from 'react';
import type { ImportQuestion } from '../../backbones/import/question';
import { count } from '../../messages/en/format';
import { useCommands } from '../hooks/use-app';
import { Term } from '../kit/Term';

/** What only the person can say of their model. */
export function ModelQuestion({ name, question }: { name: string; question: ImportQuestion }) {
  const answer = useCommands().answerQuestion;
  const close = useCommands().closeModel;
  const [chosen, setChosen] = useState<string | null>(null);
  const choices = choicesOf(question);
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
        {question.about === 'output' ? (
          <>
            Which output of <bdi>{name}</bdi> holds its <Term of="tokens">tokens</Term>?
          </>
        ) : (
          <>
            <bdi>{name}</bdi> puts {count(question.prefixTokens, 'token')} before its patches. Is
            the first of them <Term of="cls">[CLS]</Term>?
          </>
        )}
      </h3>
      <RadioGroup.Root
        className="opened__choices"
        aria-label="Answer"
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
          Go on
        </button>
        <button type="button" className="button button--quiet" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function choicesOf(question: ImportQuestion): { value: string; label: string; note: string }[] {
  if (question.about === 'output') {
    return question.candidates.map(({ name, shape }) => ({
      value: name,
      label: name,
      note: `${shape}: images, tokens, width. The last one before pooling is usual.`,
    }));
  }
  return [
    { value: 'cls', label: 'Yes', note: 'The others are registers. It can be probed by itself.' },
    { value: 'none', label: 'No', note: 'All of them are registers, and none is probed.' },
  ];
}
