"""Who took part, from the opening sentence: names with honorifics, offices and whom they speak for.

Three forms are read: `H.E. Mr. Jens Stoltenberg, Secretary General of ...`, `Prime Minister KISHIDA Fumio` and `the
President of the United States, Joe Biden`. Which part of a name is the family name is for `names` to tell; what the
sentence leaves out, for `counterparts`, `own_leader` and `identity`.
"""

from __future__ import annotations

import re

from connectors.dates import MONTH
from pipelines.normalise import names
from pipelines.normalise.person import Person, bare_name, person_named, same_person, speaking_for, tidy
from schemas.authorities import affiliations, holders, offices
from schemas.authorities.premierships import Authority
from schemas.record import AffiliationName, Participant, speaks_for

_STYLE = (
    r"(?:King|Queen|Emperor|Empress|Sultan|Emir|Amir|Crown\s+Prince|Crown\s+Princess|Prince|Princess|Grand\s+Duke|Pope)"
)


OFFICE = (
    r"(?:(?:Acting|Interim|Deputy|Vice|First|Second|Executive|State|Federal|Transitional|Caretaker|Special|Supreme|"
    r"Chief|Senior|Former)[\s-]+){0,2}"
    # "Chairman of the National Assembly Vuong Dinh Hue of Vietnam".
    r"(?:(?:Chair(?:man|person|woman)?|President|Speaker)\sof\sthe\s(?:National\sAssembly|Senate)(?=\s[A-Z])|"
    r"Vice[\s-]President|President(?:-[Ee]lect)?|Prime\s+M[a-z]{5,8}(?:-[Dd]esignate|-[Ee]lect)?|"
    r"General\s+Secretary|Premier|Chancellor|Secretary[\s-]General|Director[\s-]General|Managing\s+Director|"
    # "the Tánaiste (Deputy Prime Minister) of Ireland".
    r"T(?:aoiseach|[áa]naiste)(?:\s\((?:Deputy\s)?Prime\sMinister\))?|Captain\s+Regent|Druk\s+Gyalpo|Chair(?:man|person|woman)?|(?:High\s+)?Commissioner|"
    r"(?:(?:Foreign|External\s+Affairs|Defen[cs]e|Finance)\s+)?Ministers?"
    # "the Minister of Defence Frank Bakke-Jensen".
    r"(?:\s(?:of|for)\s(?:Foreign\sAffairs|Defen[cs]e)(?=\s(?:H\.|Mr|Ms|Mrs|Dr|[A-ZÀ-Ž][\w'’-]+\s[A-ZÀ-Ž])))?|Pope|"
    r"(?:(?:Foreign|Home|Defen[cs]e|Prime\s+Cabinet)\s+)?Secretary(?:\s+of\s+(?:State|Defen[cs]e))?(?![\s-]General)|Governor(?:[\s-]General)?|Speaker|"
    r"King|Queen|Emperor|Sultan|Emir|Amir|Crown\s+Prince(?:ss)?|Ruler|Grand\s+Duke|Leader|Counsellor|High\s+Representative|"
    r"Administrator|(?:National\s+Security\s+)?Advis[eo]r|Commander|Under[\s-]Secretary(?:[\s-]General)?|"
    r"Head(?=\s+of)|(?:Trade\s+)?Representative|Ambassador|Envoy|Co-Chair|Founder|Senator|Director|Chief\s+Executive|"
    r"Executive\s+Director|Captains?\s+Regent)"
)


_NEWLY = r"(?:new|newly[\s-](?:elected|appointed|inaugurated)|incoming|outgoing|current|next|visiting)"


_WITH_OFFICE = re.compile(
    rf"(?<![\w'’-])(?=[{names.UPPER}tade])(?P<honorific>(?:{names.HONORIFIC}\s*){{0,6}}(?:{_STYLE}\s+)?)"
    rf"(?P<name>{names.NAME}){names.POSTNOMINALS},\s?(?:[Tt]he\s+(?:{_NEWLY}\s+)?)?"
    rf"(?:(?P<body>[A-Z]{{2,6}}|U\.[SN]\.|United\s(?:Nations|States))\s)?(?P<office>(?:former\s)?{OFFICE})\b"
)


