"""An event as an English opening tells it, in a ministry's statement or in an office's prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pipelines.normalise.english import setting, whereabouts
from pipelines.normalise.english.dates import EventDate
from pipelines.normalise.person import Person, guests, own_side
from schemas.authorities import places
from schemas.authorities.premierships import Authority
from schemas.record import speaks_for


@dataclass(frozen=True)
class Event:
    """What is told of an event, but for its sessions."""

    opening: str
    """The text that tells the sessions: the opening, or what stands below it and tells the event."""
    sentence: str
    """Its first sentence."""
    when: EventDate
    where: setting.Setting
    present: list[Person]
    locality: str | None
    """The place whose zone its clocks are in, as printed, or None where none is told."""
    abroad: bool
    """Whether the publisher's own leader was away: then a clock that nothing is said of is the place's."""
    home: ZoneInfo
    """The zone of such a clock where the leader was not away: that of the publisher's seat."""
    met_later: bool = False
    """Whether it is the sentence behind a first one, which names nobody, that tells whom the leader met."""
    told_too: tuple[str, ...] = ()
    """The sentences of a diary behind the opening that tell whom else the leader met."""
    in_a_part: str = ""
    """The text of the part of the page that tells the event, where the opening tells a visit."""


UN_HEADQUARTERS = "United Nations Headquarters"
"""Where the General Assembly meets, whose time its clocks are."""
_GENERAL_ASSEMBLY = re.compile(r"\b(?:United\sNations|U\.?N\.?)\sGeneral\sAssembly\b")


def names_general_assembly(text: str) -> bool:
    """Whether a sentence or an occasion names the General Assembly."""
    return _GENERAL_ASSEMBLY.search(text) is not None


# "Prime Minister X paid a courtesy call on President Y at his official residence": whoever pays a call is the guest.
_PAID_A_CALL = re.compile(r"\bpaid\sa\s(?:courtesy\s)?call\son\s")


def is_abroad(told: str, where: setting.Setting, present: list[Person], holders: Authority) -> bool:
    """Whether the leader was away: the visit is `told` of the leader (before a counterpart is named), and not of home,
    or the leader is told to have called on another."""
    where_to = where.locality
    if where_to is not None and whereabouts.in_country(where_to, holders.country):
        return where.verb_without_object
    if (paid := _PAID_A_CALL.search(told)) is not None and own_side(present[:1], holders.country):
        return present[0].begin < paid.start()
    if where_to is None:
        return where.verb_without_object
    if where.visit_at is None:
        zone = places.zone_of(where_to)
        return whereabouts.in_known_country(where_to) or (zone is not None and zone.key != holders.time_zone)
    others = guests(present, holders.country)
    # "H.E. Mr. X, who is visiting Japan" was excluded above; a visit told before the counterpart is the leader's.
    if any(whereabouts.in_country(where_to, code) for p in others if (code := speaks_for(p.participant))):
        # "held a meeting with President Putin of the Russian Federation on the occasion of his visit to Russia".
        return True
    return not others or where.visit_at < others[0].begin or present[0] is others[0]
