"""An obligation that goes over to another unit remembers who owed it; a version remembers who submitted it."""

import django.db.models.deletion
from django.db import migrations, models

#: Versions take inserts only; this once they are told their unit.
_WHO_SENT = """
ALTER TABLE assessments_snapshot DISABLE TRIGGER append_only;
UPDATE assessments_snapshot AS snapshot SET unit_id = owed.unit_id
FROM assessments_filing AS filing, assessments_obligation AS owed
WHERE filing.id = snapshot.filing_id AND owed.id = filing.obligation_id;
SET CONSTRAINTS ALL IMMEDIATE;
SET CONSTRAINTS ALL DEFERRED;
ALTER TABLE assessments_snapshot ENABLE TRIGGER append_only;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0005_successions'),
        ('assessments', '0011_names_of_the_day'),
    ]

    operations = [
        migrations.AddField(
            model_name='obligation',
            name='former_unit',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.unit'),
        ),
        migrations.AddField(
            model_name='snapshot',
            name='unit',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.unit', verbose_name='单位'),
        ),
        migrations.RunSQL(_WHO_SENT, migrations.RunSQL.noop),
        migrations.AlterField(
            model_name='snapshot',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.unit', verbose_name='单位'),
        ),
    ]
