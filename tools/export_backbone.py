#!/usr/bin/env python3
"""Exports a Vision Transformer of timm or transformers as a backbone for the page.

Once:

    python3 -m pip install -r tools/requirements-backbone.txt

Then, for example:

    python3 tools/export_backbone.py timm:vit_base_patch16_224.mae              MAE
    python3 tools/export_backbone.py timm:vit_base_patch16_clip_224.openai      CLIP
    python3 tools/export_backbone.py transformers:facebook/vit-mae-base         MAE
    python3 tools/export_backbone.py transformers:openai/clip-vit-base-patch16  CLIP
    python3 tools/export_backbone.py timm:vit_small_patch14_dinov2.lvd142m --size 224

Weights are downloaded from the hub; mind their licence (MAE's forbids commercial use). What comes
out is a folder with model.onnx, to be dropped into the page, and model.json, which says what the
page will ask: size, patch, prefix tokens, mean and deviation. The model takes `pixel_values`
(batch, 3, size, size) and gives `last_hidden_state` (batch, prefix + patches, width), all tokens
after the final norm. It is compared with PyTorch before it is called good.
"""

import argparse
import pathlib
import sys


def main() -> None:
    options = read_options()
    library, _, name = options.model.partition(":")
    try:
        from backbone.encoder import NotSuitable
        from backbone.write import write_backbone

        if library == "timm":
            from backbone.from_timm import timm_encoder as load
        else:
            from backbone.from_transformers import transformers_encoder as load
    except ModuleNotFoundError as error:
        sys.exit(
            f"The Python package {error.name} is missing. Install what this tool needs:\n"
            "python3 -m pip install -r tools/requirements-backbone.txt"
        )
    folder = options.out or pathlib.Path(name.rstrip("/").split("/")[-1])
    try:
        write_backbone(load(name, size=options.size, untrained=options.untrained), folder)
    except NotSuitable as error:
        sys.exit(str(error))


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", help="timm:NAME, transformers:HUB-ID or transformers:FOLDER")
    parser.add_argument(
        "--out", type=pathlib.Path, help="folder to write to (default: the model's name, here)"
    )
    parser.add_argument("--size", type=int, help="pixels to a side (default: the model's own)")
    parser.add_argument(
        "--untrained", action="store_true", help="random weights, to try this without a download"
    )
    options = parser.parse_args()
    if not options.model.startswith(("timm:", "transformers:")):
        parser.error("Begin the model's name with timm: or transformers:, see --help.")
    return options


if __name__ == "__main__":
    main()
