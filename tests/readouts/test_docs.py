"""Documentation and code agree: commands, findings, links, and the names of things."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from pipelines.normalise.findings import SEVERITIES
from readouts import cli

_ROOT = Path(__file__).parent.parent.parent
_COMMANDS = (_ROOT / "docs" / "commands.md").read_text("utf-8")


_NEED_NO_ARCHIVE = (
    "log check",
    "log key",
    "copy",
    "authorities check",
    "authorities show",
    "authorities add",
    "authorities confirm",
    "sources check",
    "sources add",
)


def _commands() -> dict[str, click.Command]:
    context = click.Context(cli.readouts)
    found: dict[str, click.Command] = {}
    for name in cli.readouts.list_commands(context):
        command = cli.readouts.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            found |= {f"{name} {inner}": sub for inner, sub in command.commands.items()}
        else:
            found[name] = command
    return found


@pytest.mark.parametrize("name", _commands())
def test_every_command_is_documented_and_has_json_and_archive(name: str) -> None:
    command = _commands()[name]
    assert f"### `readouts {name}" in _COMMANDS
    assert command.help
    options = {option for parameter in command.params for option in parameter.opts}
    needed = {"--json"} if name in _NEED_NO_ARCHIVE else {"--json", "--archive"}
    assert needed <= options
    section = _COMMANDS.split(f"### `readouts {name}")[1].split("\n### ")[0]
    for option in options:
        if option.startswith("--") and option not in ("--json", "--archive", "--sources", "--authorities"):
            assert option in section, f"{name} {option} is not documented"


def test_help_and_completion_wait_for_no_parser() -> None:
    """The patterns of the normalisers and Beam take a second to load: what does not read pages needs neither."""
    program = (
        "import sys\nfrom readouts import cli\n"
        "for name in cli.COMMANDS:\n"
        "    cli.readouts.get_command(None, name)\n"
        "    assert not {'apache_beam', 'pipelines.normalise.record'} & set(sys.modules), name\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_finding_is_documented() -> None:
    text = (_ROOT / "docs" / "findings.md").read_text("utf-8")
    documented = set(re.findall(r"^\| `(\w+)`", text, re.MULTILINE))
    assert documented == set(SEVERITIES)


def test_links_between_documents_lead_somewhere() -> None:
    for document in [*_ROOT.glob("*.md"), *(_ROOT / "docs").glob("*.md"), *(_ROOT / "bench").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"
