#!/usr/bin/env python3
"""The page's accuracies again, from the same tokens and folds, in plain PyTorch.

An independent implementation of what Compare does with the small-data recipe: PyTorch's gradients,
AdamW and batch norm, EP as the paper writes it (values projected first, pooled after), its own
random start. Once:

    python3 -m pip install -r tools/requirements-reference.txt

Then:

    npm run photo-accuracy -- --model FILE --photos DIR --tokens tokens.safetensors
    python3 tools/reference_accuracy.py tokens.safetensors

Mean ± standard deviation over the seeds in per cent, here and on the page. Ends with an error where
the two means differ by more than 2 points.
"""

import argparse
import pathlib
import sys

MOST = 2.0
"""Points."""


def main() -> None:
    options = read_options()
    try:
        import torch
        from reference.tokens_file import Unreadable, read_tokens_file
    except ModuleNotFoundError as error:
        sys.exit(
            f"The Python package {error.name} is missing. Install what this tool needs:\n"
            "python3 -m pip install -r tools/requirements-reference.txt"
        )
    torch.set_num_threads(options.threads)
    try:
        file = read_tokens_file(options.tokens)
    except (OSError, Unreadable) as error:
        sys.exit(str(error))
    if file.recipe["optimiser"] != "adamw" or not file.recipe["standardise"]:
        sys.exit("Only the small-data recipe is implemented here.")
    print(f"{len(file.labels)} images in {len(file.classes)} classes; {len(file.folds)} seeds")
    print("probe   reference      page           difference")
    apart = 0
    for probe, page in file.page.items():
        own = [accuracy(file, probe, seed) for seed in range(len(file.folds))]
        difference = 100 * (sum(own) / len(own) - sum(page) / len(page))
        apart += abs(difference) > MOST
        print(f"{probe:8}{spread(own):15}{spread(page):15}{difference:+.1f}")
    if apart:
        sys.exit(f"{apart} of {len(file.page)} probes differ by more than {MOST:g} points.")


def accuracy(file, probe: str, seed: int) -> float:
    """Share of the images that are right when their fold is held out, 0…1."""
    import torch
    from reference.heads import make_head, tokens_of
    from reference.train import standardise, train

    x = tokens_of(probe, file.tokens, file.prefix)
    correct = 0
    for fold in file.folds[seed].unique():
        # Far from the page's seeds, whose generator is another one anyway.
        torch.manual_seed(1000 + 100 * seed + int(fold))
        held_out = file.folds[seed] == fold
        head = make_head(probe, x.shape[-1], file.queries, len(file.classes))
        ready = standardise(x, ~held_out)
        train(head, ready[~held_out], file.labels[~held_out], file.recipe)
        with torch.no_grad():
            answers = head(ready[held_out]).argmax(dim=1)
        correct += int((answers == file.labels[held_out]).sum())
    return correct / len(file.labels)


def spread(shares: list[float]) -> str:
    import numpy as np

    percent = 100 * np.asarray(shares)
    return f"{percent.mean():.1f} ± {percent.std(ddof=1):.1f}"


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tokens", type=pathlib.Path, help="what --tokens wrote")
    parser.add_argument("--threads", type=int, default=2, help="processor threads (default: 2)")
    return parser.parse_args()


if __name__ == "__main__":
    main()
