"""Who took part: names with honorifics, offices and whom they speak for, from the opening sentence.

Three forms are read: `H.E. Mr. Jens Stoltenberg, Secretary General of ...`, `Prime Minister KISHIDA Fumio` and `the
President of the United States, Joe Biden`. Which part of a name is the family name is for `names` to tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from connectors.reading import MONTH
from pipelines.normalise import names
from schemas.authorities import affiliations
from schemas.authorities.offices import LEADERS, rank_of
from schemas.authorities.premierships import Authority, holder, known_as
from schemas.record import AffiliationName, Participant, speaks_for

_STYLE = (
    r"(?:King|Queen|Emperor|Empress|Sultan|Emir|Amir|Crown\s+Prince|Crown\s+Princess|Prince|Princess|Grand\s+Duke|Pope)"
)
_OFFICE_HEAD = (
    r"(?:(?:Acting|Interim|Deputy|Vice|First|Second|Executive|State|Federal|Transitional|Caretaker|Special|Supreme|Chief|Senior|Former)[\s-]+){0,2}"
    r"(?:Vice[\s-]President|President(?:-[Ee]lect)?|Prime\s+M[a-z]{5,8}(?:-[Dd]esignate|-[Ee]lect)?|General\s+Secretary|Premier|Chancellor|Secretary[\s-]General|Director[\s-]General|Managing\s+Director|"
    r"Taoiseach|Captain\s+Regent|Chair(?:man|person|woman)?|Commissioner|(?:Foreign\s+|Defen[cs]e\s+|Finance\s+)?Ministers?|Pope|Secretary(?:\s+of\s+(?:State|Defen[cs]e))?(?![\s-]General)|Governor(?:[\s-]General)?|Speaker|"
    r"King|Queen|Emperor|Sultan|Emir|Amir|Crown\s+Prince|Ruler|Grand\s+Duke|Leader|Counsellor|High\s+Representative|Administrator|Advisor|Adviser|"
    r"Head(?=\s+of)|Representative|Ambassador|Envoy|Co-Chair|Founder|Senator|Director|Chief\s+Executive|Executive\s+Director|Captains?\s+Regent)"
)
_NEWLY = r"(?:new|newly[\s-](?:elected|appointed|inaugurated)|incoming|outgoing|current|visiting)"
_WITH_OFFICE = re.compile(
    rf"(?<![\w'’-])(?P<honorific>(?:{names.HONORIFIC}\s*){{0,6}}(?:{_STYLE}\s+)?)(?P<name>{names.NAME}){names.POSTNOMINALS},\s?(?:the\s+(?:{_NEWLY}\s+)?)?(?:(?P<body>[A-Z]{{2,6}}|U\.[SN]\.)\s)?(?P<office>{_OFFICE_HEAD})\b"
)
_AFTER_OFFICE = re.compile(
    rf"(?P<office>\b{_OFFICE_HEAD})\s(?P<name>(?:{names.HONORIFIC}\s*){{0,6}}(?P<bare>{names.NAME}))(?:,\s(?=Prime)|)"
)
_APPOSITION = re.compile(
    rf"\b[Tt]he\s(?:{_NEWLY}\s)?(?:(?P<office>{_OFFICE_HEAD})|(?P<adjective>[{names.UPPER}][\w.]{{1,20}}(?:\s[{names.UPPER}][\w.]{{1,20}}){{0,2}}?)\s(?P<office2>{_OFFICE_HEAD})),\s"
    rf"(?P<name>(?:{names.HONORIFIC}\s*){{0,4}}(?P<bare>{names.NAME}))"
)
_OFFICE_OF = re.compile(
    rf"(?<!\w)(?=[A-Zt])(?P<the>[Tt]he\s(?:{_NEWLY}\s)?)?(?P<office>{_OFFICE_HEAD}(?:\sand\s{_OFFICE_HEAD})?)\sof\s(?=(?:the\s)?[{names.UPPER}])"
)
_BODY_OF = re.compile(
    r"(?P<body>(?:the\s)?(?:Government|[A-Z][\w'’]+(?:\s(?:[A-Z][\w'’]+|for|and|on)){1,6}))\sof\s(?=(?:the\s)?[A-Z])"
)
_NAMED_NEXT = re.compile(
    rf"(?P<comma>,?)\s(?!(?:{_OFFICE_HEAD})\b|{MONTH}\s\d)(?P<name>(?:{names.HONORIFIC}\s*){{0,4}}(?P<bare>{names.NAME}))"
)
# "met with Secretary-General António Guterres September 24": the month is no name; in "Theresa May spoke" it is.
_DATE_AFTER = re.compile(rf"\s{MONTH}(?=\s\d)")
# "the Republic ofIndonesia": a slip that pages are printed with.
_OF = re.compile(r"\s(?:(?:of|for|to)\s|of(?=[A-Z]))")
_STOP = re.compile(
    r"[;(（.]|,\s|\s(?:who|whom|which|while|at|in|on|during|as\s+well|after|when|visiting|held|had|and\s+(?:the\s+)?(?:H\.|Hon|Rt|Mr|Ms|Mrs|Dr|His|Her)|"
    r"and\s+(?:President|Prime|Premier|Chancellor|King|Secretary)|via|by|over|regarding|to\s+(?:discuss|exchange))\b"
)
_ONCE = re.compile(r"\b(?:former|late|then)\s$")


@dataclass(frozen=True)
class Person:
    """A participant, and where in the sentence the name stands."""

    participant: Participant
    begin: int
    end: int


def people(sentence: str, authority: Authority) -> list[Person]:
    """The participants an opening sentence names, in the order printed, each once."""
    found = _named_after_office(sentence, authority)
    position = 0
    with_office = _first_with_office(sentence, 0)
    after_office = _AFTER_OFFICE.search(sentence)
    while with_office is not None or after_office is not None:
        if with_office is None or (after_office is not None and after_office.start() < with_office.start()):
            assert after_office is not None
            person = _from_title(sentence, after_office, authority)
            if _ONCE.search(sentence, max(0, after_office.start() - 8), after_office.start()):
                # "the state funeral for former Prime Minister Abe": told of, not there.
                after_office = _AFTER_OFFICE.search(sentence, max(person.end, position + 1))
                continue
        else:
            person = _from_apposition(sentence, with_office, authority)
        position = max(person.end, position + 1)
        if not any(_same(person.participant, other.participant) or _again(person, other) for other in found):
            found.append(person)
        # Each pattern is searched on only from where it matched last, so that together they read the text once.
        if with_office is not None and with_office.start() < position:
            with_office = _first_with_office(sentence, position)
        if after_office is not None and after_office.start() < position:
            after_office = _AFTER_OFFICE.search(sentence, position)
    return _shared(sorted(found, key=lambda person: person.begin), sentence, authority)


def _again(person: Person, other: Person) -> bool:
    """Whether a name without a country is one told in full before: "... on the occasion of Prime Minister Prayut's visit"."""
    mentioned, told = person.participant, other.participant
    if mentioned["affiliation"] is not None or other.begin >= person.begin:
        return False
    words = names.words_of(mentioned["name_as_published"].removeprefix(mentioned["office"] or ""))
    return bool(words) and words <= names.words_of(told["name_as_published"])


def _named_after_office(sentence: str, authority: Authority) -> list[Person]:
    """Those named as in "the President of the United States, Joe Biden" or "President of Finland Sauli Niinistö"."""
    found = []
    for match in _APPOSITION.finditer(sentence):
        # "The Prime Minister, Mark Carney, spoke with the French President, Emmanuel Macron": the publisher's own needs
        # no country.
        office, name = " ".join((match["office"] or match["office2"]).split()), match["name"]
        affiliation = _said_before(match["adjective"]) if match["adjective"] else None
        style = name.removesuffix(match["bare"])
        person = _person(name, style, match["bare"], office, affiliation, authority, match.start(), match.end())
        if person.participant["affiliation"] is not None:
            found.append(person)
    for match in _OFFICE_OF.finditer(sentence):
        affiliation, end = _affiliation(sentence, match.end())
        office = match["office"]
        if affiliation is None and (body := _BODY_OF.match(sentence, match.end())) is not None:
            # "the Chairman of the National People's Congress of the People's Republic of China, X".
            affiliation, end = _affiliation(sentence, body.end())
            office = f"{office} of {body['body']}"
        named = _NAMED_NEXT.match(sentence, end) if affiliation is not None and affiliation["code"] else None
        # "X, Prime Minister of Japan, Y ...": after a comma the name belongs to the office only where "the" leads it.
        if named is None or (named["comma"] and not match["the"]):
            continue
        office = " ".join(office.split())
        # "the King of Jordan, Abdullah II": of royalty the office tells which names these are.
        style = f"{office} {named['name'].removesuffix(named['bare'])}"
        person = _person(
            named["name"], style, named["bare"], office, affiliation, authority, match.start(), named.end()
        )
        if not any(_same(person.participant, other.participant) for other in found):
            found.append(person)
    return found


def with_title(present: list[Person], titled: list[Person], authority: Authority) -> list[Person]:
    """The people of an opening, with what only the title says: of what country they are, or that they took part."""
    found = list(present)
    for other in titled:
        place = next((n for n, person in enumerate(found) if _called(person.participant, other.participant)), None)
        affiliation = other.participant["affiliation"]
        if place is None:
            found.append(other)
        elif affiliation is not None and found[place].participant["affiliation"] is None:
            found[place] = _of(found[place], affiliation, authority)
    return found


def with_countries_of(title: str, present: list[Person], authority: Authority) -> list[Person]:
    """The people, with the country that a title gives for their office: "Meeting with the Prime Minister of Fiji"."""
    made = list(present)
    for match in _OFFICE_OF.finditer(title):
        affiliation, _ = _affiliation(title, match.end())
        office = " ".join(match["office"].split())
        unsaid = [
            n for n, p in enumerate(made) if p.participant["affiliation"] is None and p.participant["office"] == office
        ]
        if affiliation is not None and len(unsaid) == 1:
            made[unsaid[0]] = _of(made[unsaid[0]], affiliation, authority)
    return made


# "Japan-U.S. Summit Meeting", "Japan-Republic of Korea Summit Telephone Talk": with whose leader.
_JAPAN_AND = re.compile(r"\bJapan\s?[-–]\s?(?=[A-Z])")


def leaders(present: list[Person]) -> list[Person]:
    """Those of the people who lead a country or an organisation, by their offices."""
    return [p for p in present if rank_of(p.participant["office"], speaks_for(p.participant)) in LEADERS]


def _paired(title: str, authority: Authority) -> AffiliationName | None:
    """The country or organisation that a ministry's title pairs with its own; None where it does not."""
    pair = _JAPAN_AND.search(title)
    affiliation, _ = _affiliation(title, pair.end()) if pair is not None else (None, 0)
    return affiliation if affiliation is not None and affiliation["code"] not in (None, authority.country) else None


