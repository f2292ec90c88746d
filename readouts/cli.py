"""The command `readouts`: its options, its exit codes, and how errors are told."""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections.abc import Callable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any, TypeVar

import click

from archive.errors import ArchiveError
from connectors.errors import ConnectorError
from connectors.source import Source
from schemas.authorities import premierships
from schemas.authorities.added import AddedError

COMMANDS = {
    "ingest": "Pull new summaries from the feeds into the archive.",
    "backfill": "Bring in pages that left the feeds, from publishers and web archives.",
    "import": "Bring in captures from WARC files and saved pages.",
    "reprocess": "Read kept records again with better parsers.",
    "parse": "Read one page or text file and print its record.",
    "list": "List the records in the archive.",
    "show": "Show one record, or one version of it.",
    "history": "Show every version of a record.",
    "diff": "Show what changed between two versions of a record.",
    "changes": "List what became of pages, across the archive.",
    "statements": "Show who said what, how, and of what topic, across the archive.",
    "counterpart": "Show both sides of one meeting, topic by topic.",
    "sources": "List the sources, or show one.",
    "log": "Verify the change log, and prove what it says.",
    "audit": "Check that everything kept is there and is what it was.",
    "repair": "Mend an archive, from what it holds or from a copy of it.",
    "copy": "Copy what is new in an archive to another place.",
    "authorities": "Check the data on who held which office, and print it for a day.",
    "quarantine": "List, show or retry what could not be read.",
    "demo": "Archive four days of sample pages, and show what was kept.",
}
"""The commands in the order help shows them; `tests/readouts/test_docs.py` holds the documentation to it."""

NOTHING_DONE = 1
USAGE = 2
PARTLY = 3


class _Lazy(click.Group):
    """A group that imports a command when it is used: `readouts list` need not wait for Beam."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"readouts.commands.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 all well; 1 nothing could be done; 2 wrong usage; 3 some sources or pages failed. "
    'Shell completion: eval "$(_READOUTS_COMPLETE=bash_source readouts)" (zsh_source, fish_source likewise).',
)
@click.version_option(metadata.version("readouts"), prog_name="readouts")
@click.option("-v", "--verbose", is_flag=True, help="Log what is going on to standard error.")
def readouts(verbose: bool) -> None:
    """The archive of what governments say their leaders said.

    \b
    Start with:
      readouts demo                                     see the whole thing on a sample site
      readouts ingest --archive my-archive              pull what is new from the real feeds
      readouts list --archive my-archive                what is there, by prime ministership
    """
    logging.basicConfig(
        level=logging.INFO if verbose else logging.ERROR,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )


_F = TypeVar("_F", bound=Callable[..., Any])


def archive_option(*, required: bool = True) -> Callable[[_F], _F]:
    """The option that names the archive; READOUTS_ARCHIVE in the environment serves as well."""
    return click.option(
        "--archive",
        envvar="READOUTS_ARCHIVE",
        required=required,
        metavar="ARCHIVE",
        help="The archive: a folder, or s3://bucket/prefix (or READOUTS_ARCHIVE in the environment).",
    )


def sources_option() -> Callable[[_F], _F]:
    """The option that adds or changes sources."""
    return click.option(
        "--sources",
        "sources_folders",
        envvar="READOUTS_SOURCES",
        multiple=True,
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        help="A folder of source files (TOML) that add to or extend the built-in ones; may be repeated.",
    )


def authorities_option() -> Callable[[_F], _F]:
    """The option that adds to the data on who is in office; it works on the process, and hands nothing on."""

    def use(context: click.Context, option: click.Parameter, folder: Path | None) -> None:
        try:
            extended = premierships.add_from(folder)
        except (AddedError, premierships.UnknownCountryError) as error:
            raise click.BadParameter(str(error), context, option) from None
        if extended:
            from schemas.authorities import invariants

            problems = [f"{code}: {said}" for code in extended for said in invariants.of(premierships.authority(code))]
            if problems:
                raise click.BadParameter("; ".join(problems), context, option)

    return click.option(
        "--authorities",
        envvar="READOUTS_AUTHORITIES",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        callback=use,
        expose_value=False,
        help="A folder that adds to the data on who is in office: see `readouts authorities add`.",
    )


def json_option() -> Callable[[_F], _F]:
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for programs.")


def known_source(name: str, known: Mapping[str, Source]) -> Source:
    """The source a user named. Raises BadParameter (exit code 2) where there is none of this id."""
    if name not in known:
        raise click.BadParameter(f"{name!r} is not a source; there are {', '.join(known)}", param_hint="--source")
    return known[name]


def main() -> None:
    """Run the command; a user's mistake ends in one sentence on standard error, never in a traceback."""
    printed_to = sys.stdout
    try:
        code = readouts.main(standalone_mode=False)
    except click.exceptions.Exit as exit_:
        code = exit_.exit_code
    except click.Abort:
        click.echo("stopped", err=True)
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (ArchiveError, ConnectorError) as error:
        click.echo(f"readouts: {error}", err=True)
        code = NOTHING_DONE
    except SystemExit as exit_:
        # The reader of our output went away (`readouts list | head`): nothing is wrong, but click and rich end with 1
        # then; click puts a wrapper around what is printed to, rich ends while it handles the error.
        if sys.stdout is printed_to and not isinstance(exit_.__context__, BrokenPipeError):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), printed_to.fileno())
        code = 0
    sys.exit(code if isinstance(code, int) else 0)
