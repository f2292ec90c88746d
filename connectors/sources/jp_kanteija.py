"""Pages of the Prime Minister's Office of Japan in Japanese (www.kantei.go.jp)."""

from __future__ import annotations

import re

from connectors import reading
from connectors.draft import Draft
from connectors.page import Layout
from connectors.reading import Habits

VERSION = 39

_DIGITS = "[0-9０-９]{1,2}"
_HABITS = Habits(
    # "令和８年２月26日、高市総理は、…電話会談を行いました。", "７月11日、午前８時35分（現地時間）から…",
    # "本11日，午後９時から…", "本８月26日13時05分…", "現地時間９月21日（日本時間22日）、…"; and "月22日、…", a slip.
    opening=re.compile(
        rf"(?:現地時間\s*)?(?:(?:(?:令和|平成|昭和)\s*(?:元|{_DIGITS})年\s*|[0-9０-９]{{4}}年\s*)?本?{_DIGITS}月|本|月)\s*"
        rf"{_DIGITS}日.{{0,400}}(?:会談|会合|協議|懇談|立ち話|表敬|謁見|夕食会|昼食会|朝食会|ワーキング|出迎え[、，,]歓迎行事)|"
        # "23日（日）19時より約50分間、…".
        rf"{_DIGITS}日[（(][月火水木金土日](?:曜日)?[)）][、，,]?\s*(?:午前|午後)?{_DIGITS}時.{{0,400}}会談|"
        # "鳩山総理は、本26日（木曜日）…電話会談を行った".
        rf"[一-龥々]{{1,4}}(?:内閣)?総理(?:大臣)?は[、，,]\s*(?:{_DIGITS}月|本)\s*{_DIGITS}日.{{0,400}}会談"
    ),
    trailer=re.compile(
        r"[【\[]?関連(?:リンク|情報|動画|記事)|総理の(?:一日|指示・談話)一覧|このページの(?:先頭|トップ)|ページトップ|過去の|"
        r"発信元サイトへ|[^。、]{2,20}へ戻る$"
    ),
    caption=re.compile(
        # "• 握手を交わす両首脳の写真", "画像1", "（写真2）…", "…(写真提供:内閣広報室)", "握手する岸田総理".
        r"[•・]\s*.{2,60}の(?:写真|様子)$|[•・]?\s*(?:画像|[(（]?写真|動画)\s*[0-9０-９:：]|"
        r".{0,80}[(（]写真提(?:供|[:：])[^()（）]{0,20}[)）]$|[(（]写真提供|"
        r".{2,40}(?:する|臨む|撮影に応じる|握手する)[^。]{0,12}総理(?:[0-9０-９（）()]*)$"
    ),
    # "岸田総理は、…と会談を行ったところ、概要は以下のとおりです。": the date stands elsewhere, if it does. A statement
    # ("…会談を行いたい旨述べました") is none.
    opens_without_date=re.compile(
        r"(?!.{0,600}(?:旨|と)[^。、]{0,4}述べ)[^。]{0,300}総理(?:大臣)?[^。]{0,400}"
        r"(?:会談|会合|協議|懇談|立ち話|表敬|謁見|夕食会|昼食会|朝食会|ワーキング・?(?:ランチ|ディナー))[等など]{0,2}"
        r"(?:しました|した(?=[。ところ])|を(?:行[いっな]|実施|受け|開催|持[ちっ])|に(?:出席|臨)|が(?:行|開催|実施))"
    ),
    title_suffix=re.compile(r"\s*[|｜]\s*(?:総理の一日|外交|首相官邸(?:ホームページ)?).*$"),
    links_heading=re.compile(r"関連(?:リンク|情報)\s*$"),
    shortest_opening=25,
    # "会談及び署名式には、…が同席しました。", "なお、会談終了後、両首脳は…", "その後、共同記者発表を実施しました。".
    of_event=re.compile(
        r"[^。]{0,30}?(?:会談|会合|表敬|署名式|交換式|電話|協議)[^。、]{0,20}には[、，,][^。]{2,300}(?:同席|出席|参加|陪席)|"
        r"(?:(?:なお|また)[、，,]\s*)?(?:(?:首脳)?(?:会談|会合)|表敬|電話会談)?(?:終了後|に先立ち|の後|後)[、，,]|その後[、，,]|"
        r"[^。]{0,40}両首脳は[、，,]?(?:首脳)?会談を行い[、，,]|(?:日本|先方|[ァ-ヶー]{2,12})側[:：]"
    ),
    states=re.compile(r"述べ|表明|一致|確認|歓迎|発言|説明|示され|伝え|求め|意見交換|やり取り|議論|祝意|謝意|共有"),
    # The part of the Ministry's site that a page stands in: a country, an office, "報道発表".
    section=re.compile(
        r"[一-龥]{0,2}[ァ-ヶー・]{2,30}(?:[一-龥]{0,8}国(?:連邦)?|連邦|諸島)?|[一-龥]{2,8}(?:連合|条約機構)(?:[(（][A-ZＡ-Ｚ]{2,6}[)）])?|大韓民国|中華人民共和国|"
        r"[一-龥]{0,4}総理大臣|報道発表|会談・訪問|国連外交|外交政策|各国・地域情勢"
    ),
)


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.reading.read`."""
    return reading.read(content, url, media_type, content_type, layout, _HABITS)
