"""What a Japanese page tells of an event: eras, digits of full width, names in kanji and katakana.

The texts are looked into in their plain form (NFKC); what is kept is as published.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cache

from connectors.draft import Draft, DraftPoint
from connectors.japanese import dates, plain
from pipelines.normalise import findings, names, times
from pipelines.normalise.person import Person
from pipelines.normalise.told import Told
from schemas.authorities import affiliations, names_ja, offices, places
from schemas.authorities.premierships import Authority, Term, authority, countries
from schemas.record import AffiliationName, Finding, Participant, Point, Report, Session, speaks_for

_LONGEST = 1_000
# With names in Latin letters, which are left out before a text is looked into.
_LONGEST_PRINTED = 3_000

_KINDS: tuple[tuple[str, str], ...] = (
    ("telephone_talk", r"(?:首脳)?電話(?:首脳)?会談|電話で会談|電話会議"),
    ("online_meeting", r"(?:首脳)?(?:テレビ|オンライン|ビデオ)(?:首脳)?(?:会談|会議|会合)"),
    ("joint_press_occasion", r"共同記者(?:会見|発表)"),
    ("signing_ceremony", r"署名式|交換式"),
    ("courtesy_call", r"表敬"),
    ("small_group_meeting", r"少人数(?:会合|会談)"),
    ("expanded_meeting", r"(?:全体|拡大)(?:会合|会談)"),
    ("one_on_one_meeting", r"一対一の?(?:会談)?|テタテ"),
    ("working_meal", r"ワーキング・?(?:ランチ|ディナー)|(?:首脳)?(?:昼食|朝食)会|首脳夕食会"),
    ("informal_talk", r"懇談|立ち話|短時間(?:の)?会談|(?<!を受け、)短時間(?:の)?意見交換"),
    ("multilateral_session", (
        r"(?:日米豪印|日米韓|日中韓|日米比|G7|G20|ASEAN|APEC|NATO|IP4|AZEC|TICAD|CPTPP)[^、。]{0,16}?(?:首脳会合|首脳会議|サミット|会合)"
    )),
    ("summit_meeting", r"首脳会談|定期首脳協議"),
    ("meeting", r"会談|会合|協議"),
    # A lunch is printed in English as one of work, a dinner seldom: it counts as one where it is said to be.
    ("other", r"(?:夕食|晩餐|晩さん|茶)会|謁見"),
)  # fmt: skip
# What it happened at or beside is not what happened: "増資会合の場で、…懇談を行った".
_KIND = re.compile(
    "(?:"
    + "|".join(rf"(?P<{kind}>{words})" for kind, words in _KINDS)
    + r")(?!(?:\([^()]{1,20}\))?[等など]{0,2}(?:の(?:場|機会|際|ため)|に際|終了後|"
    r"[にへ](?:出席|参加|参列)した(?=[一-龥\d])|"
    r"[にへ]?(?:出席|参加|参列)(?:(?:する|の)?(?:ため|際|機会)|に伴い)|で(?:訪問|訪日|来日)中))"
)
_KIND_OF_CLOCK = re.compile(rf"(?:{'|'.join(words for _, words in _KINDS)})(?:を|:)$")
_OFFICE = offices.pattern_ja()
# "マクロン", "アブドッラー2世".
# And "マラぺ", with the hiragana that looks the same.
_WORD = r"(?:[ァ-ヶー＝=]|(?<=[ァ-ヶー])[べぺ]){1,20}(?:\d世)?"
_NAME = rf"(?:{_WORD}(?:・{_WORD}){{0,4}}|(?!{_OFFICE})[一-龥々]{{2,4}})"
_LONGEST_NAME = 60
# "レジェップ・タイップ・エルドアン・トルコ共和国大統領", "尹錫悦(ユン・ソンニョル)韓国大統領".
_BEFORE = re.compile(
    rf"(?P<name>{_WORD}(?:・(?:{_WORD}|[A-Z]\.?|Jr\.?)){{0,7}}|[一-龥々]{{2,4}}(?=・|\())(?:\([ぁ-んァ-ヶー・]{{2,30}}\))?"
    # A slip has the office twice: "ピーター・オニール首相パプアニューギニア独立国首相".
    r"(?:・|、|首相|大統領|第\d{1,3}回|(?:EU)?(?P<elect>次期|元|前)?)$"
)
# "トミー・E・レメンゲサウ・Jr.", "スランゲル・ウィップス・ジュニア": no part of the family's name.
_YOUNGER = re.compile(r"(?<=[ァ-ヶー])・(?:Jr\.?|ジュニア)$")
# "Ibn", "Bin", "Bint": what follows is the name of the father, not of a family.
_PATRONYMIC = re.compile(r"・(?:イブン|ビン|ビント)・|^アブー・|\d世")
# Where the family name comes first, and of a name of at most three letters is one letter but for these.
_FAMILY_FIRST = frozenset(("CN", "HK", "HU", "KP", "KR", "TW", "VN"))
_TWO_LETTERS = frozenset(("欧陽", "司馬", "諸葛", "司徒", "上官", "皇甫", "南宮", "独孤", "鮮于"))
_LONGEST_WITH_ONE = 3
_ROYAL = re.compile(r"国王|王妃|首長|皇太子|教皇")
# A name in Latin letters, as the Ministry sets one after the Japanese.
_LATIN = re.compile(r"\((?=[A-Z])[A-Za-z][^()]{11,300}\)")
_COMMA = re.compile(r",(?![\s\d])|(?<!\d),(?=\d)")
# "(午後1時40分 (日本時間) )": whose clock it is, in brackets within brackets.
_JAPAN_INSIDE = re.compile(r"\((?P<clock>[^()]{2,20}?)\s?\(日本時間\)\s?\)")
_GAP = re.compile(r"(?<=[ぁ-んァ-ヶー一-龥]) (?=[ぁ-んァ-ヶー一-龥])")
_CLOCK = re.compile(
    r"(?:(?P<half>午前|午後)\s*)?(?<!\d)(?<!\d:)(?P<hour>\d{1,2})(?::(?P<colon>\d\d)(?=から|より|頃)|"
    r"時{1,2}(?!時|間|(?:\d{1,2}分|半)?(?:頃|ごろ|過ぎ)?まで)(?:(?P<minute>\d{1,2})分|(?P<thirty>半))?)(?:頃|ごろ|過ぎ)?"
    # A slip: "午後5時30分から(日本時間10日午前1時30分)から".
    # And "11時05分から約30分間(現地時間。日本時間17時05分)".
    r"(?:\s*(?:から(?:約\d{1,3}分間?)?)?[((](?P<inside>[^()]{2,60})[))])?"
)
_CLOCK_BESIDE = (
    r"[、,:]?\s*(?:(?P<day>同日|翌日|前日|\d{1,2}日|\d{1,2}月\d{1,2}日)[、,]?\s*)?(?P<half>午前|午後)?\s*(?P<hour>\d{1,2})時"
    r"(?:(?P<minute>\d{1,2})分|(?P<thirty>半))?"
)
_JAPAN_CLOCK = re.compile(f"日本時間(?:では)?{_CLOCK_BESIDE}")
_TIME_OF = re.compile(r"(?P<place>(?!日本|現地)[ァ-ヶー・一-龥]{2,12})時間")
_LOCAL_CLOCK = re.compile(f"現地時間{_CLOCK_BESIDE}")
# "午前0時40分(9月27日午前11時40分、現地時間)".
_CLOCK_THERE = re.compile(rf"{_CLOCK_BESIDE}(?:頃)?[、;]\s*現地時間")
# "現地時間10日午後12時20分": whose clock it is, is looked for so many letters before it.
_REACH = 12
_DAYS_ON = {"前日": -1, "同日": 0, "翌日": 1}
_HOME_CITIES = "東京|大阪|京都|広島|横浜|名古屋|神戸|福岡|札幌"
_AT_HOME = re.compile(rf"官邸|公邸|迎賓館|我が国|県|{_HOME_CITIES}")
_LENGTH = re.compile(
    r"(?P<hours>\d{1,2})時間(?P<half>半)?(?:(?P<rest>\d{1,2})分)?|(?P<minutes>\d{1,3})分間|約\s*(?P<about>\d{1,3})分"
)
_PLACE = re.compile(
    rf"(?P<place>(?:{_HOME_CITIES}|北京|釜山)(?:市内)?|(?:総理(?:大臣)?|首相)?官邸|迎賓館(?:赤坂離宮)?|総理大臣公邸|国連本部|ホワイトハウス|"
    r"(?<=[、,，])[一-龥ァ-ヶー・]{2,20}(?:会館|会議場|センター|大統領府|首相府)|(?<=[、,，])(?:大統領|首相|国王|王)(?:宮殿|宮|官邸|公邸|府)|"
    r"(?<![ァ-ヶー・])(?!フリンジ|マージン|[ァ-ヶー・]*(?:ランチ|ディナー|サミット|セッション)(?![ァ-ヶー]))[ァ-ヶー・]{2,20}(?:D\.?C\.?)?(?:市内|宮殿?|"
    r"ホテル)?)内?(?:において|にて|で)(?=[、,，]|[一-龥ァ-ヶ])"
)
_VISITED = re.compile(
    rf"(?P<place>(?:{names_ja.pattern()}(?:・?[ァ-ヶー]{{2,20}}[市州]?|・[一-龥]{{1,4}})?|[一-龥]{{2,3}}県[一-龥ぁ-んァ-ヶ]{{1,6}}市|[ァ-ヶー][ァ-ヶー・]{{1,19}}|{_HOME_CITIES}|日本|我が国))"
    r"(?:を(?:公式|実務|公式実務|国賓)?訪問(?:中の|し|した)|(?:訪問|出張)中の|滞在中の)"
)
_OCCASION = re.compile(
    r"(?P<occasion>(?:COP\d{1,2}|[^、。]{2,40}?(?:サミット|首脳会議|首脳会合|閣僚会合|閣僚協議|総会|会合|会議|"
    r"記念首脳会談|フォーラム|[開閉]会式)))(?:\([^()]{1,20}\))?[等など]{0,2}(?:(?:への|[にへの])(?:出席|参加|際|機会|ため)|出席|で(?:訪問|訪日|来日)中)"
)
# "なお、ブハリ大統領は28日から30日まで開催中の第7回アフリカ開発会議(TICAD 7)に参加するため訪日中です。"
_CAME_FOR = re.compile(
    r"(?:は|、)(?:[^、。は]{0,20}開催(?:中|予定)の)?(?P<occasion>[^、。は]{2,30}(?:サミット|首脳会議|首脳会合|総会|会合|会議))(?:\([^()]{1,20}\))?に(?:出席|"
    r"参加)するため[訪来]日"
)


def tell(draft: Draft, opening: str, holders: Authority, url: str) -> Told:
    """Work out the event, the people and the speakers of a draft; `opening` is its opening, cut to a sane length."""
    text, latin = _without_latin(_plain(opening[:_LONGEST_PRINTED]))
    first = _first_sentence(text)
    found: list[Finding] = []
    named = dates(text, draft.published)
    day = named[0][1] if named else None
    if day is None:
        found.append(findings.finding("date_missing", "/event/date", "the opening does not say on which date"))
    title = _plain(draft.title)
    present = _people(first, title, latin, holders, day or draft.published)
    place = _place(first)
    zone_of = next(
        (p["place"] for p in (_PLACE.search(first), _VISITED.search(first)) if p and places.zone_of_ja(p["place"])),
        place,
    )
    # What the leader did is told after whom it is told of; before it stand the visit and its occasion.
    begin = next((p.end for p in present if speaks_for(p.participant) == holders.country), 0)
    kinds = list(dict.fromkeys((*(_kinds(first, begin) or _kinds(title, 0)), *_told_later(text[len(first) :]))))
    sessions, doubts = _sessions(text, kinds, day, zone_of)
    if (start := sessions[0]["start"]) is not None:
        # Where Japan's date is printed and the local one beside it, the event is of the local one.
        day = datetime.fromisoformat(start).date()
    occasion = _OCCASION.search(first) or _CAME_FOR.search(text, len(first))
    return Told(
        day=day,
        place=place,
        occasion=occasion["occasion"].rpartition("は")[2].strip() if occasion else None,
        sessions=sessions,
        present=[_settled(person, draft.points) for person in present],
        points=_points(draft.points, None),
        findings=found + doubts,
    )


def _plain(text: str) -> str:
    """A text in its plain form with the commas of Japanese: until 2021 ministries wrote "," for "、".

    A space between two letters of Japanese ("内閣総理大臣 は") is a slip of the page, and so is "現時時間".
    """
    mended = _GAP.sub("", _COMMA.sub("、", plain(text))).replace("現時時間", "現地時間")
    return _JAPAN_INSIDE.sub(r"(日本時間\g<clock>)", mended)


def _without_latin(text: str) -> tuple[str, dict[int, str]]:
    """A text without the names in Latin letters, cut to a sane length, and each of those by where it stood."""
    latin: dict[int, str] = {}
    parts, begin, length = [], 0, 0
    for match in _LATIN.finditer(text):
        parts.append(text[begin : match.start()])
        length += len(parts[-1])
        latin[length] = match[0]
        begin = match.end()
    return "".join([*parts, text[begin:]])[:_LONGEST], latin


def _first_sentence(text: str) -> str:
    """Up to the first full stop that does not stand in brackets, as in "(現地時間。日本時間同日...)"."""
    depth = 0
    for number, letter in enumerate(text):
        depth += (letter in "(「") - (letter in ")」")
        if letter == "。" and depth <= 0:
            return text[:number]
    return text


def _kinds(text: str, begin: int) -> list[str]:
    return list(dict.fromkeys(match.lastgroup or "" for match in _KIND.finditer(text, begin)))


# "その後、共同記者発表を実施しました。", "なお、両首脳による共同記者発表が行われ、…": not "共同記者発表において…".
_HELD_TOO = re.compile(
    r"(?:(?P<joint_press_occasion>共同記者(?:会見|発表))|(?P<signing_ceremony>署名式|交換式|署名(?=に立ち会))|(?P<working_meal>昼食会|ワーキング・?(?:ランチ|ディナー)))"
    r"(?=[^。、にで]{0,30}(?:を(?:実施し|行い|行っ|執り行い|開催し)|に(?:臨み|臨ん|出席し|立ち会っ|立ち会い)|が(?:行われ|開催され))(?!る))"
)


def _told_later(text: str) -> list[str]:
    """The ceremonies that the sentences behind the first tell to have been held too, as in English."""
    return [match.lastgroup or "" for match in _HELD_TOO.finditer(text)]


# "(現地時間。日本時間26日(水曜日)午前6時52分)": brackets within the brackets of a clock.
_WEEKDAY = re.compile(r"\([月火水木金土日](?:曜日)?\)")
# "概要は以下のとおりです(少人数会合:18時00分から約80分間、拡大会合:19時30分から約50分間)。"
_LISTED = re.compile(r"概要は?(?:以下|次)の(?:とおり|通り)(?:です)?。?\((?P<sessions>[^()]{10,300})\)")


def _sessions(text: str, kinds: list[str], day: date | None, place: str | None) -> tuple[list[Session], list[Finding]]:
    """One session, or one for each clock behind which a meeting of its own is told ("...昼食会、午後3時から...")."""
    told = _WEEKDAY.sub("", text.partition("概要")[0])
    clocks = list(_CLOCK.finditer(told))
    listed = None if clocks else _LISTED.search(text)
    if listed is not None:
        told = listed["sessions"]
        clocks = list(_CLOCK.finditer(told))
    # "夕食会を19:15から約1時間開催した": what a clock is of may stand before it.
    begins = [_KIND_OF_CLOCK.search(told, 0, clock.start()) or clock for clock in clocks]
    ends = [*(begin.start() for begin in begins), len(told)][1:]
    meetings: list[tuple[re.Match[str] | None, str, list[str]]] = [
        (clock, part, own)
        for clock, begin, end in zip(clocks, begins, ends, strict=False)
        if (own := _kinds(part := told[begin.start() : end], 0))
    ]
    if len(meetings) < 2:
        meetings = [(clocks[0] if clocks else None, told, kinds)]
    elif listed is not None:
        # The first of the parts begins what they are parts of.
        clock, part, own = meetings[0]
        of_parts = {kind for _, _, each in meetings for kind in each}
        meetings[0] = (clock, part, [*(kind for kind in kinds if kind not in of_parts), *own])
    sessions: list[Session] = []
    found: list[Finding] = []
    before: time | None = None
    zone: tzinfo | None = None
    for number, (clock, part, own) in enumerate(meetings):
        length = _LENGTH.search(part)
        minutes = None
        if length is not None:
            minutes = int(length["hours"] or 0) * 60 + (30 if length["half"] else 0)
            minutes += int(length["rest"] or length["minutes"] or length["about"] or 0)
        elif clock is not None:
            minutes = _up_to(clock, part)
        at = _after(before, clock) if clock else None
        before = at or before
        start, start_jst, doubt = _start(clock, at, day, place) if clock and at and day else (None, None, None)
        if start is None and at and day and zone is not None:
            # "現地時間…午前11時から…、その後午後1時35分から…": the zone of the clock before goes on.
            start, doubt = datetime.combine(day, at, zone), None
            start_jst = start.astimezone(times.JAPAN)
        zone = start.tzinfo if start is not None else None
        sessions.append(
            Session(
                kinds=own or ["other"],
                start=start.isoformat(timespec="seconds") if start else None,
                start_jst=start_jst.isoformat(timespec="seconds") if start_jst else None,
                duration_minutes=minutes or None,
            )
        )
        found += findings.of_doubts((doubt,), f"/event/sessions/{number}") if doubt else []
    return sessions, found


# "午後6時30分から8時15分まで".
_UNTIL = re.compile(
    r"(?:から|より)(?:同日)?\s*(?P<half>午前|午後)?\s*(?P<hour>\d{1,2})時(?:(?P<minute>\d{1,2})分|(?P<thirty>半))?(?:頃|ごろ|過ぎ)?まで"
)
_HALF_DAY = 12 * 60


def _up_to(clock: re.Match[str], part: str) -> int | None:
    """The minutes from a clock to the hour that its meeting is told to have lasted to, of the same half of the day or
    the next; None where none is told."""
    until, begun = _UNTIL.search(part), _time(clock)
    ended = _time(until) if until is not None else None
    if until is None or begun is None or ended is None:
        return None
    minutes = (ended.hour - begun.hour) * 60 + ended.minute - begun.minute
    if minutes <= 0 and until["half"] is None:
        minutes += _HALF_DAY
    return minutes if minutes > 0 else None


def _start(
    clock: re.Match[str], at: time, day: date, place: str | None
) -> tuple[datetime | None, datetime | None, times.Doubt | None]:
    """The start that a clock tells, local and in Japan: as in English, nothing is assumed of a clock abroad."""
    wall, inside = datetime.combine(day, at), clock["inside"] or ""
    before = clock.string[max(0, clock.start() - _REACH) : clock.start()]
    here = places.zone_of_ja(place)
    abroad = place is not None and here != times.JAPAN and _AT_HOME.search(place) is None
    told = _JAPAN_CLOCK.search(inside)
    if told is not None and (there := _time(told)) is not None:
        return times.from_both(wall, (there, _japan_day(told["day"], day)), here if abroad else None)
    beside = _LOCAL_CLOCK.search(inside) or _CLOCK_THERE.search(inside)
    if beside is not None and (there := _time(beside)) is not None:
        # "午後4時(現地時間午前8時)": here the date and the first clock are Japan's.
        local_day = _japan_day(beside["day"], day) or day
        return times.from_both(datetime.combine(local_day, there), (at, day), here if abroad else None)
    # "午後6時30分頃(ドイツ時間)": the place whose time it is said to be.
    named = _TIME_OF.fullmatch(inside)
    here = (places.zone_of_ja(named["place"]) if named is not None else None) or here
    local = "現地時間" in inside or "現地時間" in before or (named is not None and here is not None)
    if not abroad and not local:
        start = wall.replace(tzinfo=times.JAPAN)
        return start, start, None
    if local and here is not None:
        start = wall.replace(tzinfo=here)
        return start, start.astimezone(times.JAPAN), None
    return None, None, times.Doubt("time_zone_unknown", f"{clock[0]!r}: nothing tells the zone")


def _after(before: time | None, clock: re.Match[str]) -> time | None:
    """What a clock tells, after one of the same page: "午後6時から…、続いて7時20分から" goes on in the afternoon."""
    at = _time(clock)
    if at is None or before is None or clock["half"] or at >= before or at.hour >= 12:
        return at
    later = at.replace(hour=at.hour + 12)
    return later if later > before else at


def _time(clock: re.Match[str]) -> time | None:
    hour = int(clock["hour"]) + (12 if clock["half"] == "午後" and int(clock["hour"]) < 12 else 0)
    minute = 30 if clock["thirty"] else int(clock["minute"] or clock.groupdict().get("colon") or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _japan_day(printed: str | None, day: date) -> date | None:
    """The day that is printed beside a Japan time ("同日", "翌日", "12日"), of an event on a day there."""
    if printed is None:
        return None
    if printed in _DAYS_ON:
        return day + timedelta(days=_DAYS_ON[printed])
    number = int(re.findall(r"\d+", printed)[-1])
    return next((near for n in (-1, 0, 1) if (near := day + timedelta(days=n)).day == number), None)


def _place(sentence: str) -> str | None:
    match = _PLACE.search(sentence) or _VISITED.search(sentence)
    return match["place"] if match else None


def _people(sentence: str, title: str, latin: dict[int, str], holders: Authority, day: date | None) -> list[Person]:
    terms = holders.on(day) if day else ()
    found: list[Person] = []
    own = re.search(
        r"(?P<name>(?P<family>[一-龥々]{1,4}?)(?P<given>[一-龥々]{1,4})?)(?P<office>(?:内閣)?総理(?:大臣)?)(?=(?:夫妻)?(?:は|、|が|と|を|"
        r"から))",
        sentence,
    )
    if own is not None:
        term = next((t for t in terms if own["name"].startswith(t.family_name_native)), None)
        found.append(Person(_leader(own, term, holders), own.start(), own.end()))
    for match in _of_country().finditer(sentence):
        person = _guest(match, sentence, latin.get(match.end(), ""), day)
        if not any(person.participant["name_as_published"] == p.participant["name_as_published"] for p in found):
            found.append(person)
    if not any(speaks_for(person.participant) != holders.country for person in found):
        found += [
            Person(_of_parts(match["name"], match["office"], country, "", day), match.start(), match.end())
            for match in itertools.islice(_MET_WITH.finditer(sentence), 1)
            if (country := _told_by_title(match["office"], sentence, title)) is not None
        ]
    return found


def _told_by_title(office: str, sentence: str, title: str) -> str | None:
    """The country that the meeting's name tells ("日デンマーク首脳会談"), or the title before the same office."""
    if (meeting := _meeting_with().search(f"{sentence} {title}")) is not None:
        return meeting["country"]
    if (section := _country_alone().fullmatch(title)) is not None:
        return section["country"]
    held = [match["country"] for match in _of_country().finditer(title) if match["office"] == office]
    return held[0] if held else None