def with_country_of_title(title: str, present: list[Person], authority: Authority) -> list[Person]:
    """The people, with the country that a ministry's title pairs with its own, where one counterpart has none told."""
    unsaid = [n for n, person in enumerate(present) if person.participant["affiliation"] is None]
    if len(unsaid) != 1 or len(present) != 2 or (affiliation := _paired(title, authority)) is None:
        return present
    made = list(present)
    made[unsaid[0]] = _of(made[unsaid[0]], affiliation, authority)
    return made


def with_counterpart_below(title: str, statements: str, present: list[Person], authority: Authority) -> list[Person]:
    """The people, with the one whom the statements call by office and name, where the opening names no counterpart.

    A slip in an opening may hide whom it was with. The country is that which a ministry's title pairs with its own, the
    name that of the only leader but its own whom the statements name; where they name several, nobody is meant.
    """
    affiliation = _paired(title, authority)
    if affiliation is None or any(speaks_for(person.participant) != authority.country for person in present):
        return present
    called: dict[frozenset[str], Person] = {}
    for match in _AFTER_OFFICE.finditer(statements):
        office = " ".join(match["office"].split())
        bare = re.sub(r"['’]s?$", "", match["bare"])
        words = names.words_of(bare)
        if rank_of(office, affiliation["code"]) not in LEADERS or any(t.family_in(words) for t in authority.terms):
            continue
        begin = match.start("name")
        style = match["name"].removesuffix(match["bare"])
        person = _person(f"{office} {bare}", style, bare, office, affiliation, authority, begin, begin)
        called.setdefault(words, person)
    return [*present, *called.values()] if len(called) == 1 else present


