"""Backbones out of timm."""

import timm
import timm.data
import torch

from backbone.encoder import Encoder, NotSuitable


class Tokens(torch.nn.Module):
    def __init__(self, model: torch.nn.Module):
        super().__init__()
        self.model = model

    def forward(self, pixel_values: torch.Tensor) -> torch.Tensor:
        return self.model.forward_features(pixel_values)


def timm_encoder(name: str, *, size: int | None, untrained: bool) -> Encoder:
    """@raises NotSuitable"""
    if not timm.is_model(name.partition(".")[0]):
        raise NotSuitable(f"timm {timm.__version__} has no model named {name}.")
    # Only given where it is asked for: not every family has the argument.
    sized = {} if size is None else {"img_size": size}
    try:
        model = timm.create_model(name, pretrained=not untrained, num_classes=0, **sized).eval()
    except Exception as error:  # Downloads fail in a dozen ways, each with a class of its own.
        raise NotSuitable(f"timm could not make {name}: {error}") from error
    if not hasattr(model, "patch_embed") or not hasattr(model, "num_prefix_tokens"):
        raise NotSuitable(f"{name} is not a plain Vision Transformer: it has no patch embedding.")
    patch = model.patch_embed.patch_size
    data = timm.data.resolve_model_data_config(model)
    side = size or data["input_size"][-1]
    return Encoder(
        name=f"timm:{name}",
        module=Tokens(model),
        size=side,
        patch=patch[0] if isinstance(patch, tuple) else patch,
        mean=list(data["mean"]),
        std=list(data["std"]),
        resize=round(side / data["crop_pct"]),
        interpolation=data["interpolation"],
        notes=_notes(model),
    )


def _notes(model: torch.nn.Module) -> list[str]:
    over_mean = not isinstance(getattr(model, "fc_norm", None), torch.nn.Identity | None)
    if isinstance(getattr(model, "norm", None), torch.nn.Identity) and over_mean:
        return [
            "This model norms only the mean of its tokens: the tokens are exported as they come, "
            "without a final norm."
        ]
    return []
