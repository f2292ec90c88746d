"""Who took part in an event, as a Japanese page tells it in one of several ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pipelines.normalise.japanese import attendance, people, texts
from pipelines.normalise.person import Person, guests, own_side
from schemas.authorities.premierships import Authority


@dataclass(frozen=True)
class Page:
    """What a page tells an event by, each text in its plain form."""

    title: str
    first: str
    """The sentence of the opening that tells the event."""
    behind: str
    """What stands behind it in the opening."""
    latin: dict[int, str]
    """The names in Latin letters, by where in that sentence each stood."""
    above: Sequence[str]
    """The paragraphs above the opening."""
    headings: Sequence[str]
    paragraphs: Sequence[str]
    """The points that stand below no other."""
    said: Sequence[str]
    """The points of every depth."""
    notes: Sequence[str]
    """The lines of the footnotes."""
    holders: Authority
    day: date | None
    """When the event was, if the page tells it."""
    on: date | None
    """The day by which terms of office are looked up: of the event, else of the publication."""

    def named(self, text: str) -> list[Person]:
        """The people whom a text of the page names."""
        return people.people_of(text, "", {}, self.holders, self.on)

    def guests(self, found: Sequence[Person]) -> list[Person]:
        """Those of them who do not speak for the publisher's country."""
        return guests(found, self.holders.country)

    def own_side(self, found: Sequence[Person]) -> list[Person]:
        """Those who do."""
        return own_side(found, self.holders.country)


def present_at(page: Page) -> list[Person]:
    """Who took part, the publisher's own leader first: those whom the sentence that tells the event names, and for a
    side that it does not name those whom the first other way finds."""
    present = people.people_of(texts.without_beside(page.first), page.title, page.latin, page.holders, page.on)
    present += attendance.attended_too(page.behind, present, page.holders, page.on)
    for way in _WAYS_TO_OTHERS:
        if page.guests(present):
            break
        present += page.guests(way(page))
    for way in _WAYS_TO_OUR_OWN:
        if page.own_side(present):
            break
        # Where the name stands in another text tells nothing of the sentence that tells the event.
        present = [*(replace(person, begin=0, end=0) for person in page.own_side(way(page))), *present]
    return [*present, *attendance.met_too(page.paragraphs, present, page.holders, page.on)]


_WAYS_TO_OTHERS: tuple[Callable[[Page], list[Person]], ...] = (
    # "会合には、…米国大統領、…首相が出席しました。"
    lambda page: attendance.attended(page.behind, page.holders, page.on),
    # "…定期首脳協議が開催された。我が国より…総理大臣、EU側より…議長が出席しました。"
    lambda page: [] if page.own_side(page.named(page.first)) else page.named(page.behind),
    # "1 ハーパー・カナダ首相": talks with several, each under a heading.
    lambda page: attendance.listed(page.headings, page.on),
    lambda page: [*attendance.listed(page.said, page.day), *attendance.listed(page.notes, page.day)],
    lambda page: attendance.said_to_attend(page.notes, page.holders, page.on),
    lambda page: attendance.members(page.first, page.notes, page.day),
    lambda page: attendance.members(page.title, [page.first], page.day),
    lambda page: attendance.on_another_side(page.first + page.behind, page.holders, page.day),
    # "クラウス・チェコ共和国大統領は、…来日した": the part of the page that tells the meeting names the host alone.
    lambda page: page.named(page.title),
    lambda page: attendance.guest_who_spoke(page.said, page.title, page.day),
)
"""How others than the publisher's own are told, from the surest on: the first that names any is taken."""

_WAYS_TO_OUR_OWN: tuple[Callable[[Page], list[Person]], ...] = (
    lambda page: page.named(page.behind),
    # "…大統領の発意で日露電話首脳会談が行われた。": who took part is told by the title alone.
    lambda page: page.named(page.title),
    lambda page: attendance.leader_who_spoke(page.said, page.holders, page.on),
    lambda page: attendance.leader_named(page.above, page.holders, page.on),
)
"""How the publisher's own leader is told, from the surest on."""
