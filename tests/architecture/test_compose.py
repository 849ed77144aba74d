"""What is put into service with containers: every part is there, watched, and gets its secrets from files."""

from typing import Any

import pytest
import yaml

from tests.architecture.sources import ROOT, text_of

COMPOSE: dict[str, Any] = yaml.safe_load(text_of("docker-compose.yml"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OWN = ("web", "worker-interactive", "worker-bulk", "worker-public", "scheduler", "migrate")


def test_every_part_of_the_portal_is_there() -> None:
    assert sorted(SERVICES) == sorted((*OWN, "postgres", "valkey", "proxy"))


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_what_stays_is_watched(name: str) -> None:
    assert ("healthcheck" in SERVICES[name]) == (name != "migrate")


def test_the_queues_are_those_of_the_embedded_workers() -> None:
    queues = {name: SERVICES[name]["command"].split("--queues=")[1].split()[0] for name in OWN[1:4]}
    assert queues == {
        "worker-interactive": "interactive",
        "worker-bulk": "interactive,bulk",
        "worker-public": "public",
    }


def test_no_secret_stands_in_the_file() -> None:
    told = [value for name in SERVICES for value in SERVICES[name].get("environment", {}).items()]
    assert [name for name, _ in told if name.endswith(("PASSWORD", "SECRET_KEY"))] == []
    assert {secret["file"].split("/")[-1].rstrip("}") for secret in COMPOSE["secrets"].values()} == {
        "secret_key",
        "database_password",
        "broker_password",
        "vault_public_key",
        "vault_private_key",
        "tls.key",
    }


def test_only_workers_that_seal_can_open_the_vault() -> None:
    able = {name for name in OWN if "vault_private_key" in SERVICES[name]["secrets"]}
    told = {name for name in OWN if "SEAL_VAULT_PRIVATE_KEY" in SERVICES[name]["environment"]}
    assert able == told == {"worker-interactive", "worker-bulk"}


def test_only_the_proxy_is_reached_from_outside() -> None:
    assert [name for name in SERVICES if "ports" in SERVICES[name]] == ["proxy"]


@pytest.mark.parametrize("name", OWN)
def test_every_process_of_ours_shares_the_document_store(name: str) -> None:
    assert SERVICES[name]["volumes"] == ["documents:/var/lib/portal/documents"]


def test_what_data_lives_in_has_a_name() -> None:
    assert sorted(COMPOSE["volumes"]) == ["database", "documents"]


def test_mounted_files_exist() -> None:
    assert (ROOT / "docker" / "nginx.conf").is_file()
    assert SERVICES["proxy"]["volumes"] == ["./docker/nginx.conf:/etc/nginx/nginx.conf:ro"]


def test_each_request_can_go_to_any_web_process() -> None:
    assert "keepalive" not in text_of("docker/nginx.conf")
