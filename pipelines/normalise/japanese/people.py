"""Who took part, as a Japanese opening tells: an office of a country, with a name before or behind it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from pipelines.normalise.japanese.names import split
from pipelines.normalise.person import Person, guests
from pipelines.normalise.person import of_country as affiliation_of
from schemas.authorities import names_ja, offices
from schemas.authorities.holders import known_as_ja
from schemas.authorities.premierships import Authority, offices_of
from schemas.authorities.terms import Term
from schemas.record import AffiliationName, Participant

OFFICE = offices.pattern_ja()
# "マクロン", "アブドッラー2世", "アブドッラー二世".
# And "マラぺ", with the hiragana that looks the same.
WORD = r"(?:[ァ-ヶー＝=]|(?<=[ァ-ヶー])[べぺ]){1,20}(?:[\d一二三四五六七八九十]{1,2}世)?"
# But of "コートジボワール国民議会議長" the office begins with 国.
_NAME = rf"(?:{WORD}(?:・(?:{WORD}|[A-Z]\.?(?=・))){{0,7}}|(?!{OFFICE}|民議会)[一-龥々]{{2,4}})"
LONGEST_NAME = 60
# "レジェップ・タイップ・エルドアン・トルコ共和国大統領", "尹錫悦(ユン・ソンニョル)韓国大統領".
_BEFORE = re.compile(
    rf"(?P<name>{WORD}(?:・(?:{WORD}|[A-Z]\.?|Jr\.?)){{0,7}}|(?:(?<![一-龥々])|(?<=主催))[一-龥々]{{2,4}}(?=・|\())(?:\([ぁ-んァ-ヶー・]{{2,30}}\))?"
    # A slip has the office twice: "ピーター・オニール首相パプアニューギニア独立国首相".
    r"(?:・|、|(?<=Jr\.)\s|首相|大統領|第\d{1,3}回|(?:次期|新)?駐日|(?:EU)?(?P<elect>次期|元|前)?)$"
)


_OWN = re.compile(
    r"(?P<name>(?P<family>(?!後)[一-龥々]{1,4}?)(?P<given>[一-龥々]{1,4}?)?)(?:日本国|・)?(?<!国務院)(?<!国務)(?P<office>(?:内閣)?総理(?:大臣)?)"
    r"(?=(?:夫妻|\(議長\))?(?:は|、|が|と|を|から|の?出席の[下もと]))"
)


def people_of(sentence: str, title: str, latin: dict[int, str], holders: Authority, day: date | None) -> list[Person]:
    """The people of an opening sentence, the publisher's own leader first.

    `latin` has the names in Latin letters by where in the sentence each stood; `title` may tell a country that the
    sentence leaves out; by `day` the term of a known holder is told.
    """
    terms = holders.on(day) if day else ()
    found: list[Person] = []
    own = _own(sentence, holders)
    if own is not None:
        term = next((t for t in terms if own["name"].startswith(t.family_name_native)), None)
        found.append(Person(leader(own[0], own["office"], term, holders), own.start(), own.end()))
    for match in of_country().finditer(sentence):
        if own is not None and match.end() == own.end():
            # "小泉純一郎日本国内閣総理大臣".
            continue
        if _ALSO.search(sentence, 0, match.start()) or _NOT_THERE.match(sentence, match.end()):
            continue
        person = guest(match, sentence, latin.get(match.end(), ""), day)
        if not any(person.participant["name_as_published"] == p.participant["name_as_published"] for p in found):
            found.append(person)
        beside = _AND_HELD.match(sentence, match.end())
        if beside is not None and of_country().search(sentence, match.end(), beside.end()) is None:
            found.append(told_with(beside, names_ja.named(match), day, latin.get(beside.end("office"), "")))
    for match in _POPE.finditer(sentence):
        office = Participant(
            {**_of_parts(match["name"], "教皇", "バチカン", "", day), "family_name": None, "given_name": None}
        )
        found.append(Person({**office, "name_as_published": match[0]}, match.start(), match.end()))
    for side in _of_side().finditer(sentence):
        found.append(told_with(side, names_ja.named(side), day))
    if not guests(found, holders.country):
        for each in _of_each().finditer(sentence):
            if names_ja.code_of(names_ja.named(each)) != holders.country:
                found.append(told_with(each, names_ja.named(each), day))
    if not guests(found, holders.country) and (met := _MET_WITH.search(sentence)) is not None:
        country = _told_by_title(met["office"], sentence, title)
        if country is not None:
            found.append(told_with(met, country, day, latin.get(met.end("office"), "")))
        elif day is not None and (term := known_as_ja(met["office"], met["name"].rpartition("・")[2], day)) is not None:
            found.append(_known(met, term))
    return found


def _own(sentence: str, holders: Authority) -> re.Match[str] | None:
    """The first 総理 of a sentence named as one who ever held the publisher's office: "温家宝総理" is China's."""
    ever = tuple({term.family_name_native for term in holders.terms})
    return next((match for match in _OWN.finditer(sentence) if match["name"].startswith(ever)), None)


def _known(match: re.Match[str], term: Term) -> Person:
    """The person of a match with a name and an office, who was in a term of office."""
    printed, office = f"{match['name']}{match['office']}", offices.without_style(match["office"])
    known = Participant(
        name_as_published=printed,
        family_name=term.family_name,
        given_name=term.given_name,
        office=office,
        rank=None,
        affiliation=affiliation_of(term.country),
        term=term.id,
    )
    return Person(known, match.start(), match.end())


def _told_by_title(office: str, sentence: str, title: str) -> str | None:
    """The country that the meeting's name tells ("日デンマーク首脳会談"), or the title before the same office."""
    if (meeting := meeting_with().search(f"{sentence} {title}")) is not None:
        return names_ja.named(meeting)
    if (visit := _visit_titled().search(title)) is not None:
        return names_ja.named(visit)
    if (section := _country_alone().fullmatch(title)) is not None:
        return section["country"]
    held = [match["country"] for match in of_country().finditer(title) if match["office"] == office]
    if held:
        return held[0]
    visited = _visited().search(sentence)
    if visited is not None:
        return names_ja.named(visited)
    # "クリントン国務長官": the Holy See's is printed with its name.
    return "米国" if office == "国務長官" else None


