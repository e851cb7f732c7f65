"""Takes the mean token at every position out of an encoder's tokens, inside its graph."""

import pathlib

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

OUTPUT = "last_hidden_state"
MEAN = "position_mean"
STORED = f"{MEAN}.stored"


class PositionMeanError(Exception):
    """The mean can't be taken out; the message says why."""


def read_mean(file: pathlib.Path, name: str) -> np.ndarray:
    """(N, D), from a safetensors file, or from a model that has had its own taken out already."""
    if file.suffix == ".onnx":
        model = onnx.load(file, load_external_data=False)
        found = [one for one in model.graph.initializer if one.name == STORED]
        if not found:
            raise PositionMeanError(f"{file} has no {STORED}.")
        return numpy_helper.to_array(found[0])[0]
    means = load_file(file)
    if name not in means:
        raise PositionMeanError(f"{file} has no mean for {name}, only {', '.join(means)}.")
    return means[name]


def subtract_mean(model: onnx.ModelProto, mean: np.ndarray) -> None:
    """Ends the graph with tokens − mean. `mean` is (N, D), and is stored as float16."""
    graph = model.graph
    if any(one.name == STORED for one in graph.initializer):
        raise PositionMeanError("The mean was taken out before.")
    shape = [one.dim_value for one in graph.output[0].type.tensor_type.shape.dim]
    if graph.output[0].name != OUTPUT or shape != [1, *mean.shape]:
        raise PositionMeanError(f"The tokens are {shape}, the mean is {[1, *mean.shape]}.")
    raw = f"{OUTPUT}.with_position"
    for node in graph.node:
        for index, output in enumerate(node.output):
            if output == OUTPUT:
                node.output[index] = raw
    stored = numpy_helper.from_array(mean[None].astype(np.float16), STORED)
    graph.initializer.append(stored)
    # Worked out while loading, as all weights are: the arithmetic is float32.
    graph.node.append(helper.make_node("Cast", [STORED], [MEAN], name=MEAN, to=TensorProto.FLOAT))
    graph.node.append(helper.make_node("Sub", [raw, MEAN], [OUTPUT], name=f"{OUTPUT}.centred"))
    if not any(one.external_data for one in graph.initializer):
        onnx.checker.check_model(model)
