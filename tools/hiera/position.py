"""The position embedding, laid out for another size.

SAM 2's is a coarse background, stretched over the image by bicubic interpolation, plus a small
window, repeated like tiles. The encoder's file holds only their sum, for 256 × 256 cells; since
that sum is linear in the two, they come back by least squares.
"""

import numpy as np

BACKGROUND = 7
WINDOW = 8


class Position:
    """`background` (7, 7, channels) and `window` (8, 8, channels)."""

    def __init__(self, summed: np.ndarray):
        """`summed` is what the encoder adds, (1, channels, cells, cells)."""
        _, channels, cells, _ = summed.shape
        stretch = bicubic(cells)
        tiles = np.kron(np.ones((cells // WINDOW, 1)), np.eye(WINDOW))
        known = np.hstack([np.kron(stretch, stretch), np.kron(tiles, tiles)])
        wanted = summed.reshape(channels, -1).T.astype(np.float64)
        # A constant can move between the two parts without changing the sum: the smallest is taken.
        parts = np.linalg.lstsq(known, wanted, rcond=1e-9)[0]
        self.residual = float(np.abs(known @ parts - wanted).max())
        split = BACKGROUND * BACKGROUND
        self.background = parts[:split].reshape(BACKGROUND, BACKGROUND, channels)
        self.window = parts[split:].reshape(WINDOW, WINDOW, channels)

    def laid_out(self, cells: int) -> np.ndarray:
        """The sum for `cells` × `cells`, as (1, cells, cells, channels)."""
        stretch = bicubic(cells)
        background = np.einsum("ia,jb,abc->ijc", stretch, stretch, self.background)
        window = np.tile(self.window, (cells // WINDOW, cells // WINDOW, 1))
        return (background + window)[None]


def bicubic(cells: int, a: float = -0.75) -> np.ndarray:
    """The matrix (cells, 7) that interpolates as PyTorch does: half-pixel centres, edges held."""
    matrix = np.zeros((cells, BACKGROUND))
    for cell in range(cells):
        at = (cell + 0.5) * BACKGROUND / cells - 0.5
        for source in range(int(np.floor(at)) - 1, int(np.floor(at)) + 3):
            matrix[cell, min(max(source, 0), BACKGROUND - 1)] += _cubic(abs(at - source), a)
    return matrix


def _cubic(x: float, a: float) -> float:
    """Keys' kernel; PyTorch's `a` is −0.75."""
    if x <= 1:
        return (a + 2) * x**3 - (a + 3) * x**2 + 1
    return a * x**3 - 5 * a * x**2 + 8 * a * x - 4 * a if x < 2 else 0.0
