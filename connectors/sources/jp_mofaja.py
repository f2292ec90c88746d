"""Pages of the Ministry of Foreign Affairs of Japan in Japanese (www.mofa.go.jp/mofaj/)."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import ministries
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 66

_MEETING = "会談|会合|協議|懇談|表敬|夕食会|昼食会|朝食会|ディナー|ランチ"
# The parts of the Ministry's site that a page may stand in.
_SECTIONS = (
    # "マレーシア", "ベトナム社会主義共和国", "中華人民共和国", "英国(グレートブリテン及び北アイルランド連合王国)".
    r"[一-龥]{0,2}[ァ-ヶー・]{2,30}(?:[一-龥]{0,8}国(?:連邦)?|連邦|諸島)?",
    "大韓民国",
    "中華人民共和国",
    r"英国[(（][^()（）]{2,30}[)）]",
    # "欧州連合（EU）", "北大西洋条約機構（NATO）", "欧州(NIS諸国を含む)".
    r"[一-龥]{2,8}(?:連合|条約機構)(?:[(（][A-ZＡ-Ｚ]{2,6}[)）])?",
    r"(?:大洋州|中南米|北米|欧州|中東|アジア|アフリカ)(?:[（(][^（）()]{2,12}[)）])?",
    # "岸田総理大臣", "要人来日日程(平成17年)", "国連総会に際する会談".
    r"[一-龥]{0,4}総理大臣",
    "国連",
    "報道発表",
    "過去の記録",
    "主な要人の来日日程",
    r"要人来日日程[（(][^（）()]{2,8}[)）]",
    r"[^。、，\s]{2,20}に際する会談(?=\n.*会談)",
    # The menu of the site, as it stood until 2010 or so.
    "世界地図",
    r"(?:世界地図\s*)?アジア\s*(?:[|｜]|北米).*",
    "外務省 English .*",
    "外務省案内 .*",
    "会談・訪問(?: .*)?",
    r"トップページ\s?.*",
    # A picture's words.
    r"[^。、，\n]{2,30}ロゴマーク",
    "国連外交",
    "外交政策",
    "G7 ?/ ?G8",
    "各国・地域情勢",
    # A subject ("人道支援", "アフリカ開発会議（TICAD）"), where the line below it is what names a meeting.
    rf"(?![^\n]*(?:{_MEETING}))[^。、，\s]{{2,25}}(?=\n(?![(（])[^。\n]{{4,100}}(?:{_MEETING})[^。\n]{{0,40}}(?:\n|$))",
)
_HABITS = replace(
    ministries.JAPANESE,
    # "1.日時・場所", "2.参加者", "3.概要": so the Ministry told of meetings until 2002 or so.
    protocol=re.compile(
        r"(?:[0-9０-９]{1,2}|[IVX]{1,3})[.．]\s*(?:(?P<first>日時(?:・場所)?)|(?P<last>(?:会談の?)?概要))$"
    ),
    section=re.compile(rf"(?:{'|'.join(_SECTIONS)})(?=\n)"),
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.ministries.read_below_section`."""
    return ministries.read_below_section(content, url, media_type, content_type, layout, _HABITS)
