/** Names that the page gives to what has none, in the person's language. They become part of the project. */
export interface Names {
  /** A file or a folder of whose name nothing readable is left. */
  unnamed: string;
  /** The class of images whose own class is gone. */
  recovered: string;
  /** What a project is called: its name, or where that is empty its number, from 1. */
  project(name: string, number: number): string;
  /** A copy of a project of that name, which may be empty. */
  copyOf(name: string): string;
  /** A class that was made without a name, by its number from 1. */
  newClass(number: number): string;
}