@cache
def _visit_titled() -> re.Pattern[str]:
    """The name of a visit: "安倍総理大臣のペルー訪問", "モンゴル訪問"."""
    return re.compile(rf"(?:^|総理(?:大臣)?の){names_ja.pattern()}(?:公式)?訪問")


# "米国のジョン・ケリー国務長官及びチャック・ヘーゲル国防長官": of the same country, whose name is not printed again.
_AND_HELD = re.compile(rf"及び(?P<name>{WORD}(?:・{WORD}){{1,7}})(?P<office>{OFFICE})(?=の表敬)")
# "グテーレス前国連難民高等弁務官(元ポルトガル首相)": what the one named before it was.
# And "アブダビ皇太子兼アラブ首長国連邦軍副最高司令官": what else one is.
_ALSO = re.compile(r"(?:\([元前]|兼)$")
# Who is mourned: "崩御されたカブース・オマーン前国王の弔問のため".
# And "ブッシュ米国大統領との首脳会談を終えた": whom the leader had met before.
# And "ラオス国家主席夫妻主催夕食会場", "…大統領夫妻主催ガラディナー開始前に": whose hall or dinner it was.
_NOT_THERE = re.compile(
    "の(?:弔問|崩御|逝去|葬儀|国葬)|との(?:首脳)?会談を終え|(?:夫妻)?主催[^、。]{0,12}(?:会場|開始前)"
)
# "ローマ教皇フランシスコ台下": the office before the name.
_POPE = re.compile(rf"(?:ローマ)?教皇(?P<name>{WORD})台下")
# Of two characters or one, where nothing else tells that they are a name, the first must be a family's.
_FAMILIES = (
    "丁万何余劉呉周唐夏姜孔孟孫宋崔尹康張彭徐朱李杜林梁楊沈温潘王田石秦羅習胡董蒋蔡袁許趙郭鄧鄭金銭陳陸韓馬高魏黄"
)
# "ラスムセン首相と日デンマーク首脳会談", "サパテロ首相と初めての首脳会談", "盧武鉉大統領との間で日韓首脳会談".
_MET_WITH = re.compile(
    rf"(?<![ァ-ヶー・一-龥])(?P<name>{WORD}(?:・(?:{WORD}|[A-Z](?=・))){{0,7}}|(?!{OFFICE}|[両同各前新])[一-龥]{{3}}|(?<=後、)[{_FAMILIES}])"
    rf"(?:\([ァ-ヶー・]{{2,30}}\))?(?P<office>{OFFICE})"
    r"(?:(?:と|による)(?=(?:約\d{1,3}分間、)?[^、。]{0,20}会談)|と、(?=[^、。]{2,40}(?:にて|において)[^、。]{0,10}会談)|による(?=表敬)|との(?=[^、。]{0,10}(?:ランチ|ディナー|昼食会|夕食会|朝食会))|と?の間で|(?=私邸を訪問し、[^、。]{0,10}会談)|と共に(?=歓迎式典)|を弔問|[にを]謁見|を訪ね、(?=会談))"
)


