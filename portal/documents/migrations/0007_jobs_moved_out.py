import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0006_jobs_move_out'),
        ('jobs', '0001_initial'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField('document', 'job', models.OneToOneField('jobs.job', django.db.models.deletion.PROTECT, related_name='document')),
                migrations.DeleteModel('Job'),
            ]
        ),
        migrations.RemoveConstraint('document', 'document_kind_is_known'),
        migrations.AlterField('document', 'kind', models.CharField(choices=[('pdf', 'PDF 文件'), ('bundle', '导出包')], max_length=10, verbose_name='类别')),
        migrations.AddConstraint('document', models.CheckConstraint(condition=models.Q(('kind__in', ['pdf', 'bundle'])), name='document_kind_is_known')),
    ]
