"""An archive in a folder on the local disk.

One writer commits at a time, by a lock on a file that ends with its process. What is being written stands in
`.staging/`, outside `ocfl/`, until it is durable; then it is renamed into place in one step, ancestors included, so
that no moment shows half an object or an empty directory (OCFL 1.1 §4.1 forbids both).
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from archive.durable import exchange, link_or_copy, sync_directory, sync_filesystem
from archive.errors import ArchiveError, NoArchiveError
from archive.store import ObjectUpdate, checked_key

OCFL_ROOT = "ocfl"
_DECLARATION = "0=ocfl_1.1"
_README = """This folder is an archive of readouts: what governments published about meetings of their leaders.

ocfl/        the records, every version of each: an OCFL 1.1 storage root (https://ocfl.io/1.1/spec/).
             An object's path is its id without "urn:readouts:": country and prime ministership, date, name.
             record.json is the record (JSON), capture.warc.gz the page as received (WARC, ISO 28500).
log/         what was archived and when, in numbered files; each names the digest of the one before.
runs/        a report of each run.
quarantine/  pages that could not be read as records, with the reasons.
state/       what the next run needs to know; it can be rebuilt from the rest.

ocfl/ and log/ are the archive. Nothing in them is ever changed or removed, only added to.
"""


class FolderStore:
    """A store in a folder; see `archive.store.Store` for what each method promises."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def uri(self) -> str:
        return str(self.root)

    def exists(self) -> bool:
        return (self.root / OCFL_ROOT / _DECLARATION).is_file()

    def _path(self, key: str) -> Path:
        return self.root / checked_key(key)

    def read(self, key: str) -> bytes | None:
        path = self._path(key)
        try:
            return path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise _explained(error, path) from None

    def create(self, key: str, data: bytes) -> bool:
        path = self._path(key)
        with self._locked(), self._explaining(path):
            temporary = self._temporary(data)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                os.link(temporary, path)
            except FileExistsError:
                return False
            finally:
                temporary.unlink(missing_ok=True)
            sync_directory(path.parent)
        return True

    def replace(self, key: str, data: bytes, expected: bytes | None) -> bool:
        path = self._path(key)
        with self._locked():
            if self.read(key) != expected:
                return False
            with self._explaining(path):
                temporary = self._temporary(data)
                path.parent.mkdir(parents=True, exist_ok=True)
                temporary.replace(path)
                sync_directory(path.parent)
        return True

    def remove(self, key: str) -> None:
        path = self._path(key)
        with self._explaining(path):
            path.unlink(missing_ok=True)

    def keys(self, prefix: str) -> Iterator[str]:
        base = self._path(prefix)
        for folder, folders, files in os.walk(base):
            folders.sort()
            for name in sorted(files):
                yield (Path(folder) / name).relative_to(self.root).as_posix()

    def prepare(self) -> None:
        if self.exists():
            return
        if self.root.exists() and any(self.root.iterdir()) and not (self.root / ".staging").exists():
            raise NoArchiveError(
                str(self.root), "the folder is not empty and is no archive", "name a new or an empty folder"
            )
        with self._explaining(self.root):
            (self.root / ".staging").mkdir(parents=True, exist_ok=True)
        with self._locked(), self._explaining(self.root):
            if self.exists():
                return
            (self.root / "README.txt").write_text(_README, "utf-8")
            frame = self._staging() / OCFL_ROOT
            frame.mkdir(parents=True)
            # OCFL 1.1 §4.1: the conformance declaration of a storage root.
            (frame / _DECLARATION).write_text("ocfl_1.1\n", "utf-8")
            sync_filesystem(self.root)
            frame.rename(self.root / OCFL_ROOT)
            sync_directory(self.root)

    def commit(self, updates: Sequence[ObjectUpdate]) -> list[bool]:
        with self._locked(), self._explaining(self.root / OCFL_ROOT):
            staged: list[tuple[ObjectUpdate, Path | None]] = []
            batch = self._staging()
            try:
                for number, update in enumerate(updates):
                    staged.append((update, self._stage(update, batch / str(number))))
                sync_filesystem(self.root)
                for update, folder in staged:
                    if folder is not None:
                        self._put_in_place(update, folder)
                sync_filesystem(self.root)
            finally:
                shutil.rmtree(batch, ignore_errors=True)
        return [folder is not None for _, folder in staged]

    def _stage(self, update: ObjectUpdate, folder: Path) -> Path | None:
        """The object's new state as a folder beside the archive, or None where the object is not as expected."""
        target = self.root / OCFL_ROOT / checked_key(update.path)
        if self.read(f"{OCFL_ROOT}/{update.path}/inventory.json") != update.expected:
            return None
        if update.expected is None and target.exists():
            raise ArchiveError(str(target), "something that is no OCFL object stands where a record belongs")
        folder.mkdir(parents=True)
        if update.expected is not None:
            for old in target.rglob("*"):
                relative = old.relative_to(target)
                if old.is_dir():
                    (folder / relative).mkdir()
                elif relative.as_posix() not in update.files:
                    link_or_copy(old, folder / relative)
        for name, data in update.files.items():
            path = folder / checked_key(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return folder

    def _put_in_place(self, update: ObjectUpdate, folder: Path) -> None:
        target = self.root / OCFL_ROOT / update.path
        if update.expected is not None:
            exchange(folder, target)
            return
        # The topmost missing ancestor is renamed into place with the object inside it.
        inner, top = folder, target
        while not top.parent.exists():
            wrapper = inner.with_name(f"{inner.name}-in-{top.parent.name}")
            wrapper.mkdir()
            inner.rename(wrapper / top.name)
            inner, top = wrapper, top.parent
        inner.rename(top)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the archive's write lock; the system lets go of it if the process dies."""
        lock = self.root / ".staging" / "lock"
        with self._explaining(lock):
            descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _staging(self) -> Path:
        """A new folder for one batch. Call under the lock: whatever else lies there was left by a dead writer."""
        area = self.root / ".staging"
        for leftover in area.iterdir():
            if leftover.is_dir():
                shutil.rmtree(leftover, ignore_errors=True)
            elif leftover.name != "lock":
                leftover.unlink(missing_ok=True)
        folder = area / uuid.uuid4().hex
        folder.mkdir()
        return folder

    def _temporary(self, data: bytes) -> Path:
        """A durable file with this content and a name of its own, in the staging area."""
        path = self.root / ".staging" / f"{uuid.uuid4().hex}.new"
        with path.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        return path

    @contextmanager
    def _explaining(self, path: Path) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise _explained(error, path) from None


def _explained(error: OSError, path: Path) -> ArchiveError:
    """What a person understands of a failed file operation."""
    place = str(error.filename or path)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return ArchiveError(place, "the disk is full", "free some space and run again; nothing kept was lost")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return ArchiveError(place, "not allowed to write here", "check the folder's owner and permissions")
        case errno.ENOENT:
            return ArchiveError(place, "the archive's folder is not there", "was it moved during the run?")
        case errno.ENOTDIR:
            return ArchiveError(place, "a file stands where a folder belongs", "name another folder")
        case _:
            return ArchiveError(place, error.strerror or str(error))
