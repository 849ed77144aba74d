"""Pictures of every page instead of the first alone; those that there are go, and are drawn anew when looked at."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0004_prefectures_of_documents'),
    ]

    operations = [
        migrations.RunSQL("DELETE FROM documents_preview;", "DELETE FROM documents_preview;"),
        migrations.AlterModelOptions(name='preview', options={'ordering': ['page']}),
        migrations.RemoveField('preview', 'created_at'),
        migrations.AddField('preview', 'page', models.PositiveSmallIntegerField(default=1), preserve_default=False),
        migrations.AlterField(
            'preview',
            'document',
            models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='previews', to='documents.document'),
        ),
        migrations.AddConstraint('preview', models.UniqueConstraint(fields=['document', 'page'], name='preview_once_a_page')),
    ]