def _of(person: Person, affiliation: AffiliationName | None, authority: Authority) -> Person:
    """A person whose country is known now, and with it the custom that tells which name is which."""
    known = person.participant
    bare = _bare(known)
    family, given, _ = names.split(bare, known["office"] or "", affiliation["code"] if affiliation else None, authority)
    told: Participant = {**known, "affiliation": affiliation, "family_name": family, "given_name": given}
    return Person(told, person.begin, person.end)


_MONSIEUR = frozenset(("m", "mme"))


def _called(person: Participant, other: Participant) -> bool:
    """Whether a title's name may be this person's: the family name that it is called by is among the names."""
    codes = {speaks_for(p) for p in (person, other)} - {None}
    words = [
        names.words_of(p["name_as_published"].removeprefix(p["office"] or "")) - _MONSIEUR for p in (person, other)
    ]
    if len(codes) > 1:
        return False
    # Two of one family, country and office are one person, whatever given name a title prefers ("Bibi").
    family = person["family_name"] is not None and person["family_name"] == other["family_name"]
    return (
        _same(person, other)
        or (bool(words[1]) and words[1] <= words[0])
        or (family and person["office"] == other["office"])
        # "The President" of the text is the "Mr. Emmanuel Macron, President of the Republic" of the title.
        or (family and speaks_for(other) is None and person["given_name"] == other["given_name"])
    )