# "ラスムセン首相と日デンマーク首脳会談", "サパテロ首相と初めての首脳会談".
_MET_WITH = re.compile(
    rf"(?<![ァ-ヶー・一-龥])(?P<name>{_WORD}(?:・{_WORD}){{0,7}})(?P<office>{_OFFICE})と(?=[^、。]{{0,20}}会談)"
)


@cache
def _meeting_with() -> re.Pattern[str]:
    """The name of a meeting, which tells a country: "日デンマーク首脳会談", "日・スペイン首脳会談"."""
    return re.compile(rf"日・?{names_ja.pattern()}(?=(?:首脳|首相)?(?:電話)?会談)")


@cache
def _country_alone() -> re.Pattern[str]:
    """A title that is no more than a country's name: the part of the Ministry's site that the page stands in."""
    return re.compile(names_ja.pattern())


@cache
def _of_country() -> re.Pattern[str]:
    """An office of a country, with the name between them or, as often, before the country ("ショルツ独首相")."""
    return re.compile(
        rf"{names_ja.pattern()}(?:\([A-Z]{{2,8}}\))?(?:の|、)?(?P<name>{_NAME})?(?P<office>{_OFFICE})"
        rf"|(?<=[ァ-ヶー])(?P<letter>[{names_ja.letters()}])(?P<held>{_OFFICE})"
    )


