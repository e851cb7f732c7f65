"""One block of the trunk: attention within windows, then an MLP."""

import math

import numpy as np

from hiera.graph import Graph
from hiera.layout import HEAD, Block
from hiera.weights import TrunkWeights
from hiera.windows import cut, halve, join


def add_block(weights: TrunkWeights, graph: Graph, block: Block, x: str) -> str:
    name = f"blocks.{block.index}"
    normed = _norm(weights, graph, f"{name}.norm1", x)
    if block.pools:
        x = _linear(weights, graph, block, "proj", normed)
        x = halve(graph, x, [1, block.side, block.side, block.heads * HEAD], f"{name}.shortcut")
    x = graph.node("Add", [x, _attention(weights, graph, block, normed)], f"{name}.attended")
    hidden = _norm(weights, graph, f"{name}.norm2", x)
    hidden = _linear(weights, graph, block, "mlp/layers.0", hidden)
    hidden = _gelu(graph, hidden, f"{name}.mlp.act")
    return graph.node("Add", [x, _linear(weights, graph, block, "mlp/layers.1", hidden)], name)


def _attention(weights: TrunkWeights, graph: Graph, block: Block, x: str) -> str:
    name = f"blocks.{block.index}.attn"
    window, windows = block.window, (block.padded // block.window) ** 2
    x = cut(graph, block, x, f"{name}.windows")
    qkv = _linear(weights, graph, block, "attn/qkv", x)
    qkv = graph.reshape(qkv, [windows, window**2, 3, block.heads, HEAD], f"{name}.qkv.heads")
    query, key, value = graph.split(qkv, 3, 2, f"{name}.split")
    if block.pools:
        query = halve(graph, query, [windows, window, window, block.heads * HEAD], f"{name}.query")
        window //= 2
    query = graph.reshape(query, [windows, window**2, block.heads, HEAD], f"{name}.q")
    key = graph.reshape(key, [windows, block.window**2, block.heads, HEAD], f"{name}.k")
    value = graph.reshape(value, [windows, block.window**2, block.heads, HEAD], f"{name}.v")
    query = graph.node("Transpose", [query], f"{name}.q.heads", perm=[0, 2, 1, 3])
    key = graph.node("Transpose", [key], f"{name}.k.heads", perm=[0, 2, 3, 1])
    value = graph.node("Transpose", [value], f"{name}.v.heads", perm=[0, 2, 1, 3])
    # Half of the scale on each side, as the encoder itself has it: neither product grows large.
    half = graph.constant("attn.scale", np.float32(math.sqrt(HEAD**-0.5)))
    query = graph.node("Mul", [query, half], f"{name}.q.scaled")
    key = graph.node("Mul", [key, half], f"{name}.k.scaled")
    weight = graph.node("MatMul", [query, key], f"{name}.scores")
    weight = graph.node("Softmax", [weight], f"{name}.weights", axis=-1)
    x = graph.node("MatMul", [weight, value], f"{name}.read")
    x = graph.node("Transpose", [x], f"{name}.read.cells", perm=[0, 2, 1, 3])
    x = graph.reshape(x, [windows * window**2, block.heads * HEAD], f"{name}.read.rows")
    x = _linear(weights, graph, block, "attn/proj", x)
    return join(graph, block, x, window, f"{name}.joined")


def _linear(weights: TrunkWeights, graph: Graph, block: Block, layer: str, x: str) -> str:
    name = f"blocks.{block.index}.{layer.replace('/', '.')}"
    matrix = graph.matrix(f"{name}.weight", weights.matrix(block.index, layer))
    bias = graph.constant(f"{name}.bias", weights.vector(f"{name}.bias"))
    return graph.node("Gemm", [x, matrix, bias], name)


def _norm(weights: TrunkWeights, graph: Graph, name: str, x: str) -> str:
    parts = [
        graph.constant(f"{name}.{part}", weights.vector(f"{name}.{part}"))
        for part in ("weight", "bias")
    ]
    return graph.node("LayerNormalization", [x, *parts], name, axis=-1, epsilon=1e-6)


def _gelu(graph: Graph, x: str, name: str) -> str:
    """Written out, in the order that the runtime recognises and fuses: opset 17 has no Gelu."""
    root = graph.constant("gelu.sqrt2", np.float32(math.sqrt(2)))
    y = graph.node("Div", [x, root], f"{name}.scaled")
    y = graph.node("Erf", [y], f"{name}.erf")
    y = graph.node("Add", [y, graph.constant("gelu.one", np.float32(1))], f"{name}.shifted")
    y = graph.node("Mul", [x, y], f"{name}.weighted")
    return graph.node("Mul", [y, graph.constant("gelu.half", np.float32(0.5))], name)
