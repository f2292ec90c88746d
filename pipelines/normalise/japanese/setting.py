"""Where a Japanese opening tells that an event was, and beside what."""

from __future__ import annotations

import re

from pipelines.normalise.japanese.texts import first_sentence
from schemas.authorities import names_ja, places

# The prefectures (Local Autonomy Act, article 6), and cities and resorts that are called otherwise.
HOME_CITIES = (
    "東京|大阪|京都|広島|横浜|名古屋|神戸|福岡|札幌|仙台|長崎|沖縄|那覇|奈良|金沢|北海道|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|"
    "千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|和歌山|鳥取|島根|岡山|山口|徳島|香川|愛媛|高知|佐賀|熊本|大分|宮崎|"
    "鹿児島|箱根|軽井沢"
)
# What a hall's name stands behind: "、青瓦台で", "…首相と青瓦台で".
_BEFORE_HALL = "(?:(?<=[、,はがを])|(?<=[領相王席長]と))"
# What a place is called, with an example of each form.
_PLACES = (
    # "ホテルオークラ東京", "パシフィコ横浜".
    rf"{_BEFORE_HALL}[ァ-ヶー・]{{3,20}}(?:{HOME_CITIES})",
    # "福島県いわき市", "北海道洞爺湖".
    r"[一-龥]{2,3}県[一-龥ぁ-んァ-ヶ]{1,6}[市町村]",
    "北海道[一-龥ァ-ヶー]{2,8}",
    # "東京(総理官邸)".
    rf"(?:{HOME_CITIES})\([^()、]{{0,12}}(?:官邸|公邸|迎賓館|公館)\)",
    # "横浜", "大阪市内", "中国・北京".
    rf"(?:(?:{HOME_CITIES})(?:市内|[都府県市])?|(?:(?:中国・)?北京|(?:韓国・)?釜山)(?:市内)?)",
    # "ロンドンの首相官邸", "広島市内のホテル", "ハノイの国家会議場": not "会談会場のホテル".
    (
        r"(?<=[、,はがと])(?!(?:訪問|訪日|滞在|会談|会議|会場|開催|サミット))[一-龥ァ-ヶー・]{2,20}?(?:市内|県内)?の[一-龥ァ-ヶー・]{0,12}"
        r"(?:ホテル|官邸|公邸|会議場|センター|会館|宮殿?|迎賓館|国賓館|大統領府|首相府|大使館)"
    ),
    r"(?:総理(?:大臣)?|首相)?官邸",
    r"総理(?:大臣)?(?:公邸|の私邸)",
    r"(?:(?:東京|京都)・?)?迎賓館(?:赤坂離宮)?",
    r"(?:外務省)?飯倉公館",
    # "国連本部", "国連内で".
    "国連(?:本部|(?=内))",
    "都内のホテル",
    # "ASEMの議場".
    r"[A-Z][A-Z\d]{1,5}(?:サミット)?の議場",
    # "ベトナム・ハノイ国家会議場": not "日ASEAN首脳会議場".
    r"(?:(?<=[、,])|(?<=[領相]と))(?!(?:[^、,]{0,16}首脳)?会(?:議場|合))[一-龥ァ-ヶー・]{2,20}(?:会館|会議場|センター|大統領府|首相府)",
    # "フィリピン大統領府", "首相公邸", "王宮".
    rf"{_BEFORE_HALL}[一-龥ァ-ヶー]{{0,8}}(?:大統領|首相|国王|王)(?:宮殿|宮|府?(?:官邸|公邸)|府|室)",
    # "在大韓民国日本大使館", "在英国日本国大使公邸".
    r"在[一-龥ァ-ヶー]{2,12}日本(?:国)?大使(?:館|公邸)",
    r"人民大会堂",
    # "釣魚台国賓館", "羽田空港", "国会議事堂", "帝国ホテル".
    rf"{_BEFORE_HALL}(?:[一-龥ァ-ヶー]{{2,12}}(?:国賓館|空港|離宮|議事堂|公宮)|[一-龥]{{2,6}}ホテル|青瓦台)",
    # "NATO本部", "経済協力開発機構(OECD)事務局".
    rf"{_BEFORE_HALL}[A-Z一-龥ァ-ヶー]{{2,20}}(?:\([A-Z]{{2,8}}\))?(?:本部|事務局)",
    # "カンボジア(プノンペン)", "ロス・カボス(メキシコ)".
    rf"{names_ja.pattern()}\([ァ-ヶー]{{2,12}}\)",
    r"(?<![ァ-ヶー・])[ァ-ヶー]{2,10}・[ァ-ヶー]{2,10}\([ァ-ヶー]{2,8}\)",
    # "バリ島", "ワシントンD.C.", "ニューヨークのグランド・ホテル": not "サミットのマージンで", "ワーキング・ランチで".
    (
        r"(?<![ァ-ヶー・南])"
        r"(?!フリンジ|マージン|ホテル(?![ァ-ヶー・])|[ァ-ヶー・]*(?:ランチ|ディナー|サミット|セッション)(?![ァ-ヶー]))"
        r"(?:[ァ-ヶー]{2,12}(?:の|市内の?)(?=[ァ-ヶー・]{2,20}(?:ホテル|城))|(?:[一-龥]{1,3}[国州]|南[ァ-ヶー]{2,5})・|(?<=[、はの])[米英中韓]国|"
        # "メキシコのロス・カボス".
        r"[ァ-ヶー]{2,12}の(?=[ァ-ヶー・]{2,12}(?:において|にて)))?"
        r"[ァ-ヶー・]{2,20}(?:D\.?C\.?)?(?:市内|宮殿?|ホテル|島|城)?"
    ),
)
# "…の宿舎において、", "…内にて", "…(英国側宿舎)で".
_PLACE = re.compile(
    rf"(?P<place>{'|'.join(_PLACES)})(?:の宿舎)?(?:内|等|近郊|\([^()]{{1,40}}\))?(?:において|にて|で)(?=[、,]|[一-龥ァ-ヶ\d])"
)

