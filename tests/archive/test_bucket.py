"""What is particular to buckets: few requests, no server that cannot keep writers apart, faults told in a sentence."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import boto3
import pytest

from archive import s3
from archive.audit import audit
from archive.bucket import BucketStore
from archive.errors import ArchiveError
from archive.s3 import Retention
from archive.store import open_store
from readouts import cli
from tests import buckets, proxy
from tests.archive.making import archived
from tests.places import Place


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Every request made, as (operation, key)."""
    made: list[tuple[str, str]] = []

    def around(operation: str, key: str, request: Callable[[], Any]) -> Any:
        made.append((operation, key))
        return request()

    monkeypatch.setattr(s3, "around_request", around)
    return made


def _of_a_run(one: tuple[str, str]) -> bool:
    """A request that a run makes once, however much is new: for its log segment, and to close its journal."""
    return one[1].startswith("log/") or one[0] in ("list_objects_v2", "delete_objects")


def test_a_new_version_takes_at_most_eight_requests(moto_place: Place, asked: list[tuple[str, str]]) -> None:
    store = moto_place.store
    store.prepare()
    day = 0
    for names in (["a"], [f"n{n}" for n in range(20)]):
        for first in ("It was said of {name}.", "It was revised of {name}."):
            day += 1
            asked.clear()
            assert len([o for o in archived(store, names, first=first, day=day) if o.event]) == len(names)
            made = [one for one in asked if not one[1].startswith(("state/", "runs/"))]
            of_run = [one for one in made if _of_a_run(one)]
            assert len(made) - len(of_run) <= 8 * len(names), made
            assert len(of_run) <= 7, of_run
            assert {one[1].rstrip("/") for one in made if one[0] == "list_objects_v2"} <= {".staging/journal"}


def test_nothing_is_asked_of_the_archive_for_an_unchanged_page(moto_place: Place, asked: list[tuple[str, str]]) -> None:
    store = moto_place.store
    store.prepare()
    archived(store, ["a", "b", "c"])
    asked.clear()
    outcomes = archived(store, ["a", "b", "c"], day=1)
    assert [outcome.result for outcome in outcomes] == ["unchanged"] * 3
    assert not [one for one in asked if one[1].startswith(("ocfl/", "quarantine/"))]
    assert not [one for one in asked if one == ("list_objects_v2", "") or one[1].startswith("ocfl")]


@pytest.mark.parametrize("header", ["if-none-match", "if-match"])
def test_a_server_without_conditional_writes_is_refused_at_once(
    moto_place: Place, moto_address: str, monkeypatch: pytest.MonkeyPatch, header: str
) -> None:
    with proxy.in_front_of(moto_address) as between:
        between.without = frozenset([header])
        monkeypatch.setenv("AWS_ENDPOINT_URL", between.address)
        with pytest.raises(ArchiveError, match=f"does not honour {header.title()} on PUT"):
            moto_place.store.prepare()
        assert between.requests <= 4
    monkeypatch.setenv("AWS_ENDPOINT_URL", moto_address)
    assert [key for key, _ in moto_place.files() if not key.startswith(".staging/")] == []


