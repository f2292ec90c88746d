"""The rules for one object: what stands in it, that its inventories agree, and every digest (OCFL 1.1 §3)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from archive.audit import inventory as inventories
from archive.audit.faults import Fault
from archive.audit.files import ALGORITHMS, Files, digest_of
from archive.audit.inventory import Facts

INVENTORY = "inventory.json"
DECLARATION_PREFIX = "0=ocfl_object_"
REGISTERED_EXTENSIONS = frozenset(
    "0001-digest-algorithms 0002-flat-direct-storage-layout 0003-hash-and-id-n-tuple-storage-layout "
    "0004-hashed-n-tuple-storage-layout 0005-mutable-head 0006-flat-omit-prefix-storage-layout "
    "0007-n-tuple-omit-prefix-storage-layout 0008-schema-registry 0009-digest-algorithms "
    "0010-differential-n-tuple-omit-prefix-storage-layout 0011-direct-clean-path-layout 0012-tree-fixity "
    "0013-local-mirror initial".split()
)
"""The extensions that OCFL's community registers (https://ocfl.github.io/extensions/)."""

_DIGEST_FILE = re.compile(r"([0-9a-fA-F]+)[ \t]+inventory\.json\n?")


@dataclass
class Audited:
    """What an audit of one object found: its faults, and what its root inventory says, if it can be read.

    `read` gives any file of the object by its path.
    """

    faults: list[Fault] = field(default_factory=list)
    facts: Facts | None = None
    inventory: bytes = b""
    read: Callable[[str], bytes] = lambda path: b""


def check(files: Files) -> Audited:
    """Audit one object, given all that is below its root."""
    return _Check(files).run()


