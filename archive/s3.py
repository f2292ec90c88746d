"""One bucket, one request at a time: conditions told apart from failures, and failures explained.

Endpoint, region and credentials come from the standard AWS environment (AWS_ENDPOINT_URL, AWS_REGION,
AWS_ACCESS_KEY_ID, ...). Conditional writes are those of Amazon S3: `If-None-Match: *` and `If-Match` on PUT.
"""

from __future__ import annotations

import base64
import hashlib
import os
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, IncompleteReadError, ResponseStreamingError

from archive.errors import ArchiveError

PARALLEL = 16
"""How many requests are under way at once."""

ATTEMPTS = 6
"""How often a request is made before a passing fault counts as lasting, with growing pauses in between."""

around_request: Callable[[str, str, Callable[[], Any]], Any] = lambda operation, key, request: request()  # noqa: E731
"""Called with every request; tests stop the writer here, before or after."""

NONE: Mapping[str, str] = {}
"""No condition: whatever is there is replaced."""

_READS = 4
_CLASHES = 10
_ABSENT = ("NoSuchKey", "404", "NotFound", "NoSuchVersion")
_UNMET = ("PreconditionFailed", "412")
# Two conditional writes met; neither may have been done (Amazon S3: "retry the upload").
_MET_ANOTHER = ("ConditionalRequestConflict", "409")
# A server that keeps keys as files removes a folder with its last key; another key in it meets that half done.
_IN_BETWEEN = ("ExistingObjectIsDirectory",)
_DENIED = (
    "AccessDenied",
    "403",
    "SignatureDoesNotMatch",
    "InvalidAccessKeyId",
    "AllAccessDisabled",
    "ExpiredToken",
    "XAdminUserNotFound",
)
_SILENT = ("EndpointConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "ConnectionClosedError")


class AbsentError(Exception):
    """There is nothing under the key."""


class UnmetError(Exception):
    """The condition of a conditional write did not hold."""


class UnsupportedError(Exception):
    """The server does not know what was asked of it."""


class _ClashError(Exception):
    """Another write was under way at the same place. `explained` is what to tell where that does not pass."""

    def __init__(self, explained: ArchiveError | None = None) -> None:
        super().__init__()
        self.explained = explained


class _BrokenOffError(Exception):
    """An answer ended before its body did."""


@dataclass(frozen=True)
class Retention:
    """How long what is never changed is locked (S3 Object Lock). `mode` is GOVERNANCE or COMPLIANCE."""

    mode: str
    days: int

    @classmethod
    def parse(cls, setting: str | None) -> Retention | None:
        """Read `GOVERNANCE:3650`. Raises ArchiveError where it is of another form."""
        if not setting:
            return None
        mode, _, days = setting.partition(":")
        if mode.upper() not in ("GOVERNANCE", "COMPLIANCE") or not days.isdigit() or int(days) < 1:
            raise ArchiveError(
                "READOUTS_OBJECT_LOCK", f"{setting!r} is not a mode and a number of days", "such as GOVERNANCE:3650"
            )
        return cls(mode.upper(), int(days))


class Bucket:
    """Requests to one bucket below one prefix. Keys are relative to the prefix. Thread-safe and picklable."""

    def __init__(self, name: str, prefix: str) -> None:
        self.name = name
        self.prefix = prefix.strip("/") + "/" if prefix.strip("/") else ""
        self._client: Any = None
        self._lock = threading.Lock()
        self.requests = 0
        """How many requests were made so far; a retried one counts once."""

    @property
    def uri(self) -> str:
        return f"s3://{self.name}/{self.prefix}".rstrip("/")

    def __getstate__(self) -> dict[str, Any]:
        return {"name": self.name, "prefix": self.prefix}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(state["name"], state["prefix"])  # type: ignore[misc]

    def get(self, key: str) -> tuple[bytes, str] | None:
        """The bytes under a key and their entity tag, or None."""

        def request() -> tuple[bytes, str]:
            answer = self._made.get_object(Bucket=self.name, Key=self.prefix + key)
            return answer["Body"].read(), str(answer["ETag"])

        for attempt in range(_READS):
            try:
                found: tuple[bytes, str] = self._asked("get_object", key, request)
            except AbsentError:
                return None
            except _BrokenOffError as error:
                # The client's own retries end where the answer's body begins.
                if attempt == _READS - 1:
                    raise self._explained("ConnectionClosedError", error, key) from None
                continue
            return found
        raise AssertionError

    def put(
        self, key: str, data: bytes, condition: Mapping[str, str] = NONE, retention: Retention | None = None
    ) -> str:
        """Write a key; its entity tag. `condition` names IfNoneMatch or IfMatch.

        Raises UnmetError where the condition does not hold, AbsentError where IfMatch meets nothing.
        """
        # The server checks what arrived; with a retention, S3 insists on it.
        arguments: dict[str, Any] = {
            "ContentMD5": base64.b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode()
        }
        if retention is not None:
            until = datetime.now(UTC) + timedelta(days=retention.days)
            arguments |= {"ObjectLockMode": retention.mode, "ObjectLockRetainUntilDate": until}

        def request() -> str:
            full = self.prefix + key
            return str(self._made.put_object(Bucket=self.name, Key=full, Body=data, **condition, **arguments)["ETag"])

        for attempt in range(_CLASHES):
            try:
                tag: str = self._asked("put_object", key, request)
            except _ClashError as clash:
                if attempt == _CLASHES - 1 and clash.explained is not None:
                    raise clash.explained from None
                time.sleep(random.random() * 0.05 * attempt)  # noqa: S311 -- a pause, no secret
                continue
            return tag
        raise UnmetError

    def delete(self, keys: Sequence[str]) -> None:
        """Remove keys, a thousand a request; none there is no error."""
        for chunk in _batched(keys, 1000):
            named = [{"Key": self.prefix + key} for key in chunk]
            answer = self._asked(
                "delete_objects",
                chunk[0],
                partial(self._made.delete_objects, Bucket=self.name, Delete={"Objects": named, "Quiet": True}),
            )
            for error in answer.get("Errors", ()):
                raise ArchiveError(f"{self.uri}/{error['Key']}", f"cannot be removed: {error['Code']}")

    def list(self, prefix: str, most: int | None = None) -> Iterator[str]:
        """The keys that begin with a prefix, in order; no more than `most` where that is given (one request then)."""
        token: dict[str, Any] = {"MaxKeys": most} if most is not None else {}
        while True:
            answer = self._asked(
                "list_objects_v2",
                prefix,
                partial(self._made.list_objects_v2, Bucket=self.name, Prefix=self.prefix + prefix, **token),
            )
            for found in answer.get("Contents", ()):
                yield str(found["Key"])[len(self.prefix) :]
            if most is not None or not answer.get("IsTruncated"):
                return
            token = {"ContinuationToken": answer["NextContinuationToken"]}

    @property
    def _made(self) -> Any:
        if self._client is None:
            try:
                self._client = connect()
            except (BotoCoreError, ValueError) as error:
                raise ArchiveError(self.uri, str(error), "check the AWS_ settings in the environment") from None
        return self._client

    def _asked(self, operation: str, key: str, request: Callable[[], Any]) -> Any:
        with self._lock:
            self.requests += 1
        try:
            return around_request(operation, key, request)
        except ClientError as error:
            code = str(error.response.get("Error", {}).get("Code"))
            if code in _ABSENT:
                raise AbsentError from None
            if code in _UNMET:
                raise UnmetError from None
            if code in _MET_ANOTHER:
                raise _ClashError from None
            if code in _IN_BETWEEN:
                raise _ClashError(self._explained(code, error, key)) from None
            if code in ("NotImplemented", "501"):
                raise UnsupportedError from None
            denied = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode") == 403 and code not in _DENIED
            raise self._explained(f"{_DENIED[0]}: {code}" if denied else code, error, key) from None
        except (IncompleteReadError, ResponseStreamingError) as error:
            raise _BrokenOffError(str(error)) from None
        except BotoCoreError as error:
            raise self._explained(type(error).__name__, error, key) from None

    def _explained(self, code: str, error: Exception, key: str) -> ArchiveError:
        """What a person understands of a failed request."""
        place = f"{self.uri}/{key}".rstrip("/")
        if code == "NoSuchBucket":
            return ArchiveError(place, f"there is no bucket {self.name}", "make it, or check AWS_ENDPOINT_URL")
        if code.partition(":")[0] in _DENIED:
            return ArchiveError(place, f"access is denied ({code})", "check the credentials and the bucket's policy")
        if code in ("NoCredentialsError", "PartialCredentialsError"):
            return ArchiveError(place, "there are no credentials", "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
        if code in _SILENT:
            return ArchiveError(place, f"the server does not answer ({code})", "run again; nothing kept was lost")
        return ArchiveError(place, f"{code}: {error}", "run again; nothing kept was lost")


def connect() -> Any:
    """An S3 client by the standard AWS environment, patient with passing faults; the same while that is the same."""
    settings = sorted((k, v) for k, v in os.environ.items() if k.startswith(("AWS_", "READOUTS_S3_")))
    return _connected(tuple(settings), ATTEMPTS)


@lru_cache(maxsize=4)
def _connected(environment: tuple[tuple[str, str], ...], attempts: int) -> Any:
    settings = dict(environment)
    return boto3.session.Session().client(
        "s3",
        region_name=settings.get("AWS_REGION") or settings.get("AWS_DEFAULT_REGION") or "us-east-1",
        config=Config(
            max_pool_connections=2 * PARALLEL,
            connect_timeout=10,
            read_timeout=float(settings.get("READOUTS_S3_TIMEOUT", "60")),
            retries={"mode": "standard", "max_attempts": attempts},
            # Not every server knows the newer checksums; Content-MD5 is known to all.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        ),
    )


def _batched(keys: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    for begin in range(0, len(keys), size):
        yield tuple(keys[begin : begin + size])
