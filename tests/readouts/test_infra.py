"""The files that run `readouts ingest` on a schedule name what exists."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import yaml

from tests import buckets

_INFRA = Path(__file__).parent.parent.parent / "infra"


def test_container_installs_pinned_and_runs_ingest() -> None:
    text = (_INFRA / "Containerfile").read_text("utf-8")
    assert "--require-hashes" in text
    assert 'CMD ["ingest"]' in text
    for copied in re.findall(r"^COPY (requirements\S+) (requirements\S+)", text, re.MULTILINE):
        for name in copied[:2]:
            assert name == "requirements/" or (_INFRA.parent / name).exists()


def test_systemd_units() -> None:
    service = configparser.ConfigParser(strict=False, interpolation=None)
    service.optionxform = str  # type: ignore[assignment, method-assign]
    service.read(_INFRA / "readouts.service", "utf-8")
    assert service["Service"]["ExecStart"].endswith("readouts ingest")
    assert service["Service"]["SuccessExitStatus"] == "3"
    timer = configparser.ConfigParser(strict=False, interpolation=None)
    timer.read(_INFRA / "readouts.timer", "utf-8")
    assert timer["Timer"]["Persistent"] == "true"


def test_cronjob() -> None:
    documents = list(yaml.safe_load_all((_INFRA / "cronjob.yaml").read_text("utf-8")))
    job = next(d for d in documents if d["kind"] == "CronJob")
    container = job["spec"]["jobTemplate"]["spec"]["template"]["spec"]["containers"][0]
    assert "readouts ingest" in container["command"][-1]
    claims = {d["metadata"]["name"] for d in documents if d["kind"] == "PersistentVolumeClaim"}
    volumes = job["spec"]["jobTemplate"]["spec"]["template"]["spec"]["volumes"]
    assert {v["persistentVolumeClaim"]["claimName"] for v in volumes if "persistentVolumeClaim" in v} <= claims


def test_compose_serves_what_the_tests_use() -> None:
    services = yaml.safe_load((_INFRA / "compose.yaml").read_text("utf-8"))["services"]
    version = re.search(r"^S3_VERSION := (\S+)", (_INFRA.parent / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert version is not None
    assert services["s3"]["image"].endswith(":" + version[1])
    assert services["ingest"]["command"] == ["ingest", "--archive", "s3://archive/readouts"]
    assert set(buckets.environment("x")) >= set(services["bucket"]["environment"])
    assert set(services["bucket"]["environment"]) < set(services["ingest"]["environment"])
