"""Papers keep the names of their day: those that were sent keep what stands on them, imports what is known today."""

from django.db import migrations, models

_AS_SENT = """
UPDATE assessments_filing AS filing SET
    unit_as_sent = left(coalesce(
        (SELECT raw FROM assessments_filingtext WHERE filing_id = filing.id AND key = 'reporting_unit'), ''), 100),
    region_as_sent = left(coalesce(
        (SELECT raw FROM assessments_filingtext WHERE filing_id = filing.id AND key = 'region'), ''), 60)
WHERE version > 0 AND NOT imported;
UPDATE assessments_filing AS filing SET unit_as_sent = unit.name, region_as_sent = region.name
FROM assessments_obligation AS owed, accounts_unit AS unit, accounts_region AS region
WHERE filing.imported AND owed.id = filing.obligation_id AND unit.id = owed.unit_id AND region.id = unit.region_id;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('assessments', '0010_one_index_a_key'),
    ]

    operations = [
        migrations.AddField(
            model_name='filing',
            name='region_as_sent',
            field=models.CharField(blank=True, editable=False, max_length=60),
        ),
        migrations.AddField(
            model_name='filing',
            name='unit_as_sent',
            field=models.CharField(blank=True, editable=False, max_length=100),
        ),
        migrations.RunSQL(_AS_SENT, migrations.RunSQL.noop),
    ]