def _leader(printed: re.Match[str], term: Term | None, holders: Authority) -> Participant:
    return Participant(
        name_as_published=printed[0],
        family_name=term.family_name if term else None,
        given_name=term.given_name if term else None,
        office=printed["office"],
        rank=None,
        affiliation=AffiliationName(code=holders.country, name=affiliations.by_code(holders.country).name),
        term=term.id if term else None,
    )


def _guest(match: re.Match[str], sentence: str, latin: str, day: date | None) -> Person:
    country, office = match["country"] or match["letter"], match["office"] or match["held"]
    name, begin = match["name"] or "", match.start()
    if not name and (before := _BEFORE.search(sentence, max(0, begin - _LONGEST_NAME), begin)) is not None:
        name, begin = before["name"], before.start()
        office = f"{before['elect'] or ''}{office}"
    return Person(_of_parts(name, office, country, latin, day), begin, match.end())


def _of_parts(name: str, office: str, country: str, latin: str, day: date | None) -> Participant:
    code = names_ja.code_of(country)
    term = _term(code, name, day)
    family, given = (term.family_name, term.given_name) if term is not None else _split(name, latin, code, office)
    return Participant(
        name_as_published=f"{name}{office}",
        family_name=family,
        given_name=given,
        office=office,
        rank=None,
        affiliation=AffiliationName(code=code, name=country),
        term=term.id if term else None,
    )