def with_leader(present: list[Person], called: str, authority: Authority, day: date) -> list[Person]:
    """The people with the publisher's own leader first, where the text calls them by the office alone.

    Who held the office that day is known from the authority; on a handover day two did, and the names stay null.
    """
    own = [person for person in present if speaks_for(person.participant) == authority.country]
    if own:
        return [own[0], *(person for person in present if person is not own[0])]
    terms = authority.on(day)
    only = terms[0] if len(terms) == 1 else None
    country = _of_country(authority.country)
    for person in present:
        named = person.participant
        if only and speaks_for(named) is None and _names(named) == (only.family_name, only.given_name):
            # A title calls the leader "Mr. Emmanuel Macron, President of the Republic".
            told = Person(Participant({**named, "affiliation": country}), person.begin, person.end)
            return [told, *(other for other in present if other is not person)]
    leader = Participant(
        name_as_published=called,
        family_name=only.family_name if only else None,
        given_name=only.given_name if only else None,
        office=authority.office,
        rank=None,
        affiliation=country,
        term=None,
    )
    return [Person(leader, 0, 0), *present]


def with_leader_by_given_name(present: list[Person], authority: Authority, day: date) -> list[Person]:
    """The people, with the publisher's own leader told by the office and the given name alone ("Prime Minister Mr. Shinzo").

    A slip of pages; the one who held the office that day has that given name, so nobody else is meant.
    """
    terms = authority.on(day)
    if len(terms) != 1 or any(speaks_for(person.participant) == authority.country for person in present):
        return present
    for number, person in enumerate(present):
        named = person.participant
        words = names.words_of(named["name_as_published"]) - names.words_of(f"{authority.office} mr ms mrs")
        if (
            named["affiliation"] is None
            and named["office"] == authority.office
            and terms[0].given_in(words)
            and len(words) == 1
        ):
            own = _of_country(authority.country)
            told: Participant = {
                **named,
                "affiliation": own,
                "family_name": terms[0].family_name,
                "given_name": terms[0].given_name,
            }
            return [*present[:number], Person(told, person.begin, person.end), *present[number + 1 :]]
    return present


