"""Whatever a person types goes through the one door: no column and no field of a form takes a text past it."""

import re

from django.apps import apps
from django.db import models

from portal.text.columns import LineColumn, ShortColumn, WordsColumn
from tests.architecture.sources import own, text_of

OURS = {"accounts", "assessments", "audit", "documents", "jobs", "reviews", "seals", "verification"}
#: Columns that only the portal itself writes, or that a stricter pattern guards (codes), by their names.
MACHINES = frozenset(
    {
        *("act", "actor", "anchor", "certificate", "chain", "code", "column", "content_digest", "digest", "edition"),
        *("error", "error_detail", "field", "filename", "fingerprint", "fund", "key", "last_name", "line", "name"),
        *("password", "path", "previous_digest", "region_code", "rule", "rule_set", "serial", "sha256", "stage"),
        *("before", "behind", "kind"),
        *("kind", "subject_id", "subject_kind", "unit_name", "variant", "verb", "verdict"),
    }
)
#: Fields of forms whose text is compared and never stored.
SECRETS = {
    "portal/accounts/forms/confirming.py",
    "portal/accounts/forms/signing_in.py",
    "portal/seals/forms/unit_seals.py",
}


def columns() -> dict[str, models.Field]:
    """Every column of text that is no list of choices, as ``app.Model.name``."""
    fields = (field for model in apps.get_models() if model._meta.app_label in OURS for field in model._meta.fields)
    texts = {str(field): field for field in fields if isinstance(field, models.CharField | models.TextField)}
    return {name: field for name, field in texts.items() if not field.choices}


def test_every_column_that_people_write_to_is_clean() -> None:
    past = {
        name
        for name, field in columns().items()
        if not isinstance(field, LineColumn | ShortColumn | WordsColumn) and field.name not in MACHINES
    }
    assert past == set()


def test_every_text_field_of_a_form_is_clean() -> None:
    past = {path for path in own(".py") if re.search(r"\bforms\.CharField\(", text_of(path)) and "tests/" not in path}
    assert past == SECRETS