@cache
def meeting_with() -> re.Pattern[str]:
    """The name of a meeting, which tells a country: "日デンマーク首脳会談", "日米電話首脳会談"."""
    return re.compile(rf"日・?{names_ja.with_letters()}(?=(?:首脳|首相)?(?:電話)?(?:首脳)?会談)")


@cache
def _of_side() -> re.Pattern[str]:
    """The first of those who sat on a side ("(伊側)アマート首相、")."""
    return re.compile(rf"\((?!日(?!本)){names_ja.with_letters()}側\)\s*(?P<name>{_NAME})(?P<office>{OFFICE})")


@cache
def _of_each() -> re.Pattern[str]:
    """Those who attended, each behind the country ("(日本:福田康夫総理、中国:温家宝国務院総理)")."""
    return re.compile(
        rf"(?<=[(、。])(?!日(?!本)){names_ja.with_letters()}:"
        rf"(?P<name>{_NAME})(?:\([ァ-ヶー・]{{2,30}}\))?(?P<office>{OFFICE})"
    )


@cache
def _visited() -> re.Pattern[str]:
    """The country that the leader is in, whose is an office that nothing else tells of ("オマーン国を訪問中の",
    "サウジアラビアのリヤドに到着し", "訪韓した")."""
    return re.compile(
        rf"{names_ja.pattern()}(?:を(?:公式|国賓)?訪問中の|の[ァ-ヶー一-龥]{{2,12}}に到着し)|訪(?P<letter>(?!日)[{names_ja.letters()}])(?:した|中の)[一-龥々]{{1,4}}(?:内閣)?総理"
    )


@cache
def _country_alone() -> re.Pattern[str]:
    """A title that is no more than a country's name: the part of the Ministry's site that the page stands in."""
    return re.compile(names_ja.pattern())


@cache
def of_country() -> re.Pattern[str]:
    """An office of a country, with the name between them or, as often, before the country ("ショルツ独首相")."""
    # "ドイツ連邦共和国首相", "欧州連合(EU)…委員長", "英国の…首相", "メルケル独(EU議長国)首相": not "首相官邸", nor
    # "大統領団".
    of = (
        rf"{names_ja.pattern()}(?:\((?:[A-Z]{{2,8}}|EU議長国)\))?(?:の|、)?"
        rf"(?P<name>{_NAME})?(?:\([ぁ-んァ-ヶー・]{{2,30}}\))?(?P<office>{OFFICE})(?![団府]|官邸|公邸|宿舎|宮|会談|総?選挙)"
    )
    return re.compile(rf"{of}|(?<=[ァ-ヶー])(?P<letter>[{names_ja.letters()}])(?:\(EU議長国\))?(?P<held>{OFFICE})")


