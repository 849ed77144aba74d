"""The page on which a filing is filled in, with and without a script."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains

from tests.assessments.conftest import Scene
from tests.factories.assessments import make_draft


@pytest.fixture
def clerk(client: Client, scene: Scene) -> Client:
    client.force_login(scene.clerk)
    return client


def test_the_form_holds_an_input_for_every_typed_square(clerk: Client, scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=3)
    assertContains(clerk.get(reverse("assessments:edit", args=[filing.pk])), 'name="executed.total"')
