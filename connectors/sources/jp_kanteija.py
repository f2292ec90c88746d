"""Pages of the Prime Minister's Office of Japan in Japanese (www.kantei.go.jp)."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import ministries, reading
from connectors.draft import Draft
from connectors.page import Layout

VERSION = 125

# The head of the site above a saved page: "首相官邸", "福田総理の動き トップページへ", "本文へ移動", "言語選択",
# "トップ総理の動き 平成18年4月"; and the days from which to which, above the title ("平成12年9月3〜5日").
_HEAD = (
    r"首相官邸[^。\n]{0,60}|トップ\s?総理の動き[^。\n]{0,20}|[一-龥]{1,4}総理(?:夫人)?の動き(?:\s*トップページへ|のタイトル画像)?|本文へ移動|"
    r"平成\d{1,2}年\d{1,2}月\d{1,2}日?[〜～](?:\d{1,2}月)?\d{1,2}日|"
    "言語選択|English|中文|表示選択|PC|モバイル|文字サイズの変更|[小中大]"
)
_HABITS = replace(ministries.JAPANESE, section=re.compile(rf"(?:{_HEAD})(?=\n)"))


def parse(content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout) -> Draft:
    """Read a page: see `connectors.reading.read`."""
    return reading.read(content, url, media_type, content_type, layout, _HABITS)
