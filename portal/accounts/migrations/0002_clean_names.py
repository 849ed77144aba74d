from typing import Any

from django.db import migrations

from portal.text.stored import clean_columns


def _clean(apps: Any, _schema_editor: Any) -> None:
    for model, columns in {"Region": ("name",), "Unit": ("name", "short_name"), "User": ("full_name",)}.items():
        clean_columns(apps.get_model("accounts", model), *columns)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunPython(_clean, migrations.RunPython.noop)]
