"""Which titles the sources' rules take for summaries of meetings of leaders, and which have only their words."""

import pytest

from connectors import source as sources
from connectors.feeds import FeedEntry
from tests.timing import grows_with_the_text_alone

_SOURCES = sources.load()
_CANADA = "https://www.pm.gc.ca/en/news/readouts/2025/05/05/a-page"


def _kept(source_id: str, title: str) -> bool:
    source = _SOURCES[source_id]
    url = _CANADA if source_id == "ca-pm" else f"{source.homepage.rstrip('/')}/news/a-page"
    return source.decide(FeedEntry(url, title, None, "")).keep


@pytest.mark.parametrize(
    ("source_id", "title"),
    [
        ("ca-pm", "Prime Minister Carney speaks with Canada’s premiers"),
        ("ca-pm", "Prime Minister Carney meets with Premier of Alberta Danielle Smith"),
        ("ca-pm", "Prime Minister Carney convenes the Incident Response Group"),
        ("ca-pm", "Prime Minister Trudeau meets with the mayors of Canada’s largest cities"),
        ("ca-pm", "Prime Minister Trudeau speaks with National Chief of the Assembly of First Nations"),
        ("ca-pm", "Prime Minister Carney meets with Governor of California Gavin Newsom"),
        ("gb-number10", "PM call with First Ministers: 28 May 2020"),
        ("gb-number10", "PM meeting with Business Advisory Council: 4 June 2018"),
        ("gb-number10", "PM meeting with union leaders: 3 May 2025"),
        ("gb-number10", "PM call with Sinn Féin President Mary Lou McDonald: 3 May 2022"),
        ("kr-president", "President Lee meets with business leaders"),
        ("fr-elysee", "Meeting with business leaders at Choose France"),
    ],
)
def test_a_meeting_at_home_is_passed_over(source_id: str, title: str) -> None:
    assert not _kept(source_id, title)


@pytest.mark.parametrize(
    ("source_id", "title"),
    [
        ("ca-pm", "Prime Minister Carney meets with Premier of China Li Qiang"),
        ("ca-pm", "Prime Minister Trudeau meets with Chinese Premier Li Keqiang"),
        ("ca-pm", "Prime Minister Carney meets with European Union leaders"),
        ("ca-pm", "Prime Minister Trudeau speaks with Ukrainian President Volodymyr Zelenskyy on families of victims"),
        ("gb-number10", "PM call with European Council President Costa: 3 May 2025"),
        ("gb-number10", "PM meeting with African Union Commission Chairperson: 3 May 2025"),
        ("gb-number10", "PM meeting with President Zelenskyy and business leaders: 3 May 2025"),
        ("gb-number10", "PM call with Prime Minister Modi ahead of the industry summit: 3 May 2025"),
        ("gb-number10", "PM bilateral with President Macron: 10 July 2025"),
        ("kr-president", "President Lee holds phone call with Prime Minister Takaichi"),
        ("fr-elysee", "Telephone conversation with the President of the United States"),
        ("jp-mofa", "Brief exchange between Prime Minister ISHIBA and President Trump"),
        ("in-mea", "Telephone Calls by Prime Minister on New Year"),
        ("us-whitehouse", "Statement on President's Dinner with President Karzai and President Musharraf"),
        ("us-whitehouse", "Statement by the Press Secretary on the President’s call with King Abdullah of Jordan"),
    ],
)
def test_a_meeting_of_leaders_with_such_words_is_kept(source_id: str, title: str) -> None:
    assert _kept(source_id, title)