# Whither a leader went.
_VISITABLE = (
    # "米国ニューヨーク市", "米国・ワシントンD.C.", "米国ジョージア州シーアイランド島", "中国・杭州".
    (
        rf"{names_ja.pattern()}(?:[ァ-ヶー]{{2,20}}州)?"
        r"(?:・?[ァ-ヶー]{2,20}(?:[市州島]|D\.?C\.?)?|・[一-龥]{1,4})?"
    ),
    r"[一-龥]{2,3}県[一-龥ぁ-んァ-ヶ]{1,6}市",
    # "釜山(プサン)を訪問中の".
    r"[一-龥]{2,3}(?=\([ァ-ヶー]{2,8}\)を訪問中)",
    r"[ァ-ヶー][ァ-ヶー・]{1,19}",
    HOME_CITIES,
    # "上海におけるAPEC首脳会議に際して".
    r"(?<=、)[一-龥ァ-ヶー]{2,8}(?=における[^、。]{2,20}首脳会[議合]に際し)",
    "NY",
    "日本",
    "我が国",
    # "仏訪問中の".
    rf"(?<![一-龥ァ-ヶー])[{names_ja.letters()}]",
)
_VISITING = (
    r"を(?:公式|実務|公式実務|国賓)?訪問(?:中の|し|した)",
    "(?:訪問|出張)中の",
    "に?滞在中の",
    "に(?:出張|滞在)した",
    # "我が国に…大統領を迎え".
    "に(?=[^、。]{2,40}を迎え)",
    # "トルコにおけるG20サミット".
    "における(?=[^、。]{2,20}(?:サミット|首脳会[議合]))",
)
# "米国(ワシントン)訪問中の".
_VISITED = re.compile(rf"(?P<place>{'|'.join(_VISITABLE)})(?:\((?P<city>[^()]{{1,10}})\))?(?:{'|'.join(_VISITING)})")