def _settled(person: Person, points: tuple[DraftPoint, ...]) -> Person:
    """A person of two family names, told by where the statements begin to call the name: "マカモ議長" of "ヴェロニカ・
    ナタニエル・マカモ・デリョーヴォ". Of an organisation's, whose country nothing tells, the same holds."""
    known = person.participant
    parts = known["name_as_published"].removesuffix(known["office"] or "").split("・")
    code = speaks_for(known)
    if code is None or known["term"] is not None or len(parts) < 3:
        return person
    if code not in names.TWO_FAMILY if known["family_name"] is None else affiliations.by_code(code).is_country:
        return person
    for number in range(1, len(parts)):
        if _calls(re.compile(rf"(?<![ァ-ヶー・]){re.escape(parts[number])}(?:{_OFFICE})"), points):
            given, family = "・".join(parts[:number]), "・".join(parts[number:])
            return replace(person, participant={**known, "family_name": family, "given_name": given})
    return person


def _calls(name: re.Pattern[str], points: tuple[DraftPoint, ...]) -> bool:
    return any((point.text and name.search(_plain(point.text))) or _calls(name, point.points) for point in points)


def _split(name: str, latin: str, code: str | None, office: str) -> tuple[str | None, str | None]:
    """The family and the given name, where custom and the writing tell them, or capitals of the name in Latin letters;
    None for each that nothing tells."""
    if not name or _ROYAL.match(office):
        return None, None
    if re.fullmatch(r"[一-龥々]{2,4}", name):
        count = 2 if len(name) > _LONGEST_WITH_ONE or name[:2] in _TWO_LETTERS else 1
        return (name[:count], name[count:] or None) if code in _FAMILY_FIRST else (None, None)
    parts = _YOUNGER.sub("", name).split("・")
    if code in _FAMILY_FIRST:
        return (parts[0], "・".join(parts[1:])) if len(parts) > 1 else (None, None)
    if (capitals := _in_capitals(latin, len(parts), trailing=code in names.NO_FAMILY_NAME)) is not None:
        return "・".join(parts[capitals]), "・".join(parts[: capitals.start]) or None
    if code in names.NO_FAMILY_NAME or _PATRONYMIC.search(name) or (code in names.TWO_FAMILY and len(parts) > 2):
        return None, None
    if len(parts) == 1 and _HOUSE.search(_latin_name(latin)):
        return None, name
    begin = len(parts) - 1
    while begin > 1 and parts[begin - 1] in _PARTICLES:
        begin -= 1
    return "・".join(parts[begin:]), "・".join(parts[:begin]) or None


