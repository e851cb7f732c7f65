import { ATTRIBUTE_TYPE, DATA_TYPE, ModelProto } from '../onnx/schema';
import { ProgrammingError } from '../vocabulary/programming-error';
import { topologicalOrder } from './order';
import {
  type ComputedValue,
  type ConstantValue,
  type InputValue,
  type Shape,
  showShape,
  type Value,
} from './value';

/** float64 exists for tests that differentiate numerically; everything else runs in float32. */
export type TensorPrecision = 'float32' | 'float64';

const OPSET = 18;
const IR_VERSION = 8;

/**
 * Writes the graph behind `outputs` as an ONNX model (opset 18).
 * @param outputs what the model returns, by name.
 * @throws `ProgrammingError` when two different inputs have one name.
 */
export function serialise(
  outputs: Readonly<Record<string, Value>>,
  precision: TensorPrecision = 'float32',
): Uint8Array {
  const order = topologicalOrder(Object.values(outputs));
  const names = new Map<Value, string>();
  const writer = new GraphWriter(names, precision);
  checkInputNames(order);
  order.forEach((value, index) => {
    names.set(value, value.kind === 'input' ? value.name : `v${index}`);
  });

  const inputs = order.filter((value) => value.kind === 'input');
  const nodes = order
    .filter((value) => value.kind === 'computed')
    .map((value) => writer.node(value));
  const constants = order.filter((value) => value.kind === 'constant');
  // An output's name is the caller's; Identity gives it without renaming what others refer to.
  const results = Object.entries(outputs).map(([name, value]) => ({
    opType: 'Identity',
    name: `output:${name}`,
    input: [names.get(value) ?? ''],
    output: [name],
  }));

  return ModelProto.encode(
    ModelProto.fromObject({
      irVersion: IR_VERSION,
      producerName: 'probe-playground',
      opsetImport: [{ domain: '', version: OPSET }],
      graph: {
        name: 'graph',
        node: [...nodes, ...results],
        initializer: [...constants.map((value) => writer.constant(value)), ...writer.integers],
        input: inputs.map((value) => writer.info(value.name, value.shape)),
        output: Object.entries(outputs).map(([name, value]) => writer.info(name, value.shape)),
      },
    }),
  ).finish();
}

/** Turns values into the plain objects that the protobuf codec takes. */
class GraphWriter {
  /** Shapes and axes, which ONNX wants as tensors; equal ones are written once. */
  readonly integers: object[] = [];
  private readonly known = new Set<string>();

  constructor(
    private readonly names: ReadonlyMap<Value, string>,
    private readonly precision: TensorPrecision,
  ) {}

  node(value: ComputedValue): object {
    const output = this.names.get(value) ?? '';
    const { axes, axis, start, end, keepDims, permutation } = value.attributes;
    const inputs = value.inputs.map((operand) => this.names.get(operand) ?? '');
    const attributes: object[] = [];
    if (value.operator === 'Reshape' || value.operator === 'Expand') {
      inputs.push(this.integerTensor(value.shape));
    }
    if (axes) inputs.push(this.integerTensor(axes));
    if (value.operator === 'Slice') {
      for (const bound of [start, end, axis]) inputs.push(this.integerTensor([bound ?? 0]));
    } else if (axis !== undefined) {
      attributes.push(intAttribute('axis', axis));
    }
    if (keepDims !== undefined) attributes.push(intAttribute('keepdims', keepDims ? 1 : 0));
    if (permutation) attributes.push(intsAttribute('perm', permutation));
    return {
      opType: value.operator,
      name: output,
      input: inputs,
      output: [output],
      attribute: attributes,
    };
  }

  constant(value: ConstantValue): object {
    const data =
      this.precision === 'float32' ? new Float32Array(value.data) : new Float64Array(value.data);
    return {
      name: this.names.get(value),
      dims: value.shape,
      dataType: DATA_TYPE[this.precision],
      rawData: new Uint8Array(data.buffer),
    };
  }

  info(name: string, shape: Shape): object {
    return {
      name,
      type: {
        tensorType: {
          elemType: DATA_TYPE[this.precision],
          shape: { dim: shape.map((size) => ({ dimValue: size })) },
        },
      },
    };
  }

  private integerTensor(integers: readonly number[]): string {
    const name = `int:${integers.join(',')}`;
    if (!this.known.has(name)) {
      this.known.add(name);
      this.integers.push({
        name,
        dims: [integers.length],
        dataType: DATA_TYPE.int64,
        rawData: new Uint8Array(new BigInt64Array(integers.map(BigInt)).buffer),
      });
    }
    return name;
  }
}

function intAttribute(name: string, value: number): object {
  return { name, type: ATTRIBUTE_TYPE.int, i: value };
}

function intsAttribute(name: string, values: readonly number[]): object {
  return { name, type: ATTRIBUTE_TYPE.ints, ints: values };
}

function checkInputNames(order: readonly Value[]): void {
  const known = new Map<string, InputValue>();
  for (const value of order) {
    if (value.kind !== 'input') continue;
    const other = known.get(value.name);
    if (other) {
      throw new ProgrammingError(
        `Two inputs are named "${value.name}": ${showShape(other.shape)} and ${showShape(value.shape)}.`,
      );
    }
    known.set(value.name, value);
  }
}
