"""Lets one model use weights that lie in another model's file, as ONNX external data."""

import onnx

SMALLEST = 512
"""Bytes; what is smaller stays where it is: the reference to it would be no shorter."""


def share_weights(model: onnx.ModelProto, file: bytes, location: str) -> tuple[int, int]:
    """Replaces each weight of `model` that lies byte for byte in `file` by a reference to it.

    Weights are found by their bytes, not their names, so that what is shared is right by
    construction. Gives the bytes that were shared, and those of large weights that were not.
    """
    shared = kept = 0
    for tensor in model.graph.initializer:
        size = len(tensor.raw_data)
        if size < SMALLEST:
            continue
        offset = file.find(tensor.raw_data)
        if offset < 0:
            kept += size
            continue
        shared += size
        tensor.ClearField("raw_data")
        tensor.data_location = onnx.TensorProto.EXTERNAL
        for key, value in (("location", location), ("offset", offset), ("length", size)):
            tensor.external_data.add(key=key, value=str(value))
    return shared, kept