@pytest.mark.parametrize(
    ("source_id", "title"),
    [
        ("jp-mofa", "G7 Leaders’ Video Conference"),
        ("jp-mofa", "Video Teleconference between Prime Minister KISHIDA and President von der Leyen"),
        ("jp-mofa", "Prime Minister’s Bilateral Meetings on the Occasion of TICAD 9"),
        ("jp-mofa", "Telephone Call from President Biden to Prime Minister KISHIDA"),
        ("jp-mofa", "Telephone Talk with H.E. Mr. Volodymyr Zelenskyy, President of Ukraine"),
        ("jp-mofa", "Dinner hosted by Prime Minister KISHIDA for the President of Paraguay"),
        ("jp-mofa", "Prime Minister ISHIBA Receives a Courtesy Call from the Foreign Minister of Jordan"),
        ("jp-mofa", "Prime Minister TAKAICHI speaks by telephone with President Prabowo"),
        ("gb-number10", "PM met President Zelenskyy at Downing Street: 3 May 2025"),
        ("in-mea", "Video-Conference between Prime Minister and Prime Minister of Denmark"),
        ("in-mea", "Quad Leaders' Summit"),
        ("int-nato", "NATO Secretary General with the Prime Minister of Iceland"),
        ("eu-council", "Read-out of the phone call between President Charles Michel and President Zelenskyy"),
        ("fr-elysee", "E3 leaders’ call with President Trump"),
        ("fr-elysee", "The President spoke with the President of Iran"),
        ("jp-mofaja", "有志連合首脳オンライン会合"),
        ("jp-mofaja", "G7首脳テレビ会議"),
        ("jp-mofaja", "日英首脳の短時間の会談"),
        ("jp-mofaja", "岸田総理大臣とゲイツ氏との面会"),
        ("jp-mofaja", "バイデン米国大統領との朝食会"),
        ("jp-mofaja", "石破総理大臣主催晩餐会"),
        ("jp-mofaja", "グスタフ国王王妃両陛下訪日"),
        ("jp-mofaja", "小泉総理大臣による国王陛下への表敬"),
    ],
)
def test_a_meeting_is_known_whatever_it_is_called(source_id: str, title: str) -> None:
    assert _kept(source_id, title)


@pytest.mark.parametrize(
    ("source_id", "title"),
    [
        ("jp-mofa", "Exchange of Letters between Prime Minister KISHIDA and President Yoon"),
        ("jp-mofa", "Message from Prime Minister TAKAICHI at the Summit for Democracy"),
        ("jp-mofa", "Remarks by Prime Minister at the Nutrition for Growth Summit"),
        ("jp-mofa", "Statement by the Prime Minister on the Outcome of the Japan-U.S. Summit"),
        ("jp-mofa", "Video Message by Prime Minister at the Leaders’ Meeting"),
        ("jp-mofa", "G7 Summit Sherpa Meeting"),
        ("jp-mofa", "Japan-ASEAN Summit: Chair’s Statement"),
        ("jp-mofa", "Minister for Foreign Affairs MOTEGI’s Meeting with the Prime Minister of Fiji"),
        ("au-pm", "Joint Statement on the Australia-Japan Leaders’ Meeting"),
        ("in-mea", "Opening Remarks by Prime Minister at the Quad Leaders' Summit"),
        ("int-nato", "Joint press conference by NATO Secretary General with the President of Poland"),
        ("jp-mofaja", "日中韓サミット事務レベル協議"),
        ("jp-mofaja", "G7サミット・シェルパ会合"),
        ("jp-mofaja", "高市総理大臣主催ラマダン月外交団夕食会"),
        ("jp-mofaja", "トンルン・ラオス首相への表敬"),
        ("jp-mofaja", "エルナンデス・ホンジュラス共和国大統領の訪日"),
    ],
)
def test_what_goes_along_with_a_meeting_is_passed_over(source_id: str, title: str) -> None:
    assert not _kept(source_id, title)


@pytest.mark.parametrize("source_id", sorted(_SOURCES))
@pytest.mark.parametrize("unit", ["PM call with ", "leaders ", "summit ", "Secretary General ", "総理大臣と", "首脳"])
def test_a_hostile_title_costs_no_time(source_id: str, unit: str) -> None:
    # Without a limit, "leaders leaders ..." of 16,000 characters took jp-mofa's rules 0.5 s, and each doubling 4 times
    # as long as the size before.
    assert grows_with_the_text_alone(lambda title: _kept(source_id, f"PM {title}"), unit)