_WITHOUT_OFFICE = re.compile(
    rf"\b(?P<style>(?:Mr|Ms|Mrs)\.\s)(?P<bare>{names.NAME})(?:,\swho\s[^,.;]{{2,80}},)?\s(?:held|had|met|hosted|received|attended|spoke)\b"
)


def with_leader_without_office(present: list[Person], sentence: str, authority: Authority, day: date) -> list[Person]:
    """The people, with the publisher's own leader whose office the sentence leaves out ("Ms. Sanae TAKAICHI held ...").

    Both names are those of the one who held the office that day.
    """
    terms = authority.on(day)
    match = _WITHOUT_OFFICE.search(sentence)
    if match is None or len(terms) != 1 or any(speaks_for(p.participant) == authority.country for p in present):
        return present
    words = names.words_of(match["bare"])
    if not (terms[0].family_in(words) and terms[0].given_in(words)):
        return present
    leader = Participant(
        name_as_published=_tidy(match["style"] + match["bare"]),
        family_name=terms[0].family_name,
        given_name=terms[0].given_name,
        office=None,
        rank=None,
        affiliation=_of_country(authority.country),
        term=terms[0].id,
    )
    return [Person(leader, match.start(), match.end("bare")), *present]


def _names(person: Participant) -> tuple[str | None, str | None]:
    return person["family_name"], person["given_name"]


def _first_with_office(sentence: str, position: int) -> re.Match[str] | None:
    match = _WITH_OFFICE.search(sentence, position)
    while match is not None:
        # Without an honorific only "Suga Yoshihide, Prime Minister of Japan": two words, and an office of something.
        words = match["name"].split()
        if match["honorific"].strip() or (len(words) >= 2 and sentence.startswith(" of ", match.end())):
            return match
        match = _WITH_OFFICE.search(sentence, match.start("name") + len(words[0]))
    return None


def _from_apposition(sentence: str, match: re.Match[str], authority: Authority) -> Person:
    office, affiliation, end = _office_and_affiliation(sentence, match.start("office"), match.end("office"))
    if match["body"] is not None:
        # "H.E. Mr. Anders Fogh Rasmussen, NATO Secretary General": whose officer is told before the office.
        office, affiliation, end = _tidy(match["office"]), _said_before(match["body"]), match.end("office")
    name = sentence[match.start() : match.end("name")].strip()
    return _person(name, match["honorific"], match["name"], office, affiliation, authority, match.start(), end)


def _from_title(sentence: str, match: re.Match[str], authority: Authority) -> Person:
    bare = match["bare"]
    if (dated := _DATE_AFTER.search(sentence, match.start("bare"), match.end("bare") + 2)) is not None:
        bare = sentence[match.start("bare") : dated.start()]
    bare = re.sub(r"['’]s$", "", bare)
    end = match.start("bare") + len(bare)
    office = " ".join(match["office"].split())
    affiliation = None
    if following := re.match(r",?\s(?:of|from)\s", sentence[end:]):
        affiliation, taken = _affiliation(sentence, end + following.end())
        end = taken if affiliation else end
    if affiliation is None:
        affiliation = _said_before(sentence[max(0, match.start() - 50) : match.start()])
    name = f"{office} {sentence[match.start('name') : match.start('bare')]}{bare}"
    return _person(name, office, bare, office, affiliation, authority, match.start(), end)


# Offices whose holders stand beside a leader; any other may be a guest's.
_SECRETARY = re.compile(r"Secretary\s+of\s")
_BESIDE = re.compile(r"(?:Vice|Deputy)[\s-]|Secretary\s+of\s")