# What an event may be beside.
_OCCASIONS = (
    # "COP28", "G20アンタルヤ・サミット", "第9回アフリカ開発会議", "2020年東京オリンピック競技大会開会式".
    (
        r"(?:COP\d{1,2}|[^、。]{2,40}?(?:サミット|首脳会議|首脳会合|閣僚会合|閣僚協議|総会(?:ハイレベル・?ウィーク)?|会合|会議|記念首脳会談|"
        r"フォーラム|アウトリーチ・?セッション|[開閉]会式|記念(?:式典|行事))(?:20\d\d)?)"
    ),
    # "「アジアの未来」への参加等のため".
    "「[^「」]{2,20}」(?=への(?:参加|出席))",
    # "G20に出席するため", "横浜APECに出席するため", "G8出席のため", "TICAD VI出席のため", "21日、上海APECに際し".
    (
        rf"(?<![A-Z])(?:{HOME_CITIES}|(?<=、)[一-龥ァ-ヶー]{{2,8}})?"
        r"(?:G(?:7|8|20)|APEC|ASEM|TICAD\s?(?:\d|[IVX]{1,4})?)(?=[にへ]|出席|開催中)"
    ),
    # "故安倍晋三国葬儀参列のため".
    r"[^、。は]{2,20}(?:葬儀|国葬|合同葬)(?=(?:への|に)?参列)",
)
_BESIDE_IT = (
    # "…に出席するため", "…への参加のため", "…の際", "…の機会に": not "…に出席議員", nor "…に出席しました。".
    r"(?:への|[にへの])(?:(?:出席|参加|参列)(?!議員|しました$)|際|機会|ため|傍ら)",
    "参列の",
    "に共同議長として出席",
    "が(?:開かれ|開催され)ている",
    "出席",
    "参加のため",
    "で(?:訪問|訪日|来日)中",
    "の(?:ワーキング・?(?:ディナー|ランチ)の)?席上",
    "の会議?場(?:において|にて|で)",
    # "APEC開催中のロス・カボス(メキシコ)において".
    "開催中の",
)
_OCCASION = re.compile(
    rf"(?P<occasion>{'|'.join(_OCCASIONS)})(?:\([^()]{{1,20}}\))?」?[等など]{{0,2}}(?:{'|'.join(_BESIDE_IT)})"
)
# "なお、ブハリ大統領は28日から30日まで開催中の第7回アフリカ開発会議(TICAD 7)に参加するため訪日中です。"
_CAME_FOR = re.compile(
    r"(?:は|、)(?:[^、。は]{0,20}開催(?:(?:中|予定)の|され(?:た|る)))?"
    r"(?P<occasion>[^、。は]{2,30}(?:サミット|首脳会議|首脳会合|総会|会合|会議))(?:\([^()]{1,20}\))?"
    r"に(?:出席|参加)するために?[訪来]日"
)


# "(於総理官邸)".
_AT = re.compile(r"(?:\(於:?|\s於:)(?P<place>[^()、。\s]{2,20})(?:\)|\s|$)")
# "G20アンタルヤ・サミットの傍らにて", "PNG・APECのマージンにて".
_BESIDE = re.compile(
    r"(?P<occasion>(?:(?<![ァ-ヶー・])(?P<place>[ァ-ヶー]{2,12}|[A-Z]{2,4})・)?(?:サミット|[A-Z][A-Z0-9]{2,5}))"
    r"の(?:傍ら|マージン|フリンジ)"
)


# What is at no place, though the particle is the same: "電話会談において", "訪問の機会において".
_NO_HALL = (
    "会談(?!室)|会合|首脳会議|サミット|ランチ|ディナー|昼食|夕食|電話|形式|機会|立ち話|枠組|"
    "訪問|滞在|マージン|フリンジ|傍ら"
)
# "国連総会の会場付近のホテルにおいて、", "、同島内のフランス大統領宿舎(マッケイハウス)において、": of whatever name.
_ANY_HALL = re.compile(
    rf"(?<=[、,])(?!現地時間)(?:同[島市地]内?の)?(?P<place>(?:(?!{_NO_HALL})[^、,。はがを()\d]){{2,24}})"
    r"(?<!場)(?:\([^()、]{2,12}\))?(?:において|にて)(?=[、,]|[一-龥ァ-ヶ])(?!訪日|来日|滞在)"
)


# "安倍総理大臣は、インド訪問中のオバマ米大統領と電話会談を行った": where the other was who was called up.
_CALLED_UP = re.compile(r"総理(?:大臣)?は、[^。]{0,80}?中の[^。]{2,60}電話")


def of_the_other_end(sentence: str) -> bool:
    """Whether the only place that an opening sentence tells is where the other side of a telephone call was."""
    call = _CALLED_UP.search(sentence)
    visited = _VISITED.search(sentence)
    return call is not None and visited is not None and visited.start() > call.start()


def place(sentence: str) -> str | None:
    """The place of an opening sentence, as printed, or None where it tells none."""
    match = _AT.search(sentence) or _PLACE.search(sentence) or _ANY_HALL.search(sentence) or _VISITED.search(sentence)
    return match["place"] if match else None


