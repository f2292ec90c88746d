"""The few file-system calls that make a batch of files durable and a directory's change atomic.

One sync a batch instead of one a file is what makes small durable files fast (docs: bench/RESULTS.md), and exchanging
two directories in one step is what lets an OCFL object gain a version without a moment at which it is invalid.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

before_operation: Callable[[str, Path | str], None] = lambda name, path: None  # noqa: E731
"""Called before every operation that changes something on the disk; tests stop the writer here."""

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def write_file(path: Path | str, data: bytes) -> None:
    """Write a new file; durable only after a sync."""
    before_operation("write", path)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
    finally:
        os.close(descriptor)


def new_folder(path: str) -> None:
    """Make one folder where there is none."""
    before_operation("mkdir", path)
    os.mkdir(path)  # noqa: PTH102 - a path made for each of a hundred objects costs more than the call


def make_folder(path: Path) -> None:
    """Make a folder, and those above it."""
    if not path.is_dir():
        before_operation("mkdir", path)
        path.mkdir(parents=True, exist_ok=True)


def rename(source: Path, target: Path) -> None:
    """Rename in one atomic step, replacing a file of that name."""
    before_operation("rename", target)
    source.rename(target)


def remove_file(path: Path) -> None:
    """Remove a file; none there is no error."""
    before_operation("unlink", path)
    path.unlink(missing_ok=True)


def remove_tree(path: Path) -> None:
    """Remove a folder with all that is in it, as far as that goes."""
    before_operation("rmtree", path)
    shutil.rmtree(path, ignore_errors=True)


def sync_filesystem(path: Path) -> None:
    """Make everything written so far on the file system that holds `path` durable (syncfs(2); elsewhere sync(2))."""
    before_operation("sync", path)
    if _libc is None:
        os.sync()
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if _libc.syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(path))
    finally:
        os.close(descriptor)


def sync_directory(path: Path) -> None:
    """Make the names in one directory durable."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def exchange(one: Path, other: Path) -> None:
    """Swap two directories in one atomic step (renameat2 with RENAME_EXCHANGE, Linux 3.15).

    Where the system or the file system cannot, the old one steps aside first: then a crash between the two renames
    leaves the object under its old content in `other`'s place, which the next writer puts back.
    """
    before_operation("exchange", other)
    if _libc is not None and hasattr(_libc, "renameat2"):
        result = _libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
        if result == 0:
            return
        code = ctypes.get_errno()
        if code not in (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP):
            raise OSError(code, os.strerror(code), str(one), None, str(other))
    aside = other.with_name(other.name + ".aside")
    other.rename(aside)
    one.rename(other)
    aside.rename(one)


def link_or_copy(source: Path, target: Path) -> None:
    """A second name for a file's content, or a copy where the file system has no hard links."""
    before_operation("link", target)
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV, errno.ENOSYS):
            raise
        shutil.copyfile(source, target)
