"""The health view tells the truth about database and broker."""

import socket
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from pytest_django import Settings

pytestmark = pytest.mark.django_db


def test_both_answer(client: Client) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"database": True, "broker": True})


def test_an_absent_broker_is_told_but_does_not_take_the_portal_out_of_service(
    client: Client, settings: Settings
) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"database": True, "broker": False})


def test_a_broker_that_never_answers_is_given_a_second(client: Client, settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        settings.REDIS_URL = f"redis://127.0.0.1:{silent.getsockname()[1]}/0"
        assert client.get("/healthz").json()["broker"] is False


def test_an_absent_database_is_out_of_service(client: Client, settings: Settings, tmp_path: Path) -> None:
    connection.settings_dict["HOST"], real = str(tmp_path), connection.settings_dict["HOST"]
    try:
        answer = client.get("/healthz")
    finally:
        connection.settings_dict["HOST"] = real
    assert (answer.status_code, answer.json()) == (503, {"database": False, "broker": True})
