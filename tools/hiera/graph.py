"""Writes an ONNX graph node by node, with its weights stored small."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17
GROUP = 32
"""Rows of a matrix that share a scale."""


class Graph:
    """Collects nodes and weights; every method that adds a node gives its output's name."""

    def __init__(self, *, eight_bits: bool):
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: dict[str, onnx.TensorProto] = {}
        self.eight_bits = eight_bits

    def node(self, op: str, inputs: list[str], name: str, **attributes) -> str:
        self.nodes.append(helper.make_node(op, inputs, [name], name=name, **attributes))
        return name

    def split(self, value: str, parts: int, axis: int, name: str) -> list[str]:
        outputs = [f"{name}.{i}" for i in range(parts)]
        self.nodes.append(helper.make_node("Split", [value], outputs, name=name, axis=axis))
        return outputs

    def reshape(self, value: str, shape: list[int], name: str) -> str:
        # Shapes are few, and shared by name between the blocks.
        key = "shape." + "x".join(map(str, shape))
        return self.node("Reshape", [value, self.constant(key, np.array(shape, np.int64))], name)

    def constant(self, name: str, values: np.ndarray) -> str:
        self.initializers.setdefault(
            name, numpy_helper.from_array(np.ascontiguousarray(values), name)
        )
        return name

    def halved(self, name: str, values: np.ndarray) -> str:
        """A weight that is stored as float16."""
        if not self.eight_bits:
            return self.constant(name, values.astype(np.float32))
        return self._as_float32(name, values.astype(np.float16))

    def matrix(self, name: str, values: np.ndarray) -> str:
        """A matrix stored as int8, with a float16 scale for every 32 rows of a column.

        The operators that restore it are worked out while loading: all arithmetic is float32.
        """
        if not self.eight_bits:
            return self.constant(name, values)
        groups = values.reshape(-1, GROUP, values.shape[1])
        scales = (np.abs(groups).max(axis=1, keepdims=True) / 127).astype(np.float16)
        # Divided by the scale as it is stored, so that its rounding is made good.
        steps = np.rint(groups / scales.astype(np.float32)).clip(-127, 127).astype(np.int8)
        factors = [
            self._as_float32(f"{name}.steps", steps),
            self._as_float32(f"{name}.scales", scales),
        ]
        restored = self.node("Mul", factors, f"{name}.groups")
        return self.reshape(restored, list(values.shape), name)

    def _as_float32(self, name: str, values: np.ndarray) -> str:
        stored = self.constant(f"{name}.stored", values)
        return self.node("Cast", [stored], name, to=TensorProto.FLOAT)

    def model(
        self, name: str, input_shape: list[int], output: str, output_shape: list[int]
    ) -> onnx.ModelProto:
        """The model: `pixel_values` in, `output` out."""
        graph = helper.make_graph(
            self.nodes,
            name,
            [helper.make_tensor_value_info("pixel_values", TensorProto.FLOAT, input_shape)],
            [helper.make_tensor_value_info(output, TensorProto.FLOAT, output_shape)],
            list(self.initializers.values()),
        )
        return helper.make_model(
            graph,
            producer_name="probe-playground",
            # The IR version that belongs to the opset, whatever the installed onnx would write.
            ir_version=8,
            opset_imports=[helper.make_opsetid("", OPSET)],
        )
