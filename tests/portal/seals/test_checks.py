"""What the deployment check finds in how seals are set up."""

from pathlib import Path

import pytest
from django.core.checks import run_checks
from pytest_django import Settings


def found() -> list[tuple[str, str]]:
    return [(str(one.id), str(one.msg)) for one in run_checks(tags=["seals"], include_deployment_checks=True)]


def test_a_portal_that_is_set_up_has_nothing_to_hear() -> None:
    assert found() == []


def test_a_vault_without_a_key_is_named(settings: Settings) -> None:
    settings.SEAL_VAULT_PUBLIC_KEY = ""
    assert found() == [("seals.W001", "no seal can be kept: SEAL_VAULT_PUBLIC_KEY is not set")]


@pytest.mark.parametrize("name", ["SEAL_TRUST_ROOTS", "SEAL_CRLS"])
def test_a_file_that_is_not_there_is_named(settings: Settings, tmp_path: Path, name: str) -> None:
    setattr(settings, name, str(tmp_path / "missing.pem"))
    expected = f"{name}: {tmp_path}/missing.pem cannot be read: No such file or directory"
    assert found() == [("seals.W002", expected)]


def test_an_address_that_is_none_is_named(settings: Settings) -> None:
    settings.SEAL_TIMESTAMP_URL = "tsa.example.cn"
    assert found() == [("seals.W003", "SEAL_TIMESTAMP_URL is no http address")]
