/** Names that the page gives to what has none. They become part of the project. */
export const names = {
  /** A file or a folder of whose name nothing readable is left. */
  unnamed: 'unnamed',
  /** The class of images whose own class is gone. */
  recovered: 'Recovered',
};
