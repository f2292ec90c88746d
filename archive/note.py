"""Signed notes and checkpoints, in the forms of C2SP (signed-note, tlog-checkpoint).

A note is a text and, below an empty line, signatures of it. A checkpoint is a note whose text says how large a log is
and what its Merkle root is. Keys are Ed25519, in the form that Go's `note` package reads and writes:
`PRIVATE+KEY+<name>+<hash>+<base64>` and `<name>+<hash>+<base64>`.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from archive.errors import ArchiveError

_ED25519 = b"\x01"
_SIGNATURE = re.compile(r"— (\S+) (\S+)")
_PRIVATE = "PRIVATE+KEY+"
KEY_VARIABLE = "READOUTS_LOG_KEY"
VERIFIER_VARIABLE = "READOUTS_LOG_VERIFIER"


@dataclass(frozen=True)
class Verifier:
    """A public key and the name it signs under."""

    name: str
    public: bytes

    @property
    def key_hash(self) -> bytes:
        """What tells signatures of different keys apart: four bytes (signed-note, "Signatures")."""
        return hashlib.sha256(self.name.encode() + b"\n" + _ED25519 + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.key_hash.hex()}+{base64.b64encode(_ED25519 + self.public).decode()}"

    @classmethod
    def parse(cls, text: str) -> Verifier:
        """Read a verifier key. Raises ArchiveError where it is none."""
        name, key_hash, data = _parts(text.strip(), "a verifier key")
        found = cls(name, data)
        if found.key_hash.hex() != key_hash:
            raise ArchiveError(name, "the verifier key does not fit its own hash", "was it copied whole?")
        return found

    def verifies(self, text: str, signature: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class Signer:
    """A private key and the name it signs under. Its text never shows the key."""

    name: str
    seed: bytes

    def __repr__(self) -> str:
        return f"Signer({self.name!r})"

    @property
    def verifier(self) -> Verifier:
        public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key()
        return Verifier(self.name, public.public_bytes(Encoding.Raw, PublicFormat.Raw))

    def private_key(self) -> str:
        """The key as a secret to be kept in the environment."""
        data = base64.b64encode(_ED25519 + self.seed).decode()
        return f"{_PRIVATE}{self.name}+{self.verifier.key_hash.hex()}+{data}"

    @classmethod
    def new(cls, name: str) -> Signer:
        """A new key. Raises ArchiveError where the name is of no use in a note."""
        if not name or re.search(r"[\s+]", name):
            raise ArchiveError(name or "the name", "a key's name has no spaces and no plus sign", "archive.example/log")
        return cls(name, secrets.token_bytes(32))

    @classmethod
    def parse(cls, text: str) -> Signer:
        """Read a private key. Raises ArchiveError, which does not repeat it, where it is none."""
        if not text.strip().startswith(_PRIVATE):
            raise ArchiveError(KEY_VARIABLE, "is not a signing key", "readouts log key NAME makes one")
        name, key_hash, data = _parts(text.strip().removeprefix(_PRIVATE), "a signing key")
        found = cls(name, data)
        if found.verifier.key_hash.hex() != key_hash:
            raise ArchiveError(KEY_VARIABLE, "the signing key does not fit its own hash", "was it copied whole?")
        return found

    @classmethod
    def from_environment(cls) -> Signer | None:
        """The signing key of this environment, if there is one."""
        text = os.environ.get(KEY_VARIABLE)
        return cls.parse(text) if text else None


def _parts(text: str, what: str) -> tuple[str, str, bytes]:
    parts = text.split("+", 2)
    try:
        name, key_hash, encoded = parts
        data = base64.b64decode(encoded, validate=True)
    except (ValueError, binascii.Error):
        raise ArchiveError(parts[0][:60], f"is not {what}", "the form is NAME+HASH+BASE64") from None
    if data[:1] != _ED25519 or len(data) != 33:
        raise ArchiveError(name, f"is not {what} of the kind known here, Ed25519")
    return name, key_hash, data[1:]


def sign(text: str, signers: Iterable[Signer]) -> str:
    """A note of a text that ends in a newline, with its signatures (none: a note that nobody signed)."""
    lines = []
    for signer in signers:
        signature = Ed25519PrivateKey.from_private_bytes(signer.seed).sign(text.encode())
        lines.append(f"— {signer.name} {base64.b64encode(signer.verifier.key_hash + signature).decode()}\n")
    return f"{text}\n{''.join(lines)}"


def read(note: str, verifiers: Iterable[Verifier]) -> tuple[str, list[str]]:
    """A note's text, and the names of those of the verifiers whose signatures it bears.

    Raises ArchiveError where it is no note, or where a signature under a known key is wrong.
    """
    text, separator, below = note.rpartition("\n\n")
    text += "\n"
    if not separator or (below and not below.endswith("\n")):
        raise ArchiveError("checkpoint", "is not a note: a text, an empty line, signatures")
    known = {(v.name, v.key_hash): v for v in verifiers}
    names = []
    for line in below.splitlines():
        match = _SIGNATURE.fullmatch(line)
        if match is None:
            raise ArchiveError("checkpoint", f"has a line that is no signature: {line[:60]!r}")
        try:
            data = base64.b64decode(match[2], validate=True)
        except binascii.Error:
            raise ArchiveError("checkpoint", f"has a line that is no signature: {line[:60]!r}") from None
        verifier = known.get((match[1], data[:4]))
        if verifier is None:
            continue
        if not verifier.verifies(text, data[4:]):
            raise ArchiveError("checkpoint", f"the signature of {verifier.name} is wrong: the checkpoint was altered")
        names.append(verifier.name)
    return text, names


@dataclass(frozen=True)
class Checkpoint:
    """How large a log was, and its Merkle root then. `origin` names the log."""

    origin: str
    size: int
    root: bytes

    def __str__(self) -> str:
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Read a checkpoint's text (tlog-checkpoint, "Note text"). Raises ArchiveError where it is none."""
        try:
            origin, size, root = text.split("\n")[:3]
            if not re.fullmatch(r"0|[1-9][0-9]*", size):
                raise ValueError(size)
            return cls(origin, int(size), base64.b64decode(root, validate=True))
        except (ValueError, binascii.Error):
            raise ArchiveError("checkpoint", "is not a name, a size and a root hash, a line each") from None