AFTER_OFFICE = re.compile(
    rf"(?P<office>\b(?=[A-Z]){OFFICE})\s(?P<name>(?:{names.HONORIFIC}\s*){{0,6}}"
    rf"(?P<bare>(?:{names.PARTICLE}\s(?:{names.PARTICLE}\s)?(?=[A-Z]))?{names.NAME}))(?:,\s(?=Prime)|)"
)


_APPOSITION = re.compile(
    rf"\b[Tt]he\s(?:{_NEWLY}\s)?(?:(?P<office>{OFFICE})|"
    rf"(?P<adjective>[{names.UPPER}][\w.]{{1,20}}(?:\s[{names.UPPER}][\w.]{{1,20}}){{0,2}}?)\s"
    rf"(?P<office2>{OFFICE})),\s"
    rf"(?P<name>(?:{names.HONORIFIC}\s*){{0,4}}(?P<bare>{names.NAME}))"
)


# And "Presidents X of A, Y of B and Z of C".
_ONE_BY_NAME = rf"(?:{names.PARTICLE}\s){{0,2}}{names.NAME}(?:\sof\s(?:the\s)?{names.NAME})?"
_SHARED_OFFICE = re.compile(
    rf"\b(?=[PC])(?P<office>President|Prime\sMinister|Chancellor)s\s"
    rf"(?P<first>{_ONE_BY_NAME}(?:,\s{_ONE_BY_NAME}){{0,8}}),?\sand\s(?={_ONE_BY_NAME})"
)


def each_by_office(text: str) -> str:
    """A text in which each of several has the office that they share: "Presidents Michel and von der Leyen"."""

    def each(told: re.Match[str]) -> str:
        office = told["office"]
        named = told["first"].replace(", ", f", {office} ")
        return f"{office} {named} and {office} "

    return _SHARED_OFFICE.sub(each, text) if " and " in text else text


# "his Indonesian counterpart, Joko Widodo", "her French counterpart President Emmanuel Macron".
_COUNTERPART = re.compile(
    rf"\b(?:his|her)\s(?P<adjective>[{names.UPPER}][\w.]{{1,20}}(?:\s[{names.UPPER}][\w.]{{1,20}})?)\scounterpart,?\s"
    rf"(?P<printed>(?:(?P<office>{OFFICE})\s)?(?P<name>(?:{names.HONORIFIC}\s*){{0,4}}(?P<bare>{names.NAME})))"
)


# "spoke today with H.E. Mr. X and congratulated him on assuming office as the Federal Chancellor of Germany".
_CONGRATULATED = re.compile(
    rf"\b(?:[Ss]poke|[Tt]alked|[Cc]alled|conversation|call)\s(?:(?:today|on\s\w+)\s)?(?:(?:to|with)\s)?"
    rf"(?P<name>(?:{names.HONORIFIC}\s*){{0,4}}(?P<bare>{names.NAME}))"
    r"[^.;]{0,60}?\s(?:and\s(?:\w+ly\s)?congratulated|to\scongratulate)\s(?:him|her)\s(?:for|on|upon)\s"
    rf"[^.;]{{0,80}}?\b(?:as|becoming)\s(?=(?:the\s(?:{_NEWLY}\s)?)?{OFFICE}\sof\s)"
)


OFFICE_OF = re.compile(
    rf"(?<!\w)(?<!Prime\s)(?=[A-Zft])(?P<the>[Tt]he\s(?:{_NEWLY}\s)?)?(?P<office>(?:former\s)?(?P<first>{OFFICE})"
    # "conversation between Prime Minister and President of X": of two, and not of one who holds both.
    rf"(?:(?<!between\sPrime\sMinister)(?<!between\sPresident)\sand\s(?!(?P=first)\b){OFFICE})?)\sof\s"
    rf"(?=(?:the\s)?[{names.UPPER}])"
)


_BODY_OF = re.compile(
    r"(?P<body>(?:(?:the\s)?[A-Z]\w+\sCommittee\sof\s)?(?:the\s)?(?:Government|Council\sof\sMinisters|[A-Z][\w'’]+(?:\s(?:[A-Z][\w'’]+|for|and|on)){1,6}))\sof\s(?=(?:the\s)?[A-Z])"
)


# "Speaker of the U.S. House of Representatives", "President of the United Nations General Assembly", "Chairman of the
# DPRK (Democratic People's Republic of Korea) National Defense Commission".
_BODY_IN = re.compile(
    r"(?:\s\([^()]{5,60}\))?\s(?P<body>House\sof\s(?:Representatives|Commons)|Senate|Congress|General\sAssembly|"
    r"National\sDefen[cs]e\sCommission)\b"
)