# "サアド・ディン・エル・オトマニ".
_PARTICLES = frozenset(("アル", "アール", "エル", "ダ", "デ", "ディ", "デル", "ド", "ファン", "フォン"))
# "ジャービル・クウェート国首相(H.H. Sheikh Jaber Al-Mubarak Al-Hamad Al-Sabah, …)": called by what is no family name.
_HOUSE = re.compile(r"\s[Aa]l[- ][A-Z][a-z]+$")


def _latin_name(latin: str) -> str:
    """A name in Latin letters without its brackets and the office behind it."""
    return re.split("[,、]", latin.strip("()"))[0].strip()


def _in_capitals(latin: str, count: int, *, trailing: bool) -> slice | None:
    """Which of the `count` parts of a name are in capitals in Latin letters: the last two of "(H.E. Mr. Santiago PEÑA
    PALACIOS, …)", the third of four of "(H.E. Ms. Dina Ercilia BOLUARTE Zegarra, …)".

    None where all or none are; and where others stand behind, unless the words are as many and `trailing` is not asked.
    """
    words = [word for word in _latin_name(latin).split() if not word.endswith(".")]
    capitals = [number for number, word in enumerate(words) if len(word) > 1 and word.isupper()]
    if (
        not capitals
        or capitals != list(range(capitals[0], capitals[-1] + 1))
        or len(capitals) >= min(len(words), count)
    ):
        return None
    if capitals[-1] == len(words) - 1:
        return slice(count - len(capitals), count)
    return None if trailing or len(words) != count else slice(capitals[0], capitals[-1] + 1)


