"""Pages of the Prime Minister's Office of Japan in Japanese (www.kantei.go.jp)."""

from __future__ import annotations

import re

from connectors import reading
from connectors.draft import Draft
from connectors.page import Layout
from connectors.reading import Habits

VERSION = 11

_DIGITS = "[0-9０-９]{1,2}"
_HABITS = Habits(
    # "令和８年２月26日、高市総理は、…電話会談を行いました。", "７月11日、午前８時35分（現地時間）から…",
    # "本11日，午後９時から…", "現地時間９月21日（日本時間22日）、…".
    opening=re.compile(
        rf"(?:現地時間\s*)?(?:(?:(?:令和|平成|昭和)\s*(?:元|{_DIGITS})年\s*|[0-9０-９]{{4}}年\s*)?{_DIGITS}月|本)\s*"
        rf"{_DIGITS}日.{{0,400}}(?:会談|会合|協議|懇談|立ち話|表敬|夕食会|昼食会|朝食会|ワーキング)|"
        # "鳩山総理は、本26日（木曜日）…電話会談を行った".
        rf"[一-龥々]{{1,4}}(?:内閣)?総理(?:大臣)?は[、，,]\s*(?:{_DIGITS}月|本)\s*{_DIGITS}日.{{0,400}}会談"
    ),
    trailer=re.compile(
        r"関連(?:リンク|情報|動画|記事)|総理の(?:一日|指示・談話)一覧|このページの先頭|ページトップ|過去の"
    ),
    caption=re.compile(
        r"(?:写真|（写真|動画)\s*[0-9０-９:：]|.{2,40}(?:する|臨む|撮影に応じる|握手する)[^。]{0,12}総理(?:[0-9０-９（）()]*)$"
    ),
    title_suffix=re.compile(r"\s*[|｜]\s*(?:総理の一日|外交|首相官邸(?:ホームページ)?).*$"),
    links_heading=re.compile(r"関連(?:リンク|情報)\s*$"),
    shortest_opening=25,
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.reading.read`."""
    return reading.read(content, url, media_type, content_type, layout, _HABITS)
