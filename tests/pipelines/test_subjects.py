"""Topics are told of the statements that earn them, and of those below a heading that does."""

from __future__ import annotations

from connectors.draft import DraftPoint
from pipelines.normalise.english import points
from pipelines.normalise.subjects import subjects


def test_where_a_topic_is_spoken_of() -> None:
    told = points.points_of(
        (
            DraftPoint(
                "1.",
                "Ukraine",
                None,
                (DraftPoint("(1)", None, "They agreed. The President raised climate change."),),
            ),
            DraftPoint(None, None, "They discussed trade. They agreed to go on."),
            DraftPoint("2.", "Cyber security", None),
        )
    )
    assert {tag["topic"]: (tag["words"], tag["where"]) for tag in subjects(told, "en")} == {
        "ukraine": (["Ukraine"], ["/points/0/points/0/statements/0", "/points/0/points/0/statements/1"]),
        "climate": (["climate change"], ["/points/0/points/0/statements/1"]),
        "trade": (["trade"], ["/points/1/statements/0"]),
        "cyber": (["Cyber security"], ["/points/2"]),
    }
