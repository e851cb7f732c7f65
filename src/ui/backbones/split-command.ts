/** A sentence that may hold a command to be copied. */
export interface WithCommand {
  before: string;
  command: string | null;
  after: string;
}

const COMMAND = /python tools\/\S+(?: \S+)* --out [\w./-]*\w/;

/** Takes the export command out of a sentence, so that it can stand in a line of its own. */
export function splitCommand(sentence: string): WithCommand {
  const found = COMMAND.exec(sentence);
  if (!found) return { before: sentence, command: null, after: '' };
  const [command] = found;
  return {
    before: sentence.slice(0, found.index).trimEnd(),
    command,
    after: sentence.slice(found.index + command.length).replace(/^\.?\s*/, ''),
  };
}