# "the United Nations Office on Drugs and Crime", "the APEC Business Advisory Council": a body of it is nobody.
_NAMED_NEXT = re.compile(
    rf"(?P<comma>,?)\s(?!(?:{OFFICE}|House|Senate|Congress|Parliament|Office|Council|Business|Board|Secretariat|Indo-Pacific|Forces|Preparatory)\b|{MONTH}\s\d)(?P<name>(?:{names.HONORIFIC}\s*){{0,4}}(?:{_STYLE}\s+)?(?P<bare>{names.NAME}))"
)


# "met with Secretary-General António Guterres September 24": the month is no name; in "Theresa May spoke" it is.
_DATE_AFTER = re.compile(rf"\s{MONTH}(?=\s\d)")


# "the Republic ofIndonesia": a slip that pages are printed with.
_OF = re.compile(r"\s(?:(?:of|for|to)\s|of(?=[A-Z]))")


# "Crown Prince, Deputy Prime Minister and Minister of Defense of ...", "Finance, Trade and Sport of the ...": commas
# within what one holds.
_WORDS = r"[A-Z]\w{1,20}(?:\s[A-Z]\w{1,20})?"
_GOES_ON = rf"(?:{OFFICE}(?:\s(?:and|of|for)\s|,)|{_WORDS}(?:,\s{_WORDS}){{0,2}},?\sand\s{_WORDS}\sof\sthe\s)"


_STOP = re.compile(
    rf"[;(（.]|,\s(?!{_GOES_ON})|\s(?:who|whom|which|while|at|in|on|during|as\s+well|after|when|visiting|held|had|"
    r"and\s+(?:the\s+)?(?:H\.|Hon|Rt|Mr|Ms|Mrs|Dr|His|Her)|"
    r"and\s+(?:President|Prime|Premier|Chancellor|King|Secretary)|via|by|over|regarding|to\s+(?:discuss|exchange))\b"
)


_ONCE = re.compile(
    r"\b(?:former|late|then|(?:[Cc]oronation|[Ee]nthronement|[Ii]nauguration|[Ss]wearing-in|[Ff]uneral|[Pp]assing|[Dd]eath|[Mm]emory)"
    r"(?:\s[Cc]eremony|\s[Ss]ervice)?\s(?:of|for)(?:\sthe)?(?:\snew)?"
    r"(?:\s(?:[Hh]is|[Hh]er)\s(?:[Ll]ate\s)?Majesty(?:,?\sthe)?)?)\s$"
)


# "visiting Japan upon the invitation of Mr. X, Speaker of the House of Representatives".
_INVITED_BY = re.compile(r"\binvitation\s(?:of|from)\s(?:the\s)?$")


def people(sentence: str, authority: Authority) -> list[Person]:
    """The participants an opening sentence names, in the order printed, each once."""
    found = _named_after_office(sentence, authority)
    position = 0
    with_office = _first_with_office(sentence, 0)
    after_office = AFTER_OFFICE.search(sentence)
    while with_office is not None or after_office is not None:
        if with_office is None or (after_office is not None and after_office.start() < with_office.start()):
            assert after_office is not None
            person = _from_title(sentence, after_office, authority)
            if _ONCE.search(sentence, max(0, after_office.start() - 40), after_office.start()):
                # "the state funeral for former Prime Minister Abe", "the Coronation of His Majesty King Charles III",
                # "the inauguration of President Lula": told of, not there.
                after_office = AFTER_OFFICE.search(sentence, max(person.end, position + 1))
                continue
        else:
            person = _from_apposition(sentence, with_office, authority)
            # "the President of Egypt X, the Amir of Qatar and ...": the name is of the office before it.
            if any(other.begin < person.begin < other.end for other in found):
                position = max(with_office.end("name"), position + 1)
                with_office = _first_with_office(sentence, position)
                continue
        position = max(person.end, position + 1)
        invites = speaks_for(person.participant) is None and _INVITED_BY.search(sentence, 0, person.begin)
        if not invites and not any(
            same_person(person.participant, other.participant) or _again(person, other) for other in found
        ):
            found.append(person)
        # Each pattern is searched on only from where it matched last, so that together they read the text once.
        if with_office is not None and with_office.start() < position:
            with_office = _first_with_office(sentence, position)
        if after_office is not None and after_office.start() < position:
            after_office = AFTER_OFFICE.search(sentence, position)
    return _shared(sorted(found, key=lambda person: person.begin), sentence, authority)