def leader(printed: str, office: str, term: Term | None, holders: Authority) -> Participant:
    return Participant(
        name_as_published=printed,
        family_name=term.family_name if term else None,
        given_name=term.given_name if term else None,
        office=office,
        rank=None,
        affiliation=affiliation_of(holders.country),
        term=term.id if term else None,
    )


def guest(match: re.Match[str], sentence: str, latin: str, day: date | None) -> Person:
    country, office = names_ja.named(match), match["office"] or match["held"]
    name, begin = match["name"] or "", match.start()
    if not name and (before := _BEFORE.search(sentence, max(0, begin - LONGEST_NAME), begin)) is not None:
        name, begin = before["name"], before.start()
        office = f"{before['elect'] or ''}{office}"
        if (family := _FAMILY_AND_COMMA.search(sentence, max(0, begin - LONGEST_NAME), begin)) is not None:
            who = _of_parts("", office, country, latin, day)
            who["name_as_published"] = f"{family[0]}{name}{office}"
            who["family_name"], who["given_name"] = family["name"], name
            return Person(who, family.start(), match.end())
    elif not name and (behind := _ROYAL_BEHIND.match(sentence, match.end())) is not None:
        return Person(_of_parts(behind["name"], office, country, latin, day), begin, behind.end())
    elif not name and (head := _HEAD_OF_HOME.search(sentence, max(0, begin - LONGEST_NAME), begin)) is not None:
        name, begin = head[0], head.start()
    return Person(_of_parts(name, office, country, latin, day), begin, match.end())


# "シュワロフ、イーゴリ・イヴァノヴィッチ・ロシア連邦第一副首相": as Russians write a name in full.
_FAMILY_AND_COMMA = re.compile("(?:^|(?<=[、はと]))(?P<name>[ァ-ヶー]{2,12})、$")
# "クウェート国首相シェイク・ナーセル・アル・ムハンマド・アル・アハマド・アル・サバーハ殿下".
_ROYAL_BEHIND = re.compile(rf"(?P<name>{WORD}(?:・{WORD}){{1,9}})[殿陛]下")
# "天野之弥国際原子力機関(IAEA)事務局長".
# And "江沢民中国国家主席", "訪日中の李強中華人民共和国国務院総理". "は、李強中国国務院総理".
_HEAD_OF_HOME = re.compile(
    rf"(?:(?<=[、はと])(?:[一-龥々]{{3,4}}|[{_FAMILIES}][一-龥])|"
    r"(?<=[日問席在]中の)[一-龥々]{2,4})$"
)


def told_with(match: re.Match[str], country: str, day: date | None, latin: str = "") -> Person:
    """The person of a match with a name and an office, of a country that something else tells, and where it stands."""
    return Person(_of_parts(match["name"], match["office"], country, latin, day), match.start(), match.end())


def _of_parts(name: str, office: str, country: str, latin: str, day: date | None) -> Participant:
    code = names_ja.code_of(country)
    # "ミャンマー連邦共和国のアウン・サン・スー・チー・ミャンマー国家最高顧問": the country once more.
    name = name.removesuffix(f"・{country}")
    term = _term(code, office, name, day)
    family, given = split(name, latin, code, office)
    if term is not None and term.has_family_name:
        family, given = term.family_name, term.given_name
    return Participant(
        name_as_published=f"{name}{office}",
        family_name=family,
        given_name=given,
        office=offices.without_style(office),
        rank=None,
        affiliation=AffiliationName(code=code, name=country),
        term=term.id if term else None,
    )


def _term(code: str | None, office: str, name: str, day: date | None) -> Term | None:
    """The term of the one who held an office of the country that day, if rank and name are that holder's."""
    if day is None:
        return None
    rank = offices.rank_of(office, code)
    held = [
        term
        for holders in offices_of(code)
        if offices.rank_of(holders.office, code) == rank
        for term in holders.on(day)
        if any(family in name for family in term.family_names_ja)
    ]
    return held[0] if len(held) == 1 else None
