"""S3 servers on 127.0.0.1 for tests: moto's for the quick ones, and VersityGW, a real one, for the truth."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import boto3
from botocore.config import Config

KEY, SECRET = "test-key", "test-secret"
SERVER_VARIABLE = "READOUTS_S3_SERVER"
"""Names the versitygw program; `make test` builds it and sets this."""


@contextmanager
def moto() -> Iterator[str]:
    """Moto's server, in a process of its own; its address."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with running(command, port, {}) as address:
        yield address


@contextmanager
def versity(program: str | None = None) -> Iterator[str]:
    """VersityGW over a new folder; its address."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "data").mkdir()
        command = [program or os.environ[SERVER_VARIABLE], "--port", f"127.0.0.1:{port}", "--quiet", "--keep-alive"]
        credentials = {"ROOT_ACCESS_KEY": KEY, "ROOT_SECRET_KEY": SECRET}
        with running(
            [*command, "posix", "--versioning-dir", _made(folder, "versions"), _made(folder, "data")], port, credentials
        ) as address:
            yield address


def environment(address: str) -> dict[str, str]:
    """The standard AWS environment that leads to a server."""
    return {
        "AWS_ENDPOINT_URL": address,
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
    }


def make_bucket(address: str, name: str, *, object_lock: bool = False) -> None:
    """Make a bucket on a server."""
    client = boto3.client(
        "s3",
        endpoint_url=address,
        region_name="us-east-1",
        aws_access_key_id=KEY,
        aws_secret_access_key=SECRET,
        config=Config(retries={"max_attempts": 3, "mode": "standard"}),
    )
    client.create_bucket(Bucket=name, ObjectLockEnabledForBucket=object_lock)
    client.close()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _made(folder: str, name: str) -> str:
    path = Path(folder) / name
    path.mkdir(exist_ok=True)
    return str(path)


@contextmanager
def running(command: list[str], port: int, extra: Mapping[str, str], folder: str | None = None) -> Iterator[str]:
    """A server, started in a folder, once it answers; its address. It is stopped in the end."""
    process = subprocess.Popen(
        command, env={**os.environ, **extra}, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(process, address)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}: {process.args!r}")
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except urllib.error.HTTPError:
            return  # it answers, whatever it says to somebody unknown
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"{address} does not answer")
