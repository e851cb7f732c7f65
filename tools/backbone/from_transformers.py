"""Backbones out of transformers, from the hub or from a folder."""

import inspect

import torch
import transformers

from backbone.encoder import Encoder, NotSuitable

IMAGENET = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])


class Tokens(torch.nn.Module):
    def __init__(self, model: torch.nn.Module, norm: torch.nn.Module | None, options: dict):
        super().__init__()
        self.model = model
        self.norm = norm
        self.options = options

    def forward(self, pixel_values: torch.Tensor) -> torch.Tensor:
        tokens = self.model(pixel_values=pixel_values, **self.options).last_hidden_state
        return self.norm(tokens) if self.norm is not None else tokens


def transformers_encoder(name: str, *, size: int | None, untrained: bool) -> Encoder:
    """`name` is a hub id or a folder. @raises NotSuitable"""
    try:
        model, config = _load(name, untrained)
    except (OSError, ValueError) as error:
        raise NotSuitable(f"{name} could not be loaded: {error}") from error
    own, patch = getattr(config, "image_size", None), getattr(config, "patch_size", None)
    if not isinstance(own, int) or not isinstance(patch, int):
        raise NotSuitable(f"The configuration of {name} names no image size and patch size.")
    side = size or own
    hold_positions(model)
    options = _options(model, resized=side != own)
    norm = _norm_left_out(model, torch.zeros(1, 3, side, side), options)
    notes = []
    if norm is not None:
        notes.append("The final norm, which this model gives to one token only, is put on all.")
    mean, std, enlarged, interpolation = _preprocessing(name, notes)
    return Encoder(
        name=f"transformers:{name}",
        module=Tokens(model, norm, options),
        size=side,
        patch=patch,
        mean=mean,
        std=std,
        resize=round(side * enlarged),
        interpolation=interpolation,
        notes=notes,
    )


def _load(name: str, untrained: bool):
    config = transformers.AutoConfig.from_pretrained(name)
    kind, options = transformers.AutoModel, {}
    if config.model_type == "vit_mae":
        # MAE's own class drops and shuffles patches; its encoder is otherwise a ViT.
        kind, options = transformers.ViTModel, {"add_pooling_layer": False}
        config = transformers.ViTConfig(**{**config.to_dict(), "model_type": "vit"})
    if untrained:
        make = kind if options else kind.from_config
        model = make(config, **options)
    else:
        model = kind.from_pretrained(name, config=config, **options)
    # Of a model for images and texts only the first half is of use.
    model = getattr(model, "vision_model", model)
    return model.eval(), getattr(config, "vision_config", config)


def hold_positions(model: torch.nn.Module) -> None:
    """Lets position embeddings be laid out once, as they are for one size.

    Left alone, some models do that in every run, with an operator that ONNX has not.
    """
    for part in model.modules():
        if hasattr(part, "interpolate_pos_encoding"):
            part.interpolate_pos_encoding = _once(part.interpolate_pos_encoding)


def _once(compute):
    held: list[torch.Tensor] = []

    def give(*arguments, **options):
        if not held:
            held.append(compute(*arguments, **options).detach())
        return held[0]

    return give


def _options(model: torch.nn.Module, *, resized: bool) -> dict:
    """Some models have to be told that another size than their own is meant."""
    option = "interpolate_pos_encoding"
    return (
        {option: True} if resized and option in inspect.signature(model.forward).parameters else {}
    )


def _norm_left_out(model: torch.nn.Module, pixels: torch.Tensor, options: dict):
    """The final norm, where the model gives it to the pooled token only, as CLIP does."""
    norm = getattr(model, "post_layernorm", None)
    if norm is None:
        return None
    seen: list[int] = []
    hook = norm.register_forward_hook(lambda _, inputs, __: seen.append(inputs[0].ndim))
    with torch.no_grad():
        model(pixel_values=pixels, **options)
    hook.remove()
    return None if 3 in seen else norm


def _preprocessing(name: str, notes: list[str]) -> tuple[list[float], list[float], float, str]:
    """Mean, deviation, the short side over the crop's side, and the way of resizing."""
    try:
        given, _ = transformers.ImageProcessingMixin.get_image_processor_dict(name)
    except OSError:
        notes.append("There is no preprocessor_config.json: ImageNet's mean and std are assumed.")
        given = {}
    short, crop = _side(given.get("size")), _side(given.get("crop_size"))
    mean, std = given.get("image_mean", IMAGENET[0]), given.get("image_std", IMAGENET[1])
    interpolation = {2: "bilinear", 3: "bicubic"}.get(given.get("resample"), "bicubic")
    return mean, std, short / crop if short and crop else 1, interpolation


def _side(size: int | dict | None) -> int | None:
    return size.get("shortest_edge") or size.get("height") if isinstance(size, dict) else size
