"""The Merkle tree over the log's events (RFC 9162 §2.1), which makes a proof that one is in it a few hashes long.

The tree is never stored whole: a segment keeps the roots of the perfect subtrees it is made of, so that adding to it
costs as much as what is added, however long the log is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf (RFC 9162 §2.1.1); 32 bytes."""
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees side by side; 32 bytes."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True)
class Frontier:
    """A tree of `size` leaves as the roots of its perfect subtrees, the largest first: one for each 1 bit of `size`."""

    size: int = 0
    roots: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.roots) != self.size.bit_count():
            raise ValueError(f"{len(self.roots)} subtrees do not make a tree of {self.size} leaves")

    def grown(self, leaves: Iterable[bytes]) -> Frontier:
        """The tree with more leaves (their hashes) at its end."""
        size, roots = self.size, list(self.roots)
        for leaf in leaves:
            carried, number = leaf, size
            while number & 1:
                carried, number = node_hash(roots.pop(), carried), number >> 1
            roots.append(carried)
            size += 1
        return Frontier(size, tuple(roots))

    @property
    def root(self) -> bytes:
        """The root hash; for an empty tree the hash of nothing."""
        if not self.roots:
            return hashlib.sha256(b"").digest()
        *larger, joined = self.roots
        for left in reversed(larger):
            joined = node_hash(left, joined)
        return joined


def inclusion_path(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The hashes beside the way from a leaf (by number, from 0) to the root (RFC 9162 §2.1.3.1), from below."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    if len(leaves) == 1:
        return []
    # The left part is the largest perfect tree that is smaller than the whole.
    split = 1 << (len(leaves) - 1).bit_length() - 1
    left, right = leaves[:split], leaves[split:]
    if index < split:
        return [*inclusion_path(left, index), Frontier().grown(right).root]
    return [*inclusion_path(right, index - split), Frontier().grown(left).root]


def root_from_path(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes | None:
    """The root that an inclusion path leads to (RFC 9162 §2.1.3.2), or None where the path cannot be one."""
    if not 0 <= index < size:
        return None
    number, last, found = index, size - 1, leaf
    for beside in path:
        if last == 0:
            return None
        if number & 1 or number == last:
            found = node_hash(beside, found)
            while number and not number & 1:
                number, last = number >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        number, last = number >> 1, last >> 1
    return found if last == 0 else None
