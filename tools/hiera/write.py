"""From the encoder's file to a model of the page."""

import pathlib

import onnx

from hiera.graph import Graph
from hiera.ort_weights import read_ort_weights
from hiera.position import Position
from hiera.sharing import share_weights
from hiera.source import encoder_file
from hiera.trunk import build_trunk
from hiera.weights import TrunkWeights


def write_model(
    out: pathlib.Path,
    *,
    size: int,
    count: int,
    float32: bool,
    tarball: pathlib.Path | None,
    share: pathlib.Path | None,
) -> None:
    """Writes the first `count` blocks for `size` × `size` pixels; `share` is a model to lean on."""
    shared_file = share.read_bytes() if share else None
    weights = TrunkWeights(read_ort_weights(encoder_file(tarball)))
    position = Position(weights.position())
    print(f"Position embedding taken apart; largest error {position.residual:.1e}.")
    graph = Graph(eight_bits=not float32)
    compact = shared_file is not None
    model = build_trunk(weights, position, graph, size=size, count=count, compact=compact)
    onnx.checker.check_model(model)
    if share and shared_file:
        # A name, not a path: runtimes refuse paths that lead out of the model's own folder.
        shared, kept = share_weights(model, shared_file, f"{share.parent.name}.onnx")
        print(f"{shared:,} bytes of weights lie in {share} already, {kept:,} do not.")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(model.SerializeToString(deterministic=True))
    print(f"Wrote {out}: {out.stat().st_size:,} bytes.")
