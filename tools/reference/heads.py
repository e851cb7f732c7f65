"""The probes in their reference form: every token is projected, then pooled."""

import torch
from torch import nn


class EfficientProbing(nn.Module):
    """From (B, N, D) to (B, D): M queries, each with its own share of the value's channels."""

    def __init__(self, width: int, queries: int):
        super().__init__()
        self.queries = nn.Parameter(torch.empty(queries, width).normal_(std=0.02))
        self.value = nn.Linear(width, width, bias=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        count, width = self.queries.shape
        attention = (x @ self.queries.T * width**-0.5).softmax(dim=1)
        values = self.value(x).unflatten(-1, (count, width // count))
        return torch.einsum("bnm,bnmd->bmd", attention, values).flatten(1)


class Mean(nn.Module):
    """From (B, N, D) to (B, D). Of [CLS] alone, N = 1, it is [CLS]."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.mean(dim=1)


def make_head(probe: str, width: int, queries: int, classes: int) -> nn.Sequential:
    pooling = EfficientProbing(width, queries) if probe.startswith("ep") else Mean()
    classifier = nn.Linear(width, classes)
    nn.init.normal_(classifier.weight, std=0.01)
    nn.init.zeros_(classifier.bias)
    return nn.Sequential(pooling, nn.BatchNorm1d(width, affine=False, eps=1e-6), classifier)


def tokens_of(probe: str, tokens: torch.Tensor, prefix: int) -> torch.Tensor:
    """What a probe reads of (images, prefix + N, D)."""
    cls, patches = tokens[:, :1], tokens[:, prefix:]
    if probe == "linear":
        return cls
    return torch.cat([cls, patches], dim=1) if probe.endswith("_all") else patches