def _again(person: Person, other: Person) -> bool:
    """Whether a name without a country is one told in full before: "... on the occasion of Premier Prayut's visit"."""
    mentioned, told = person.participant, other.participant
    if mentioned["affiliation"] is not None or other.begin >= person.begin:
        return False
    words = names.words_of(mentioned["name_as_published"].removeprefix(mentioned["office"] or ""))
    return bool(words) and words <= names.words_of(told["name_as_published"])


_OFFICE_BEHIND = re.compile(rf",\s(?:[Tt]he\s)?{OFFICE}\sof\s")
_LEADS_OFFICE = re.compile(r"\b(?:with|from|to|by|met|welcomed|received|hosted|called)\s$")
_LONGEST_LEAD = 10


def _named_after_office(sentence: str, authority: Authority) -> list[Person]:
    """Those named as in "the President of the United States, Joe Biden" or "President of Finland Sauli Niinistö"."""
    found = []
    for match in _APPOSITION.finditer(sentence):
        # "The Prime Minister, Mark Carney, spoke with the French President, Emmanuel Macron": the publisher's own needs
        # no country.
        office, name = " ".join((match["office"] or match["office2"]).split()), match["name"]
        affiliation = said_before(match["adjective"]) if match["adjective"] else None
        style = name.removesuffix(match["bare"])
        person = person_named(name, style, match["bare"], office, affiliation, authority, match.start(), match.end())
        if person.participant["affiliation"] is not None:
            found.append(person)
    for match in _COUNTERPART.finditer(sentence) if "counterpart" in sentence else ():
        if (affiliation := said_before(match["adjective"])) is not None:
            printed, office, style = match["printed"], match["office"], match["name"].removesuffix(match["bare"])
            begin, end = match.span("printed")
            found.append(person_named(printed, style, match["bare"], office, affiliation, authority, begin, end))
    for match in _CONGRATULATED.finditer(sentence) if "congratulate" in sentence else ():
        held = OFFICE_OF.match(sentence, match.end())
        affiliation = affiliation_at(sentence, held.end())[0] if held is not None else None
        if held is not None and affiliation is not None:
            office, style = " ".join(held["office"].split()), match["name"].removesuffix(match["bare"])
            begin, end = match.span("name")
            found.append(person_named(match["name"], style, match["bare"], office, affiliation, authority, begin, end))
    ends: set[int] = set()
    for match in OFFICE_OF.finditer(sentence):
        affiliation, end = affiliation_at(sentence, match.end())
        office = match["office"]
        if affiliation is None and (body := _BODY_OF.match(sentence, match.end())) is not None:
            # "the Chairman of the National People's Congress of the People's Republic of China, X".
            affiliation, end = affiliation_at(sentence, body.end())
            office = f"{office} of {body['body']}"
        elif affiliation is not None and (chamber := _BODY_IN.match(sentence, end)) is not None:
            # "the Speaker of the US House of Representatives, X".
            office, end = f"{office} of the {chamber['body']}", chamber.end()
        named = _NAMED_NEXT.match(sentence, end) if affiliation is not None and affiliation["code"] else None
        # "X, Prime Minister of Japan, Y ...": after a comma the name belongs to the office only where "the" leads it,
        # or where no name is before it ("a call from Prime Minister of Israel, H.E. Mr. Y").
        # And of "the Prime Ministers of Denmark, Iceland and Norway" none is named.
        led = match["the"] or _LEADS_OFFICE.search(sentence, max(0, match.start() - _LONGEST_LEAD), match.start())
        if named is None or (named["comma"] and not led) or match["office"].endswith("Ministers"):
            continue
        if (
            named["comma"]
            and sentence.endswith(", ", 0, match.start())
            # But in "the President of Y, Mr. X, the President of W, Mr. Z, the ..." as the one before.
            and match.start() - 2 not in ends
            and _OFFICE_BEHIND.match(sentence, named.end()) is not None
        ):
            # "Mr. X, the President of Y, Mr. Z, Prime Minister of W": each is called before the office.
            continue
        office = " ".join(office.split())
        # "the King of Jordan, Abdullah II": of royalty the office tells which names these are.
        style = f"{office} {named['name'].removesuffix(named['bare'])}"
        person = person_named(
            named["name"], style, named["bare"], office, affiliation, authority, match.start(), named.end()
        )
        ends.add(person.end)
        if not any(same_person(person.participant, other.participant) for other in found):
            found.append(person)
    return found


