"""What the blocks of SAM 2's Hiera-Tiny are: sizes, heads, windows."""

import dataclasses

HEAD = 96
"""Channels of one attention head; the first stage has one head, each later stage twice as many."""
STRIDE = 4
"""Pixels to a side of one cell of the first stage."""
STAGES = ((1, 8), (2, 4), (7, 14), (2, 7))
"""Blocks of each stage, and the side of its attention windows."""
GLOBAL_BLOCKS = (5, 7, 9)
"""Blocks that attend over the whole image instead."""


@dataclasses.dataclass
class Block:
    index: int
    side: int
    """Cells to a side of the grid that comes in."""
    window: int
    """Cells to a side of an attention window, before pooling."""
    heads_in: int
    heads: int

    @property
    def pools(self) -> bool:
        """The first block of a later stage halves the grid's side and doubles the channels."""
        return self.heads != self.heads_in

    @property
    def side_out(self) -> int:
        return self.side // 2 if self.pools else self.side

    @property
    def padded(self) -> int:
        """The grid's side, filled up to whole windows."""
        return -(-self.side // self.window) * self.window


def blocks(size: int, count: int) -> list[Block]:
    """The first `count` blocks at `size` × `size` pixels."""
    found: list[Block] = []
    side, window = size // STRIDE, STAGES[0][1]
    for stage, (depth, stage_window) in enumerate(STAGES):
        for place in range(depth):
            first = place == 0 and stage > 0
            # The first block of a stage still sees the windows of the stage before.
            own = window if first else stage_window
            if len(found) in GLOBAL_BLOCKS:
                own = side
            heads = 2**stage
            found.append(Block(len(found), side, own, heads // 2 if first else heads, heads))
            side = found[-1].side_out
        window = stage_window
    return found[:count]
