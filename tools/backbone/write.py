"""Writes a model and the file that describes it, and compares the model with PyTorch."""

import json
import pathlib
import warnings

import numpy as np
import onnxruntime
import torch

from backbone.encoder import Encoder, NotSuitable

OPSET = 17
SMALLEST_COSINE = 0.9999


def write_backbone(encoder: Encoder, folder: pathlib.Path) -> None:
    """@raises NotSuitable"""
    description = encoder.describe()
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / "model.onnx"
    try:
        export(encoder, model)
        cosine = smallest_cosine(encoder, model)
        if not cosine >= SMALLEST_COSINE:
            raise NotSuitable(
                f"The export of {encoder.name} does not do what PyTorch does: the smallest cosine "
                f"between their tokens is {cosine:.6f}. It was deleted."
            )
    except NotSuitable:
        model.unlink(missing_ok=True)
        raise
    (folder / "model.json").write_text(json.dumps(description, indent=2) + "\n")
    print(f"Wrote {model} ({model.stat().st_size / 1e6:.1f} MB) and model.json beside it.")
    print(f"Smallest cosine between its tokens and PyTorch's: {cosine:.6f}.")
    for key, value in description.items():
        print(f"  {key:14}{value}")
    for note in encoder.notes:
        print(note)


def export(encoder: Encoder, file: pathlib.Path) -> None:
    """@raises NotSuitable"""
    # Two images: with one, an axis of length 1 could be taken for a constant.
    pixels = torch.zeros(2, 3, encoder.size, encoder.size)
    with warnings.catch_warnings():
        # It warns of every branch that it takes for good; the comparison shows whether it may.
        warnings.simplefilter("ignore")
        try:
            torch.onnx.export(
                encoder.module,
                (pixels,),
                str(file),
                input_names=["pixel_values"],
                output_names=["last_hidden_state"],
                dynamic_axes={"pixel_values": {0: "batch"}, "last_hidden_state": {0: "batch"}},
                opset_version=OPSET,
                **_exporter(),
            )
        except torch.onnx.errors.OnnxExporterError as error:
            raise NotSuitable(
                f"PyTorch can't write {encoder.name} as ONNX: {error} The same weights may be had "
                "from the other library, timm or transformers."
            ) from error


def smallest_cosine(encoder: Encoder, file: pathlib.Path) -> float:
    """Over all tokens of three images: a batch of another size than the export was made with."""
    pixels = torch.randn(
        3, 3, encoder.size, encoder.size, generator=torch.Generator().manual_seed(0)
    )
    session = onnxruntime.InferenceSession(str(file), providers=["CPUExecutionProvider"])
    try:
        (found,) = session.run(["last_hidden_state"], {"pixel_values": pixels.numpy()})
    except Exception as error:  # onnxruntime's errors share no class of their own.
        raise NotSuitable(
            f"The export of {encoder.name} does not run with another number of images than it was "
            f"made with. Its code holds the batch for a constant. onnxruntime says: {error}"
        ) from error
    wanted = encoder.tokens(pixels).numpy()
    if found.shape != wanted.shape:
        raise NotSuitable(f"{file} gives tokens {found.shape} where PyTorch gives {wanted.shape}.")
    lengths = np.linalg.norm(found, axis=-1) * np.linalg.norm(wanted, axis=-1)
    return float(((found * wanted).sum(-1) / lengths).min())


def _exporter() -> dict:
    """The exporter that needs no further package; before PyTorch 2.5 there was no other."""
    return {"dynamo": False} if torch.__version__ >= "2.5" else {}