class _Check:
    def __init__(self, files: Files) -> None:
        self.files = files
        self.found = Audited()
        self.top = {path.split("/", 1)[0] for path in (*files.files, *files.folders, *files.links)}
        self.by_version: dict[str, Facts] = {}

    def tell(self, path: str) -> Callable[[str, str], None]:
        return lambda code, detail: self.found.faults.append(Fault(path, code, detail))

    def run(self) -> Audited:
        for link in sorted(self.files.links):
            self.found.faults.append(Fault(link, "E090"))
        declared = self._declaration()
        if INVENTORY not in self.files.files:
            self.found.faults.append(Fault(INVENTORY, "E063"))
            return self.found
        raw = self.files.read(INVENTORY)
        self.found.inventory, self.found.read = raw, self.files.read
        root = inventories.check(raw, self.tell(INVENTORY))
        if root is None:
            return self.found
        self.found.facts = root
        if declared and root.spec and declared != root.spec:
            self.tell(INVENTORY)("E038", f"it is of OCFL {root.spec}, the object declares {declared}")
        self._digest_file("", raw, root)
        self._object_root(root)
        self._version_inventories(raw, root)
        self._version_folders(root)
        self._content(root)
        return self.found

    def _declaration(self) -> str:
        """The version of OCFL that the object declares, or nothing."""
        names = sorted(name for name in self.top if name.startswith("0="))
        if len(names) != 1:
            self.tell(names[0] if names else DECLARATION_PREFIX)("E003", f"there are {len(names)}")
            if not names:
                return ""
        name = names[0]
        version = name.removeprefix(DECLARATION_PREFIX)
        if not name.startswith(DECLARATION_PREFIX) or version not in ("1.0", "1.1"):
            self.tell(name)("E004", name)
            return ""
        if name in self.files.files and self.files.read(name) != f"ocfl_object_{version}\n".encode():
            self.tell(name)("E007", "")
        return version

    def _digest_file(self, folder: str, raw: bytes, facts: Facts) -> None:
        if not facts.algorithm:
            return
        path = f"{folder}{INVENTORY}.{facts.algorithm}"
        if path not in self.files.files:
            self.tell(path)("E058", "")
            return
        match = _DIGEST_FILE.fullmatch(self.files.read(path).decode("utf-8", "replace"))
        if match is None:
            self.tell(path)("E061", "")
        elif match[1].lower() != digest_of(raw, facts.algorithm):
            self.tell(path)("E060", "")

    def _object_root(self, root: Facts) -> None:
        own = {INVENTORY, f"{INVENTORY}.{root.algorithm}"}
        for name in sorted(self.top):
            is_folder = name in self.files.folders
            if name in self.files.links or name in own or name.startswith("0="):
                continue
            if is_folder and (name in root.states or name == "logs"):
                continue
            if is_folder and name == "extensions":
                self._extensions()
            elif is_folder and inventories.version_number(name) is not None:
                self.tell(name)("E046", "the inventory does not know it")
            else:
                self.tell(name)("E001", "")
        for version in root.states:
            if version not in self.files.folders:
                self.tell(version)("E010", "the inventory names it, and there is no such folder")

    def _extensions(self) -> None:
        for path in sorted(self.files.files):
            if path.startswith("extensions/") and path.count("/") == 1:
                self.tell(path)("E067", "")
        for path in sorted(self.files.folders):
            if path.startswith("extensions/") and path.count("/") == 1:
                name = path.partition("/")[2]
                if name not in REGISTERED_EXTENSIONS:
                    self.tell(path)("W013", "")

    def _version_inventories(self, raw: bytes, root: Facts) -> None:
        previous = ""
        given: set[tuple[str, bool]] = {(root.content_directory, root.content_directory_given)}
        for version in root.states:
            path = f"{version}/{INVENTORY}"
            if path not in self.files.files:
                if version in self.files.folders:
                    self.tell(path)("W010", "")
                continue
            own = self.files.read(path)
            if own == raw:
                facts: Facts | None = root
            else:
                facts = inventories.check(own, self.tell(path))
                if version == root.head:
                    self.tell(path)("E064", "")
            if facts is None:
                continue
            self._digest_file(f"{version}/", own, facts)
            self.by_version[version] = facts
            tell = self.tell(path)
            if facts.spec and previous and facts.spec < previous:
                tell("E103", f"{facts.spec} after {previous}")
            previous = facts.spec or previous
            if facts is root:
                if version != root.head:
                    tell("E040", f"it is the inventory of {root.head}")
                continue
            if facts.id != root.id:
                tell("E037", f"it is {facts.id!r} here and {root.id!r} in the root")
            if facts.head and facts.head != version:
                tell("E040", f"head is {facts.head}")
            given.add((facts.content_directory, facts.content_directory_given))
            self._same_states(version, facts, root)
        if len({name for name, _ in given}) > 1:
            self.tell(INVENTORY)("E019", ", ".join(sorted(name for name, _ in given)))
        if root.spec and previous and root.spec < previous:
            self.tell(INVENTORY)("E103", f"{root.spec} after {previous}")

    def _same_states(self, version: str, facts: Facts, root: Facts) -> None:
        tell = self.tell(f"{version}/{INVENTORY}")
        for name, state in facts.states.items():
            if name not in root.states:
                tell("E066", f"the root does not know {name}")
                continue
            if facts.algorithm == root.algorithm:
                same = state == root.states[name]
            else:
                same = _as_content(state, facts) == _as_content(root.states[name], root)
            if not same:
                tell("E066", name)
            if facts.about.get(name) != root.about.get(name):
                tell("W011", name)

    def _version_folders(self, root: Facts) -> None:
        content = root.content_directory
        for path in sorted(self.files.files):
            version, _, rest = path.partition("/")
            if version in root.states and rest and "/" not in rest:
                facts = self.by_version.get(version, root)
                if rest not in (INVENTORY, f"{INVENTORY}.{facts.algorithm}"):
                    self.tell(path)("E015", "")
        for path in sorted(self.files.folders):
            version, _, rest = path.partition("/")
            if version in root.states and rest and "/" not in rest and rest != content:
                self.tell(path)("W002", "")
        for path in sorted(self.files.empty):
            version, _, rest = path.partition("/")
            if version in root.states and rest == content:
                self.tell(path)("W003", "")
            elif version in root.states and rest.startswith(f"{content}/"):
                self.tell(path)("E024", "")

    def _content(self, root: Facts) -> None:
        """Every file of content is in the manifests, and is what they and every fixity digest say."""
        content = {
            path
            for path in self.files.files
            if path.split("/")[0] in root.states and path.split("/")[1:2] == [root.content_directory]
        }
        inventories_by_place = {INVENTORY: root}
        for version, facts in self.by_version.items():
            if facts is not root:
                inventories_by_place[f"{version}/{INVENTORY}"] = facts
        wanted: dict[str, dict[str, list[tuple[str, str, str]]]] = defaultdict(lambda: defaultdict(list))
        for place, facts in inventories_by_place.items():
            known = set()
            for code, algorithm, block in (
                ("E092", facts.algorithm, facts.manifest),
                *(("E093", name, block) for name, block in facts.fixity.items() if name in ALGORITHMS),
            ):
                for digest, paths in block.items():
                    for path in paths:
                        if code == "E092":
                            known.add(path)
                        if path not in self.files.files:
                            self.tell(path)(code, f"it is named in {place}, and is not there")
                        elif algorithm:
                            wanted[path][algorithm].append((digest, code, place))
            upto = inventories.version_number(facts.head) or 0
            for path in sorted(content - known):
                if (inventories.version_number(path.split("/")[0]) or 0) <= upto:
                    self.tell(path)("E023", f"{place} does not name it")
        for path in sorted(wanted):
            found = self.files.digests(path, wanted[path])
            for algorithm, claims in wanted[path].items():
                for digest, code, place in claims:
                    if digest != found[algorithm]:
                        self.tell(path)(code, f"its {algorithm} is not the one in {place}")


def _as_content(state: dict[str, str], facts: Facts) -> dict[str, frozenset[str]]:
    """A state by what it refers to, so that states of different digest algorithms can be compared."""
    return {path: frozenset(facts.manifest.get(digest, ())) for path, digest in state.items()}
