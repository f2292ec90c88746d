"""An event as an office tells it in prose, of its own leader, whom it calls by the office alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from connectors.draft import Draft
from pipelines.normalise.english import counterparts, kinds, own_leader, people, sentences, setting, whereabouts
from pipelines.normalise.english.dates import EventDate
from pipelines.normalise.english.event import UN_HEADQUARTERS, Event, is_abroad, names_general_assembly
from pipelines.normalise.person import Person, guests, same_person
from pipelines.normalise.printed import text_of
from schemas.authorities import affiliations
from schemas.authorities.premierships import Authority


def event_of(draft: Draft, called: str, opening: str, when: EventDate, holders: Authority) -> Event:
    """The event that an opening tells, whose leader is called by the office (`called`)."""
    first = sentences.first_sentence(opening)
    sentence, behind = people.each_by_office(first), opening[len(first) :]
    opening = sentence + behind
    behind = (draft.opening or "")[len(first) :].lstrip()
    remote = kinds.remote(sentence, sentences.main_clause(sentence), draft.title)
    where = _place_and_occasion(opening, sentence, remote=remote)
    day = when.day or draft.published
    present = _present(draft, called, sentence, behind, holders, day)
    met = [] if guests(present, holders.country) else _met_later(draft, sentence, behind, holders)
    present = [*present, *met]
    present = counterparts.of_country_visited(
        (draft.title, sentence), present, holders, day, for_summit=where.occasion is not None
    )
    # "at 9:20 this morning on the sidelines of the G20 Summit": a clock is not the seat's, of whatever place it is.
    elsewhere = where.locality is None and where.occasion is not None and not remote
    at_assembly = elsewhere and names_general_assembly(where.occasion or "")
    return Event(
        opening=opening,
        sentence=sentence,
        when=when,
        where=where,
        present=present,
        locality=UN_HEADQUARTERS if at_assembly else where.locality,
        abroad=elsewhere or is_abroad(sentence, where, present, holders),
        home=ZoneInfo(holders.time_zone),
        met_later=bool(met),
    )


# "briefed leaders on his call with President Putin".
_OTHER_TALK = re.compile(
    r"\b(?:briefed|updated)\b[^.]{1,80}?\s(?:on|about)\s(?:his|her)\s(?:recent\s)?(?:calls?|meetings?|talks|conversations?)\swith\b"
)
# "President Putin’s unprovoked attack": told of, and not there. But "joined President Macron’s call", "on the occasion
# of the Prime Minister’s visit".
_NOT_THERE = re.compile(
    r"['’]s?\s(?![^,;.]{0,60}\b(?:visit|call|meeting|summit|invitation|arrival|attendance)\b)", re.IGNORECASE
)
# "PM call with PM Suga of Japan": the first is the publisher's own.
_PM_NAMED = re.compile(r"(?<=\s)PM(?=\s[A-Z])")


def _present(
    draft: Draft, called: str, sentence: str, behind: str, holders: Authority, day: date | None
) -> list[Person]:
    """Those who took part; `behind` is what the opening goes on with behind the sentence."""
    below = [behind, *text_of(draft.points).split("\n")]
    sentence = _OTHER_TALK.split(sentence)[0]
    clause = sentences.main_clause(sentence)
    present = people.people(clause, holders)
    if len(present) < 2:
        present = people.people(sentence, holders)
    present = [person for person in present if not _NOT_THERE.match(sentence, person.end)]
    title = people.each_by_office(_PM_NAMED.sub("Prime Minister", _sentence_of(draft.title)))
    present = counterparts.with_title(present, people.people(title, holders), holders)
    present = counterparts.with_countries_of(title, present, holders)
    # "Today the President and I agreed", under "Meeting with the President of the Republic of Korea".
    for text in (clause, title):
        present = counterparts.by_office_alone(text, present, holders)
    present = counterparts.by_adjective_alone(clause, present, holders)
    present = counterparts.by_plural_office(clause, present, holders)
    present = counterparts.by_name_alone(clause, present, holders, day)
    present = [*present, *_others_told(draft, present, holders)]
    below = [*counterparts.with_offices(draft.title, present, holders), *below]
    present = counterparts.named_below(present, below, holders, day)
    told = f"{draft.title} {sentence} {draft.leader_named or ''}"
    return present if day is None else own_leader.by_office(present, called, holders, day, told)


_LOOKED_INTO = 3
"""How many texts are looked into for whom the leader met, where the first sentence names nobody."""


_SAID_AFTER = re.compile(
    r"\bsaid\b[^.;]{0,60}?\s(?:after|following)\s(?:(?:his|her|a)\s)?(?:\w+\s)?(?:talks|meeting)\b"
)
_MET_TOO = re.compile(r"(?:He|She)\salso\s")


def _met_later(draft: Draft, sentence: str, behind: str, holders: Authority) -> list[Person]:
    """The leaders whom the first sentence tells as met before ("said after talks with President X"), or one behind it,
    and those met too."""
    texts = [behind, *text_of(draft.points).split("\n")]
    met = counterparts.met_later(sentence, holders) if _SAID_AFTER.search(sentence) else []
    for text in texts[:_LOOKED_INTO]:
        for told in sentences.sentences(text[: sentences.LONGEST]):
            if not met or _MET_TOO.match(told):
                met += counterparts.met_later(told, holders)
    return met


# "the phone calls from Prime Minister X of Y, Prime Minister Z of W and King V of U", "Joining President X on the call
# were ...", "Joining the call were the following leaders:", before a list of them.
_MEETING = r"the\s(?:call|meeting|video\scall|videoconference|video\sconference)"
_OTHERS_WERE = re.compile(
    r"\b(?:(?:calls|conversations|meetings)\s(?:from|with)|"
    rf"[Jj]oining\s(?:(?:[Tt]he\s)?(?:President|Prime\sMinister)\b[^.,]{{0,30}}\s(?:on|in|for|at)\s)?{_MEETING}\sw(?:as|ere)|"
    rf"[Pp]articipants(?:\s(?:in|on|at)\s{_MEETING})?\s(?:included|were))"
    r"(?:\s(?=[A-Z])|(?P<list>(?:\sthe\sfollowing\sleaders)?\s?:?$))"
)
_MOST_IN_A_LIST = 40
# "- Prime Minister Scott Morrison, Commonwealth of Australia": whose leader stands behind a comma.
_COUNTRY_BEHIND = re.compile(r",\s(?=[^,]{2,80}$)")


def _others_told(draft: Draft, present: list[Person], holders: Authority) -> list[Person]:
    """The leaders who stand in a list of those who took part, and are not among those present; where nobody but the
    publisher's own is, those whom one sentence behind the first tells as called or as having taken part, or one who
    joined."""
    texts = [draft.opening or "", *text_of(draft.points).split("\n")]
    alone = not guests(present, holders.country)
    for number, text in enumerate(texts):
        if (told := _OTHERS_WERE.search(text)) is None:
            continue
        named = [sentences.first_sentence(text[told.end() :])]
        if told["list"] is not None:
            named = [_with_of(line) for line in texts[number + 1 : number + 1 + _MOST_IN_A_LIST]]
        elif not alone:
            continue
        others = guests([person for line in named for person in people.people(line, holders)], holders.country)
        if len(others) > 1:
            return [
                person
                for person in others
                if not any(same_person(person.participant, other.participant) for other in present)
            ]
    if not alone:
        return []
    called = counterparts.each_who_called(draft.opening or "", texts[1:], holders)
    return called or counterparts.attended_too(texts, present, holders)


def _with_of(line: str) -> str:
    """A line of a list with "of" before the country that ends it."""
    behind = _COUNTRY_BEHIND.search(line)
    known = affiliations.at_start(line[behind.end() :]) if behind is not None else None
    if behind is None or known is None or behind.end() + known[1] < len(line.rstrip(" .")):
        return line
    return f"{line[: behind.start()]} of {line[behind.end() :]}"


def _place_and_occasion(opening: str, sentence: str, *, remote: bool) -> setting.Setting:
    """Where and on what occasion it was: told by the lead, or what that leaves out, the sentence behind it."""
    found = setting.told_later(opening, len(sentence), setting.setting(sentence))
    for telling in (sentence, _told_again(opening, sentence)):
        if found.place is not None or found.occasion is not None:
            break
        found = setting.setting(telling)
        if not remote:
            found = _with_known_place(found, telling)
    if found.occasion is None:
        found = replace(found, occasion=setting.held_event(sentences.main_clause(sentence)))
    # A call has no one place: what is told is where something else was, or will be.
    return replace(found, place=None) if remote else _with_known_place(found, sentence)


def _with_known_place(found: setting.Setting, sentence: str) -> setting.Setting:
    """The setting, with the known place of the main clause: "to Downing Street, as part of the visit to the UK"."""
    if found.place is not None and not whereabouts.in_known_country(found.place):
        return found
    clause = sentences.main_clause(sentence)
    told = (
        whereabouts.known_place(clause)
        or found.place
        or whereabouts.town_at_end(clause)
        or whereabouts.town_that_day(clause)
    )
    met_in = whereabouts.of_their_meeting(sentence)
    if told is not None and met_in is not None and whereabouts.is_in(met_in, told):
        # "committed to Afghanistan, he said after talks with President X in Kabul".
        told = met_in
    return replace(found, place=told or met_in or whereabouts.visited(clause))


_TELLS_AGAIN = re.compile(r"\b(?:[Pp]rime\s[Mm]inister|PM)\b[^.]{0,80}?\b(?:met|welcomed|hosted|held|spoke)\b")


def _told_again(opening: str, sentence: str) -> str:
    """The first sentence, or the one behind a lead that tells it again ("PM X met Y. The PM met Y today in Z")."""
    second = sentences.first_sentence(opening[len(sentence) :].lstrip())
    return second if _TELLS_AGAIN.search(second) else sentence


# A title with every word capital: "The President Talks by Phone with President Donald Trump About Special Envoys".
_NO_NAME = re.compile(
    r"\b(?:Talks?|Speaks|Meets|Holds|Hosts|Receives|Visits|Welcomes|Attends|Congratulates|Discuss(?:es)?|"
    r"Thanks|Praises|Commends|Hails|Warns|Stresses|Underlines|Highlights|Urges|Reaffirms|Reiterates|"
    r"Calls(?=\s[A-Z])|(?:Video\s|Phone\s|Virtual\s)?(?:Calls?|Meetings?|Conversation)(?=\s[Ww]ith\b)|"
    r"Of|About|Over|After|Before|During|Following|Regarding|Through|Ahead|By|With)\b"
)


# "Statement by Press Secretary X on the President's Call with Y": whoever made it took no part.
_STATEMENT_BY = re.compile(r"Statement\s(?:by|from)\s[^,]{3,80}?\son\s(?=(?:the\s)?President\b)")


def _sentence_of(title: str) -> str:
    """A title with the words that are part of no name in small letters, and no name behind a possessive."""
    title = _STATEMENT_BY.sub("", title)
    # "President Biden’s Call with ...": what is capitalised after a possessive is no name.
    return _NO_NAME.sub(lambda word: word[0].lower(), re.sub(r"['’]s?(?=\s[A-Z])", ",", title))
