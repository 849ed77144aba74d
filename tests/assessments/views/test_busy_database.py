"""Somebody holds what a request needs: told within the time that a page has, in the asker's format; nothing is lost."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection

from assessments.domain.funds import Fund
from assessments.models import Filing
from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, at_desk
from tests.factories.assessments import make_draft, make_obligation
from tests.impatience import impatient

pytestmark = pytest.mark.django_db(transaction=True)

CHANGE = {"changes": [{"key": "goal_expected", "value": "目标", "was": ""}]}


@pytest.fixture
def held(scene: Scene) -> Iterator[Filing]:
    """A form whose row another connection holds and does not let go."""
    filing = make_draft(scene.obligation, scene.clerk, rows=3)
    given = connection.get_connection_params()
    where = {name: given[name] for name in ("host", "user", "dbname", "password") if name in given}
    with psycopg.connect(**where) as other:
        other.execute("SELECT * FROM assessments_filing WHERE id = %s FOR UPDATE", [filing.pk])
        with impatient(50):
            yield filing


@pytest.fixture
def desk(scene: Scene, held: Filing) -> Desk:
    """The clerk at that form, whose browser is told of a fault as of any other answer."""
    desk = at_desk(scene.clerk, held)
    desk.client.raise_request_exception = False
    return desk


def test_a_script_is_told_to_try_again_soon(desk: Desk) -> None:
    answer = desk.post("save_squares", CHANGE)
    assert (answer.status_code, answer["Retry-After"], answer["Content-Type"]) == (503, "5", "application/json")
    assert answer.json() == {"error": "busy", "message": "系统正忙，这一步没有完成，会自动再试；已填的内容还在。"}


def test_a_person_gets_a_page_in_words(desk: Desk) -> None:
    answer = desk.client.post(desk.url("move", "send_to_head"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert "系统正忙，这一步没有完成" in answer.content.decode()


def test_other_forms_are_saved_meanwhile(scene: Scene, desk: Desk) -> None:
    desk.post("save_squares", CHANGE)
    owed = make_obligation(scene.cycle, scene.clerk.unit, Fund.RESIDENT_PENSION)
    other = at_desk(scene.clerk, make_draft(owed, scene.clerk))
    assert other.save("goal_expected", "目标")["status"] == "saved"


@pytest.mark.parametrize(("setting", "limit"), [("lock_timeout", "3s"), ("statement_timeout", "15s")])
def test_every_connection_of_a_page_has_its_limits(setting: str, limit: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SHOW {setting}")
        assert cursor.fetchone() == (limit,)
