"""What an import or a backfill brought, for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from readouts import cli, output

if TYPE_CHECKING:
    from pipelines.collecting import Collected

_SHOWN_PROBLEMS = 20


def printed(done: Collected, *, as_json: bool) -> int:
    """Print what came of it; the exit code: 0, or 3 where something was failed, quarantined or could not be used."""
    code = cli.PARTLY if done.problems else 0
    if as_json:
        output.print_json(
            {
                "counts": dict(sorted(done.counts.items())),
                "changes": done.changes,
                "problems": done.problems,
                "runs": done.runs,
            }
        )
        return code
    out = output.console()
    if done.counts:
        out.print(
            output.table(["result", "captures"], [[name, str(count)] for name, count in done.counts.most_common()])
        )
    else:
        out.print("nothing was found that is not known already")
    for change in done.changes[:_SHOWN_PROBLEMS]:
        out.print(Text(f"  {change['change']}: {change['record']} {change['version']}"), soft_wrap=True)
    if len(done.changes) > _SHOWN_PROBLEMS:
        out.print(Text(f"  and {len(done.changes) - _SHOWN_PROBLEMS} more; readouts list shows them", style="dim"))
    for problem in done.problems[:_SHOWN_PROBLEMS]:
        out.print(Text(f"  {problem}", style="yellow"), soft_wrap=True)
    if len(done.problems) > _SHOWN_PROBLEMS:
        out.print(Text(f"  and {len(done.problems) - _SHOWN_PROBLEMS} more problems; --json has them all", style="dim"))
    return code
