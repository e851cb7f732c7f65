"""The file that `npm run photo-accuracy -- --tokens` writes."""

import dataclasses
import json
import pathlib

import numpy as np
import torch

TYPES = {"F32": "<f4", "I64": "<i8"}


class Unreadable(Exception):
    """The file is not what is needed; the message says why."""


@dataclasses.dataclass
class TokensFile:
    tokens: torch.Tensor
    """(images, prefix + N, D), [CLS] first where there is one."""
    labels: torch.Tensor
    """(images,)"""
    folds: torch.Tensor
    """(seeds, images): the fold that holds an image out."""
    classes: list[str]
    recipe: dict
    page: dict[str, list[float]]
    """The page's accuracy of each probe, 0…1, one a seed."""
    queries: int
    prefix: int


def read_tokens_file(file: pathlib.Path) -> TokensFile:
    """@raises Unreadable"""
    content = file.read_bytes()
    try:
        start = 8 + int.from_bytes(content[:8], "little")
        header = json.loads(content[8:start])
        metadata = header.pop("__metadata__")
        protocol = json.loads(metadata["protocol"])
        tensors = {name: _tensor(content, start, entry) for name, entry in header.items()}
        return TokensFile(
            tokens=tensors["tokens"],
            labels=tensors["labels"],
            folds=tensors["folds"],
            classes=json.loads(metadata["classes"]),
            recipe=protocol["recipe"],
            page=protocol["accuracy"],
            queries=protocol["queries"],
            prefix=protocol["prefixTokens"],
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Unreadable(
            f"{file} is no file of tokens ({error}). Make one: "
            "npm run photo-accuracy -- --model FILE --photos DIR --tokens OUT.safetensors"
        ) from error


def _tensor(content: bytes, start: int, entry: dict) -> torch.Tensor:
    begin, end = entry["data_offsets"]
    numbers = np.frombuffer(content[start + begin : start + end], TYPES[entry["dtype"]])
    return torch.from_numpy(numbers.reshape(entry["shape"]).copy())