def _term(code: str | None, name: str, day: date | None) -> Term | None:
    """The term of the one who held the country's office that day, if the name is that holder's."""
    if code is None or day is None or code not in countries():
        return None
    held = [t for t in authority(code).on(day) if any(family in name for family in t.family_names_ja)]
    return held[0] if len(held) == 1 else None


_SPEAKER = re.compile(
    r"(?:^|、|。|冒頭|まず|続いて|さらに|また|その上で|その後|これに対し(?:て)?)\s*(?P<actor>両(?:首脳|者|国|国首脳)|双方|先方|"
    rf"(?:[一-龥々]{{1,4}}総理(?:大臣)?と)?(?:(?:[ァ-ヶー＝=・]|(?<=[ァ-ヶー])[べぺ]|\d世)+|(?!冒頭)[一-龥々]{{1,4}})?{offices.called_ja()})"
    # But for "ネタニヤフ首相からの歓迎の辞に続き、安倍総理から…".
    r"(?P<particle>から(?!の[^、。]{1,20}(?:に続き|に続い|に対し|を受け))(?:は)?|は|より|との間で)"
)
_VERBS: tuple[tuple[str, str, str], ...] = (
    ("expressed_concern", r"(?:懸念|憂慮)を(?:表明|示)し?", "懸念を表明"),
    ("condoled", r"(?:哀悼|お悔やみ|お見舞い)(?:の意)?を(?:表|述べ|申し)", "哀悼の意を表明"),
    (
        "welcomed",
        r"(?:祝意|感謝|謝意|敬意|歓迎)(?:の意)?(?:[をが](?:述べ|表|伝え|示)|の?表明)|歓迎し|評価し|感謝し",
        "歓迎",
    ),
    ("requested", r"(?:理解と協力|協力|支持|対応)を(?:求め|要請)|求め|要請|働きかけ", "求めた"),
    ("concurred", r"(?:こと|方針|点)?(?:で|に)?一致|合意|認識を共有|確認", "一致"),
    ("announced", r"(?<!記者)発表|表明し", "表明"),
    ("supported", r"支持", "支持"),
    ("discussed", r"意見交換|議論|協議|やり取り", "意見交換"),
    ("stated", r"述べ|説明|強調|言及|指摘|挨拶|伝達|(?:旨|と)の?発言", "述べた"),
)


