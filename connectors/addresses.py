"""Which network addresses may be asked: public ones, over http or https, unless a source explicitly allows others.

A feed is remote data; without this check an entry could make us read a metadata service or a neighbour's intranet.
The name is resolved once and the connection is made to the very address that was checked, so that a name cannot
answer differently the second time (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from connectors.errors import RefusedError, UnavailableError


def split(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of an http(s) address. Raises RefusedError for any other."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise RefusedError(url, f"not a usable address: {error}") from None
    if parts.scheme not in ("http", "https"):
        raise RefusedError(url, f"only http and https are followed, not {parts.scheme or 'a relative address'!r}")
    if not parts.hostname:
        raise RefusedError(url, "the address names no host")
    if parts.username or parts.password:
        raise RefusedError(url, "addresses with a user name or password are not followed")
    return parts.scheme, parts.hostname, port or (443 if parts.scheme == "https" else 80)


def is_public(address: str) -> bool:
    """Whether an IP address is a global one; IPv4 wrapped in IPv6 (mapped, 6to4, NAT64) counts as what it wraps."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour
        if wrapped is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            wrapped = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if wrapped is not None:
            return is_public(str(wrapped))
    return ip.is_global and not ip.is_multicast


def resolve(url: str, host: str, port: int, allowed_hosts: frozenset[str]) -> str:
    """The IP address to connect to for `host`.

    Raises UnavailableError where the name does not resolve, and RefusedError where any of its addresses is private,
    loopback, link-local, multicast or reserved and `allowed_hosts` does not hold the host.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise UnavailableError(url, f"the host {host} cannot be found: {error}") from None
    addresses = [str(entry[4][0]) for entry in found]
    if host not in allowed_hosts:
        for address in addresses:
            if not is_public(address):
                raise RefusedError(
                    url,
                    f"{host} is at {address}, which is not a public address; a source must allow it explicitly",
                )
    return addresses[0]
