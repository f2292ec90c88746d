"""How Japan's Prime Minister's Office and Foreign Ministry write, in English and in Japanese."""

from __future__ import annotations

import re
from dataclasses import replace

from connectors import reading
from connectors.dates import MONTH
from connectors.draft import Draft
from connectors.habits import Habits
from connectors.page import Layout

# By these a statement is told from what only tells of the event.
_STATES = (
    r"\b(?:stated|expressed|welcomed|explained|conveyed|congratulated|thanked|said|noted|mentioned|replied|responded|"
    r"appreciated|reiterated|requested|concurred|agreed|confirmed|affirmed|recogni[sz]ed|exchanged\s(?:views|opinions)|"
    r"discussed|shared)\b"
)

ENGLISH = Habits(
    # "On July 11, commencing at ...", "On Sunday, June 7, ...", "From July 9 to 11, ...",
    # "At 4:40 p.m. on November 4, ...".
    opening=re.compile(
        rf"(?:(?:At|From)(?: around| about| approximately| shortly after)? \d{{1,2}}(?::\d\d)? [apAP]\.?[mM]\.?,? on|"
        rf"On|From|In the (?:morning|afternoon|evening) of|"
        rf"On the (?:morning|afternoon|evening|night) of)\s+"
        rf"(?:\d{{1,2}}(?::\d\d)?\s[apAP]\.?[mM]\.?\son\s)?"
        rf"(?:the\s+)?(?:\w+day,?\s+)?(?:{MONTH}\s+\d|\d{{1,2}}(?:st|nd|rd|th)?"
        rf"(?:\sto\s\d{{1,2}})?(?:\s+of)?\s+{MONTH})|"
        # "For about 10 minutes from 8:10 a.m. on Thursday, January 29 (JST), ...".
        rf"For\s(?:about|approximately)\s.{{3,40}}?\s(?:from|beginning)\s.{{3,30}}?\son\s(?:\w+day,?\s)?(?:{MONTH}\s\d|\d{{1,2}}\s{MONTH})|"
        # "Today (Wednesday, August 3), for approximately 15 minutes from 5:30 p.m., ...".
        rf"Today\s*[(（](?:\w+day,?\s+)?{MONTH}\s+\d{{1,2}}[)）]|"
        # "Prime Minister X held a meeting with Y, in Z for about 40 minutes from 10 a.m. on November 5 ...".
        r"(?:Prime Minister(?:\sof\sJapan,?)?|Mr\.|Ms\.)\s(?=[A-Z].{5,2000}?"
        r"\b(?:overview|outline|summary|meeting\swith\s.{2,80}?\swas\sheld)\b)"
        # And "attended a series of ... from December 12 to 14", "held Summit Talks ... on 3 June 2008".
        rf".{{5,400}}?\s(?:on|from)\s(?:\w+day,\s)?(?:{MONTH}\s\d|\d{{1,2}}\s{MONTH})|"
        # "President X of Y made a phone call to Prime Minister Z and held a talk ... on Monday, November 14th."
        rf"President\s[A-Z].{{3,80}}?\smade\sa\sphone\s?call\sto\s.{{5,200}}?\son\s(?:\w+day,\s)?{MONTH}\s\d|"
        # "President of the Republic of Y, X, during his visit ..., held a meeting with the Prime Minister ...".
        rf"(?:The\s)?(?:President|Prime\sMinister|Chancellor)\sof\s.{{5,300}}?\bheld\sa\s.{{5,200}}?\son\s{MONTH}\s\d|"
        # "A summit meeting was held between Prime Minister X and Prime Minister Y for one hour on July 10.",
        # "The Japan-X summit meeting was held between ... in the afternoon of 7 October."
        # And "A Japan-X Summit Meeting took place for 55 minutes, starting at 18:20 (local time), on 15 November".
        r"(?:An?|The)\s(?:[\w-]+\s){0,4}(?:[Mm]eeting|talk|conversation)\s(?:was\sheld\sbetween|took\splace)\s"
        r".{5,300}?\s(?:on|of)\s"
        rf"(?:(?:\w+day,?\s)?{MONTH}\s\d|(?:\w+day,?\s)?\d{{1,2}}\s{MONTH})|"
        # "The following is an outline of the summit meeting between X and Y on 19 March in Washington DC."
        r"The\sfollowing\sis\san\soutline\sof\sthe\s(?:\w+\s){0,2}meeting\sbetween\s[^;]{5,300}?\son\s"
        rf"(?:{MONTH}\s\d|\d{{1,2}}\s{MONTH})|"
        # "The following is an outline of the Japan-US Summit Meeting of 18 February 2002."
        r"The\sfollowing\sis\san?\s(?:overview|outline|summary)\sof\sthe\s[^.]{3,80}?\s(?:Meeting|Talks?|Summit)\s(?:of|on)\s"
        rf"(?:{MONTH}\s\d|\d{{1,2}}\s{MONTH})|"
        # "From 10:45 to 11:00, July 19, 2000, at the Prime Minister's Official Residence".
        rf"From\s\d{{1,2}}:\d\d\sto\s\d{{1,2}}:\d\d,\s{MONTH}\s\d{{1,2}},\s\d{{4}},\s(?:at|in)\s"
    ),
    trailer=re.compile(
        r"(?:Archives?\b\s*\(Archived entries|Back to (?:the )?(?:top|list|Japan-)|"
        r"Back to [A-Z][\w&-]+(?: [\w&-]+){0,4}$|"
        r"(?:To the )?Top of (?:this )?page|\(END\)$|"
        r"Page Top|Share this|Print this page|Copyright|©|To see PDF files|Get Adobe|About this site)",
        re.IGNORECASE,
    ),
    caption=re.compile(
        r"(?:[•・]\s*)?画像\s*\d|[(（\[]?\s*Photos?\b\s*(?:\d|:|by|courtesy|[(（\[]|$)|(?:The )?Photograph of ",
        re.IGNORECASE,
    ),
    title_suffix=re.compile(
        r"\s*[|｜]\s*(?:Prime Minister.s Office of Japan|Ministry of Foreign Affairs of Japan|"
        r"Prime Minister of Japan and His Cabinet).*$"
    ),
    # "Boao Forum for Asia" and "Summit Meeting between ..." below it, "Visit to China by ..." and "Meeting with ..." or
    # "(Summit Meeting: Summary)", "Courtesy Visit to Prime Minister X by Mr. Y," and his office.
    unfinished_title=re.compile(
        r"^[^\n]{10,120},\n[A-Z]|^Visit\s[^\n]{3,120}\n(?:\(Summit\sMeeting\b|Japan-\w[\w\s]{1,30}\sSummit\sMeeting\b)|"
        r"^[^.:\n]{3,100}\n(?:on\sthe\s(?:occasion|margins|sidelines)\sof\s|(?:(?:Summit|Bilateral)\s)?(?:Meeting|Talks)\s(?:[Bb]etween|with)\s)"
    ),
    links_heading=re.compile(
        r"(?:Related|Reference|External) (?:Links?|Information|Pages?|Articles?)\s*:?$", re.IGNORECASE
    ),
    trailer_links=True,
    of_event=re.compile(
        r"[(（]?(?:(?:The\sfollowing\sis\s)?(?:The|An?|an?)\s(?:overview|outline|summary|main\spoints)\sof\b|Those\swho\sattended|(?:Other\s)?[Aa]ttend(?:ees|ance|ing)\b|"
        r"(?:Also\s)?[Pp]resent\s(?:were|at)|The\s(?:summit\s)?(?:meeting|talk|dinner|luncheon|call)s?\swas\s(?:also\s)?attended|"
        r"(?:Following|After|Prior\sto|Before)\s(?:the|this)\s(?:\w+\s){0,2}(?:meetings?|talks?|ceremony|call),|"
        # "After attending a salute and the guard of honor ceremony, the Prime Minister held a summit meeting, ...".
        r"After\s(?:attending\s)?(?:an?|the)\s[^.,]{0,40}\bguard\sof\shonou?r[^.,]{0,20},\s[^.,]{3,60}?\sheld\b|"
        # "After a welcome ceremony at X, the Prime Minister laid a wreath, and then held ...", "The summit meeting was
        # preceded by ...", where nothing is said.
        r"(?:After\s(?:attending\s)?(?:an?|the)\s[^.,]{3,80},\s[^.,]{3,60}?\s(?:held|attended|laid|hosted|visited)\b|"
        r"The\s(?:summit\s)?meeting\swas\s(?:preceded|followed)\sby\s)"
        rf"(?!.{{0,2000}}{_STATES})|"
        r"(?:After\sthat|Afterwards?|Thereafter),\s(?:the\stwo|both|the)\sleaders\s(?:held|attended)\b|"
        r"On\s(?:this|the\ssame)\soccasion,|As\san\soutcome\sof\sthe\smeeting|"
        r"The\stwo\s(?:leaders|Prime\sMinisters)\salso\s(?:issued|signed|announced|released)\b|"
        r"Furthermore,\son\sthe\soccasion\sof\b|(?:The\s)?(?:Japan|U\.?S\.?|[A-Z][\w.]{1,14}\sside)\s?:|"
        r"[(（][Oo]utline\sof\sthe\s\w+[)）]$)",
    ),
    states=re.compile(_STATES),
    # "Prime Minister X held a meeting with Y on the occasion of ...", "During his stay in Z, Prime Minister X held
    # ...": the date stands elsewhere, if it does.
    opens_without_date=re.compile(
        r"(?:Prime\sMinister\s[^.]{2,60}?\sleft\s[^.]{5,300}\.\s(?=[^.]{3,160}\sheld\s))?"
        r"(?:[A-Z][^.]{3,160}?,\s|The\s|This\s(?:morning|afternoon|evening),?\s|From\s\d{1,2}:\d\d\sto\s\d{1,2}:\d\d\s)?(?:Japanese\s)?(?:Prime\sMinister\s|(?:H\.E\.\s)?Mr\.\s(?=[A-Z][^.]{2,40},\sPrime\sMinister))"
        r"(?!(?:[A-Z]\w+\s){0,3}(?:expressed|stated|said|remarked|noted|explained|welcomed)\b)"
        r"[^.]{2,300}?\b(?:(?:held|met|had|hosted|attended|received|spoke|moved\sto\s[^.]{2,60}?\sto\shold)\b"
        r"[^.]{0,120}?\b(?:[Mm]eetings?|[Tt]alks?|lunch(?:eon)?|dinner|conversation|call|telephone\sconference|Summit(?=\sin\s))\b|"
        r"met\s(?:\w+ly\s)?with\s(?:Mr|Ms|Mrs|Dr|H\.E|His|Her|(?:the\s)?(?:President|Prime\sMinister|King|Chancellor))\b)"
    ),
)