_INTRODUCES = re.compile(
    r"(?:(?:次|以下)(?:の(?:とおり|通り|ように)|を)(?:述べました|述べた|発言しました|挨拶しました)?。|:)\s*$"
)


def _points(points: tuple[DraftPoint, ...], governor: tuple[str, Report | None] | None) -> list[Point]:
    made = []
    introduced: tuple[str, Report | None] | None = None
    # How many quotations are open where a paragraph begins.
    depth = 0
    for point in points:
        text = _plain(point.text)[:_LONGEST] if point.text else None
        quoted = introduced if text and (depth > 0 or text.startswith("「")) else None
        said = quoted or (_said(text) if text else None) or (introduced if text and depth == 0 else None)
        own = said or (governor if text else None)
        introduces = text is not None and _INTRODUCES.search(text) is not None
        governs = own if introduces else governor
        # "…挨拶の中で次のように述べました。" stands beside the words that it introduces, not above them.
        depth = depth + text.count("「") - text.count("」") if quoted is not None and text is not None else 0
        introduced = own if introduces else quoted if depth > 0 or (text or "").startswith("「") else None
        made.append(
            Point(
                label=point.label,
                heading=point.heading,
                text=point.text,
                speaker=own[0] if own else None,
                speakers=[],
                report=own[1] if own else None,
                points=_points(point.points, governs),
            )
        )
    return made


_DONE = re.compile(
    r"(?:立ち会い|開催し|出席し|参加し|臨み|訪問し|出迎え|(?:会談|署名|記者発表|記者会見|夕食会|晩餐会|昼食会)[等など]{0,2}を行い)ました$"
)


def _said(text: str) -> tuple[str, Report | None] | None:
    actor = _SPEAKER.search(text)
    if actor is None:
        return None
    another = _SPEAKER.search(text, actor.end())
    rest = text[actor.end() : another.start() if another else None].partition("。")[0]
    # In Japanese the verb stands last: of several, the one nearest to the end governs.
    told = [
        (match.end(), -order, kind, verb)
        for order, (kind, words, verb) in enumerate(_VERBS)
        for match in re.finditer(words, rest)
    ]
    if not told:
        # "両首脳は、…署名式に立ち会いました。": what was done there, not said.
        return None if _DONE.search(rest) else (actor["actor"], None)
    _, _, kind, verb = max(told)
    both = actor["actor"].startswith(("両", "双方")) or re.search("総理(?:大臣)?と", actor["actor"]) is not None
    return actor["actor"], Report({"verb": verb, "class": kind, "voice": "both" if both else "one"})
