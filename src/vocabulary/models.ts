/** Facts about models of which failures, and the questions asked about a model, tell. */

/** A number where the file fixes it, a name (which may be '') where any size goes. */
export type Dims = readonly (number | string)[];

/** An input or output of a graph; `dims` null where the file says nothing of them. */
export interface NamedShape {
  name: string;
  dims: Dims | null;
}

/** Numbers that an encoder may take in place of 32-bit floats. */
export type NumberType = 'uint8' | 'int8' | 'int32' | 'int64' | 'float64' | 'bfloat16';

/** What a new export can be made of: a name as timm or transformers has it; null for any. */
export interface ExportExample {
  library: 'timm' | 'transformers';
  model: string | null;
}