def _shared(found: list[Person], sentence: str, authority: Authority) -> list[Person]:
    """The people, with the country that two of them share where it is said once ("Chancellor X and Vice Chancellor Y of Z")."""
    made = list(found)
    for number in range(len(found) - 2, -1, -1):
        person, following = made[number], made[number + 1]
        between = sentence[person.end : following.begin]
        if person.participant["affiliation"] is None and re.fullmatch(r"(?:,?\sand|,)\s", between):
            made[number] = _of(person, following.participant["affiliation"], authority)
    for number in range(len(made) - 1):
        # "President Biden, Secretary of State X, and Secretary of Defense Y met with ...": those beside the leader are his.
        person, following = made[number], made[number + 1]
        between = sentence[person.end : following.begin]
        own = person.participant["affiliation"]
        # And "US Secretary of State X and Secretary of Defense Y", whose country is said once.
        colleagues = _SECRETARY.match(person.participant["office"] or "") and _SECRETARY.match(
            following.participant["office"] or ""
        )
        if (
            own is not None
            and (own["code"] == authority.country or colleagues)
            and following.participant["affiliation"] is None
            and _BESIDE.match(following.participant["office"] or "")
            and re.fullmatch(r"(?:,?\sand|,)\s", between)
        ):
            made[number + 1] = _of(following, own, authority)
    return made


def _said_before(text: str) -> AffiliationName | None:
    """What stands before an office: "Australian" Prime Minister, "Singapore" Prime Minister, "NATO" Secretary General."""
    words = text.split()[-4:]
    for begin in range(len(words)):
        printed = re.sub(r"['’]s?$", "", " ".join(words[begin:]))
        if not printed[:1].isupper():
            continue
        known = affiliations.before_office(printed)
        if known is not None:
            name = known.name if printed in affiliations.adjectives() else printed
            return AffiliationName(code=known.code, name=name)
    return None


_AND_OFFICE = re.compile(rf"\sand\s(?:the\s)?{_OFFICE_HEAD}(?=\sof\s)")


def _office_and_affiliation(sentence: str, begin: int, head_end: int) -> tuple[str, AffiliationName | None, int]:
    if (other := _AND_OFFICE.match(sentence, head_end)) is not None:
        # "Crown Prince and Prime Minister of the Kingdom of Saudi Arabia".
        head_end = other.end()
    stop = _STOP.search(sentence, head_end)
    limit = stop.start() if stop else len(sentence)
    for of in _OF.finditer(sentence, head_end, limit):
        affiliation, end = _affiliation(sentence, of.end())
        if affiliation is not None and affiliation["code"] is not None:
            return _tidy(sentence[begin : of.start()]), affiliation, end
    first = _OF.search(sentence, head_end, limit)
    if first is None:
        return _tidy(sentence[begin:limit]), None, limit
    unknown = re.sub(r"^the\s+", "", sentence[first.end() : limit]).strip(" ,")
    affiliation = AffiliationName(code=None, name=unknown) if unknown else None
    return _tidy(sentence[begin : first.start()]), affiliation, limit


def _affiliation(sentence: str, begin: int) -> tuple[AffiliationName | None, int]:
    known = affiliations.at_start(sentence[begin : begin + 160])
    if known is None:
        return None, begin
    entry, length = known
    printed = re.sub(r"^\s*[Tt]he\s+", "", sentence[begin : begin + length]).strip()
    end = begin + length
    if acronym := re.match(r"\s[(（][A-Z][\w.&-]{1,12}[)）]", sentence[end:]):
        end += acronym.end()
    return AffiliationName(code=entry.code, name=printed), end


_ONE_COUNTRY = {"Pope": "VA", "Taoiseach": "IE"}
"""Offices that there is one of."""


def _person(
    name: str,
    style: str,
    bare: str,
    office: str | None,
    affiliation: AffiliationName | None,
    authority: Authority,
    begin: int,
    end: int,
) -> Person:
    if office in _ONE_COUNTRY:
        affiliation = _of_country(_ONE_COUNTRY[office])
    country = affiliation["code"] if affiliation else None
    family, given, is_own = names.split(bare, style, country, authority)
    if is_own and affiliation is None and office == authority.office:
        affiliation = _of_country(authority.country)
    participant = Participant(
        name_as_published=_tidy(name),
        family_name=family,
        given_name=given,
        office=office or None,
        rank=None,
        affiliation=affiliation,
        term=None,
    )
    return Person(participant, begin, end)


