"""Which addresses are public."""

from __future__ import annotations

import pytest

from connectors import addresses
from connectors.errors import RefusedError, UnavailableError


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1",
        "255.255.255.255", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::a00:1", "2002:7f00:1::", "ff02::1", "::",
    ],
)  # fmt: skip
def test_not_public(address: str) -> None:
    assert not addresses.is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "203.0.114.1", "2001:4860:4860::8888", "::ffff:8.8.8.8"])
def test_public(address: str) -> None:
    assert addresses.is_public(address)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "localhost", "::1"])
def test_other_spellings_of_loopback_are_refused(host: str) -> None:
    with pytest.raises((RefusedError, UnavailableError)):
        addresses.resolve(f"http://{host}/", host, 80, frozenset())


def test_an_allowed_host_may_be_private() -> None:
    assert addresses.resolve("http://127.0.0.1/", "127.0.0.1", 80, frozenset(["127.0.0.1"])) == "127.0.0.1"
