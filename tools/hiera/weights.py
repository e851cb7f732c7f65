"""The trunk's weights by the names that its modules have in PyTorch."""

import numpy as np


class TrunkWeights:
    """Names in the encoder's file are those of an exported graph; this knows how they are made."""

    def __init__(self, initializers: dict[str, np.ndarray]):
        self._initializers = initializers

    def vector(self, name: str) -> np.ndarray:
        return self._initializers[f"model.image_encoder.trunk.{name}"]

    def matrix(self, block: int, layer: str) -> np.ndarray:
        """A linear layer's weight as (in, out): the file has them transposed already."""
        return self._initializers[f"/image_encoder/trunk/blocks.{block}/{layer}/Transpose_output_0"]

    def position(self) -> np.ndarray:
        return self._initializers["/image_encoder/trunk/Transpose_output_0"]
