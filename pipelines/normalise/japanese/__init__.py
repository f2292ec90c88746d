"""What a Japanese page tells of an event: eras, digits of full width, names in kanji and katakana.

The texts are looked into in their plain form (NFKC); what is kept is as published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from connectors.draft import Draft, DraftPoint
from connectors.japanese import dates
from pipelines.normalise import findings
from pipelines.normalise.japanese import attendance, kinds, people, sessions, setting, speakers, texts, visits
from pipelines.normalise.person import Person, guests, own_side
from pipelines.normalise.told import Told
from schemas.authorities import places
from schemas.authorities.premierships import Authority
from schemas.record import Finding


def tell(draft: Draft, opening: str, holders: Authority, url: str) -> Told:
    """Work out the event, the people and the speakers of a draft; `opening` is its opening, cut to a sane length."""
    printed = texts.in_plain(opening[: texts.LONGEST_PRINTED])
    meeting = visits.meeting_of(printed, draft.points, draft.published or draft.month)
    if meeting is not None:
        printed = f"{printed.rstrip('。')}。{meeting.text}"
    text, latin = texts.without_latin(texts.with_bodies(printed))
    found: list[Finding] = []
    named = dates(text, draft.published or draft.month)
    day = next((told for at, told in named if _NEXT_DAY.search(text, 0, at)), named[0][1]) if named else None
    if meeting is not None:
        day = meeting.day
    skipped = _before_the_event(text)
    before, text, latin = text[:skipped], text[skipped:], {position - skipped: name for position, name in latin.items()}
    first = texts.first_sentence(text)
    if day is None:
        found.append(findings.finding("date_missing", "/event/date", "the opening does not say on which date"))
    title = f"{texts.in_plain(draft.title)} {before}".rstrip()
    present = _present(draft, text, latin, title, holders, day)
    # What the leader did is told after whom it is told of; before it stand the visit and its occasion.
    begin = next((leader.end for leader in own_side(present, holders.country)), 0)
    told = [
        *(kinds.named(first, begin) or kinds.named(first) or kinds.named(title)),
        *kinds.told_later(text[len(first) :]),
        *kinds.told_below(texts.in_plain(point.text)[: texts.LONGEST] for point in draft.points if point.text),
    ]
    below_told = [texts.in_plain(said)[: texts.LONGEST] for said in _first_texts(draft.points, 2)]
    there = setting.zone_told(first)
    if setting.of_unknown_zone(there):
        there = next(filter(None, map(setting.visited_below, below_told)), there)
    where = setting.place(first)
    if meeting is not None:
        # A palace of the country that the opening says the leader was in; or all that is told of where it was.
        there = there if places.zone_of_ja(there) else setting.zone_told(before) or there
        where = where or setting.place(before)
    headings = [texts.in_plain(point.heading) for point in draft.points if point.heading]
    held, doubts = sessions.sessions_of(text, headings, list(dict.fromkeys(told)), day, there)
    if (start := held[0]["start"]) is not None:
        # Where Japan's date is printed and the local one beside it, the event is of the local one.
        day = datetime.fromisoformat(start).date()
    return Told(
        day=day,
        place=where,
        occasion=setting.occasion(text),
        sessions=held,
        present=present,
        points=speakers.points_of(draft.points),
        findings=found + doubts,
    )


def _present(
    draft: Draft, text: str, latin: dict[int, str], title: str, holders: Authority, day: date | None
) -> list[Person]:
    """Who took part: told by the first sentence of the opening, else by what stands behind it, the title, a list or a
    note of those who came, or at last by who is told to have spoken."""
    on = day or draft.published
    first = texts.first_sentence(text)
    present = people.people_of(texts.without_beside(first), title, latin, holders, on)
    if not present:
        # "…定期首脳協議が開催された。我が国より…総理大臣、EU側より…議長が出席しました。"
        present = people.people_of(text[len(first) :], title, {}, holders, on)
    if not present:
        # "…大統領の発意で日露電話首脳会談が行われた。": who took part is told by the title alone.
        present = people.people_of(title, "", {}, holders, on)
    if not guests(present, holders.country):
        # "1 ハーパー・カナダ首相": talks with several, each under a heading.
        present += attendance.listed((texts.in_plain(point.heading or "") for point in draft.points), on)
    if not guests(present, holders.country):
        present += attendance.listed(map(texts.in_plain, _texts_of(draft.points)), day)
        noted = [texts.in_plain(line) for note in draft.footnotes for line in note.text.split("\n")]
        present += attendance.listed(noted, day) or attendance.members(first, noted, day)
    if not guests(present, holders.country):
        # "クラウス・チェコ共和国大統領は、…来日した": the part of the page that tells the meeting names the host alone.
        present += guests(people.people_of(title, "", {}, holders, on), holders.country)
    if not own_side(present, holders.country):
        said = [texts.in_plain(text)[: texts.LONGEST] for text in _texts_of(draft.points)]
        present = [*attendance.leader_who_spoke(said, holders, on), *present]
        if not guests(present, holders.country):
            present += attendance.guest_who_spoke(said, title, day)
    return present


# "7月1日、次の目的地である英国に到着し、翌7月2日、…会談に臨みました": not "(日本時間翌2日)", nor "12日から翌13日まで".
_NEXT_DAY = re.compile(r"(?<=[し、])翌$")


def _texts_of(points: Sequence[DraftPoint]) -> Iterator[str]:
    for point in points:
        if point.text:
            yield point.text
        yield from _texts_of(point.points)


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
