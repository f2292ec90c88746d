"""The Merkle tree: the published vectors of RFC 6962's reference implementation, and what paths prove."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import merkle
from archive.merkle import Frontier, inclusion_path, leaf_hash, root_from_path

# Inputs and roots from the tests of google/certificate-transparency (Apache-2.0), as the RFC's authors published them.
_INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


@pytest.mark.parametrize("size", range(9))
def test_published_roots(size: int) -> None:
    leaves = [leaf_hash(bytes.fromhex(data)) for data in _INPUTS[:size]]
    assert Frontier().grown(leaves).root.hex() == _ROOTS[size]


def _leaves(size: int) -> list[bytes]:
    return [hashlib.sha256(str(n).encode()).digest() for n in range(size)]


@given(st.integers(0, 200), st.integers(0, 60))
def test_growing_in_two_steps_is_growing_in_one(size: int, more: int) -> None:
    leaves = _leaves(size + more)
    assert Frontier().grown(leaves[:size]).grown(leaves[size:]) == Frontier().grown(leaves)


@given(st.integers(1, 200), st.data())
def test_a_path_leads_to_the_root_and_no_other_does(size: int, data: st.DataObject) -> None:
    leaves = _leaves(size)
    index = data.draw(st.integers(0, size - 1))
    root = Frontier().grown(leaves).root
    path = inclusion_path(leaves, index)
    assert len(path) <= (size - 1).bit_length()
    assert root_from_path(leaves[index], index, size, path) == root
    assert root_from_path(leaf_hash(b"other"), index, size, path) != root
    assert root_from_path(leaves[index], index, size, [*path, leaves[0]]) is None
    if path:
        assert root_from_path(leaves[index], index, size, path[:-1]) is None
        assert root_from_path(leaves[index], index, size, [merkle.node_hash(path[0], b""), *path[1:]]) != root
    assert root_from_path(leaves[index], size, size, path) is None


def test_a_frontier_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="do not make a tree"):
        Frontier(3, (b"x" * 32,))
