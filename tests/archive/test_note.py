"""Signed notes: those of others are read, ours are those others read, and nothing altered passes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import note
from archive.errors import ArchiveError
from archive.note import Checkpoint, Signer, Verifier

# The example in the documentation of golang.org/x/mod/sumdb/note (BSD-3-Clause), which defined the form.
_OTHERS = (
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
_THEIR_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"


def test_a_note_of_another_implementation() -> None:
    text, names = note.read(_OTHERS, [Verifier.parse(_THEIR_KEY)])
    assert names == ["PeterNeumann"]
    assert text.endswith("your problem is.\n")
    assert str(Verifier.parse(_THEIR_KEY)) == _THEIR_KEY
    with pytest.raises(ArchiveError, match="altered"):
        note.read(_OTHERS.replace("answer", "Answer"), [Verifier.parse(_THEIR_KEY)])


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_what_was_signed_reads_back(text: str) -> None:
    one, other = Signer.new("archive.example/one"), Signer.new("archive.example/other")
    signed = note.sign(text + "\n", [one, other])
    assert note.read(signed, [one.verifier, other.verifier]) == (text + "\n", [one.name, other.name])
    assert note.read(signed, []) == (text + "\n", [])


def test_keys_read_back_and_do_not_show() -> None:
    signer = Signer.new("archive.example/log")
    assert Signer.parse(signer.private_key()) == signer
    assert Verifier.parse(str(signer.verifier)) == signer.verifier
    assert signer.private_key().split("+", 4)[4] not in repr(signer)


@pytest.mark.parametrize("change", ["", "x", "archive.example/log+00000000+AA==", "PRIVATE+KEY+a+b"])
def test_what_is_no_key_is_refused_without_being_repeated(change: str) -> None:
    with pytest.raises(ArchiveError):
        Verifier.parse(change)
    secret = Signer.new("archive.example/log").private_key()
    broken = secret[:-4] + "AAA="
    with pytest.raises(ArchiveError) as told:
        Signer.parse(broken)
    assert broken[-20:] not in str(told.value)


def test_a_checkpoint_reads_back() -> None:
    given_ = Checkpoint("archive.example/log", 12, b"\x01" * 32)
    assert Checkpoint.parse(str(given_)) == given_
    for wrong in ("", "a\n", "a\n-1\nAA==\n", "a\n01\nAA==\n", "a\n1\n???\n"):
        with pytest.raises(ArchiveError):
            Checkpoint.parse(wrong)
