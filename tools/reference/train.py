"""One run of the small-data recipe with PyTorch's own optimiser, gradients and batch norm."""

import math

import torch
from torch import nn
from torch.nn import functional

SMALLEST_DEVIATION = 1e-6


def train(head: nn.Sequential, x: torch.Tensor, labels: torch.Tensor, recipe: dict) -> None:
    """`x` (B, N, D), standardised. Leaves the head in evaluation mode."""
    queries = [p for name, p in head.named_parameters() if name.endswith("queries")]
    others = [p for name, p in head.named_parameters() if not name.endswith("queries")]
    usual = {"lr": recipe["learningRate"], "weight_decay": recipe["weightDecay"]}
    groups = [{"params": others, **usual}]
    if queries:
        groups.append({"params": queries, "lr": recipe["queryLearningRate"], "weight_decay": 0})
    optimiser = torch.optim.AdamW(groups)
    size = min(len(x), recipe["batchSize"])
    each_epoch = len(x) // size
    steps = recipe["epochs"] * each_epoch
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: 0.5 * (1 + math.cos(math.pi * step / steps))
    )
    head.train()
    for _ in range(recipe["epochs"]):
        order = torch.randperm(len(x)) if each_epoch > 1 else torch.arange(len(x))
        for chosen in order[: size * each_epoch].split(size):
            optimiser.zero_grad()
            functional.cross_entropy(head(x[chosen]), labels[chosen]).backward()
            optimiser.step()
            schedule.step()
    head.eval()


def standardise(x: torch.Tensor, training: torch.Tensor) -> torch.Tensor:
    """Every channel by its mean and deviation over all tokens of the training images."""
    rows = x[training].flatten(0, 1).double()
    mean, deviation = rows.mean(dim=0), rows.std(dim=0, correction=0)
    deviation = torch.where(deviation > SMALLEST_DEVIATION, deviation, 1.0)
    return ((x - mean) / deviation).float()
