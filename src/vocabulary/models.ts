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

/** What is wrong with the bytes of an ONNX file. */
export type OnnxFault =
  | 'too-many-parts'
  | 'unknown-field'
  | 'field-without-number'
  | 'part-too-long'
  | 'name-too-long'
  | 'endless-number'
  | 'no-graph'
  | 'weights-without-name';

/** What is wrong with one field of a stored backbone. */
export type FieldFault =
  | {
      kind:
        | 'missing'
        | 'no-list'
        | 'no-text'
        | 'no-address'
        | 'no-flag'
        | 'no-repository'
        | 'no-files'
        | 'no-hash'
        | 'not-three-numbers'
        | 'deviation-not-positive';
    }
  | { kind: 'no-count'; least: number }
  | { kind: 'no-choice'; choices: readonly string[] }
  /** `crop` pixels hold `held` patches of `patch` to a side, and the grid says `side`. */
  | { kind: 'grid-size'; crop: number; held: number; patch: number; side: number }
  | { kind: 'prefix-count'; prefixTokens: number; hasCls: boolean; registers: number }
  | { kind: 'crop-size'; crop: number; resize: number }
  | { kind: 'path-no-address' | 'path-outside-page' | 'path-without-hash'; path: string };
