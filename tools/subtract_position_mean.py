#!/usr/bin/env python3
"""Takes the position out of the bundled backbones' tokens, inside their model files.

A quarter of what varies in Hiera-Tiny's tokens is where a patch stands, not what it shows. The mean
token at every position, over many photographs, is subtracted by one node at the end of the graph, so
that the file is all there is to it: any runtime gives the same tokens, and exported heads need
nothing special. Mean pooling only shifts by it. Once:

    python3 -m pip install -r tools/requirements-hiera.txt

Then, after `tools/export_hiera.py` has written the models anew:

    python3 tools/subtract_position_mean.py --means FILE

FILE is a safetensors file with a tensor (N, D) for each model, by the name of its folder. For the
same models again, the means lie in the files of the last commit (`position_mean.stored`): say
--means for one model at a time, with the .onnx file of before, and --only its folder.

The finer model's weights are references into the coarser one's file, by place: they are laid out
anew with it.
"""

import argparse
import pathlib
import sys

MODELS = pathlib.Path(__file__).resolve().parent.parent / "public" / "models"
FIRST = "hiera-tiny-224"
FINER = "hiera-tiny-448"


def main() -> None:
    options = read_options()
    try:
        import onnx
        from hiera.position_mean import PositionMeanError, read_mean, subtract_mean
        from hiera.sharing import move_shared
    except ModuleNotFoundError as error:
        sys.exit(
            f"The Python package {error.name} is missing. Install what this tool needs:\n"
            "python3 -m pip install -r tools/requirements-hiera.txt"
        )
    names = [FIRST, FINER]
    files = {name: MODELS / name / "model.onnx" for name in names}
    try:
        models = {name: onnx.load(files[name], load_external_data=False) for name in names}
        for name in [options.only] if options.only else names:
            subtract_mean(models[name], read_mean(options.means, name))
        first = models[FIRST].SerializeToString(deterministic=True)
        moved = move_shared(models[FINER], files[FIRST].read_bytes(), first)
        finer = models[FINER].SerializeToString(deterministic=True)
    except (PositionMeanError, OSError) as error:
        sys.exit(str(error))
    files[FIRST].write_bytes(first)
    files[FINER].write_bytes(finer)
    print(f"{moved} weights of {FINER} point into {FIRST} as it is now.")
    for name in names:
        print(f"Wrote {files[name]}: {files[name].stat().st_size:,} bytes.")


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--means", type=pathlib.Path, required=True, help="the mean tokens")
    parser.add_argument("--only", choices=[FIRST, FINER], help="one model instead of both")
    return parser.parse_args()


if __name__ == "__main__":
    main()
