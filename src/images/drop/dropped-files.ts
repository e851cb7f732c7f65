/** What a drop, a file dialog or a sample set yields. */
export interface DroppedFiles {
  files: { file: File; folder: string | null }[];
  emptyFolders: string[];
  /** Files and folders, by path, that the browser refused to read. */
  unreadable?: string[];
}
