"""A page as a sequence of blocks, from HTML or from plain text.

Blocks are what a reader sees as separate lines: headings, paragraphs, list items. Everything after this module is the
same for both forms, so a saved text and the page it was taken from give one draft.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from connectors import replays
from connectors.draft import DraftLink
from connectors.errors import UnreadableError

BlockKind = Literal["heading", "paragraph"]

_MAX_OPEN = 8_000
_CHUNK = 16_384
MAX_DEPTH = 200
"""Elements nested deeper than this are not a page anybody wrote."""

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figure footer "
    "form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead "
    "tr ul".split()
)
_SKIPPED_TAGS = frozenset(
    "script style noscript template nav footer aside form button select svg figcaption iframe object "
    "video audio head title textarea".split()
)
# What other sites show on a page: nothing that its author says.
_EMBEDS = (
    ".twitter-tweet",
    ".twitter-timeline",
    ".instagram-media",
    ".fb-post",
    ".embed",
    ".oembed",
    "[data-oembed-url]",
)
_HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SPACES = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\u00a0\u3000]+")
# Zero-width and bidirectional controls say nothing and would make equal texts differ.
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\x00-\x08\x0e-\x1b\x7f]")


@dataclass(frozen=True)
class Block:
    """One line of text. `indent` counts list nesting (HTML) or columns (text); `marker` is what a list shows."""

    text: str
    kind: BlockKind = "paragraph"
    indent: int = 0
    marker: str | None = None
    item: bool = False
    """Whether this block begins a list item."""


@dataclass(frozen=True)
class Layout:
    """Where a source keeps things on its pages: CSS selectors, in order of preference."""

    title: tuple[str, ...] = ("h1",)
    content: tuple[str, ...] = ("main", "article", "body")
    drop: tuple[str, ...] = ()
    date: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """A page: its title, blocks in reading order, links in its body, and the address it calls its own."""

    title: str | None
    date_text: str | None
    blocks: tuple[Block, ...]
    links: tuple[DraftLink, ...]
    canonical_url: str | None


def clean(text: str) -> str:
    """One line, single spaces, no invisible characters, canonical composition (NFC)."""
    if text.isascii() and (words := " ".join(text.split())).isprintable():
        # What most lines are: the only spaces that ASCII has are those that `split` knows, and nothing is to compose.
        return words
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _INVISIBLE.sub("", text))).strip()


# "(骨子(PDF)/仮訳(PDF)", "/英文(PDF)", ")を発出し、文書(PDF)", "の交換に立ち会いました。": a line broken at a link.
_GOES_ON = re.compile(r"[/／]\S|[)）」][^\s.)）]|[、，。]|等[、，,]")
_OF_LINK = re.compile(r"[(（]PDF[)）]$")
_HIRAGANA = re.compile("[ぁ-ん]")

_LONGEST_BROKEN = 3_000
"""Characters of a broken line that may go on in the next, which bounds the joining."""


def _goes_on(line: str, below: str) -> bool:
    broken = _GOES_ON.match(below) or (_OF_LINK.search(line) and _HIRAGANA.match(below))
    return broken is not None and len(line) < _LONGEST_BROKEN


# "whats_up_title_e.gif": a picture, in a text saved from a page that says nothing of it.
_IMAGE_FILE = re.compile(r"[\w-]{1,80}\.(?:gif|jpe?g|png)", re.IGNORECASE)


def from_text(text: str) -> Page:
    """Read plain text: a block a line, the first of them the title."""
    blocks: list[Block] = []
    for line in text.splitlines():
        words = clean(line)
        if len(blocks) > 1 and words and _goes_on(blocks[-1].text, words):
            blocks[-1] = replace(blocks[-1], text=f"{blocks[-1].text}{words}")
        elif words and _IMAGE_FILE.fullmatch(words) is None:
            expanded = line.replace("\u3000", "  ").expandtabs(4)
            blocks.append(Block(words, indent=len(expanded) - len(expanded.lstrip())))
    title = blocks[0].text if blocks else None
    return Page(title, None, tuple(blocks[1:]), (), None)


def from_html(html: str, url: str, layout: Layout) -> Page:
    """Read HTML. The parser is lenient by design (WHATWG): truncated and hostile markup gives what it gives.

    Content selectors are tried in order until one holds text; scripts, styles, menus and captions are not read. What a
    web archive rewrote and added is undone.
    """
    if _deepest(html) > _MAX_OPEN:
        raise UnreadableError("", "a page that somebody wrote", f"more than {_MAX_OPEN} elements opened and not closed")
    tree = LexborHTMLParser(html)
    replayed = replays.is_replayed(html)
    canonical = tree.css_first("link[rel='canonical']")
    document_title = tree.css_first("title")
    added = replays.ADDED if replayed else ()
    # One walk finds them all, in the order of the page and some twice; inner ones go before those around them.
    unwanted = {node.mem_id: node for node in tree.css(", ".join((*_EMBEDS, *added, *layout.drop)))}
    for node in reversed(unwanted.values()):
        node.decompose()
    title_node = _first_with_text(tree, layout.title)
    date_node = _first_with_text(tree, layout.date)
    content = _first_with_text(tree, layout.content)
    if content is None:
        content = tree.body
    title = clean(title_node.text(separator=" ")) if title_node is not None else ""
    if not title and document_title is not None:
        title = clean(document_title.text())
    walk = _Walk(url, replayed)
    if content is not None:
        walk.visit(content)
    return Page(
        title=title or None,
        date_text=clean(date_node.text(separator=" ")) if date_node is not None else None,
        blocks=tuple(walk.blocks),
        links=tuple(walk.links),
        canonical_url=_absolute(
            url, (canonical.attributes.get("href") or "") if canonical is not None else "", replayed=replayed
        ),
    )


def _deepest(html: str) -> int:
    """About how many elements are open at once, at most; 0 where they are too few to matter.

    The parser's time grows with the square of it.
    """
    if html.count("<") <= _MAX_OPEN:
        # No more can be open than there are tags.
        return 0
    depth = deepest = 0
    for begin in range(0, len(html), _CHUNK):
        closed = html.count("</", begin, begin + _CHUNK)
        opened = html.count("<", begin, begin + _CHUNK) - closed
        deepest = max(deepest, depth + opened if opened > closed else depth)
        depth = max(0, depth + opened - closed)
    return deepest


def _first_with_text(tree: LexborHTMLParser, selectors: tuple[str, ...]) -> LexborNode | None:
    for selector in selectors:
        for node in tree.css(selector):
            if node.text(strip=True):
                return node
    return None


def _absolute(base: str, href: str, *, replayed: bool) -> str | None:
    try:
        url = urljoin(base, href.strip()) if href.strip() else ""
    except ValueError:
        return None
    if replayed:
        url = replays.original(url)
    usable = url.startswith(("http://", "https://")) and len(url) <= 2000 and not re.search(r"\s", url)
    return url if usable else None


class _Walk:
    """One pass over the tree, gathering inline text into blocks."""

    def __init__(self, url: str, replayed: bool) -> None:
        self.url = url
        self.replayed = replayed
        self.blocks: list[Block] = []
        self.links: list[DraftLink] = []
        self._parts: list[str] = []
        self._bold = 0
        self._bold_chars = 0
        self._marker: str | None = None
        self._item = False

    def visit(self, root: LexborNode) -> None:
        self._children(root, 0, 0, heading=False)
        self._flush(0, heading=False)

    def _children(self, node: LexborNode, depth: int, indent: int, *, heading: bool) -> None:
        if depth > MAX_DEPTH:
            return
        markers = _markers(node)
        child = node.first_child
        while child is not None:
            self._node(child, depth + 1, indent, heading=heading, markers=markers)
            child = child.next

    def _node(
        self,
        node: LexborNode,
        depth: int,
        indent: int,
        *,
        heading: bool,
        markers: Iterator[str | None] | None,
    ) -> None:
        tag = node.tag
        if tag == "-text":
            text = node.text_content or ""
            self._parts.append(text)
            if self._bold:
                self._bold_chars += len(text.strip())
            return
        if tag is None or tag.startswith(("-", "_", "!")) or tag in _SKIPPED_TAGS or "hidden" in node.attributes:
            return
        if tag == "br":
            self._flush(indent, heading=heading)
            return
        if tag == "img":
            return
        if tag == "a":
            self._link(node)
        if tag not in _BLOCK_TAGS:
            bold = tag in ("b", "strong")
            self._bold += bold
            self._children(node, depth, indent, heading=heading)
            self._bold -= bold
            return
        self._flush(indent, heading=heading)
        inner = indent + (tag in ("ol", "ul", "blockquote", "dd"))
        if tag == "li":
            self._marker = next(markers) if markers is not None else None
            self._item = True
        is_heading = heading or tag in _HEADING_TAGS or tag in ("dt", "th")
        self._children(node, depth, inner, heading=is_heading)
        self._flush(inner, heading=is_heading)

    def _link(self, node: LexborNode) -> None:
        href = node.attributes.get("href")
        text = clean(node.text(separator=" "))
        url = _absolute(self.url, href, replayed=self.replayed) if href and not href.startswith("#") else None
        # Browsers make links to parts of a page whole when they save it.
        if url and text and url.partition("#")[0] != self.url.partition("#")[0]:
            self.links.append(DraftLink(text, url))

    def _flush(self, indent: int, *, heading: bool) -> None:
        raw = "".join(self._parts)
        text = clean(raw)
        if text:
            bold = self._bold_chars >= len(text.replace(" ", "")) * 0.9
            self.blocks.append(
                Block(text, "heading" if heading or bold else "paragraph", indent, self._marker, self._item)
            )
            self._marker, self._item = None, False
        self._parts.clear()
        self._bold_chars = 0


def _markers(node: LexborNode) -> Iterator[str | None] | None:
    """What an ordered list shows before its items, as a browser does; nothing for a bulleted one."""
    if node.tag != "ol":
        return None
    attributes = node.attributes
    start = attributes.get("start") or "1"
    first = int(start) if re.fullmatch(r"\d{1,4}", start) else 1
    style = attributes.get("type") or "1"
    shown = (attributes.get("style") or "") + (attributes.get("class") or "")
    if re.search(r"list-style(-type)?:\s*none|nomark|no-?style", shown):
        return None

    def numbers() -> Iterator[str]:
        number = first
        while True:
            yield _counter(number, style)
            number += 1

    return numbers()


def _counter(number: int, style: str) -> str:
    if style in ("a", "A") and 1 <= number <= 26:
        return chr(ord(style) + number - 1) + "."
    if style in ("i", "I") and 1 <= number < 40:
        ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
        roman = "x" * (number // 10) + ones[number % 10]
        return (roman if style == "i" else roman.upper()) + "."
    return f"{number}."
