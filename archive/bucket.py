"""An archive in an S3 bucket, with no lock server: conditional writes keep writers apart.

A version of an object takes several keys, and a bucket has no rename. So a version is claimed first: the one key
`<object>/vN/inventory.json`, written only if absent, decides whose vN it is and fixes every byte of it. All of a
version's bytes stand in the journal before it is claimed; whoever meets a claim that is not carried through (its writer
died, or is slow) carries it through from there. Carrying through writes the same bytes to the same keys, whoever does
it, and ends with the root inventory, replaced only if it is still the one the version builds on (If-Match), so that a
late writer can neither undo nor repeat anything.
"""

from __future__ import annotations

import base64
import hashlib
import os
import uuid
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import orjson

from archive import frame, ocfl
from archive.errors import ArchiveError, NoArchiveError
from archive.s3 import NONE, PARALLEL, AbsentError, Bucket, Retention, UnmetError, UnsupportedError
from archive.store import JournalEntry, ObjectUpdate, Pending, checked_key

_REMEMBERED = 10_000
_OURS_BEFORE_IT_IS_ONE = (frame.STAGING, frame.README_KEY, frame.FORM_KEY)


class BucketStore:
    """A store in a bucket below a prefix; see `archive.store.Store` for what each method promises.

    READOUTS_OBJECT_LOCK, such as `GOVERNANCE:3650` (mode and days), puts a retention on what is never changed:
    versions and the log.
    """

    parallel = PARALLEL

    def __init__(self, bucket: str, prefix: str) -> None:
        self.bucket = Bucket(bucket, prefix)
        self._retention = Retention.parse(os.environ.get("READOUTS_OBJECT_LOCK"))
        self._tags: dict[str, tuple[bytes, str]] = {}
        self._md5_tags = True

    @property
    def uri(self) -> str:
        return self.bucket.uri

    def read(self, key: str) -> bytes | None:
        found = self.bucket.get(checked_key(key))
        if found is None:
            return None
        self._remember(key, *found)
        return found[0]

    def create(self, key: str, data: bytes) -> bool:
        return self._put(key, data, {"IfNoneMatch": "*"})

    def replace(self, key: str, data: bytes, expected: bytes | None) -> bool:
        if expected is None:
            return self.create(key, data)
        return self._put(key, data, {"IfMatch": self._tag(key, expected)})

    def restore(self, key: str, data: bytes) -> None:
        self._put(key, data, NONE)

    def remove(self, key: str) -> None:
        self.bucket.delete([checked_key(key)])

    def keys(self, prefix: str) -> Iterator[str]:
        return self.bucket.list(f"{checked_key(prefix)}/" if prefix else "")

    def prepare(self) -> None:
        self._probe()
        if self.read(frame.DECLARATION) is not None:
            frame.check(self)
            return
        others = [key for key in self.bucket.list("", most=10) if not key.startswith(_OURS_BEFORE_IT_IS_ONE)]
        if self.read(frame.DECLARATION) is not None:
            return  # another run has just made it an archive
        if others:
            raise NoArchiveError(
                self.uri, f"holds {others[0]!r} and is no archive", "name a prefix under which there is nothing yet"
            )
        frame.check_form(self.uri, self.read(frame.FORM_KEY))
        self.create(frame.README_KEY, frame.README)
        self.create(frame.FORM_KEY, frame.FORM_TEXT)
        self.create(frame.DECLARATION, frame.DECLARATION_TEXT)

    def commit(self, updates: Sequence[ObjectUpdate], entry: JournalEntry) -> list[bool]:
        self.create(entry.key, _packed(updates, entry))
        with ThreadPoolExecutor(max(1, min(PARALLEL, len(updates)))) as pool:
            return list(pool.map(self._carry_through, updates))

    def journal(self, own: str | None = None) -> list[JournalEntry]:
        entries = []
        for key in list(self.keys(frame.JOURNAL)):
            if own is not None and key.startswith(own):
                entries.append(JournalEntry(key, b""))
                continue
            raw = self.read(key)
            if raw is None:
                continue  # its run has closed it meanwhile
            batch = _unpacked(key, raw)
            for update in batch.updates:
                self._carry_through(update)
            entries.append(batch.entry)
        return entries

    def pending(self) -> list[Pending]:
        found = ((key, self.read(key)) for key in list(self.keys(frame.JOURNAL)))
        return [_unpacked(key, raw) for key, raw in found if raw is not None]

    def close(self, entries: Sequence[JournalEntry]) -> None:
        if entries:
            self.bucket.delete([checked_key(entry.key) for entry in entries])

    def _carry_through(self, update: ObjectUpdate) -> bool:
        """Claim a version and write what belongs to it; False where the claim is another's, or the object moved on.

        Done again, by anyone, it changes nothing.
        """
        inventory = update.files[ocfl.INVENTORY]
        head = str(orjson.loads(inventory)["head"])
        base = f"{frame.OCFL_ROOT}/{checked_key(update.path)}"
        claim = f"{base}/{head}/{ocfl.INVENTORY}"
        if not self.create(claim, inventory):
            self._help(update.path, claim)
            return False
        last = (ocfl.SIDECAR, ocfl.INVENTORY)
        for name, data in update.files.items():
            if name not in last and name != f"{head}/{ocfl.INVENTORY}":
                self.create(f"{base}/{name}", data)
        before = update.expected
        # The sidecar goes first: a root inventory that is there has all that belongs to it.
        self.replace(f"{base}/{ocfl.SIDECAR}", update.files[ocfl.SIDECAR], before and ocfl.sidecar(before))
        self.replace(f"{base}/{ocfl.INVENTORY}", inventory, before)
        return True

    def _help(self, path: str, claim: str) -> None:
        """Carry another's claim through where its writer has not: its bytes are in the journal until that is done."""
        claimed = self.read(claim)
        if claimed is None or self.read(f"{frame.OCFL_ROOT}/{path}/{ocfl.INVENTORY}") == claimed:
            return
        for batch in self.pending():
            for update in batch.updates:
                if update.path == path and update.files[ocfl.INVENTORY] == claimed:
                    self._carry_through(update)
                    return

    def _put(self, key: str, data: bytes, condition: Mapping[str, str]) -> bool:
        """Write a key on a condition; False where it did not hold.

        An answer may be lost after the work was done; the repeated request then meets its own result, which is told by
        the bytes.
        """
        try:
            tag = self.bucket.put(checked_key(key), data, condition, self._retention if _never_changed(key) else None)
        except UnmetError:
            return self.read(key) == data
        except AbsentError:  # If-Match on a key that is gone
            return False
        self._remember(key, data, tag)
        return True

    def _tag(self, key: str, expected: bytes) -> str:
        """The entity tag that these bytes have under a key."""
        known = self._tags.get(key)
        if known is not None and known[0] == hashlib.sha256(expected).digest():
            return known[1]
        if self._md5_tags:
            return f'"{hashlib.md5(expected, usedforsecurity=False).hexdigest()}"'
        found = self.bucket.get(key)
        return found[1] if found is not None and found[0] == expected else '"changed"'

    def _remember(self, key: str, data: bytes, tag: str) -> None:
        if len(self._tags) > _REMEMBERED:
            self._tags.clear()
        self._tags[key] = hashlib.sha256(data).digest(), tag

    def _probe(self) -> None:
        """Find out at once whether the server honours conditional writes. Raises ArchiveError where it does not."""
        key = f"{frame.STAGING}/probe-{uuid.uuid4().hex}"
        try:
            try:
                tag = self.bucket.put(key, b"probe", {"IfNoneMatch": "*"})
            except UnmetError:
                # Nobody else knows this key: an answer was lost, and the repeated request met its own result.
                found = self.bucket.get(key)
                tag = found[1] if found is not None else ""
            self._md5_tags = tag.strip('"') == hashlib.md5(b"probe", usedforsecurity=False).hexdigest()
            for name, condition in (
                ("If-None-Match", {"IfNoneMatch": "*"}),
                ("If-Match", {"IfMatch": f'"{"0" * 32}"'}),
            ):
                try:
                    self.bucket.put(key, b"again", condition)
                except (UnmetError, AbsentError):
                    continue
                except UnsupportedError:
                    pass
                raise _unguarded(self.uri, name)
        except UnsupportedError:
            raise _unguarded(self.uri, "If-None-Match") from None
        self.bucket.delete([key])

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_tags": {}}