def test_an_answer_to_the_first_write_that_is_lost(
    moto_place: Place, moto_address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxy.in_front_of(moto_address) as between:
        between.decide = lambda method, path: "drop" if method == "PUT" and not between.faults else "pass"
        monkeypatch.setenv("AWS_ENDPOINT_URL", between.address)
        moto_place.store.prepare()
        assert [(fault, method) for fault, method, _ in between.faults] == [("drop", "PUT")]
    monkeypatch.setenv("AWS_ENDPOINT_URL", moto_address)
    assert [key for key, _ in moto_place.files() if key.startswith(".staging/")] == []


def test_a_bucket_that_is_not_there(moto_place: Place) -> None:
    with pytest.raises(ArchiveError, match=r"there is no bucket nowhere .*AWS_ENDPOINT_URL"):
        open_store("s3://nowhere/archive").prepare()


def test_a_bucket_without_permission(s3_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wrong")
    with pytest.raises(ArchiveError, match=r"access is denied \(SignatureDoesNotMatch\)"):
        s3_place.store.prepare()
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    with pytest.raises(ArchiveError, match="access is denied"):
        s3_place.store.prepare()


def test_no_credentials(moto_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(ArchiveError, match=r"there are no credentials .set AWS_ACCESS_KEY_ID"):
        moto_place.store.prepare()


def test_a_server_that_is_not_there(moto_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    monkeypatch.setattr(s3, "ATTEMPTS", 1)
    with pytest.raises(ArchiveError, match="the server does not answer"):
        moto_place.store.prepare()
    monkeypatch.setenv("AWS_ENDPOINT_URL", "certainly no address")
    with pytest.raises(ArchiveError, match="check the AWS_ settings"):
        moto_place.store.prepare()


def test_a_bucket_that_vanishes_while_it_is_written(moto_place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    store = moto_place.store
    store.prepare()
    archived(store, ["a"])
    before = moto_place.kept()
    count = 0

    def around(operation: str, key: str, request: Callable[[], Any]) -> Any:
        nonlocal count
        count += operation == "put_object" and key.startswith("ocfl/")
        if count == 4:
            count += 1
            with monkeypatch.context() as own:
                own.setattr(s3, "around_request", lambda operation, key, request: request())
                _remove_bucket(moto_place)
        return request()

    with monkeypatch.context() as watched:
        watched.setattr(s3, "around_request", around)
        with pytest.raises(ArchiveError, match="there is no bucket"):
            archived(store, ["b", "c"], day=1)
    assert before


def _remove_bucket(place: Place) -> None:
    client = s3.connect()
    name = place.uri.split("/")[2]
    for _ in range(20):
        for found in client.list_objects_v2(Bucket=name).get("Contents", ()):
            client.delete_object(Bucket=name, Key=found["Key"])
        with suppress(client.exceptions.ClientError):  # others are writing: BucketNotEmpty
            client.delete_bucket(Bucket=name)
            return
    raise AssertionError("the bucket would not go")


@pytest.mark.parametrize("setting", ["GOVERNANCE", "governance:x", "NEVER:5", "GOVERNANCE:0", ":5"])
def test_a_retention_that_makes_no_sense(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ArchiveError, match="such as GOVERNANCE:3650"):
        Retention.parse(setting)
    monkeypatch.setenv("READOUTS_OBJECT_LOCK", setting)
    with pytest.raises(ArchiveError):
        BucketStore("x", "")


def test_object_lock(s3_place: Place, s3_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bucket = s3_place.uri.split("/")[2] + "-locked"
    buckets.make_bucket(s3_address, bucket, object_lock=True)
    monkeypatch.setenv("READOUTS_OBJECT_LOCK", "COMPLIANCE:7")
    place = dataclasses.replace(s3_place, uri=f"s3://{bucket}/archive")
    store = place.store
    store.prepare()
    archived(store, ["a", "b"])
    archived(store, ["a"], first="It was revised of {name}.", day=1)
    client = boto3.client("s3", endpoint_url=s3_address)
    for key, _ in place.files("ocfl", "log"):
        name = key.rpartition("/")[2]
        in_root = name.startswith("inventory.json") and "/v" not in key.rpartition("/")[0][-4:]
        found = client.head_object(Bucket=bucket, Key=f"archive/{key}")
        assert (found.get("ObjectLockMode") == "COMPLIANCE") == (not in_root), key
    locked = "archive/log/00000001.json"
    version = client.head_object(Bucket=bucket, Key=locked)["VersionId"]
    with pytest.raises(client.exceptions.ClientError, match="protected"):
        client.delete_object(Bucket=bucket, Key=locked, VersionId=version)
    assert audit.of_archive(store).faults == []


def test_the_command_line_says_it_in_one_line(
    moto_place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["readouts", "list", "--archive", "s3://nowhere/x"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert said.startswith("readouts: s3://nowhere/x")
    assert said.count("\n") == 1