def _first_with_office(sentence: str, position: int) -> re.Match[str] | None:
    match = _WITH_OFFICE.search(sentence, position)
    while match is not None:
        # Without an honorific only "Suga Yoshihide, Prime Minister of Japan": two words, and an office of something.
        # And in "the President of the European Council, the President of the Commission" what stands before is no name.
        words = match["name"].split()
        if match["honorific"].strip() or (
            len(words) >= 2 and sentence.startswith(" of ", match.end()) and affiliations.named(match["name"]) is None
        ):
            return match
        match = _WITH_OFFICE.search(sentence, match.start("name") + len(words[0]))
    return None


def _from_apposition(sentence: str, match: re.Match[str], authority: Authority) -> Person:
    office, affiliation, end = _office_and_affiliation(sentence, match.start("office"), match.end("office"))
    if match["body"] is not None:
        # "H.E. Mr. Anders Fogh Rasmussen, NATO Secretary General": whose officer is told before the office.
        office, affiliation, end = tidy(match["office"]), said_before(match["body"]), match.end("office")
        whole = affiliations.at_start(sentence[match.start("body") :])
        if whole is not None and match.start("body") + whole[1] > end:
            # "United Nations High Commissioner for Refugees": the office is in the body's name.
            end = match.start("body") + whole[1]
            affiliation = AffiliationName(code=whole[0].code, name=whole[0].name)
    name = sentence[match.start() : match.end("name")].strip()
    return person_named(name, match["honorific"], match["name"], office, affiliation, authority, match.start(), end)


# "King X of Y", "His Majesty King X, Kingdom of Y".
_WHERE_FROM = re.compile(r",?\s(?:of|from)\s|,\s(?:the\s)?(?=(?:Hashemite\s)?(?:Kingdom|Sultanate|Principality)\sof\s)")


def _from_title(sentence: str, match: re.Match[str], authority: Authority) -> Person:
    bare = match["bare"]
    if (dated := _DATE_AFTER.search(sentence, match.start("bare"), match.end("bare") + 2)) is not None:
        bare = sentence[match.start("bare") : dated.start()]
    bare = re.sub(r"['’]s$", "", bare)
    end = match.start("bare") + len(bare)
    office = " ".join(match["office"].split())
    affiliation = None
    if following := _WHERE_FROM.match(sentence, end):
        affiliation, taken = affiliation_at(sentence, following.end())
        end = taken if affiliation else end
    if affiliation is None:
        affiliation = said_before(sentence[max(0, match.start() - 50) : match.start()])
    name = f"{office} {sentence[match.start('name') : match.start('bare')]}{bare}"
    return person_named(name, office, bare, office, affiliation, authority, match.start(), end)


# Offices whose holders stand beside a leader; any other may be a guest's.
_BESIDE = re.compile(r"(?:Vice|Deputy)[\s-]|Secretary\s+of\s")
_SECRETARY = re.compile(r"Secretary\s+of\s")
_LEADS = re.compile(r"(?:Prime\s+Minister|President|Chancellor)$")
_MINISTER = re.compile(r"(?:Foreign|Home|Defen[cs]e|Finance)\s+(?:Secretary|Minister)$")


def _of_one_government(first: str, second: str) -> bool:
    """Whether those who hold these offices, told one after the other, are of one government, whose country is said
    once: "US Secretary of State X and Secretary of Defense Y", "UK Prime Minister X and Foreign Secretary Y"."""
    secretaries = _SECRETARY.match(first) and _SECRETARY.match(second)
    return bool(secretaries or (_LEADS.match(first) and _MINISTER.match(second)))


def _leads_another(first: Participant, second: Participant) -> bool:
    """Whether of two told one after the other the first leads another country than that of the second: "President
    Zelenskyy, Prime Minister X of Denmark", but for "President Xi and Premier Li of China"."""
    if first["office"] is None or offices.rank_of(first["office"], None) not in offices.LEADERS:
        return False
    if first["office"] == second["office"]:
        return True
    led = holders.countries_led_by(first["office"], names.words_of(bare_name(first)))
    return bool(led) and speaks_for(second) not in led


