import type { ParameterSpec } from '../probe';

/** Parameters as PyTorch's modules start them, named under `name` as its state dicts do. */

/** `nn.Linear` or a 1×1 `nn.Conv2d`: (outputs, inputs) and, unless told otherwise, (outputs). */
export function linearParameters(
  name: string,
  inputs: number,
  outputs: number,
  { bias = true, kernel = [] }: { bias?: boolean; kernel?: number[] } = {},
): ParameterSpec[] {
  const fanIn = kernel.reduce((product, size) => product * size, inputs);
  const start = { kind: 'uniform', bound: 1 / Math.sqrt(fanIn) } as const;
  const weight: ParameterSpec = {
    name: `${name}.weight`,
    shape: [outputs, inputs, ...kernel],
    group: 'other',
    start,
  };
  return bias
    ? [weight, { name: `${name}.bias`, shape: [outputs], group: 'other', start }]
    : [weight];
}

/** Gain 1 and bias 0 of `nn.LayerNorm` or a batch norm. */
export function normParameters(name: string, width: number): ParameterSpec[] {
  return [filled(`${name}.weight`, [width], 1), filled(`${name}.bias`, [width], 0)];
}

/** `fc1` and `fc2` around a GELU, four times as wide inside. */
export function mlpParameters(name: string, width: number): ParameterSpec[] {
  return [
    ...linearParameters(`${name}.fc1`, width, 4 * width),
    ...linearParameters(`${name}.fc2`, 4 * width, width),
  ];
}

export function filled(name: string, shape: number[], value: number): ParameterSpec {
  return { name, shape, group: 'other', start: { kind: 'fill', value } };
}

export function normal(name: string, shape: number[], deviation: number): ParameterSpec {
  return { name, shape, group: 'other', start: { kind: 'normal', deviation } };
}

/** A learned query: it has a learning rate of its own and no weight decay. */
export function query(name: string, shape: number[], deviation: number): ParameterSpec {
  return { ...normal(name, shape, deviation), group: 'queries' };
}

/** The same parameters, drawn from a narrow normal distribution, biases at 0. */
export function narrow(specs: ParameterSpec[], deviation: number): ParameterSpec[] {
  return specs.map((spec) => ({
    ...spec,
    start: spec.shape.length > 1 ? { kind: 'normal', deviation } : { kind: 'fill', value: 0 },
  }));
}
