"""Releases that left the publisher's site for an archive of Prime Ministers, listed and given there as XML."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from connectors import source as sources
from connectors.sources import __path__ as _built_in
from tests.serving import Reply, Server

_KEPT_AT = "https://pmtranscripts.pmc.gov.au"


def _run(*args: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "readouts", *args, "--json"], capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def _sources(folder: Path, server: Server) -> Path:
    """The source's own data, with the archive at the server."""
    own = (Path(_built_in[0]) / "au-pm.toml").read_text("utf-8")
    there = own.replace(_KEPT_AT, server.address).replace(r"https?://pmtranscripts\.pmc\.gov\.au", server.address)
    there = there.replace('"pmtranscripts.pmc.gov.au"', '"127.0.0.1"')
    there = there.replace("delay = 2.0", 'delay = 0.0\nallowed_hosts = ["127.0.0.1"]')
    folder.mkdir()
    (folder / "au-pm.toml").write_text(there, "utf-8")
    return folder


def _release(kind: str, content: str) -> Reply:
    xml = (
        "<transcripts><transcript><title>Fiji</title><release-date>14/07/2010</release-date>"
        f"<release-type>{kind}</release-type><content><![CDATA[<p>{content}</p>]]></content></transcript></transcripts>"
    )
    return Reply(200, xml.encode(), {"Content-Type": "text/xml; charset=utf-8"})


def test_a_release_is_listed_asked_for_as_xml_and_kept_at_its_own_address(
    tmp_path: Path, server: Server, accepts: Any
) -> None:
    numbers = (1, 2, 3, 4)
    listed = "".join(f"<item><uri>{server.address}/release/transcript-{n}</uri></item>" for n in numbers)
    xml = {"Content-Type": "text/xml"}
    server.replies["/transcripts.xml"] = Reply(200, f"<response>{listed}</response>".encode(), xml)
    told = "I spoke to the Prime Minister of Fiji, Mr Frank Bainimarama, today."
    server.replies["/query?transcript=1"] = _release("Media Release", told)
    server.replies["/query?transcript=2"] = _release("Interview", told)
    server.replies["/query?transcript=3"] = _release(
        "Media Release", "The Prime Minister of Fiji will visit Australia."
    )
    server.replies["/query?transcript=4"] = Reply(200, b"<response/>", xml)
    archive = str(tmp_path / "archive")
    ask = ["backfill", "--source", "au-pm", "--way", "pm-transcripts", "--from", "2010-01-01", "--archive", archive]
    ask += ["--sources", str(_sources(tmp_path / "sources", server))]
    assert _run(*ask)["counts"] == {"new": 1, "skipped": 3}
    record = _run("show", "au/2010-gillard/2010-07-14/transcript-1", "--archive", archive)
    assert record["url"] == f"{server.address}/release/transcript-1"
    assert record["provenance"]["media_type"] == "application/xml"
    # A second time asks for none of them again.
    assert _run(*ask)["counts"] == {}
    assert [server.asked(f"/query?transcript={n}") for n in numbers] == [1, 1, 1, 1]
    accepts(Path(archive))


@pytest.mark.parametrize(
    ("source", "asked", "page"),
    [
        (
            "au-pm",
            "https://pmtranscripts.pmc.gov.au/query?transcript=17924",
            "https://pmtranscripts.pmc.gov.au/release/transcript-17924",
        ),
        (
            "gb-number10",
            "http://gov.uk/api/content/government/news/pm-call-1",
            "https://www.gov.uk/government/news/pm-call-1",
        ),
        ("jp-kantei", "http://japan.kantei.go.jp/query?transcript=1", "https://japan.kantei.go.jp/query?transcript=1"),
    ],
)
def test_what_was_asked_for_in_a_pages_place_is_filed_under_the_page(source: str, asked: str, page: str) -> None:
    known = sources.load()[source]
    assert known.address_of(asked) == page
    if known.asked_at is not None:
        assert known.address_of(known.request_address(page)) == page