def _of_country(code: str) -> AffiliationName:
    return AffiliationName(code=code, name=affiliations.by_code(code).name)


def in_term(participant: Participant, day: date) -> Participant:
    """A participant with the rank of the office, and the term of it held on a day, where the authorities tell."""
    code = speaks_for(participant)
    words = names.words_of(f"{participant['name_as_published']} {participant['family_name'] or ''}")
    participant = {**participant, "rank": rank_of(participant["office"], code)}
    if code is None or "elect" in (participant["office"] or "").lower():
        named = known_as(participant["office"], words, day)
        if named is not None and code in (None, named.country):
            # "met with Prime Minister David Cameron": that there was one such, and no other, tells the country.
            told = _of_country(named.country)
            return {
                **participant,
                "rank": rank_of(participant["office"], named.country),
                "affiliation": participant["affiliation"] or told,
                "family_name": named.family_name,
                "given_name": named.given_name,
                "term": named.id if named.covers(day) else None,
            }
    term = holder(code, participant["office"], words, day)
    if term is None:
        return participant
    if participant["family_name"] == term.family_name:
        return {**participant, "term": term.id}
    # Which of the names is the family name is known now, whatever order they are printed in.
    given = term.given_name if term.given_in(words) else None
    return {**participant, "term": term.id, "family_name": term.family_name, "given_name": given}


def settled(participant: Participant, text: str) -> Participant:
    """A participant whose names the opening left open, told by how the text calls them ("President Sheinbaum")."""
    country = speaks_for(participant)
    if participant["family_name"] is not None and country not in names.FAMILY_FIRST:
        return _with_longer_name(participant, text)
    if participant["family_name"] is not None or country not in names.TWO_FAMILY | names.EITHER_ORDER:
        return participant
    tokens = _bare(participant).split()
    if any("?" in token for token in tokens):
        return participant
    for number in range(1, len(tokens)):
        if re.search(rf"\b{_OFFICE_HEAD}\s{re.escape(tokens[number])}\b", text):
            given, family = names.cased(tokens[:number]), names.cased(tokens[number:])
            return Participant({**participant, "family_name": family, "given_name": given})
    if (
        country in names.EITHER_ORDER
        and len(tokens) > 1
        and re.search(rf"\b{_OFFICE_HEAD}\s{re.escape(tokens[0])}\b(?!\s{re.escape(tokens[1])})", text)
    ):
        return Participant(
            {**participant, "family_name": names.cased(tokens[:1]), "given_name": names.cased(tokens[1:])}
        )
    return participant


def _with_longer_name(participant: Participant, text: str) -> Participant:
    """A participant whose family name is two words, which the text always says together ("Prime Minister Simpson Miller")."""
    family = participant["family_name"] or ""
    tokens = _bare(participant).split()
    if participant["term"] is not None or len(tokens) < 3 or names.cased(tokens[-1:]) != family:
        return participant
    both = names.cased(tokens[-2:])
    if f" {both}" not in text:
        return participant
    called = re.findall(rf"\b{_OFFICE_HEAD}\s(?:({re.escape(both)})|{re.escape(family)})(?!\w)", text)
    if not called or not all(called):
        return participant
    return Participant({**participant, "family_name": both, "given_name": names.cased(tokens[:-2])})


def _bare(participant: Participant) -> str:
    """The printed name without the office before it and the honorifics."""
    name = participant["name_as_published"].removeprefix(participant["office"] or "").strip()
    return re.sub(rf"^(?:{names.HONORIFIC}\s*)+", "", name)


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,")


def _same(one: Participant, other: Participant) -> bool:
    if one["family_name"] is None or other["family_name"] is None:
        if one["name_as_published"] == other["name_as_published"]:
            return True
        # "King Abdullah II of Jordan", and later "King Abdullah".
        given = one["given_name"], other["given_name"]
        return one["office"] == other["office"] and all(given) and str(given[0]).startswith(str(given[1]))
    return one["family_name"] == other["family_name"] and (
        one["given_name"] is None or other["given_name"] is None or one["given_name"] == other["given_name"]
    )
