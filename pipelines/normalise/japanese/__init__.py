"""What a Japanese page tells of an event: eras, digits of full width, names in kanji and katakana.

The texts are looked into in their plain form (NFKC); what is kept is as published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from connectors.draft import Draft, DraftPoint
from pipelines.normalise import findings
from pipelines.normalise.japanese import days, kinds, points, sessions, setting, texts, visits
from pipelines.normalise.japanese.present import Page, present_at
from pipelines.normalise.person import Person
from pipelines.normalise.printed import texts_of
from pipelines.normalise.told import Told
from schemas.authorities import places
from schemas.authorities.premierships import Authority
from schemas.record import Finding


@dataclass(frozen=True)
class _Opening:
    """An opening as it is looked into: plain, without names in Latin letters, from the sentence on that tells the
    event."""

    before: str
    """What stands before that sentence."""
    text: str
    first: str
    """That sentence."""
    latin: dict[int, str]
    """The names in Latin letters, by where in the text each stood."""
    day: date | None
    in_a_part: bool
    """Whether a part of the page below the opening tells the event."""


def tell(draft: Draft, opening: str, holders: Authority, url: str) -> Told:
    """Work out the event, the people and the speakers of a draft; `opening` is its opening, cut to a sane length."""
    told = _opening(draft, opening)
    day = told.day
    found: list[Finding] = []
    if day is None:
        found.append(findings.finding("date_missing", "/event/date", "the opening does not say on which date"))
    page = _page(draft, told, holders)
    present = present_at(page)
    where, there = _place_and_zone(draft, told, page.title)
    held, doubts = sessions.sessions_of(told.text, page.headings, _kinds(page, present), day, there)
    if (start := held[0]["start"]) is not None:
        # Where Japan's date is printed and the local one beside it, the event is of the local one.
        day = datetime.fromisoformat(start).date()
    return Told(
        opening=draft.opening,
        day=day,
        place=where,
        # Of a journey, the sentence that tells it may say what it was for.
        occasion=setting.occasion(told.text, page.title)
        or (setting.occasion(told.before, "") if told.in_a_part else None),
        sessions=held,
        present=present,
        points=points.points_of(draft.points),
        findings=found + doubts,
    )


def _opening(draft: Draft, opening: str) -> _Opening:
    """The opening of a draft as it is looked into, with the part of the page behind it that tells the event, if it does
    not."""
    printed = texts.in_plain(opening[: texts.LONGEST_PRINTED])
    published = draft.published or draft.month
    meeting = visits.meeting_of(printed, draft.points, published)
    if meeting is None:
        text, latin = texts.without_latin(texts.with_bodies(printed))
        before, day = 0, days.day_of(text, draft.above, published)
    else:
        text, latin = texts.without_latin(texts.with_bodies(f"{printed.rstrip('。')}。"))
        part, latin_there = texts.without_latin(texts.with_bodies(meeting.text))
        before, day = len(text), meeting.day
        latin |= {before + position: name for position, name in latin_there.items()}
        text = f"{text}{part}"[: texts.LONGEST]
    skipped = before + _before_the_event(text[before:])
    return _Opening(
        before=text[:skipped],
        text=text[skipped:],
        first=texts.first_sentence(text[skipped:]),
        latin={position - skipped: name for position, name in latin.items()},
        day=day,
        in_a_part=meeting is not None,
    )


def _kinds(page: Page, present: list[Person]) -> list[str]:
    """The kinds of session that are told to have been held, each once."""
    # What the leader did is told after whom it is told of; before it stand the visit and its occasion.
    begin = next((leader.end for leader in page.own_side(present)), 0)
    named = kinds.named(page.first, begin) or kinds.named(page.first) or kinds.named(page.title)
    return list(dict.fromkeys([*named, *kinds.told_later(page.behind), *kinds.told_below(page.said)]))


def _place_and_zone(draft: Draft, told: _Opening, title: str) -> tuple[str | None, str | None]:
    """Where an event was, as printed, and the place whose zone its clocks are in (None for Japan)."""
    if setting.of_the_other_end(told.first):
        return None, None
    behind = told.text[len(told.first) :]
    where = setting.place(told.first) or setting.received_at(told.before + told.first) or setting.held_at(behind)
    there = setting.zone_told(told.first, behind)
    if places.zone_of_ja(there) is None:
        there = setting.titled_in(title) or there
    if setting.of_unknown_zone(there):
        said = (_plain(text) for text in _first_texts(draft.points, 2))
        there = next(filter(None, map(setting.visited_below, said)), there)
    if told.in_a_part:
        # A palace of the country that the opening says the leader was in; or all that is told of where it was.
        there = there if places.zone_of_ja(there) else setting.zone_told(told.before) or there
        where = where or setting.place(told.before)
    return where, None if setting.is_unknown_hall_in_japan(told.first, there) else there


def _page(draft: Draft, told: _Opening, holders: Authority) -> Page:
    """A draft and its opening in plain form, as who took part is looked for."""
    return Page(
        title=f"{texts.in_plain(draft.title)} {told.before}".rstrip(),
        first=told.first,
        behind=told.text[len(told.first) :],
        latin=told.latin,
        above=[_plain(text) for text in draft.above],
        headings=[texts.in_plain(point.heading) for point in draft.points if point.heading],
        paragraphs=[_plain(point.text) for point in draft.points if point.text],
        said=[_plain(text) for _, text in texts_of(draft.points)],
        notes=[texts.in_plain(line) for note in draft.footnotes for line in note.text.split("\n")],
        holders=holders,
        day=told.day,
        on=told.day or draft.published,
    )


def _plain(text: str) -> str:
    return texts.in_plain(text)[: texts.LONGEST]


def _first_texts(points: Sequence[DraftPoint], count: int) -> Iterator[str]:
    """The texts of the first points, and of the first below each that is a heading alone."""
    for point in points[:count]:
        if point.text:
            yield point.text
        else:
            yield from _first_texts(point.points, 1)


def _before_the_event(text: str) -> int:
    """How many letters of an opening stand before the sentence that tells that leaders met: none, where it is the first
    that names a meeting."""
    begin = 0
    while begin < len(text):
        sentence = texts.first_sentence(text[begin:])
        if kinds.named(sentence):
            return begin if begin == 0 or kinds.is_held(sentence) else 0
        begin += len(sentence) + 1
    return 0