def _shared(found: list[Person], sentence: str, authority: Authority) -> list[Person]:
    """The people, with the country that two of them share, said once ("Chancellor X and Vice Chancellor Y of Z")."""
    made = list(found)
    for number in range(len(found) - 2, -1, -1):
        person, following = made[number], made[number + 1]
        between = sentence[person.end : following.begin]
        if (
            person.participant["affiliation"] is None
            and re.fullmatch(r"(?:,?\sand|,)\s", between)
            and not _leads_another(person.participant, following.participant)
            # "Prime Minister Johnson, President Biden and ...", of the White House: not two of one country.
            and (
                speaks_for(following.participant) != authority.country
                or _BESIDE.match(person.participant["office"] or "")
            )
        ):
            made[number] = speaking_for(person, following.participant["affiliation"], authority)
    for number in range(len(made) - 1):
        # "President Biden, Secretary of State X, and Secretary of Defense Y met ...": those beside the leader are his.
        person, following = made[number], made[number + 1]
        between = sentence[person.end : following.begin]
        own = person.participant["affiliation"]
        first, second = person.participant["office"] or "", following.participant["office"] or ""
        if (
            own is not None
            and following.participant["affiliation"] is None
            and (_of_one_government(first, second) or (own["code"] == authority.country and _BESIDE.match(second)))
            # "President Biden, joined by Vice President Harris, spoke ...".
            and re.fullmatch(r"(?:,?\sand|,(?:\sjoined\sby)?)\s", between)
        ):
            made[number + 1] = speaking_for(following, own, authority)
    return made


def said_before(text: str) -> AffiliationName | None:
    """What stands before an office: "Australian" Prime Minister, "Singapore" Premier, "NATO" Secretary General."""
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


_COMMA = re.compile(r",\s(?=(?:the\s)?[A-Z])")
_AND_OFFICE = re.compile(rf"\sand\s(?:the\s)?{OFFICE}(?=\sof\s)")


_OF_PORTFOLIO = re.compile(r"\bMinister$")


def _office_and_affiliation(sentence: str, begin: int, head_end: int) -> tuple[str, AffiliationName | None, int]:
    if (other := _AND_OFFICE.match(sentence, head_end)) is not None:
        # "Crown Prince and Prime Minister of the Kingdom of Saudi Arabia".
        head_end = other.end()
    stop = _STOP.search(sentence, head_end)
    limit = stop.start() if stop else len(sentence)
    for of in _OF.finditer(sentence, head_end, limit):
        affiliation, end = affiliation_at(sentence, of.end())
        if affiliation is not None and affiliation["code"] is not None:
            office = tidy(sentence[begin : of.start()])
            if (body := _BODY_IN.match(sentence, end)) is not None:
                return f"{office} of the {tidy(body['body'])}", affiliation, body.end()
            return office, affiliation, end
    first = _OF.search(sentence, head_end, limit)
    if (comma := _COMMA.match(sentence, limit)) is not None:
        # "President of the National Assembly, Republic of Cote d'Ivoire", "Commander, U.S. Indo-Pacific Command".
        affiliation, end = affiliation_at(sentence, comma.end())
        if affiliation is not None:
            return tidy(sentence[begin:limit]), affiliation, end
    if first is None:
        return tidy(sentence[begin:limit]), None, limit
    if _OF_PORTFOLIO.search(sentence, begin, first.start()) is not None:
        # "Mr. X, Minister for Foreign Affairs, who is visiting Y": what he is minister for speaks for nobody.
        return tidy(sentence[begin:limit]), None, limit
    unknown = re.sub(r"^the\s+", "", sentence[first.end() : limit]).strip(" ,")
    affiliation = AffiliationName(code=None, name=unknown) if unknown else None
    return tidy(sentence[begin : first.start()]), affiliation, limit


def affiliation_at(sentence: str, begin: int) -> tuple[AffiliationName | None, int]:
    """The country or organisation whose name stands at `begin`, without its article, and where it ends, an acronym in
    brackets behind it included; (None, `begin`) where none does."""
    known = affiliations.at_start(sentence[begin : begin + 160])
    if known is None:
        return None, begin
    entry, length = known
    printed = re.sub(r"^\s*[Tt]he\s+", "", sentence[begin : begin + length]).strip()
    end = begin + length
    if acronym := re.match(r"\s[(（][A-Z][\w.&-]{1,12}[)）]", sentence[end:]):
        end += acronym.end()
    return AffiliationName(code=entry.code, name=printed), end
