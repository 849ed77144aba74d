"""A clerk with a form, and how its page talks to the server."""

import json
import re
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessments.models import Filing
from assessments.queries import facts_of
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.factories.assessments import loaded, make_draft


@dataclass(frozen=True)
class Desk:
    """A person at the form of a filing."""

    client: Client
    filing: Filing

    def url(self, name: str, *more: object) -> str:
        """The address of one of the form's views."""
        return reverse(f"assessments:{name}", args=[self.filing.pk, *more])

    def post(self, name: str, body: object) -> Any:
        """Posts JSON as the page's script does; ``body`` may also be the raw text."""
        data = body if isinstance(body, str | bytes) else json.dumps(body)
        return self.client.post(self.url(name), data=data, content_type="application/json")

    def save(self, key: str, value: str, was: str = "", **more: object) -> dict[str, Any]:
        """Saves one square; gives what became of it."""
        response = self.post("save_squares", {"changes": [{"key": key, "value": value, "was": was}], **more})
        assert response.status_code == 200, response.content.decode()
        (outcome,) = response.json()["outcomes"]
        return dict(outcome)

    def findings(self, **seen: object) -> dict[str, Any]:
        """What follows from what is saved, as it is told to a page that shows what was ``seen``."""
        response = self.post("findings", seen)
        assert response.status_code == 200, response.content.decode()
        return dict(response.json())

    def page(self) -> str:
        """The form as it is drawn now."""
        return str(self.client.get(self.url("edit")).content.decode())

    def shown(self) -> dict[str, str]:
        """What the page says that it shows when it has just been opened."""
        html = self.page()
        names = re.search(r'data-layout="(\w+)" data-panel="(\w+)"', html)
        assert names is not None
        return {"layout": names[1], "panel": names[2], "looks": ",".join(looks_in(html).values())}

    def value(self, key: str) -> str:
        """What the database holds in a square."""
        return facts_of(loaded(self.filing)).value(key)

    def key(self, number: int, name: str) -> str:
        """The key of a square of the indicator row ``number``, counted from 1."""
        row = self.filing.list_rows.order_by("position")[number - 1]
        return f"indicators[{row.pk}].{name}"


def looks_in(html: str) -> dict[str, str]:
    """The digests of the squares of a page or of an answer, by key."""
    return dict(re.findall(r'<td[^>]* data-key="([^"]+)"[^>]* data-look="([^"]*)"', html))


def cells_in(html: str) -> dict[str, str]:
    """The squares of a page or of an answer as they are drawn, by key."""
    return {key: cell for cell, key in re.findall(r'(<td[^>]* data-key="([^"]+)".*?</td>)', html, re.DOTALL)}


def at_desk(person: User, filing: Filing) -> Desk:
    """``person`` signed in at ``filing``."""
    client = Client()
    client.force_login(person)
    return Desk(client, filing)


@pytest.fixture
def filing(scene: Scene) -> Filing:
    return make_draft(scene.obligation, scene.clerk, rows=3)


@pytest.fixture
def desk(scene: Scene, filing: Filing) -> Desk:
    """The clerk at a monitoring report with three rows."""
    return at_desk(scene.clerk, filing)