_DIGITS = "[0-9０-９]{1,2}"
_HELD = (
    "会談|会合|首脳会議|サミット(?=に(?:出席|臨)|を(?:開催|主催))|(?:テレビ|電話|オンライン|ビデオ)会議|協議|懇談|意見交換|立ち話|やり(?:とり|取り)|"
    "表敬|謁見|晩餐会|晩さん会|夕食会|昼食会|朝食会|昼食を共に|(?:言葉|挨拶)を交わ|電話(?=を受け)"
)
JAPANESE = Habits(
    # "令和８年２月26日、高市総理は、…電話会談を行いました。", "７月11日、午前８時35分（現地時間）から…",
    # "本11日，午後９時から…", "本８月26日13時05分…", "現地時間９月21日（日本時間22日）、…"; and "月22日、…", a slip.
    opening=re.compile(
        rf"(?:現地時間\s*)?(?:(?:(?:令和|平成|昭和)\s*(?:元|{_DIGITS})年\s*|[0-9０-９]{{4}}年\s*)?本?{_DIGITS}月|本(?:日[（(])?|月)\s*"
        rf"{_DIGITS}日.{{0,400}}(?:{_HELD}|ワーキング|出迎え[、，,]歓迎行事)|"
        # "23日（日）19時より約50分間、…", "28日22:05から約15分間、…", "20日現地時間10時より約45分間、…".
        rf"(?:現地時間)?{_DIGITS}日(?:[（(][月火水木金土日](?:曜日)?[)）])?[、，,]?\s*(?:現地時間)?(?:午前|午後)?{_DIGITS}(?:時|[:：]\d\d).{{0,400}}会談|"
        # "上海APEC首脳会議に際し、日露首脳会談が21日午後5時過ぎから約40分間行われた".
        rf"[^。、，,]{{2,30}}に際し[、，,][^。、，,]{{1,12}}首脳会談が{_DIGITS}日[^。]{{0,80}}行われ|"
        # "28日午前(同日夜)、カナダのハーパー首相と首脳会談で、…について話し合いました".
        # And "翌27日午前、キャンプ・デービッドでブッシュ大統領と首脳会談を行いました".
        rf"翌?{_DIGITS}日(?:午前|午後|[朝夕夜])(?:[（(][^（）()]{{1,12}}[）)])?[、，,][^。]{{2,60}}(?:大統領|首相)と(?:の)?首脳会談|"
        # "8日開催された日米豪首脳朝食会の概要以下のとおり".
        rf"{_DIGITS}日(?:に)?(?:開催され|行われ)た[^。]{{2,40}}の概要|"
        # "27日、小泉総理大臣と…との間で行われた首脳会談…", "米東部時間12日（日本時間13日）、…".
        rf"(?:米東部時間)?{_DIGITS}日(?:[（(]日本時間[^）)]{{1,12}}[）)])?[、，,]\s*[一-龥]{{1,4}}総理.{{0,400}}(?:会談|意見交換|表敬)|"
        # "フィリピン訪問中の岸田文雄内閣総理大臣の11月3日の主な行事の概要は以下のとおりです。"
        rf"[^。、，,]{{2,30}}訪問中の[^。、，,]{{2,20}}総理(?:大臣)?の{_DIGITS}月{_DIGITS}日[^。、，,]{{0,30}}行事の概要|"
        # "鳩山総理は、本26日（木曜日）…電話会談を行った", "森総理は、平成12年9月3日から…訪問した…大統領と会談。".
        rf"[一-龥々]{{1,4}}(?:内閣)?総理(?:大臣)?は[、，,]\s*(?:(?:令和|平成)\s*{_DIGITS}年\s*)?(?:{_DIGITS}月|本)\s*{_DIGITS}日.{{0,400}}会談|"
        # "小泉総理は、22日（火）、…定期首脳協議（ワーキング・ディナーを含む。）を行った".
        rf"[一-龥々]{{1,4}}総理(?:大臣)?は[、，,]\s*{_DIGITS}日(?:[（(][月火水木金土日](?:曜日)?[)）])?[、，,].{{0,400}}首脳(?:会談|協議)"
    ),
    trailer=re.compile(
        r"[【\[]?関連(?:リンク|情報|動画|記事)|総理の(?:一日|指示・談話)一覧|このページの(?:先頭|トップ)|ページトップ|過去の(?!記録)|"
        r"発信元サイトへ|[^。、]{2,20}へ戻る$|[•・]\s*各国・地域情勢$|[\[［]?総理の動き\s?一覧へ|目次$"
    ),
    caption=re.compile(
        # "• 握手を交わす両首脳の様子", "首脳会談に臨む小泉総理の写真 共同記者会見を行う小泉総理の写真", "画像1",
        # "（写真2）…", "…(写真提供:内閣広報室)", "…表敬を受ける安倍総理 写真提供:内閣広報室", "握手する岸田総理".
        r"[•・]\s*.{2,60}の様子$|[^。]{2,300}の写真[0-9０-９]?$|"
        r"[一-龥]{1,4}総理の動き(?:$|[\[［【(（]?ビデオ)|[•・]?\s*(?:画像|[(（]?写真|動画)\s*[0-9０-９:：]|"
        r".{0,80}[(（]写真提(?:供|[:：])[^()（）]{0,20}[)）]$|[(（]写真提供|(?:[^。]{2,80}\s)?写真提供[:：]|"
        r".{2,40}(?:する|臨む|撮影に応じる|握手する)[^。]{0,12}総理(?:[0-9０-９（）()]*)$"
    ),
    # "岸田総理は、…と会談を行ったところ、概要は以下のとおりです。": the date stands elsewhere, if it does. A statement
    # ("…会談を行いたい旨述べました") is none.
    opens_without_date=re.compile(
        r"(?!.{0,600}(?:(?:旨|と)[^。、]{0,4}述べ|(?:謝意|祝意)を(?:述べ|表)))(?:[^。]|。(?=日本時間)){0,300}総理(?:大臣)?(?:[^。]|。(?=日本時間)){0,400}"
        rf"(?:{_HELD}|ワーキング・?(?:ランチ|ディナー))[等など]{{0,2}}"
        r"(?:を?(?:しました|した(?=[。ところ]))|を(?:それぞれ)?(?:行[いっな]|実施|受け|開催|持[ちっ])|に(?:出席|臨)|が(?:行|開催|実施|開か))|"
        # "歓迎式典に出席、その後政府庁舎に移動し、エンフボルト首相と首脳会談を行いました。", of whom is told above.
        r"[^。「]{0,120}(?:大統領|首相|国王|主席)と首脳会談を行いました。|"
        # "…大統領は、…公式実務訪問賓客として来日したところ、概要及び評価以下のとおり。"
        r"[^。]{2,40}(?:大統領|首相|国王|主席|書記長)[^。]{0,10}は[、，,][^。]{2,300}(?:来日|訪日)したところ[、，,][^。]{0,20}概要"
    ),
    title_suffix=re.compile(r"\s*[|｜]\s*(?:総理の一日|外交|首相官邸(?:ホームページ)?).*$"),
    links_heading=re.compile(r"関連(?:リンク|情報)\s*$"),
    # "…夕食会場における", "小泉総理大臣の英国訪問" and "(首脳会談:概要)" below it.
    unfinished_title=re.compile(
        r"(?:における|での|及び|首相との|大統領との)\n|訪問\n[（(][^（）()]{0,12}首脳会談[^（）()]{0,12}[）)]$|"
        # "上海APECの際の日露首脳会談", and below it "(結果概要)".
        r"会談\n[（(]?結果概要[）)]?$"
    ),
    shortest_opening=25,
    # "会談及び署名式には、…が同席しました。", "なお、会談終了後、両首脳は…", "その後、共同記者発表を実施しました。".
    of_event=re.compile(
        r"[^。]{0,30}?(?:会談|会合|表敬|署名式|交換式|電話|協議)[^。、]{0,20}には[、，,][^。]{2,300}(?:同席|出席|参加|陪席)|"
        r"(?:(?:なお|また)[、，,]\s*)?(?:(?:首脳)?(?:会談|会合)|表敬|電話会談)?(?:終了後|に先立ち|の後|後)[、，,]|その後[、，,]|(?:首脳)?(?:会談|協議)に(?:引き)?続き[、，,]|"
        # "引き続き、午後6時20分から…総理主催夕食会が行われました", "会談及び夕食会の概要は以下のとおりです。".
        r"引き続き[、，,]\s*(?:同日)?(?:午前|午後)|[^。]{0,20}会の概要は[、，,]?(?:以下|次)のとおり(?:です)?。$|"
        # "また、今次…首相の来日にあたり、「…共同声明」を発出しました。".
        r"また[、，,]\s*今[次回][^。、，,]{2,30}(?:来日|訪日|訪問)に(?:当|あ)たり[、，,][^。]{2,120}を?発出|"
        r"[^。]{0,40}(?:両首脳|総理と[^。、，,]{2,40})は[、，,]?(?:首脳)?会談を行い[、，,]|(?:なお[、，,]\s*)?会談は[^。]{2,12}雰囲気|"
        r"【(?:同席|出席)者】$|[一-龥]{1,2}\s?側\s?[:：]|[(（]同席者[:：]|[(（]?(?:日本|先方|[ァ-ヶー]{2,12})側(?:[:：]|(?:は[、，,]|より)[^。]{2,300}同席)"
    ),
    states=re.compile(r"述べ|表明|一致|確認|歓迎|発言|説明|示され|伝え|求め|意見交換|やり取り|議論|祝意|謝意|共有"),
)


def read_below_section(
    content: bytes, url: str, media_type: str, content_type: str | None, layout: Layout, habits: Habits
) -> Draft:
    """Read a page of the Ministry, where the name of a part of the site ("Japan-Thailand Relations", "タイ王国") may be
    the first heading: then the second is the title. Raises what `connectors.reading.read` does."""
    draft = reading.read(content, url, media_type, content_type, layout, habits)
    if media_type != "text/html" or habits.section is None or not habits.section.match(f"{draft.title}\n"):
        return draft
    below = replace(layout, title=("#maincontents h2", "main h2", "h2"))
    return replace(draft, title=reading.read(content, url, media_type, content_type, below, habits).title)
