"""What an export is made from: a module that gives tokens, and what the page has to know of it."""

import dataclasses

import torch


class NotSuitable(Exception):
    """The model can't become a backbone; the message says why, and what could be done."""


@dataclasses.dataclass
class Encoder:
    name: str
    module: torch.nn.Module
    """From pixels (B, 3, size, size) to tokens (B, prefix + N, D)."""
    size: int
    patch: int
    mean: list[float]
    std: list[float]
    resize: int
    """The short side that an image is brought to before its centre is cut out."""
    interpolation: str
    notes: list[str] = dataclasses.field(default_factory=list)
    """What a person should know about the export, in sentences."""

    def describe(self) -> dict:
        """The contents of the file beside the model. @raises NotSuitable"""
        if self.size % self.patch:
            raise NotSuitable(
                f"{self.size} pixels are not a whole number of patches: --size must be a multiple "
                f"of {self.patch}."
            )
        tokens = self.tokens(torch.zeros(1, 3, self.size, self.size))
        if tokens.ndim != 3:
            raise NotSuitable(
                f"{self.name} gives an output of shape {tuple(tokens.shape)}, not tokens "
                "(batch, tokens, width): only Vision Transformers can be exported."
            )
        patches = (self.size // self.patch) ** 2
        prefix = tokens.shape[1] - patches
        if prefix < 0:
            raise NotSuitable(
                f"{self.name} gives {tokens.shape[1]} tokens, fewer than the {patches} patches of "
                f"{self.patch} × {self.patch} in {self.size} × {self.size} pixels: it merges or "
                "drops patches, so its tokens can't be laid over the image."
            )
        return {
            "name": self.name,
            "size": self.size,
            "resize": self.resize,
            "interpolation": self.interpolation,
            "patch": self.patch,
            "prefix": prefix,
            "width": tokens.shape[2],
            "mean": self.mean,
            "std": self.std,
        }

    def tokens(self, pixels: torch.Tensor) -> torch.Tensor:
        with torch.no_grad():
            return self.module(pixels)
