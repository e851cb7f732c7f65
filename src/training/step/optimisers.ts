import {
  add,
  div,
  greater,
  mul,
  type Operand,
  reduceSum,
  sqrt,
  sub,
  where,
} from '../../graph/operators';
import type { Value } from '../../graph/value';
import { ProgrammingError } from '../../vocabulary/programming-error';
import type { OptimiserName } from '../model/recipe';

/** One parameter's update, as graph values. */
export interface Update {
  parameter: Value;
  gradient: Value;
  learningRate: Operand;
  weightDecay: number;
  momentum: number;
  /** The optimiser's memory of this parameter, by slot name. */
  slots: Readonly<Record<string, Value>>;
  /** The numbers of `stepScalars`. */
  scalars: Readonly<Record<string, Value>>;
}

export interface Optimiser {
  /** What it remembers per parameter, each of the parameter's shape, starting at zero. */
  slots: readonly string[];
  /** Numbers that depend on the step (1, 2, …) and are fed at every run. */
  stepScalars(step: number): Record<string, number>;
  update(update: Update): { parameter: Value; slots: Record<string, Value> };
}

const BETA_1 = 0.9;
const BETA_2 = 0.999;
const ADAM_EPS = 1e-8;
const LARS_TRUST = 0.001;

/**
 * AdamW as in PyTorch: decoupled weight decay, bias-corrected moments. The moments are kept as
 * decayed sums without their factors 1 − β; those and the corrections are numbers of the step, so
 * that a large matrix is walked over as few times as possible.
 */
const adamw: Optimiser = {
  slots: ['gradient_sum', 'square_sum'],
  stepScalars(step) {
    const root = Math.sqrt((1 - BETA_2 ** step) / (1 - BETA_2));
    return { stepFactor: (root * (1 - BETA_1)) / (1 - BETA_1 ** step), eps: ADAM_EPS * root };
  },
  update({ parameter, gradient, learningRate, weightDecay, slots, scalars }) {
    const sum = add(mul(slot(slots, 'gradient_sum'), BETA_1), gradient);
    const squares = add(mul(slot(slots, 'square_sum'), BETA_2), mul(gradient, gradient));
    const direction = div(sum, add(sqrt(squares), slot(scalars, 'eps')));
    const decayed =
      weightDecay === 0 ? parameter : mul(parameter, sub(1, mul(learningRate, weightDecay)));
    const rate = mul(slot(scalars, 'stepFactor'), learningRate);
    return {
      parameter: sub(decayed, mul(direction, rate)),
      slots: { gradient_sum: sum, square_sum: squares },
    };
  },
};

/** SGD with momentum as in PyTorch (no dampening, no Nesterov). */
const sgd: Optimiser = {
  slots: ['momentum_buffer'],
  stepScalars: () => ({}),
  update: ({ parameter, gradient, learningRate, weightDecay, momentum, slots }) =>
    moveAlong(parameter, decay(gradient, parameter, weightDecay), learningRate, momentum, slots),
};

/**
 * LARS (You et al. 2017) as in the authors' code: the step of every parameter of two axes or more
 * is scaled to 0.001 · ‖parameter‖ / ‖gradient‖; biases get plain momentum without decay.
 */
const lars: Optimiser = {
  slots: ['momentum_buffer'],
  stepScalars: () => ({}),
  update({ parameter, gradient, learningRate, weightDecay, momentum, slots }) {
    if (parameter.shape.length < 2) {
      return moveAlong(parameter, gradient, learningRate, momentum, slots);
    }
    const direction = decay(gradient, parameter, weightDecay);
    const length = norm(parameter);
    const stepLength = norm(direction);
    const trust = where(
      greater(length, 0),
      where(greater(stepLength, 0), div(mul(length, LARS_TRUST), stepLength), 1),
      1,
    );
    return moveAlong(parameter, mul(direction, trust), learningRate, momentum, slots);
  },
};

export const OPTIMISERS: Record<OptimiserName, Optimiser> = { adamw, sgd, lars };

function moveAlong(
  parameter: Value,
  direction: Value,
  learningRate: Operand,
  momentum: number,
  slots: Readonly<Record<string, Value>>,
) {
  const buffer = add(mul(slot(slots, 'momentum_buffer'), momentum), direction);
  return {
    parameter: sub(parameter, mul(learningRate, buffer)),
    slots: { momentum_buffer: buffer },
  };
}

function decay(gradient: Value, parameter: Value, weightDecay: number): Value {
  return weightDecay === 0 ? gradient : add(gradient, mul(parameter, weightDecay));
}

/** Euclidean length of all numbers together, a scalar. */
function norm(value: Value): Value {
  return sqrt(
    reduceSum(
      mul(value, value),
      value.shape.map((_, axis) => axis),
    ),
  );
}

function slot(values: Readonly<Record<string, Value>>, name: string): Value {
  const found = values[name];
  if (!found) throw new ProgrammingError(`The optimiser's "${name}" is missing.`);
  return found;
}
