"""The page between filling a form in and sending it."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains

from assessments.services.marks import add_mark
from assessments.services.moves import move
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, loaded, make_submitted


def test_each_mark_to_answer_leads_to_its_square(client: Client, scene: Scene) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    filing = move(filing=loaded(filing), name="take_up", actor=scene.reviewer, at=NOW)
    add_mark(filing=filing, key="executed.total", reason="请核对执行数。", author=scene.reviewer, at=NOW)
    until = NOW + timedelta(days=2)
    move(filing=filing, name="return_for_revision", actor=scene.reviewer, at=NOW, answer_due_at=until)
    client.force_login(scene.clerk)
    page = client.get(reverse("assessments:check", args=[filing.pk]))
    edit = reverse("assessments:edit", args=[filing.pk])
    assertContains(page, f'<a class="chip" href="{edit}#sq-executed-total">二 · 执行数</a>', html=True)
