"""What a Japanese page tells of an event: eras, digits of full width, names in kanji and katakana.

The texts are looked into in their plain form (NFKC); what is kept is as published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from connectors.draft import Draft, DraftPoint
from pipelines.normalise import findings
from pipelines.normalise.japanese import attendance, days, kinds, people, points, sessions, setting, texts, visits
from pipelines.normalise.person import Person, guests, own_side
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
    title = f"{texts.in_plain(draft.title)} {told.before}".rstrip()
    present = _present(draft, told, title, holders)
    where, there = _place_and_zone(draft, told, title)
    headings = [texts.in_plain(point.heading) for point in draft.points if point.heading]
    held, doubts = sessions.sessions_of(told.text, headings, _kinds(draft, told, title, present, holders), day, there)
    if (start := held[0]["start"]) is not None:
        # Where Japan's date is printed and the local one beside it, the event is of the local one.
        day = datetime.fromisoformat(start).date()
    return Told(
        opening=draft.opening,
        day=day,
        place=where,
        occasion=setting.occasion(told.text, title),
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


def _kinds(draft: Draft, told: _Opening, title: str, present: list[Person], holders: Authority) -> list[str]:
    """The kinds of session that are told to have been held, each once."""
    # What the leader did is told after whom it is told of; before it stand the visit and its occasion.
    begin = next((leader.end for leader in own_side(present, holders.country)), 0)
    named = kinds.named(told.first, begin) or kinds.named(told.first) or kinds.named(title)
    later = kinds.told_later(told.text[len(told.first) :])
    below = kinds.told_below(texts.in_plain(text)[: texts.LONGEST] for _, text in texts_of(draft.points))
    return list(dict.fromkeys([*named, *later, *below]))


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
        said = (texts.in_plain(text)[: texts.LONGEST] for text in _first_texts(draft.points, 2))
        there = next(filter(None, map(setting.visited_below, said)), there)
    if told.in_a_part:
        # A palace of the country that the opening says the leader was in; or all that is told of where it was.
        there = there if places.zone_of_ja(there) else setting.zone_told(told.before) or there
        where = where or setting.place(told.before)
    return where, there


def _present(draft: Draft, told: _Opening, title: str, holders: Authority) -> list[Person]:
    """Who took part: told by the sentence that tells the event, else by what stands behind it, the title, a list or a
    note of those who came, or at last by who is told to have spoken."""
    day = told.day
    on = day or draft.published
    present = people.people_of(texts.without_beside(told.first), title, told.latin, holders, on)
    if not present:
        # "…定期首脳協議が開催された。我が国より…総理大臣、EU側より…議長が出席しました。"
        present = people.people_of(told.text[len(told.first) :], title, {}, holders, on)
    else:
        behind = told.text[len(told.first) :]
        present += attendance.attended_too(behind, present, holders, on)
        if not guests(present, holders.country):
            present += attendance.attended(behind, holders, on)
        below = (texts.in_plain(point.text)[: texts.LONGEST] for point in draft.points if point.text)
        present += attendance.met_too(below, present, holders, on)
    if not present:
        # "…大統領の発意で日露電話首脳会談が行われた。": who took part is told by the title alone.
        present = people.people_of(title, "", {}, holders, on)
    if not guests(present, holders.country):
        # "1 ハーパー・カナダ首相": talks with several, each under a heading.
        present += attendance.listed((texts.in_plain(point.heading or "") for point in draft.points), on)
    if not guests(present, holders.country):
        present += attendance.listed((texts.in_plain(text) for _, text in texts_of(draft.points)), day)
        noted = [texts.in_plain(line) for note in draft.footnotes for line in note.text.split("\n")]
        present += (
            attendance.listed(noted, day)
            or attendance.said_to_attend(noted, holders, on)
            or attendance.members(told.first, noted, day)
        )
        present += [] if guests(present, holders.country) else attendance.on_another_side(told.text, holders, day)
    if not guests(present, holders.country):
        # "クラウス・チェコ共和国大統領は、…来日した": the part of the page that tells the meeting names the host alone.
        present += guests(people.people_of(title, "", {}, holders, on), holders.country)
    if not own_side(present, holders.country):
        said = [texts.in_plain(text)[: texts.LONGEST] for _, text in texts_of(draft.points)]
        present = [*attendance.leader_who_spoke(said, holders, on), *present]
        if not guests(present, holders.country):
            present += attendance.guest_who_spoke(said, title, day)
    if not own_side(present, holders.country):
        above = (texts.in_plain(text)[: texts.LONGEST] for text in draft.above)
        present = [*attendance.leader_named(above, holders, on), *present]
    return present


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