# "総理大臣官邸に、公賓として…を迎えました。南庭で歓迎行事を開催した後、日中首脳会談を行いました。", "総理官邸に来訪し",
# "皇太子宮殿にアブドラ皇太子を訪ね、会談を行いました", "首脳会談が行われる西帰浦市のホテルに移動した小泉総理は",
# "その後政府庁舎に移動し、エンフボルト首相と首脳会談を行いました", "ブッシュ大統領私邸を訪問し、日米首脳会談を行った".
_RECEIVED_AT = re.compile(
    r"(?P<place>総理(?:大臣)?官邸|首相官邸|迎賓館|(?<=、)[一-龥ァ-ヶー]{2,10}(?:宮殿|官邸|公邸)(?=に[^。、]{2,20}を訪ね、)|"
    r"(?:(?<=会談が行われる)|(?<=その後))[一-龥ァ-ヶー]{1,10}?(?:市?のホテル|ホテル|庁舎|官邸|公邸|宮殿)(?=に移動し)|"
    r"[ァ-ヶー]{2,12}(?:大統領|首相)私邸(?=を訪問し、[^、。]{0,10}会談))"
    r"(?:を|に)(?:訪問し|移動し|、?[^。]{2,60}を迎え|来訪し|[^。、]{2,20}を訪ね)"
)


def received_at(text: str) -> str | None:
    """Where a text says that the guest was received, or None."""
    match = _RECEIVED_AT.search(text)
    return match["place"] if match else None


# "本首脳会談は、プーチン大統領も学んだ「上級総合スポーツ学校」にて行われた".
_WAS_HELD_AT = re.compile(
    r"(?:^|。)\s?(?:本|この)?(?:首脳)?会談は、[^。「」]{0,30}「(?P<place>[^。「」]{2,20})」(?:において|にて|で)(?:行われ|開催され)"
)


def held_at(behind: str) -> str | None:
    """Where what stands behind the sentence that tells a meeting says that it was held, or None."""
    match = _WAS_HELD_AT.search(behind)
    return match["place"] if match else None


# "サンクトペテルブルクにおける日露首脳会談".
_TITLED_IN = re.compile(r"(?P<place>[一-龥ァ-ヶー・]{2,14})(?:における|での)(?=日[^、。]{1,10}会談)")


def titled_in(title: str) -> str | None:
    """The place that a title says a meeting to have been in, or None."""
    match = _TITLED_IN.match(title)
    return match["place"] if match else None


def zone_told(sentence: str, behind: str = "") -> str | None:
    """The place of an opening sentence whose zone is known: of a palace, that of the country it is visited in. What
    stands `behind` it in the opening may tell that the General Assembly was beside."""
    visited = _VISITED.search(sentence)
    found = (match["place"] for match in (_PLACE.search(sentence), visited) if match)
    there = next((printed for printed in found if places.zone_of_ja(printed)), place(sentence))
    if there is not None and there.endswith(("大使館", "大使公邸")):
        # "在大韓民国日本大使館", "在英国日本国大使公邸".
        there = there.removeprefix("在")
    if visited and visited["city"] and not places.zone_of_ja(there):
        # "米国(ワシントン)訪問中の".
        return str(visited["city"])
    unknown = there is None or places.zone_of_ja(there) is None
    if (
        unknown
        and "訪日" not in sentence
        and (there == "国連" or ("国連総会" in sentence and _ABROAD.search(sentence)) or _AFTER_DEBATE.search(behind))
    ):
        # "国連内で", "国連総会出席のため訪米中の", "国連総会の会場付近の…", "一般討論演説終了後に行われ": it meets in
        # New York (the headquarters agreement of 1947).
        return "ニューヨーク"
    if unknown and (in_short := _VISITED_IN_SHORT.search(sentence)) is not None:
        return str(in_short["letter"])
    beside = (_BESIDE.search(sentence) or _ATTENDED_AT.search(sentence)) if unknown else None
    if beside is None or not beside["place"]:
        return there
    return beside["place"] if there is None or places.zone_of_ja(beside["place"]) else there


# "G8ムスコカ・サミットに出席している", "ホノルルAPEC首脳会議に出席した", "G20ロスカボス・サミットに出席のため".
_ATTENDED_AT = re.compile(
    r"(?P<place>[ァ-ヶー]{2,12})(?:・サミット|(?:APEC|ASEM)首脳会[議合])に出席(?:している|した|中の|のため)"
)


