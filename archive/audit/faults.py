"""What an audit finds: a code, where, and what it means.

Codes of the form E0xx and W0xx are those of the OCFL 1.1 validation codes (https://ocfl.io/1.1/spec/validation-codes.html);
A, L and Q are ours, for the archive's frame, its log and its quarantine (docs/audit.md).
"""

from __future__ import annotations

from dataclasses import dataclass

MEANINGS = {
    "E001": "something stands in the object's root that does not belong there",
    "E003": "the object's root needs exactly one version declaration",
    "E004": "the declaration's name is not 0=ocfl_object_ and a version of OCFL",
    "E007": "the declaration's text is not its name's value and a newline",
    "E008": "the object has no version",
    "E009": "versions do not start at 1",
    "E010": "the sequence of versions has a gap",
    "E011": "a zero-padded version does not begin with v0",
    "E012": "versions are padded in different ways",
    "E013": "a version is named in another way than those before it",
    "E015": "a version's folder holds a file beside its inventory and content",
    "E017": "contentDirectory is no simple name",
    "E019": "contentDirectory is not the same in every version",
    "E023": "a file of content is in no manifest",
    "E024": "an empty folder in content",
    "E025": "the digest algorithm is neither sha512 nor sha256",
    "E030": "a SHA-256 digest is not 64 hexadecimal digits",
    "E031": "a SHA-512 digest is not 128 hexadecimal digits",
    "E033": "the inventory is not a JSON object",
    "E036": "the inventory lacks id, type, digestAlgorithm or head",
    "E037": "the id is empty, or not the same in every version",
    "E038": "type is not the inventory type of the declared version of OCFL",
    "E040": "head is not the newest version",
    "E041": "the inventory lacks manifest or versions",
    "E042": "a content path does not lead into a version's content",
    "E044": "versions is not a JSON object",
    "E046": "the versions named are not the version folders there are",
    "E047": "a version is not a JSON object",
    "E048": "a version lacks created or state",
    "E049": "created is not an RFC 3339 time with its offset",
    "E050": "a state is no object of digests that the manifest has",
    "E051": "logical paths are not a list of text",
    "E052": "a logical path has an element that is ., .. or empty",
    "E053": "a logical path begins or ends with a slash",
    "E054": "user has no name",
    "E057": "fixity does not have the form of a manifest",
    "E058": "an inventory has no digest file beside it",
    "E060": "an inventory is not what its digest file says",
    "E061": "a digest file is not a digest, a space and inventory.json",
    "E063": "the object has no inventory",
    "E064": "the root inventory is not that of the newest version",
    "E066": "an earlier inventory tells another state of a version",
    "E067": "a file stands in the extensions folder",
    "E069": "the storage root has no declaration",
    "E070": "ocfl_layout.json lacks extension or description",
    "E072": "a file under the storage root is part of no object",
    "E073": "an empty folder under the storage root",
    "E076": "the storage root has more than one declaration",
    "E079": "the storage root's declaration is not 0=ocfl_ and a version of OCFL",
    "E080": "the storage root's declaration's text is not its name's value and a newline",
    "E081": "an object conforms to a later OCFL than its storage root",
    "E083": "an object does not stand where its id says",
    "E085": "a folder under the storage root leads to no object",
    "E090": "a symbolic link",
    "E092": "content is missing, or is not what the manifest's digest says",
    "E093": "content is missing, or is not what a fixity digest says",
    "E094": "message is not text",
    "E095": "logical paths repeat or contradict each other",
    "E096": "a digest stands twice in the manifest, in upper and lower case",
    "E097": "a digest stands twice in fixity, in upper and lower case",
    "E099": "a content path has an element that is ., .. or empty",
    "E100": "a content path begins or ends with a slash",
    "E101": "content paths repeat or contradict each other",
    "E102": "the inventory has a key that OCFL does not know",
    "E103": "a version conforms to an earlier OCFL than the one before it",
    "E104": "a version's name is not v and a number",
    "E106": "manifest is not a JSON object",
    "E107": "the manifest has a digest that no version uses",
    "E111": "fixity is not a JSON object",
    "E112": "a file stands in the storage root's extensions folder",
    "W001": "version names are zero-padded",
    "W002": "a version's folder holds a folder beside its content",
    "W003": "a content folder is empty",
    "W004": "the digest algorithm is not sha512",
    "W005": "the id is not a URI",
    "W007": "a version has no message or no user",
    "W008": "user has no address",
    "W009": "user's address is not a URI",
    "W010": "a version has no inventory of its own",
    "W011": "an earlier inventory tells created, message or user otherwise",
    "W013": "an extension that is not registered",
    "W016": "a storage root extension that is not registered",
    "A001": "the archive does not say what form it has",
    "A002": "a file that belongs to no part of an archive",
    "A003": "an object holds no record that can be read",
    "L001": "a segment of the log is missing",
    "L002": "a segment does not follow the one before it",
    "L003": "a segment cannot be read",
    "L004": "a segment's tree or checkpoint is not that of its events",
    "L005": "a checkpoint's signature is missing or wrong",
    "L006": "an event tells of a version that the archive does not have",
    "L007": "an event is not the one that its version has",
    "L008": "a version has no event",
    "L009": "an event stands in the log twice, or before that of an earlier version",
    "L010": "the log is shorter than it was",
    "Q001": "a page in quarantine lacks its reasons or its capture",
    "Q002": "a capture in quarantine is not the page it was kept as",
    "Q004": "a capture in quarantine waits for its reasons: a run was cut off there",
    "Q003": "a page in quarantine was resolved by a record that there is not",
}


@dataclass(frozen=True, order=True)
class Fault:
    """One fault. `path` is relative to what is audited; `detail` says what was found there."""

    path: str
    code: str
    detail: str = ""

    @property
    def warning(self) -> bool:
        """Whether it is a SHOULD of the specification, not a MUST, or something that the next run mends."""
        return self.code.startswith("W") or self.code == "Q004"

    @property
    def meaning(self) -> str:
        return MEANINGS[self.code]

    def __str__(self) -> str:
        return f"{self.code} {self.path}: {self.meaning}" + (f" ({self.detail})" if self.detail else "")

    def below(self, folder: str) -> Fault:
        """The same fault as seen from further up."""
        return Fault(f"{folder}/{self.path}".strip("/"), self.code, self.detail)
