"""Drops a column that nothing reads."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("assessments", "0004_filing_amount_unit")]

    operations = [migrations.RemoveField(model_name="filing", name="confirmations")]