def _unguarded(uri: str, header: str) -> ArchiveError:
    return ArchiveError(
        uri,
        f"the server does not honour {header} on PUT, so that two writers could overwrite each other",
        "use a server with conditional writes, such as Amazon S3, VersityGW 1.8 or MinIO",
    )


def _never_changed(key: str) -> bool:
    """Whether a key is written once: a version's files and the log's; not an object's root inventory."""
    name = key.rpartition("/")[2]
    root_inventory = name in (ocfl.INVENTORY, ocfl.SIDECAR) and not ocfl.in_version_folder(key)
    return key.startswith("log/") or (key.startswith(f"{frame.OCFL_ROOT}/") and not root_inventory)


def _packed(updates: Sequence[ObjectUpdate], entry: JournalEntry) -> bytes:
    return orjson.dumps(
        {
            "entry": entry.data.decode(),
            "updates": [
                {
                    "path": update.path,
                    "expected": update.expected.decode() if update.expected is not None else None,
                    "files": {name: base64.b64encode(data).decode() for name, data in update.files.items()},
                }
                for update in updates
            ],
        }
    )


def _unpacked(key: str, raw: bytes) -> Pending:
    try:
        data = orjson.loads(raw)
        updates = tuple(
            ObjectUpdate(
                path=item["path"],
                files={name: base64.b64decode(text) for name, text in item["files"].items()},
                expected=item["expected"].encode() if item["expected"] is not None else None,
            )
            for item in data["updates"]
        )
        return Pending(JournalEntry(key, data["entry"].encode()), updates)
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        raise ArchiveError(key, "not a sound journal entry", "run readouts audit") from None
