"""What every write pays for is needed: no foreign key has an index of its own beside one that begins with it."""

import pytest
from django.apps import apps
from django.db import models

OURS = [model for model in apps.get_models() if model.__module__.startswith(("portal.", "assessments.", "reviews."))]


def leading(model: type[models.Model]) -> set[str]:
    """The columns with which the model's whole indexes of several columns begin."""
    options = model._meta
    whole = [index.fields for index in options.indexes if index.condition is None]
    unique = [each for each in options.constraints if isinstance(each, models.UniqueConstraint)]
    whole += [each.fields for each in unique if each.condition is None]
    return {columns[0] for columns in whole if len(columns) > 1}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_no_key_is_kept_in_two_indexes(model: type[models.Model]) -> None:
    keys = {field.name for field in model._meta.local_fields if field.is_relation and getattr(field, "db_index", False)}
    assert keys & leading(model) == set()
