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


def move_shared(model: onnx.ModelProto, before: bytes, after: bytes) -> int:
    """Points the weights that `model` shares with a file at the same bytes in that file's new version.

    Gives how many there are. Raises ValueError where the new version lacks one.
    """
    moved = 0
    for tensor in model.graph.initializer:
        places = {entry.key: entry for entry in tensor.external_data}
        if not places:
            continue
        start, size = int(places["offset"].value), int(places["length"].value)
        offset = after.find(before[start : start + size])
        if offset < 0:
            raise ValueError(f"{tensor.name} is in the new file no more.")
        places["offset"].value = str(offset)
        moved += 1
    return moved
