"""Cells between their grid and the windows of attention, and the halving of a grid."""

import numpy as np

from hiera.graph import Graph
from hiera.layout import HEAD, Block


def cut(graph: Graph, block: Block, x: str, name: str) -> str:
    """The grid's rows, window after window; a grid that is no multiple is filled up with zeros."""
    side, channels, count = block.padded, block.heads_in * HEAD, block.padded // block.window
    if count == 1 and side == block.side:
        return x
    if side != block.side:
        x = graph.reshape(x, [1, block.side, block.side, channels], f"{name}.grid")
        rest = side - block.side
        pads = graph.constant(f"pads.{rest}", np.array([0, 0, 0, 0, 0, rest, rest, 0], np.int64))
        x = graph.node("Pad", [x, pads], f"{name}.padded")
    x = graph.reshape(x, [count, block.window, count, block.window, channels], f"{name}.cut")
    x = graph.node("Transpose", [x], f"{name}.turned", perm=[0, 2, 1, 3, 4])
    return graph.reshape(x, [side * side, channels], name)


def join(graph: Graph, block: Block, x: str, window: int, name: str) -> str:
    """Back from windows, `window` cells to a side by now, to the grid's rows, less the filling."""
    count, channels = block.padded // block.window, block.heads * HEAD
    side, wanted = count * window, block.side_out
    if count > 1:
        x = graph.reshape(x, [count, count, window, window, channels], f"{name}.windows")
        x = graph.node("Transpose", [x], f"{name}.turned", perm=[0, 2, 1, 3, 4])
    if side != wanted:
        x = graph.reshape(x, [side, side, channels], f"{name}.grid")
        bounds = [np.array(bound, np.int64) for bound in ([0, 0], [wanted, wanted], [0, 1])]
        names = [graph.constant(f"bounds.{b[0]}.{b[1]}", b) for b in bounds]
        x = graph.node("Slice", [x, *names], f"{name}.kept")
    return graph.reshape(x, [wanted * wanted, channels], name) if count > 1 or side != wanted else x


def halve(graph: Graph, x: str, shape: list[int], name: str) -> str:
    """The greatest of every 2 × 2 cells of a grid of `shape`, as rows."""
    x = graph.reshape(x, shape, f"{name}.grid")
    x = graph.node("Transpose", [x], f"{name}.planes", perm=[0, 3, 1, 2])
    x = graph.node("MaxPool", [x], f"{name}.pooled", kernel_shape=[2, 2], strides=[2, 2])
    x = graph.node("Transpose", [x], f"{name}.pooled.grid", perm=[0, 2, 3, 1])
    return graph.reshape(x, [shape[0] * shape[1] * shape[2] // 4, shape[3]], f"{name}.rows")
