"""Each page on which a deadline is typed asks about a day off, keeps what was typed and takes either answer."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains

from assessments.domain.working_days import is_working_day, next_working_day
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.factories.waivers import WHY, make_request, today

Page = tuple[User, str, str, dict[str, str]]


def cycle(scene: Scene) -> Page:
    months = {"kind": "monitoring_report", "year": "2026", "month": "6", "edition": "monitoring-2020"}
    more = {"rule_set": "2026-2", "first_day": today().isoformat()}
    return scene.admin, reverse("assessments:cycle_create"), "last_day", months | more


def extension(scene: Scene) -> Page:
    return scene.admin, reverse("assessments:extend", args=[scene.obligation.pk]), "day", {"reason": WHY}


def waiver(scene: Scene) -> Page:
    return (
        scene.office_head,
        reverse("assessments:waiver_new", args=[scene.obligation.pk]),
        "until",
        {"rule": "V11", "reason": WHY},
    )


def request(scene: Scene) -> Page:
    asked = make_request(scene.obligation, scene.clerk)
    return scene.office_head, reverse("assessments:waiver_grant", args=[asked.pk]), "grant-until", {"grant-reason": WHY}


@pytest.mark.parametrize("answer", ["moved", "kept"])
@pytest.mark.parametrize("page", [cycle, extension, waiver, request])
def test_a_day_off_is_asked_about(client: Client, scene: Scene, page: Callable[[Scene], Page], answer: str) -> None:
    ahead = (today() + timedelta(days=step) for step in range(20, 40))
    off = next(day for day in ahead if not is_working_day(day) and day != scene.obligation.due_day)
    person, address, name, data = page(scene)
    client.force_login(person)
    asked = client.post(address, data | {name: off.isoformat()})
    offered = f'name="{name}" value="{next_working_day(off).isoformat()}">改为下一个工作日'
    for kept in (offered, f'name="{name}_kept" value="{off.isoformat()}">仍用这一天', *data.values()):
        assertContains(asked, kept, status_code=422)
    kept_on = {name: off.isoformat(), f"{name}_kept": off.isoformat()}
    answers = {"moved": {name: next_working_day(off).isoformat()}, "kept": kept_on}
    assert client.post(address, data | answers[answer]).status_code == 302
