"""The trunk of SAM 2's Hiera-Tiny as an ONNX graph, for any size and up to any block.

Between the steps the cells are rows of one matrix, (cells, channels), so that every linear layer is
one Gemm; they take the shape of a grid only to be cut into windows or pooled.
"""

import numpy as np
import onnx

from hiera.block import add_block
from hiera.graph import Graph
from hiera.layout import HEAD, STRIDE, blocks
from hiera.position import WINDOW, Position, bicubic
from hiera.weights import TrunkWeights


def build_trunk(
    weights: TrunkWeights, position: Position, graph: Graph, *, size: int, count: int, compact: bool
) -> onnx.ModelProto:
    """The first `count` blocks at `size` × `size` pixels.

    `compact` stores the position embedding as its two parts instead of their sum.
    """
    side = size // STRIDE
    x = graph.node(
        "Add", [_cells(weights, graph), _position(position, graph, side, compact)], "embedded"
    )
    x = graph.reshape(x, [side * side, HEAD], "embedded.rows")
    chosen = blocks(size, count)
    for block in chosen:
        x = add_block(weights, graph, block, x)
    shape = [1, chosen[-1].side_out ** 2, chosen[-1].heads * HEAD]
    graph.reshape(x, shape, "last_hidden_state")
    return graph.model(
        f"hiera_tiny_b{count - 1}_{size}", [1, 3, size, size], "last_hidden_state", shape
    )


def _cells(weights: TrunkWeights, graph: Graph) -> str:
    name = "patch_embed.proj"
    inputs = [
        "pixel_values",
        graph.halved(f"{name}.weight", weights.vector(f"{name}.weight")),
        graph.constant(f"{name}.bias", weights.vector(f"{name}.bias")),
    ]
    x = graph.node(
        "Conv", inputs, name, kernel_shape=[7, 7], strides=[STRIDE, STRIDE], pads=[3, 3, 3, 3]
    )
    return graph.node("Transpose", [x], f"{name}.grid", perm=[0, 2, 3, 1])


def _position(position: Position, graph: Graph, side: int, compact: bool) -> str:
    if not compact:
        return graph.halved("position", position.laid_out(side).astype(np.float32))
    # Two small factors instead of a large sum; the runtime multiplies them out while loading.
    stretch = graph.constant("position.stretch", bicubic(side).astype(np.float32))
    across = position.background.shape[0]
    background = position.background.astype(np.float32).reshape(across, across * HEAD)
    x = graph.node(
        "MatMul", [stretch, graph.constant("position.background", background)], "position.down"
    )
    x = graph.reshape(x, [side, across, HEAD], "position.down.grid")
    x = graph.node("MatMul", [stretch, x], "position.across")
    tiles = side // WINDOW
    x = graph.reshape(x, [tiles, WINDOW, tiles, WINDOW, HEAD], "position.tiles")
    window = position.window.astype(np.float32)[None, :, None]
    x = graph.node("Add", [x, graph.constant("position.window", window)], "position.sum")
    return graph.reshape(x, [1, side, side, HEAD], "position")