# "訪仏中の安倍総理大臣は仏大統領府において".
_VISITED_IN_SHORT = re.compile(
    rf"訪(?P<letter>(?!日)[{names_ja.letters()}])(?:中の|した)[^。、]{{0,8}}総理(?:大臣)?[はが]"
)
_ABROAD = re.compile("訪米中の|現地時間|国連総会(?:の会場|出席中の)")
_AFTER_DEBATE = re.compile("一般討論演説の?(?:終了)?後に行われ")
# "冒頭、ハシナ首相から、安倍総理のバングラデシュ訪問を歓迎する…": of the visit, none before it.
_VISIT_WELCOMED = re.compile(
    rf"(?:から|より|は)、?(?:今般の|今回の)?[一-龥々]{{1,4}}総理(?:大臣)?の{names_ja.pattern()}(?:へ)?の?(?:公式)?訪問を(?:心から)?歓迎"
)


# "安倍総理より、…「欧州の首都」ブリュッセルを訪問できて非常に嬉しく".
_COULD_VISIT = re.compile(
    r"総理(?:大臣)?(?:から|より|は)、(?:(?![年月]の|昨年|前回)[^。]){0,80}?(?P<place>[ァ-ヶー]{2,12})を訪問(?:することが)?でき"
)


def visited_below(text: str) -> str | None:
    """The country or city that a point's text tells to be visited, by the welcome or the thanks for it, or None."""
    match = _VISIT_WELCOMED.search(text)
    if match is not None:
        return match["country"]
    visited = _COULD_VISIT.search(text)
    return visited["place"] if visited and places.zone_of_ja(visited["place"]) else None


# "エグモン宮".
_PALACE_ABROAD = re.compile("[ァ-ヶー]宮殿?$")


def of_unknown_zone(place: str | None) -> bool:
    """Whether no place is told, or one abroad whose zone nobody knows by its name."""
    return place is None or (_PALACE_ABROAD.search(place) is not None and places.zone_of_ja(place) is None)


# Not "先月訪日した…大統領", met abroad.
_GUEST_IS_HERE = re.compile("(?:訪日|来日)中の|賓客として(?:訪日|来日)した")


def is_unknown_hall_in_japan(sentence: str, place: str | None) -> bool:
    """Whether a hall whose zone its name does not tell is in Japan, since the guest is told to be visiting it."""
    return places.zone_of_ja(place) is None and _GUEST_IS_HERE.search(sentence) is not None


# "カナダにおけるカナナスキス・サミット", "上海におけるAPEC首脳会議", "バリで開催されたG20サミット", "リマで開催中の…":
# the place is told beside. And "14日に開催される特別首脳会議".
_HELD_IN = re.compile(
    r"^(?:[一-龥ァ-ヶー・]{2,12}における|(?:(?:\d{1,2}月)?\d{1,2}日から(?:\d{1,2}月)?\d{1,2}日まで)?[一-龥ァ-ヶー・]{2,20}(?:\([ァ-ヶー]{2,12}\))?(?:において|にて|で)(?:(?:開催|実施)され(?:た|る|ている)|行われている|開催中の)|"
    r"(?:\d{1,2}月)?\d{1,2}日に(?:開催|実施)される)"
)


# "マクロン・フランス大統領の主催により開催されたG7首脳テレビ会議": who called it is no part of its name.
_HOSTED = re.compile(
    "^.*?(?:主催|招待|呼びかけ)(?:により|で|の[下もとで]{1,3})、?(?:オンライン(?:形式)?で)?(?:開催|実施)され(?:た|る|ている)"
)


# "APEC首脳会合の際の日露首脳会談".
_OF_TITLE = re.compile(r"(?P<occasion>[^、。の]{2,20}(?:サミット|首脳会[議合]))の際の(?=[^、。]{0,12}会談)")


def occasion(text: str, title: str) -> str | None:
    """What an event was beside, as the first sentence of a text tells, or a later one that says why the guest came; or
    the title."""
    first = first_sentence(text)
    match = (
        _OCCASION.search(first) or _CAME_FOR.search(text, len(first)) or _BESIDE.search(first) or _OF_TITLE.match(title)
    )
    if match is None:
        return None
    named = _HELD_IN.sub("", _HOSTED.sub("", match["occasion"].rpartition("は")[2].strip()))
    # "「アジア・太平洋水サミット」に際し": the mark is no part of the name, as it is of "「中央アジア+日本」対話".
    return named if "」" in named else named.removeprefix("「")
