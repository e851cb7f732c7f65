"""Reads the weights out of an onnxruntime .ort file.

Such a file is a FlatBuffer. Only the few fields on the way to the initializers are named here, by
their place in onnxruntime's schema (`ort.fbs`), so that no generated code is needed.
"""

import flatbuffers.encode
import flatbuffers.number_types as number
import flatbuffers.table
import numpy as np

SESSION_MODEL = 1
MODEL_GRAPH = 7
GRAPH_INITIALIZERS = 0
TENSOR_NAME, TENSOR_DIMS, TENSOR_TYPE, TENSOR_RAW = 0, 2, 3, 4
FLOAT32 = 1


def read_ort_weights(file: bytes) -> dict[str, np.ndarray]:
    """Every float32 initializer of the main graph, by its name."""
    if file[4:8] != b"ORTM":
        raise ValueError("This is not an onnxruntime .ort file: its bytes 4 to 8 are not 'ORTM'.")
    root = flatbuffers.table.Table(
        file, flatbuffers.encode.Get(number.UOffsetTFlags.packer_type, file, 0)
    )
    graph = _child(_child(root, SESSION_MODEL), MODEL_GRAPH)
    start, count = _vector(graph, GRAPH_INITIALIZERS)
    weights = {}
    for i in range(count):
        tensor = flatbuffers.table.Table(file, graph.Indirect(start + 4 * i))
        if _int32(tensor, TENSOR_TYPE) != FLOAT32:
            continue
        raw, size = _vector(tensor, TENSOR_RAW)
        values = np.frombuffer(file, np.float32, size // 4, raw)
        weights[_text(tensor, TENSOR_NAME)] = values.reshape(_dims(tensor))
    return weights


def _field(table, index: int) -> int:
    """The position of a field in the file; 0 where the field is left out."""
    offset = table.Offset(4 + 2 * index)
    return table.Pos + offset if offset else 0


def _child(table, index: int):
    return flatbuffers.table.Table(table.Bytes, table.Indirect(_field(table, index)))


def _vector(table, index: int) -> tuple[int, int]:
    """Where a vector's items begin, and how many there are."""
    offset = table.Offset(4 + 2 * index)
    return (table.Vector(offset), table.VectorLen(offset)) if offset else (0, 0)


def _text(table, index: int) -> str:
    return table.String(_field(table, index)).decode()


def _int32(table, index: int) -> int:
    position = _field(table, index)
    return table.Get(number.Int32Flags, position) if position else 0


def _dims(tensor) -> list[int]:
    start, count = _vector(tensor, TENSOR_DIMS)
    return [tensor.Get(number.Int64Flags, start + 8 * i) for i in range(count)]
