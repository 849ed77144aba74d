"""Emptying the database behind a test that committed."""

import pytest
from django.apps import apps
from django.db import DatabaseError

from assessments.models import Snapshot
from tests.emptying import empty
from tests.factories.accounts import ClerkFactory, CountyFactory, HeadFactory, PrefectureFactory, UnitFactory
from tests.factories.assessments import make_cycle, make_obligation, make_submitted


@pytest.mark.django_db(transaction=True)
def test_no_row_is_left_but_of_what_models_there_are() -> None:
    _submit()
    assert Snapshot.objects.exists()
    empty()
    held = {model._meta.label for model in apps.get_models() if model._base_manager.exists()}
    assert held == {"contenttypes.ContentType", "auth.Permission"}


@pytest.mark.django_db(transaction=True)
def test_what_takes_inserts_only_still_does() -> None:
    _submit()
    empty()
    _submit()
    with pytest.raises(DatabaseError, match="inserts only"):
        Snapshot.objects.update(version=9)


def _submit() -> None:
    prefecture = PrefectureFactory.create()
    unit = UnitFactory.create(region=CountyFactory.create(parent=prefecture))
    owed = make_obligation(make_cycle(prefecture), unit)
    make_submitted(owed, ClerkFactory.create(unit=unit), HeadFactory.create(unit=unit))
