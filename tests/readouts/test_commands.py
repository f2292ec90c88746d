"""The command line on a real archive: tables, JSON, filters, exit codes, and mistakes told in a sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from schemas.authorities.premierships import authority

_COMMAND = [sys.executable, "-m", "readouts"]


def run(*arguments: str, cache: Path | None = None, stdin: bytes | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **({"READOUTS_CACHE": str(cache)} if cache else {})}
    done = subprocess.run(
        [*_COMMAND, *arguments], capture_output=True, env=environment, timeout=120, input=stdin, check=False
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Any]:
    folder = tmp_path_factory.mktemp("demo") / "archive"
    done = run("demo", "--archive", str(folder), "--json")
    assert done.returncode == 0, done.stderr
    return str(folder), json.loads(done.stdout)


def test_demo_plays_three_days(demo: tuple[str, Any]) -> None:
    one, two, three = (day["sources"] for day in demo[1]["days"])
    assert (one["jp-kantei"]["counts"]["new"], one["jp-mofa"]["counts"]["new"]) == (19, 8)
    kantei, mofa = two["jp-kantei"]["counts"], two["jp-mofa"]["counts"]
    wanted = {"new": 1, "relocated": 1, "missing": 1, "skipped": 1, "quarantined": 1, "revised": 0, "failed": 0}
    assert {name: kantei[name] for name in wanted} == wanted
    assert {name: mofa[name] for name in ("revised", "failed", "new")} == {"revised": 1, "failed": 1, "new": 0}
    assert [day["written"] for day in demo[1]["days"]] == [True, True, False]
    assert all(
        three[s]["counts"][c] == 0 for s in three for c in ("new", "revised", "relocated", "quarantined", "failed")
    )
    assert [day["exit_code"] for day in demo[1]["days"]] == [0, 3, 0]
    (imported,) = demo[1]["imported"]
    assert (imported["record"], imported["version"]) == ("nato/2024-rutte/2025-04-09/news-234400", "v1")
    assert imported["change"] == "new"


def test_demo_validates(demo: tuple[str, Any], accepts: Any) -> None:
    accepts(Path(demo[0]))


def test_demo_is_made_anew_but_harms_nothing_else(demo: tuple[str, Any], tmp_path: Path) -> None:
    assert run("demo", "--archive", demo[0], "--json").returncode == 0
    (tmp_path / "mine.txt").write_text("x")
    done = run("demo", "--archive", str(tmp_path))
    assert done.returncode == 1
    assert "no demonstration made it" in done.stderr
    assert (tmp_path / "mine.txt").exists()


def test_demo_for_people(tmp_path: Path) -> None:
    out = run("demo", "--archive", str(tmp_path / "shown")).stdout
    for part in ("Day three", "nothing was written", "jp/98-abe", "relocated", "{+urgent+}", "Next:"):
        assert part in out


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ([], 29),
        (["--premiership", "jp/101-kishida"], 7),
        (["--premiership", "kishida"], 9),
        (["--premiership", "101"], 7),
        (["--since", "2025", "--until", "2025-07"], 4),
        (["--since", "2026-02-26"], 3),
        (["--participant", "Trump"], 6),
        (["--participant", "nato"], 2),
        (["--participant", "Kazakhstan"], 1),
        (["--kind", "telephone_talk"], 10),
        (["--source", "jp-mofa"], 8),
        (["--source", "int-nato"], 1),
        (["--source", "jp-mofa", "--kind", "courtesy_call", "--premiership", "ishiba"], 1),
        (["--until", "1999"], 0),
    ],
)
def test_list(demo: tuple[str, Any], filters: list[str], expected: int) -> None:
    rows = json.loads(run("list", "--archive", demo[0], "--json", *filters).stdout)
    assert len(rows) == expected, [row["record"] for row in rows]


def test_list_for_people(demo: tuple[str, Any]) -> None:
    out = run("list", "--archive", demo[0]).stdout
    assert "jp/101-kishida" in out
    assert "Japan-Ukraine Summit Meeting" in out
    assert "no records" in run("list", "--archive", demo[0], "--until", "1900").stdout


def test_show_history_and_diff(demo: tuple[str, Any]) -> None:
    name = "page6e-000251"
    record = json.loads(run("show", name, "--archive", demo[0], "--json").stdout)
    assert record["id"] == "jp/99-suga/2021-08-10/page6e-000251"
    assert record["provenance"]["change"] == "revised"
    first = json.loads(run("show", name, "--version", "v1", "--archive", demo[0], "--json").stdout)
    assert first["provenance"]["change"] == "created"
    versions = json.loads(run("history", name, "--archive", demo[0], "--json").stdout)["versions"]
    assert [version["change"] for version in versions] == ["created", "revised"]
    differences = json.loads(run("diff", name, "--archive", demo[0], "--json").stdout)["differences"]
    assert [d["place"] for d in differences] == ["point ２．"]
    assert {"added", "removed", "equal"} == {op for op, _ in differences[0]["words"]}
    assert "[-important-]{+urgent+}" in run("diff", name, "v1", "v2", "--archive", demo[0]).stdout.replace("\n", " ")
    assert "revised" in run("history", name, "--archive", demo[0]).stdout
    assert "Prime Minister Morrison" in run("show", name, "--archive", demo[0]).stdout


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["--by-publisher"], ["relocated", "revised"]),
        (["--silent"], ["revised"]),
        (["--change", "relocated", "--change", "revised", "--source", "jp-mofa"], ["revised"]),
        (["--recorded-since", "2026-03-11"], ["created"]),
        (
            ["--recorded-since", "2026-03-10", "--recorded-until", "2026-03"],
            ["relocated", "created", "revised", "created"],
        ),
        (["--recorded-until", "2026-03-09", "--limit", "2"], ["created", "created"]),
        (["--after", "1", "--participant", "Uzbekistan"], ["relocated"]),
        (["--recorded-until", "2025"], []),
    ],
)
def test_changes(demo: tuple[str, Any], asked: list[str], expected: list[str]) -> None:
    told = json.loads(run("changes", "--archive", demo[0], "--json", *asked).stdout)
    assert [row["change"] for row in told["changes"]] == expected
    assert told["cursor"] == 3


def test_a_program_follows_the_archive(demo: tuple[str, Any]) -> None:
    seen: list[str] = []
    cursor = 0
    for segment in (1, 2, 3):
        told = json.loads(run("changes", "--archive", demo[0], "--json", "--after", str(cursor)).stdout)
        assert {row["segment"] for row in told["changes"]} == set(range(cursor + 1, 4))
        seen += [f"{row['record']} {row['version']}" for row in told["changes"] if row["segment"] == segment]
        cursor = segment
    assert len(seen) == len(set(seen)) == 31
    assert json.loads(run("changes", "--archive", demo[0], "--json", "--after", "3").stdout)["changes"] == []


def test_changes_word_by_word(demo: tuple[str, Any]) -> None:
    told = json.loads(run("changes", "--archive", demo[0], "--silent", "--words", "--json").stdout)
    assert [d["place"] for d in told["changes"][0]["differences"]] == ["point ２．"]
    shown = run("changes", "--archive", demo[0], "--by-publisher", "--words").stdout
    assert "[-important-]{+urgent+}" in shown.replace("\n", " ")
    assert "revised silently" in shown
    assert "no changes" in run("changes", "--archive", demo[0], "--change", "withdrawn").stdout
    assert run("changes", "--archive", demo[0], "--by-publisher", "--change", "revised").returncode == 2
    assert run("changes", "--archive", demo[0], "--after", "1", "--limit", "2").returncode == 2


def test_counterpart(demo: tuple[str, Any]) -> None:
    (match,) = json.loads(run("counterpart", "news-234400", "--archive", demo[0], "--json").stdout)["counterparts"]
    assert match["record"] == "jp/103-ishiba/2025-04-09/pageite-000001-00891"
    assert {row["topic"]: row["said_by"] for row in match["topics"]}["ukraine"] == "this"
    assert "one says Tokyo, the other Japan, which may be one place" in match["reasons"]
    assert "pageite-000001-00891" in run("counterpart", "news-234400", "--archive", demo[0]).stdout


def test_quarantine(demo: tuple[str, Any]) -> None:
    (entry,) = json.loads(run("quarantine", "list", "--archive", demo[0], "--json").stdout)
    shown = json.loads(run("quarantine", "show", entry["id"], "--archive", demo[0], "--json").stdout)
    assert shown["reasons"][0]["pointer"] == "/opening"
    assert "10brazil" in run("quarantine", "show", entry["id"], "--archive", demo[0]).stdout
    assert "/opening" in run("quarantine", "list", "--archive", demo[0]).stdout
    retried = run("quarantine", "retry", "--archive", demo[0], "--json")
    assert retried.returncode == 3
    assert json.loads(retried.stdout)[0]["record"] is None


def test_a_leader_whom_the_data_do_not_have(tmp_path: Path) -> None:
    holders = authority("GB")
    began = holders.known_until + timedelta(days=1)
    url, page = "https://www.gov.uk/government/news/pm-call-with-president-stubb-of-finland", tmp_path / "page.txt"
    page.write_text(
        f"PM call with President Stubb of Finland: {began:%d %B %Y}\n\n"
        "The Prime Minister spoke to the President of Finland, Alexander Stubb, today.\n\nThey agreed to meet.\n",
        "utf-8",
    )
    archive, folder = str(tmp_path / "archive"), str(tmp_path / "authorities")
    imported = run("import", str(page), "--source", "gb-number10", "--url", url, "--archive", archive)
    assert imported.returncode == 3
    assert "readouts authorities add" in run("quarantine", "list", "--archive", archive, "--json").stdout
    kept = run("quarantine", "retry", "--archive", archive, "--json")
    assert (kept.returncode, json.loads(kept.stdout)[0]["record"]) == (3, None)
    term = ("--family-name", "Dupont", "--given-name", "Jean", "--since", str(began), "--until", str(began))
    added = run("authorities", "add", "gb", *term, "--source", "a page", "--authorities", folder, "--json")
    assert (added.returncode, json.loads(added.stdout)["id"]) == (0, f"gb/{began.year}-dupont"), added.stderr
    read = run("quarantine", "retry", "--archive", archive, "--authorities", folder, "--json")
    assert read.returncode == 0, read.stderr
    assert json.loads(read.stdout)[0]["record"].startswith(f"gb/{began.year}-dupont/{began}/")
    again = run(
        "authorities", "add", "GB", *term[:4], "--since", "1990-01-01", "--source", "x", "--authorities", folder
    )
    assert (again.returncode, "nothing was written" in again.stderr) == (1, True)
    assert run("authorities", "confirm", "XX", "--source", "x", "--authorities", folder).returncode == 2
    ahead = run("authorities", "confirm", "GB", "--until", "9999-01-01", "--source", "x", "--authorities", folder)
    assert (ahead.returncode, "yet to come" in ahead.stderr) == (1, True)
    checked = run("authorities", "check", "--on", str(began), "--authorities", folder, "--json")
    held = [row for row in json.loads(checked.stdout)["holders"] if row["country"] == "GB"]
    assert [row["name"] for row in held] == [
        f"{holders.terms[-1].given_name} {holders.terms[-1].family_name}",
        "Jean Dupont",
    ]
    shown = json.loads(run("authorities", "show", "gb", "--authorities", folder, "--json").stdout)
    assert (shown["terms"][-1]["name"], shown["sources"][-1]) == ("Jean Dupont", "a page")
    assert "gb/2024-starmer" in run("authorities", "show", "GB").stdout
    assert "PL-PRESIDENT" in run("authorities", "show", "PL").stdout
    assert "pl/2015-president-duda" in run("authorities", "show", "pl-president").stdout
    unknown = run("authorities", "show", "PL-KING")
    assert (unknown.returncode, "PL, PL-PRESIDENT" in unknown.stderr) == (2, True)
    gone = run("authorities", "confirm", "TR-PRIME-MINISTER", "--source", "x", "--authorities", folder)
    assert (gone.returncode, "abolished on 2018-07-09" in gone.stderr) == (1, True)
    (tmp_path / "authorities" / "gb.json").write_text("{", "utf-8")
    broken = run("parse", str(page), "--source", "gb-number10", "--url", url, "--authorities", folder)
    assert (broken.returncode, "gb.json" in broken.stderr) == (2, True)


def test_sources(demo: tuple[str, Any]) -> None:
    listed = json.loads(run("sources", "--archive", demo[0], "--json").stdout)
    assert {source["id"] for source in listed} >= {"jp-kantei", "jp-mofa"}
    assert next(s for s in listed if s["id"] == "jp-kantei")["last_run"] == "2026-03-11"
    assert "www.mofa.go.jp" in run("sources", "jp-mofa").stdout
    assert "jp-kantei" in run("sources").stdout


def test_parse_reads_html_text_and_standard_input(demo: tuple[str, Any], tmp_path: Path) -> None:
    golden = Path(__file__).parent.parent / "golden" / "jp-kantei"
    for name in ("break-lines.html", "nested-indent.txt"):
        url = (golden / f"{name}.url").read_text().strip()
        from_file = run("parse", str(golden / name), "--source", "jp-kantei", "--url", url, "--json")
        from_pipe = run(
            "parse", "-", "--source", "jp-kantei", "--url", url, "--json", stdin=(golden / name).read_bytes()
        )
        one, other = json.loads(from_file.stdout), json.loads(from_pipe.stdout)
        one["provenance"]["captured_at"] = other["provenance"]["captured_at"]
        assert one == other
    bad = tmp_path / "bad.html"
    bad.write_text("<h1>Flowers</h1><p>Some flowers.</p>")
    done = run("parse", str(bad), "--source", "jp-kantei", "--url", "https://japan.kantei.go.jp/x.html")
    assert done.returncode == 1
    assert "no opening sentence says that leaders met" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["list", "--archive", "/nonexistent/archive"], 1, "there is no archive here"),
        (["list"], 2, "--archive"),
        (["list", "--archive", "x", "--kind", "chat"], 2, "chat"),
        (["list", "--archive", "x", "--since", "yesterday"], 2, "not a date"),
        (["frobnicate"], 2, "frobnicate"),
        (["ingest", "--archive", "{tmp}/a", "--source", "xx-none"], 2, "is not a source"),
        (["ingest", "--archive", "s4://bucket/x"], 1, "not supported"),
        (["parse", "/nonexistent", "--source", "jp-kantei", "--url", "https://x/"], 1, "No such file"),
        (["sources", "xx-none"], 2, "is not a source"),
        (["ingest", "--archive", "{tmp}/a", "--sources", "{tmp}"], 1, "needs an `id`"),
    ],
)
def test_mistakes_are_told_in_a_sentence(arguments: list[str], code: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("name = 1")
    done = run(*(a.replace("{tmp}", str(tmp_path)) for a in arguments))
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_ambiguous_and_unknown_names(demo: tuple[str, Any]) -> None:
    done = run("show", "28usa", "--archive", demo[0])
    assert done.returncode == 1
    assert "could be any of 2 records" in done.stderr
    assert "no record" in run("show", "nothing-like-it", "--archive", demo[0]).stderr
    assert "no such version" in run("show", "21ukraine", "--version", "v9", "--archive", demo[0]).stderr


def test_completion() -> None:
    program = "import sys; sys.argv=['readouts']; from readouts.cli import main; main()"
    environment = {**os.environ, "_READOUTS_COMPLETE": "bash_source"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert "complete" in done.stdout


def test_audit_repair_copy_and_proofs(demo: tuple[str, Any], tmp_path: Path) -> None:
    archive, copy = str(tmp_path / "archive"), str(tmp_path / "copy")
    assert run("copy", demo[0], archive).returncode == 0
    assert json.loads(run("copy", archive, copy, "--json").stdout)["problems"] == []
    assert "sound" in run("audit", archive).stdout
    assert "sound" in run("audit", str(Path(archive) / "ocfl")).stdout
    assert json.loads(run("log", "verify", "--archive", archive, "--json").stdout)["sound"] is True
    kept = run("log", "checkpoint", "--archive", archive).stdout
    (tmp_path / "checkpoint").write_text(kept)
    (tmp_path / "proof").write_text(run("log", "prove", "page6e-000251", "v2", "--archive", archive).stdout)
    (record,) = Path(archive).glob("ocfl/jp/99-suga/*/page6e-000251/v2/content/record.json")
    assert run("log", "check", str(tmp_path / "proof"), "--file", str(record)).returncode == 0
    original = record.read_bytes()
    record.write_bytes(original.replace(b"urgent", b"vital"))
    done = run("log", "check", str(tmp_path / "proof"), "--file", str(record))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "is not the file that the log tells of" in done.stderr
    shown = run("show", "page6e-000251", "--archive", archive)
    assert (shown.returncode, shown.stdout) == (1, "")
    assert "it was altered (run readouts audit)" in shown.stderr
    audited = run("audit", archive)
    assert audited.returncode == 3
    assert audited.stdout.startswith("E092 ocfl/jp/99-suga/2021-08-10/page6e-000251/v2/content/record.json")
    assert run("repair", "--archive", archive).returncode == 3
    mended = run("repair", "--archive", archive, "--from", copy)
    assert mended.returncode == 0, mended.stdout
    assert record.read_bytes() == original
    (Path(archive) / "log" / "00000002.json").unlink()
    cut = run("log", "verify", "--archive", archive, "--checkpoint", str(tmp_path / "checkpoint"))
    assert (cut.returncode, "L010" in cut.stdout, "L008" in cut.stdout) == (3, True, True)


def test_a_signed_log(tmp_path: Path, demo: tuple[str, Any]) -> None:
    made = json.loads(run("log", "key", "archive.example/test", "--json").stdout)
    done = run("audit", demo[0], "--verifier", made["verifier"])
    assert done.returncode == 3
    assert "L005" in done.stdout
    assert made["key"] not in done.stdout + done.stderr
    wrong = run("audit", demo[0], "--verifier", "x+y")
    assert (wrong.returncode, "is not a verifier key" in wrong.stderr) == (1, True)


def test_two_times(demo: tuple[str, Any]) -> None:
    def listed(*arguments: str) -> list[str]:
        rows = json.loads(run("list", "--archive", demo[0], "--json", *arguments).stdout)
        return [row["record"] for row in rows]

    assert listed("--as-of", "2026-03-08") == []
    assert len(listed("--as-of", "2026-03-09")) == 27
    assert len(listed()) == len(listed("--as-of", "2026-03")) == 29
    assert len(listed("--valid-at", "2026-03-09T21:30+09:00")) == 27
    now = json.loads(run("show", "page6e-000251", "--archive", demo[0], "--json").stdout)
    then = json.loads(run("show", "page6e-000251", "--as-of", "2026-03-09", "--archive", demo[0], "--json").stdout)
    assert (then["provenance"]["change"], now["provenance"]["change"]) == ("created", "revised")
    diff = json.loads(run("diff", "page6e-000251", "--valid-at", "2026-03-09", "--archive", demo[0], "--json").stdout)
    assert (diff["old"], diff["new"], len(diff["differences"]), diff["readings"]) == ("v1", "v2", 1, [])
    assert diff["changes"][0]["declared"] is False
    for command in ("show", "diff"):
        missing = run(command, "page6e-000251", "--as-of", "2020", "--archive", demo[0])
        assert missing.returncode == 1
        assert missing.stderr.count("\n") == 1
    assert run("show", "page6e-000251", "--version", "v1", "--as-of", "2026", "--archive", demo[0]).returncode == 2
    assert run("list", "--as-of", "yesterday", "--archive", demo[0]).returncode == 2


@pytest.mark.parametrize("command", [("authorities", "check"), ("sources", "--json"), ("--help",)])
def test_a_reader_of_the_output_that_goes_away_is_no_error(command: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "readouts", *command], stdout=writing, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
