"""Whom a meeting was with, where the opening leaves it out: what the title and the points add."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from pipelines.normalise import names
from pipelines.normalise.english import people, sentences
from pipelines.normalise.person import (
    UNNAMED_LEADER,
    Person,
    bare_name,
    guests,
    is_unnamed_leader,
    of_country,
    person_named,
    same_person,
    speaking_for,
    tidy,
)
from schemas.authorities import affiliations, holders, places
from schemas.authorities.offices import LEADERS, rank_of
from schemas.authorities.premierships import Authority
from schemas.record import AffiliationName, Participant, speaks_for


def with_title(present: list[Person], titled: list[Person], authority: Authority) -> list[Person]:
    """The people of an opening, with what only the title says: of what country they are, their office ("his Turkish
    counterpart, X"), or that they took part."""
    found = list(present)
    for other in titled:
        place = next((n for n, person in enumerate(found) if _called(person.participant, other.participant)), None)
        affiliation = other.participant["affiliation"]
        if place is None:
            found.append(other)
        elif affiliation is not None and found[place].participant["affiliation"] is None:
            found[place] = speaking_for(found[place], affiliation, authority)
        if place is not None and found[place].participant["office"] is None:
            found[place] = replace(
                found[place], participant={**found[place].participant, "office": other.participant["office"]}
            )
    return found


_ANY_OFFICE = re.compile(rf"\b{people.OFFICE}\b")


def with_countries_of(title: str, present: list[Person], authority: Authority) -> list[Person]:
    """The people, with the country that a title gives for their office: "the Prime Minister of Fiji", "Norwegian PM"
    (where one person holds it whose country is not told)."""
    made = list(present)
    told = [(m["office"], people.affiliation_at(title, m.end())[0]) for m in people.OFFICE_OF.finditer(title)]
    told += [(m[0], people.said_before(title[: m.start()])) for m in _ANY_OFFICE.finditer(title)]
    for printed, affiliation in told:
        office = " ".join(printed.split())
        unsaid = [
            n for n, p in enumerate(made) if p.participant["affiliation"] is None and p.participant["office"] == office
        ]
        if affiliation is not None and len(unsaid) == 1:
            made[unsaid[0]] = speaking_for(made[unsaid[0]], affiliation, authority)
    return made


_NEXT_OFFICE = re.compile(r",?\s(?:and\s)?(?:with\s)?")


def by_office_alone(clause: str, present: list[Person], authority: Authority) -> list[Person]:
    """The people, with leaders of other countries told by their offices alone ("welcomed the Emir of Kuwait", "spoke to
    the President of France and the Chancellor of Germany").

    Only where nobody but the publisher's own is named; the names stay null.
    """
    if guests(present, authority.country):
        return present
    told: list[Person] = []
    for match in people.OFFICE_OF.finditer(clause):
        if told and not _NEXT_OFFICE.fullmatch(clause, told[-1].end, match.start()):
            break
        affiliation, end = people.affiliation_at(clause, match.end())
        office = " ".join(match["office"].split())
        if (
            affiliation is not None
            and affiliation["code"] not in (None, authority.country)
            # "the Prime Ministers of Denmark, Iceland and Norway".
            and not office.endswith("Ministers")
            and rank_of(office, affiliation["code"]) in LEADERS
        ):
            printed = tidy(clause[match.start("office") : end])
            told.append(person_named(printed, office, "", office, affiliation, authority, match.start(), end))
    return [*present, *told]


# "spoke with the United States President about Syria", not "the French President Emmanuel Macron".
_ADJECTIVE_ALONE = re.compile(
    r"\b(?:with|to|met|called|hosted|welcomed)\sthe\s(?P<country>[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}?)\s"
    rf"(?P<office>{people.OFFICE})(?=\s[a-z]|[,.;]|\s?$)"
)


def by_adjective_alone(clause: str, present: list[Person], authority: Authority) -> list[Person]:
    """The people, with a leader of another country told by the office alone behind what the country is called
    ("the United States President"). Only where nobody but the publisher's own is named; the name stays null."""
    told = _ADJECTIVE_ALONE.search(clause) if not guests(present, authority.country) else None
    affiliation = people.said_before(told["country"]) if told is not None else None
    if told is None or affiliation is None or affiliation["code"] in (None, authority.country):
        return present
    office = " ".join(told["office"].split())
    if rank_of(office, affiliation["code"]) not in LEADERS:
        return present
    printed = f"{office} of {affiliation['name']}"
    person = person_named(printed, office, "", office, affiliation, authority, told.start("country"), told.end())
    return [*present, person]


# "François Hollande spoke to Barack Obama, Herman Van Rompuy and Angela Merkel", "spoke to Mrs Angela Merkel".
_BY_NAME = re.compile(
    rf"\b(?:to|with|met|called|received|hosted|welcomed)\s(?=[{names.UPPER}])"
    rf"(?P<first>(?:{names.HONORIFIC}\s)?(?P<bare>{names.NAME}))"
)
_NEXT_NAME = re.compile(rf"(?:,\sand\s|,\s|\sand\s)(?P<first>(?:{names.HONORIFIC}\s)?(?P<bare>{names.NAME}))")


def by_name_alone(clause: str, present: list[Person], authority: Authority, day: date | None) -> list[Person]:
    """The people, with leaders of others told by both their names and nothing else, whom the data know by the day.

    Only where nobody but the publisher's own is told; a name of whom the data know nothing ends the list.
    """
    if day is None or guests(present, authority.country):
        return present
    found: list[Person] = []
    told = _BY_NAME.search(clause)
    while told is not None:
        held = holders.known_by_name(names.words_of(told["bare"]), day)
        if held is None or held.country == authority.country:
            break
        begin, end = told.span("first")
        style = told["first"].removesuffix(told["bare"])
        speaks = of_country(held.country)
        found.append(person_named(told["first"], style, told["bare"], None, speaks, authority, begin, end))
        told = _NEXT_NAME.match(clause, end)
    return [*present, *found]


# "PM phone call with Barack Obama": a title that names without the office.
_NAMED_AT_END = re.compile(r"\bwith\s(?P<name>[A-ZÀ-Ž][\w'’.-]+(?:\s[A-ZÀ-Ž][\w'’.-]+){1,3})(?=:|$)")


def with_offices(title: str, present: list[Person], authority: Authority) -> list[str]:
    """What a title that names somebody without an office would say with the office of each who is told by it alone."""
    named = _NAMED_AT_END.search(title)
    alone = [person.participant for person in guests(present, authority.country) if _is_nameless(person.participant)]
    return [f"{who['office']} {named['name']}." for who in alone if who["office"]] if named is not None else []


# "two telephone calls today from other world leaders".
_CALLS_OF_LEADERS = re.compile(
    r"\bcalls\s(?:[a-z]+\s)?(?:from|with|to)\s(?:[a-z]+\s){0,3}?(?:world|international|foreign|[A-Z]\w+)\sleaders\b"
)
# "New Zealand’s Prime Minister Bill English called the Prime Minister to offer his congratulations."
_CALLED = re.compile(r"(?P<who>[A-Z][^;]{3,100}?)\s(?:called|telephoned|phoned|rang)\s")


def each_who_called(opening: str, texts: Iterable[str], authority: Authority) -> list[Person]:
    """The leaders whom the paragraphs below an opening that tells of calls of several, without naming them, begin with
    as having called."""
    if _CALLS_OF_LEADERS.search(opening) is None:
        return []
    called = [match["who"] for match in map(_CALLED.match, texts) if match is not None]
    return leaders(guests([person for who in called for person in people.people(who, authority)], authority.country))


_PLURAL_OFFICE = re.compile(
    r"\b[Tt]he\s(?P<office>President|Prime\sMinister|King|Chancellor|Foreign\sMinister)s\sof\s|"
    r"\b(?:with|to|and|by|met|hosted|welcomed|joined|alongside)\s(?:the\s)?(?:fellow\s)?leaders\s(?:of|from)\s"
)
# "held phone conversations with the U.S. and Japanese leaders".
_LEADERS_BY_COUNTRY = re.compile(
    r"\b(?:with|to|by)\s(?:the\s)?(?P<countries>[A-Z][\w.]+(?:(?:,\sand\s|,\s|\sand\s)[A-Z][\w.]+){1,5})\sleaders\b"
)
_NEXT_COUNTRY = re.compile(r"(?:,\sand\s|,\s|\sand\s)(?=(?:the\s)?[A-Z])")
# "the leaders of the G7, NATO, Poland and Romania": a group tells nobody, and the list goes on behind it; or its
# members stand there ("the leaders of the Nordic-Baltic Eight – Denmark, Estonia, ...").
_A_GROUP = re.compile(
    r"(?:the\s)?(?:(?:G\d{1,2}|E3|Quad)(?:,\sand\s|,\s|\sand\s)|"
    r"(?:[A-Z][\w'’-]*\s){1,5}(?:\([A-Z]\w{1,8}\)\s)?[–—-]\s)"
)
_MOST_OF_ONE_OFFICE = 40


def _told_by_office(who: Participant) -> bool:
    """Whether a person is printed as "President of France", without a name."""
    return who["name_as_published"].startswith(f"{who['office']} of ")


def by_plural_office(clause: str, present: list[Person], authority: Authority) -> list[Person]:
    """The people, with leaders told by an office that several hold ("the Prime Ministers of Denmark, Iceland and
    Norway"), or by their countries alone ("President X and the leaders of Norway and Canada"); the names stay null, and
    the publisher's own is told elsewhere.

    By an office only where nobody but the publisher's own is named.
    """
    others = [person.participant for person in guests(present, authority.country)]
    named = any(not _told_by_office(who) for who in others)
    told = {speaks_for(who) for who in others} | {authority.country}
    found = list(present)
    for match in _PLURAL_OFFICE.finditer(clause):
        if named and match["office"]:
            continue
        office, begin = " ".join((match["office"] or "").split()) or None, match.end()
        if (group := _A_GROUP.match(clause, begin)) is not None:
            begin = group.end()
        for _ in range(_MOST_OF_ONE_OFFICE):
            affiliation, end = people.affiliation_at(clause, begin)
            if affiliation is None or affiliation["code"] is None:
                break
            led = office is not None or affiliations.by_code(affiliation["code"]).is_country
            if led and affiliation["code"] not in told:
                printed = f"{office or UNNAMED_LEADER} of {tidy(clause[begin:end])}"
                style = office or ""
                found.append(person_named(printed, style, "", office, affiliation, authority, match.start(), end))
            if (following := _NEXT_COUNTRY.match(clause, end)) is None:
                break
            begin = following.end()
    return [*found, *_by_adjectives(clause, told, authority)]


def _by_adjectives(clause: str, told: set[str | None], authority: Authority) -> list[Person]:
    """The leaders told by what their countries are called before the word, but those who are told already."""
    found = []
    for match in _LEADERS_BY_COUNTRY.finditer(clause):
        for affiliation in map(people.said_before, _NEXT_COUNTRY.split(match["countries"])):
            code = affiliation["code"] if affiliation is not None else None
            if affiliation is None or code is None or code in told or not affiliations.by_code(code).is_country:
                continue
            printed = f"{UNNAMED_LEADER} of {affiliation['name']}"
            found.append(person_named(printed, "", "", None, affiliation, authority, match.start(), match.end()))
    return found


def _is_nameless(who: Participant) -> bool:
    return _told_by_office(who) or is_unnamed_leader(who)


_MOST_BELOW = 60


def named_below(present: list[Person], texts: Iterable[str], authority: Authority, day: date | None) -> list[Person]:
    """The people, each leader of another country who is told without a name ("the U.S. and Japanese leaders", "the
    President of France") as the text below names the one of that country: "U.S. President Donald Trump", or "President
    Macron", whom the data know by the day. Where it names several of a country, nobody is meant.

    Who is told by name and country alone ("his Indonesian counterpart, Joko Widodo") has the office told below."""
    others = [person.participant for person in guests(present, authority.country)]
    if not any(_is_nameless(who) or who["office"] is None for who in others):
        return present
    told = itertools.islice((s for text in texts for s in sentences.sentences(text[: sentences.LONGEST])), _MOST_BELOW)
    below = [person.participant for sentence in told for person in people.people(sentence, authority)]

    def completed(person: Person) -> Person:
        who, code = person.participant, speaks_for(person.participant)
        if code in (None, authority.country):
            return person
        if _is_nameless(who):
            return _as_named(person, [other for other in below if _is_of(other, code, who["office"], day)], authority)
        return person if who["office"] is not None else _with_office(person, below)

    return [completed(person) for person in present]


def _is_of(other: Participant, code: str | None, office: str | None, day: date | None) -> bool:
    """Whether somebody named in a text leads a country, with such an office where one is told; of whom no country is
    told, by who held the office that day."""
    if rank_of(other["office"], code) not in LEADERS or office not in (None, other["office"]):
        return False
    if other["affiliation"] is not None or day is None:
        return speaks_for(other) == code and not _is_nameless(other)
    known = holders.called(other["office"], names.words_of(bare_name(other)), day)
    return {term.country for term in known} == {code}


def _as_named(nameless: Person, meant: list[Participant], authority: Authority) -> Person:
    """The one whom a text calls by several names, all of which the longest holds."""
    named = {names.words_of(bare_name(other)): other for other in meant}
    longest = max(named, key=len, default=frozenset())
    affiliation = nameless.participant["affiliation"]
    if not longest or affiliation is None or not all(words <= longest for words in named):
        return nameless
    found = Person(named[longest], nameless.begin, nameless.end)
    return found if named[longest]["affiliation"] is not None else speaking_for(found, affiliation, authority)


def _with_office(named: Person, below: list[Participant]) -> Person:
    """A person named without an office, with the only one that a text below calls this name by."""
    code, own = speaks_for(named.participant), names.words_of(bare_name(named.participant))
    offices = {
        other["office"]
        for other in below
        if (words := names.words_of(bare_name(other))) and words <= own and speaks_for(other) in (None, code)
    }
    if len(offices) != 1:
        return named
    return Person({**named.participant, "office": offices.pop()}, named.begin, named.end)


def leaders(present: list[Person]) -> list[Person]:
    """Those of the people who lead a country or an organisation, by their offices."""
    return [p for p in present if rank_of(p.participant["office"], speaks_for(p.participant)) in LEADERS]


# "H.E. Mr. X, President of Y, also attended the meeting.", "Ukrainian President X joined the beginning of the virtual
# meeting".
_ATTENDED_TOO = re.compile(
    r"(?P<who>[A-Z][^;]{3,200}?),?\s(?:also\s)?(?:attended|joined|participated\sin|took\spart\sin)\s"
    r"(?:the\s(?:beginning|start|opening|end|first\spart|second\spart)\sof\s)?"
    r"(?:the|this)\s(?:\w+\s){0,2}(?:meeting|conference|call|session|talks?|summit)\b"
)


def attended_too(texts: Iterable[str], present: list[Person], authority: Authority) -> list[Person]:
    """The leaders of others of whom a sentence tells that they took part too, and who are not among those present."""
    told = (s for text in texts for s in sentences.sentences(text[: sentences.LONGEST].lstrip()))
    who = [match["who"] for match in map(_ATTENDED_TOO.match, told) if match is not None]
    others = leaders(guests([person for words in who for person in people.people(words, authority)], authority.country))
    return [
        other for other in others if not any(same_person(other.participant, person.participant) for person in present)
    ]


# "Japan-U.S. Summit Meeting", "Japan-Republic of Korea Summit Telephone Talk": with whose leader.
_JAPAN_AND = re.compile(r"\bJapan\s?[-–]\s?(?=[A-Z])")


def _paired(title: str, authority: Authority) -> AffiliationName | None:
    """The country or organisation that a ministry's title pairs with its own; None where it does not."""
    pair = _JAPAN_AND.search(title)
    affiliation, _ = people.affiliation_at(title, pair.end()) if pair is not None else (None, 0)
    return affiliation if affiliation is not None and affiliation["code"] not in (None, authority.country) else None


def with_country_of_title(title: str, present: list[Person], authority: Authority) -> list[Person]:
    """The people, where they are two and one has no country told: with that of the two countries which a ministry's
    title pairs that the other person is not of."""
    unsaid = [n for n, person in enumerate(present) if person.participant["affiliation"] is None]
    if len(unsaid) != 1 or len(present) != 2 or (affiliation := _paired(title, authority)) is None:
        return present
    if speaks_for(present[1 - unsaid[0]].participant) == affiliation["code"]:
        affiliation = of_country(authority.country)
    made = list(present)
    made[unsaid[0]] = speaking_for(made[unsaid[0]], affiliation, authority)
    return made


# "a courtesy call from a delegation of U.S. Senators led by Senator X".
_LED_BY = re.compile(r"\bdelegation\b[^;]{0,80}?\b(?:led|headed)\sby\s(?:the\s)?")
_FARTHEST_BEFORE = 40


def with_country_of_delegation(sentence: str, present: list[Person], authority: Authority) -> list[Person]:
    """The people, with the country of a delegation for the one who led it, where nothing else tells that."""
    made = list(present)
    for led in _LED_BY.finditer(sentence):
        # What the delegation is called stands before the word or behind it.
        words = sentence[max(0, led.start() - _FARTHEST_BEFORE) : led.end()].split()
        known = (people.said_before(" ".join(words[:number])) for number in range(1, len(words) + 1))
        affiliation = next((a for a in known if a is not None and a["code"] not in (None, authority.country)), None)
        for number, person in enumerate(made):
            if affiliation and person.begin == led.end() and person.participant["affiliation"] is None:
                made[number] = speaking_for(person, affiliation, authority)
    return made


def with_counterpart_below(title: str, below: str, present: list[Person], authority: Authority) -> list[Person]:
    """The people, with the one whom the text below calls by office and name, where the opening names no counterpart.

    A slip in an opening may hide whom it was with. The country is that which a ministry's title pairs with its own, the
    name that of the only leader but its own whom that text names; where it names several, nobody is meant.
    """
    affiliation = _paired(title, authority)
    if affiliation is None or guests(present, authority.country):
        return present
    called: dict[frozenset[str], Person] = {}
    for match in people.AFTER_OFFICE.finditer(below):
        office = " ".join(match["office"].split())
        bare = re.sub(r"['’]s?$", "", match["bare"])
        words = names.words_of(bare)
        if rank_of(office, affiliation["code"]) not in LEADERS or any(t.family_in(words) for t in authority.terms):
            continue
        begin = match.start("name")
        style = match["name"].removesuffix(match["bare"])
        person = person_named(f"{office} {bare}", style, bare, office, affiliation, authority, begin, begin)
        called.setdefault(words, person)
    # "French President Jacques Chirac", and "President Chirac" below.
    longest = max(called, key=len, default=frozenset())
    return [*present, called[longest]] if longest and all(words <= longest for words in called) else present


# "visited Oslo to have talks with ...", "during a visit to Berlin", "arrived in Athens for talks with ...".
_VISITS = re.compile(
    r"\b(?:[Vv]isit(?:s|ed)|(?:[Vv]isit|[Tt]rip)\sto|arriv(?:es|ed)\sin|travel(?:s|led)\sto)\s(?=(?:the\s)?[A-Z])"
)
# "thanked Germany for its contributions", "praised Bulgaria’s contributions", "Croatia’s role in ...".
_PRAISES = re.compile(
    r"\b(?:[Pp]rais|[Tt]hank|[Cc]ommend|[Hh]ail|[Ww]elcom|[Uu]nderlin|[Ss]tress)(?:e?s|ed|ing)\s(?:the\simportance\sof\s)?"
    r"(?=(?:the\s)?[A-Z][\w.-]+(?:\s[A-Z][\w.-]+){0,2}(?:['’]s?\s|\s(?:for|as)\s))"
)


def of_country_visited(
    texts: tuple[str, ...], present: list[Person], authority: Authority, day: date | None, *, for_summit: bool
) -> list[Person]:
    """The people, with the country of those of whom it is not said: the only other one that the publisher's own leader
    is told to have thanked, or to have visited (unless it was for a summit): "visited Oslo to have talks with X".

    Not of somebody called as a leader whom the data know: that tells more.
    """
    codes = {
        code
        for text in texts
        for found in (*(() if for_summit else _VISITS.finditer(text)), *_PRAISES.finditer(text))
        if (code := places.visited_at(text, found.end())) is not None
    }
    if len(codes) != 1 or authority.country in codes:
        return present
    (country,) = map(of_country, codes)

    def is_of_it(who: Participant) -> bool:
        words = names.words_of(who["name_as_published"])
        known = day is not None and holders.called(who["office"], words, day)
        return who["affiliation"] is None and who["office"] is not None and not known

    return [speaking_for(p, country, authority) if is_of_it(p.participant) else p for p in present]


# "... the Secretary General said after meeting Chancellor X", "Speaking alongside Prime Minister Y", "At a joint press
# conference with ...", "He also met with the President, Z".
_MET_LATER = re.compile(
    r"\b(?:(?:[Aa]fter|[Ff]ollowing|[Dd]uring|[Ii]n)\s(?:(?:his|her|a|their)\s)?(?:bilateral\s)?(?:meeting|talks)(?:\swith)?|"
    r"(?:met|spoke)(?:\s(?:separately|bilaterally))?\swith|"
    r"(?:held|had|followed\sby)\s(?:an?\s)?(?:\w+\s){0,2}(?:meetings?|talks)\swith|"
    r"paid\san?\s(?:courtesy\s)?call\son|was\swelcomed\sby|press\s(?:conference|point|statement)\swith|[Aa]longside)\s(?=(?:the\s)?[A-Z])"
)
_NEXT_PERSON = re.compile(r"(?:,\sand\s|,\s|\sand\s)(?:with\s)?")
_FARTHEST = 60
"""Characters from where a sentence tells that somebody was met to whom it names."""


def met_later(sentence: str, authority: Authority) -> list[Person]:
    """The leaders whom a sentence behind the first tells the publisher's own to have met, or spoken beside."""
    for told in _MET_LATER.finditer(sentence):
        behind = sentence[told.end() :]
        found: list[Person] = []
        for person in people.people(behind, authority):
            if not (
                _NEXT_PERSON.fullmatch(behind, found[-1].end, person.begin) if found else person.begin <= _FARTHEST
            ):
                break
            found.append(person)
        if others := leaders(guests(found, authority.country)):
            return others
    return []


# "Prime Minister X then held talks with ...", "Afterwards, Prime Minister X held a meeting with President Y."
_GOES_ON = re.compile(
    r"(?:[A-Z][^.]{2,160}?,\s)?(?:the\s)?Prime\sMinister(?:\s[A-Z][\w'’-]+){0,3}"
    r"(?:\s(?:also|then|thereafter|afterwards|subsequently|next))?\s(?:held\b|had\b|met\b|paid\b|attended\s.{2,160}?\s(?:followed\sby|and\sthen\sheld)\s)"
)
# "He arrived in Paris, the capital city of France, and was welcomed by President X at the Palace."
_ARRIVED = re.compile(
    r"(?:He|She|(?:The\s)?Prime\sMinister(?:\s[A-Z][\w'’-]+){0,3})\sarrived\sin\s[^.]{3,120}\swas\swelcomed\sby\s"
)
# "After the talks, the leaders held a joint press conference."
_WENT_ON = re.compile(
    r"(?:[A-Z][^.]{2,60},\s)?[Tt]he\s(?:two\s|three\s)?leaders\s(?:\w+\s)?(?:held|attended)\s(?!a\spress\s)"
)
_MOST_IN_A_DAY = 60


def met_that_day(
    texts: Iterable[str], present: list[Person], authority: Authority
) -> tuple[list[Person], tuple[str, ...]]:
    """The leaders whom the sentences of a diary tell the publisher's own to have met too, without those present; and
    the sentences that tell what was held."""
    every = (s for text in texts for s in sentences.sentences(text[: sentences.LONGEST]))
    found: list[Person] = []
    told = []
    for sentence in itertools.islice(every, _MOST_IN_A_DAY):
        met = met_later(sentence, authority) if _GOES_ON.match(sentence) or _ARRIVED.match(sentence) else []
        for person in met:
            if not any(_called(known.participant, person.participant) for known in [*present, *found]):
                found.append(person)
        if met or _WENT_ON.match(sentence):
            told.append(sentence)
    return found, tuple(told)


_STYLES = frozenset(("m", "mme", "mr", "mrs", "ms"))


def _called(person: Participant, other: Participant) -> bool:
    """Whether a title's name may be this person's: the family name that it is called by is among the names."""
    codes = {speaks_for(p) for p in (person, other)} - {None}
    if len(codes) > 1:
        return False
    printed, titled = (_words(p) for p in (person, other))
    # Two of one family, country and office are one person, whatever given name a title prefers ("Bibi").
    family = person["family_name"] is not None and person["family_name"] == other["family_name"]
    same_office = person["office"] == other["office"]
    return (
        same_person(person, other)
        or (bool(titled) and titled <= printed)
        # "President Widodo" of the text is the "President Joko Widodo" of the title.
        or (same_office and bool(printed) and printed <= titled)
        or (family and same_office)
        # "The President" of the text is the "Mr. Emmanuel Macron, President of the Republic" of the title.
        or (family and speaks_for(other) is None and person["given_name"] == other["given_name"])
    )


def _words(person: Participant) -> frozenset[str]:
    """The words of a printed name without its office, those with a hyphen in their parts alone ("Al-Thani")."""
    words = names.words_of(person["name_as_published"].removeprefix(person["office"] or "")) - _STYLES
    return frozenset(word for word in words if "-" not in word)
