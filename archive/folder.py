"""An archive in a folder on the local disk.

One writer commits at a time, by a lock on a file that ends with its process. What is being written stands in
`.staging/`, outside `ocfl/`, until it is durable; then it is renamed into place in one step, ancestors included, so
that no moment shows half an object or an empty directory (OCFL 1.1 §4.1 forbids both).
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import starmap
from pathlib import Path

from archive import durable, frame, ocfl
from archive.errors import ArchiveError, DamagedError, NoArchiveError
from archive.store import JournalEntry, ObjectUpdate, Pending, checked_key

_SYNC_EVERY = 12
_SLOW_OBJECT_SECONDS = 0.002


class FolderStore:
    """A store in a folder; see `archive.store.Store` for what each method promises."""

    parallel = 1

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def uri(self) -> str:
        return str(self.root)

    def exists(self) -> bool:
        return (self.root / frame.DECLARATION).is_file()

    def _path(self, key: str) -> Path:
        return self.root / checked_key(key)

    def read(self, key: str) -> bytes | None:
        path = self._path(key)
        try:
            # A link may lead anywhere: what it shows is not the archive's (OCFL 1.1 §3.2 forbids them in objects).
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
            with os.fdopen(descriptor, "rb") as file:
                return file.read()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise _explained(error, path) from None

    def create(self, key: str, data: bytes) -> bool:
        path = self._path(key)
        with self._locked(), self._explaining(path):
            if path.exists():
                return False
            self._put(path, data)
        return True

    def replace(self, key: str, data: bytes, expected: bytes | None) -> bool:
        path = self._path(key)
        with self._locked():
            if self.read(key) != expected:
                return False
            with self._explaining(path):
                self._put(path, data)
        return True

    def restore(self, key: str, data: bytes) -> None:
        path = self._path(key)
        with self._locked(), self._explaining(path):
            self._put(path, data)

    def remove(self, key: str) -> None:
        path = self._path(key)
        with self._locked(), self._explaining(path):
            durable.remove_file(path)

    def keys(self, prefix: str) -> Iterator[str]:
        base = self._path(prefix) if prefix else self.root
        for folder, folders, files in os.walk(base):
            folders.sort()
            for name in sorted(files):
                yield (Path(folder) / name).relative_to(self.root).as_posix()

    def prepare(self) -> None:
        if self.exists():
            frame.check(self)
            return
        staging = self.root / frame.STAGING
        if self.root.exists() and any(self.root.iterdir()) and not staging.exists():
            raise NoArchiveError(
                str(self.root), "the folder is not empty and is no archive", "name a new or an empty folder"
            )
        with self._explaining(self.root):
            durable.make_folder(staging)
        with self._locked(), self._explaining(self.root):
            if self.exists():
                return
            frame.check_form(self.uri, self.read(frame.FORM_KEY))
            self._put(self.root / frame.README_KEY, frame.README)
            self._put(self.root / frame.FORM_KEY, frame.FORM_TEXT)
            root = self._batch() / frame.OCFL_ROOT
            durable.make_folder(root)
            durable.write_file(root / frame.DECLARATION_NAME, frame.DECLARATION_TEXT)
            durable.sync_filesystem(self.root)
            durable.rename(root, self.root / frame.OCFL_ROOT)
            durable.sync_directory(self.root)

    def commit(self, updates: Sequence[ObjectUpdate], entry: JournalEntry) -> list[bool]:
        with self._locked(), self._explaining(self.root / frame.OCFL_ROOT):
            batch = self._batch()
            try:
                staged = list(zip(updates, self._staged(updates, batch), strict=True))
                durable.write_file(batch / "entry", entry.data)
                durable.make_folder(self.root / frame.JOURNAL)
                durable.sync_filesystem(self.root)
                durable.rename(batch / "entry", self._path(entry.key))
                durable.sync_directory(self.root / frame.JOURNAL)
                for update, folder in staged:
                    if folder is not None:
                        self._put_in_place(update, folder)
                durable.sync_filesystem(self.root)
            finally:
                durable.remove_tree(batch)
        return [folder is not None for _, folder in staged]

    def journal(self, own: str | None = None) -> list[JournalEntry]:
        # Writers commit under the lock: while we hold it, nobody is half way through.
        with self._locked():
            keys = self.keys(frame.JOURNAL)
            entries = [(key, b"" if own is not None and key.startswith(own) else self.read(key)) for key in keys]
        return [JournalEntry(key, data) for key, data in entries if data is not None]

    def pending(self) -> list[Pending]:
        found = ((key, self.read(key)) for key in self.keys(frame.JOURNAL))
        return [Pending(JournalEntry(key, data)) for key, data in found if data is not None]

    def close(self, entries: Sequence[JournalEntry]) -> None:
        for entry in entries:
            self.remove(entry.key)

    def _put(self, path: Path, data: bytes) -> None:
        """Write a file durably and in one step. Call under the lock."""
        temporary = self.root / frame.STAGING / "new"
        durable.write_file(temporary, data)
        descriptor = os.open(temporary, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        is_new = not path.parent.is_dir()
        durable.make_folder(path.parent)
        durable.rename(temporary, path)
        if is_new:
            durable.sync_filesystem(path.parent)
        else:
            durable.sync_directory(path.parent)

    def _staged(self, updates: Sequence[ObjectUpdate], batch: Path) -> list[Path | None]:
        """Each update's new state as a folder of the batch; much of it is on the disk already when this returns.

        The disk takes the first objects in while the next are written. Whether more threads help is found out on the
        first objects: where the file system answers at once, passing the interpreter's lock about costs more than it
        gains; where it does not (a network, an ext4 that passes over inodes deleted minutes ago), they wait together.
        """
        pairs = [(update, batch / str(number)) for number, update in enumerate(updates)]
        begun = time.perf_counter()
        staged = [self._stage(*pair) for pair in pairs[:_SYNC_EVERY]]
        slow = time.perf_counter() - begun > _SYNC_EVERY * _SLOW_OBJECT_SECONDS
        if len(pairs) < 2 * _SYNC_EVERY:
            return staged + [self._stage(*pair) for pair in pairs[_SYNC_EVERY:]]
        with ThreadPoolExecutor(1) as syncing, ThreadPoolExecutor(os.cpu_count()) as stagers:
            syncs = [syncing.submit(durable.sync_filesystem, self.root)]
            rest = pairs[_SYNC_EVERY:]
            for folder in stagers.map(self._stage, *zip(*rest, strict=True)) if slow else starmap(self._stage, rest):
                staged.append(folder)
                if len(staged) % _SYNC_EVERY == 0 and syncs[-1].done():
                    syncs.append(syncing.submit(durable.sync_filesystem, self.root))
        # The system tells of a failed write once only, to whoever syncs next.
        for sync in syncs:
            sync.result()
        return staged

    def _stage(self, update: ObjectUpdate, folder: Path) -> Path | None:
        """The object's new state as a folder beside the archive, or None where the object is not as expected."""
        target = self.root / frame.OCFL_ROOT / checked_key(update.path)
        if update.expected is None and not os.path.lexists(target):
            self._check_place(target.parent)
        else:
            if self.read(f"{frame.OCFL_ROOT}/{update.path}/{ocfl.INVENTORY}") != update.expected:
                return None
            if update.expected is None:
                raise ArchiveError(str(target), "something that is no OCFL object stands where a record belongs")
            self._check_place(target)
            if self.read(f"{frame.OCFL_ROOT}/{update.path}/{ocfl.SIDECAR}") != ocfl.sidecar(update.expected):
                raise DamagedError(
                    update.path,
                    f"{target}/{ocfl.INVENTORY}",
                    "is not what its digest file says: it was altered",
                    "run readouts repair",
                )
        place = str(folder)
        durable.new_folder(place)
        made = {""}
        if update.expected is not None:
            self._take_over(target, folder, update, made)
        for name, data in update.files.items():
            parent = checked_key(name).rpartition("/")[0]
            if parent not in made:
                _make_below(place, parent, made)
            durable.write_file(f"{place}/{name}", data)
        return folder

    def _check_place(self, path: Path) -> None:
        """That no symbolic link on the way leads elsewhere."""
        inside = path.relative_to(self.root).as_posix()
        if os.path.realpath(path) != f"{os.path.realpath(self.root)}/{inside}":
            raise ArchiveError(str(path), "a symbolic link leads out of the archive", "an archive has none; remove it")

    def _take_over(self, target: Path, folder: Path, update: ObjectUpdate, made: set[str]) -> None:
        """Give the new state of an object what it keeps of the old one, as second names of the same files."""
        for old in sorted(target.rglob("*")):
            relative = old.relative_to(target).as_posix()
            if old.is_dir():
                durable.make_folder(folder / relative)
                made.add(relative)
            elif relative not in update.files:
                durable.link_or_copy(old, folder / relative)

    def _put_in_place(self, update: ObjectUpdate, folder: Path) -> None:
        target = self.root / frame.OCFL_ROOT / update.path
        if update.expected is not None:
            durable.exchange(folder, target)
            return
        # The topmost missing ancestor is renamed into place with the object inside it.
        inner, top = folder, target
        while not top.parent.exists():
            wrapper = inner.with_name(f"{inner.name}-in-{top.parent.name}")
            durable.make_folder(wrapper)
            durable.rename(inner, wrapper / top.name)
            inner, top = wrapper, top.parent
        durable.rename(inner, top)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold the archive's write lock; the system lets go of it if the process dies."""
        lock = self.root / frame.STAGING / "lock"
        with self._explaining(lock):
            descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    def _batch(self) -> Path:
        """A new folder for one batch. Call under the lock: whatever else lies there was left by a dead writer."""
        area = self.root / frame.STAGING
        for leftover in area.iterdir():
            if leftover.name == "lock" or leftover == self.root / frame.JOURNAL:
                continue
            if leftover.is_dir():
                durable.remove_tree(leftover)
            else:
                durable.remove_file(leftover)
        folder = area / uuid.uuid4().hex
        durable.make_folder(folder)
        return folder

    @contextmanager
    def _explaining(self, path: Path) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise _explained(error, path) from None


def _make_below(place: str, folder: str, made: set[str]) -> None:
    """Make a folder below a place, and those between; `made` has what is there already, and gains what is new."""
    parent = folder.rpartition("/")[0]
    if parent not in made:
        _make_below(place, parent, made)
    durable.new_folder(f"{place}/{folder}")
    made.add(folder)


def _explained(error: OSError, path: Path) -> ArchiveError:
    """What a person understands of a failed file operation."""
    place = str(error.filename or path)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return ArchiveError(place, "the disk is full", "free some space and run again; nothing kept was lost")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return ArchiveError(place, "not allowed to write here", "check the folder's owner and permissions")
        case errno.ELOOP:
            return ArchiveError(place, "a symbolic link stands where a file belongs", "an archive has none; remove it")
        case errno.ENOENT:
            return ArchiveError(place, "the archive's folder is not there", "was it moved during the run?")
        case errno.ENOTDIR:
            return ArchiveError(place, "a file stands where a folder belongs", "name another folder")
        case _:
            return ArchiveError(place, error.strerror or str(error))
