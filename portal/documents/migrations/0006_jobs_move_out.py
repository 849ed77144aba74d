"""Jobs become a room of their own: a document names the job that has made it instead of the other way round, the kind
of work is said in full, and the table goes to ``portal.jobs`` with all its rows."""

import django.db.models.deletion
from django.db import migrations, models

#: What comes of it is checked at once: a table with pending checks cannot be altered.
CHECKED = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED;"
MADE_BY = f"""
UPDATE documents_document SET job_id = job.id FROM documents_job job WHERE job.document_id = documents_document.id;
UPDATE documents_job SET kind = CASE
    WHEN kind = 'pdf' AND variant = 'sealed' THEN 'seal'
    WHEN kind = 'pdf' AND variant = 'countersigned' THEN 'countersign'
    WHEN kind = 'pdf' THEN 'render'
    ELSE 'check_upload' END
WHERE kind = 'pdf' OR (kind = 'check' AND subject_kind = 'upload');
{CHECKED}
"""
HAS_MADE = f"""
UPDATE documents_job SET document_id = document.id FROM documents_document document WHERE document.job_id = documents_job.id;
UPDATE documents_job SET kind = CASE kind WHEN 'check_upload' THEN 'check' ELSE 'pdf' END
WHERE kind IN ('render', 'seal', 'countersign', 'check_upload');
{CHECKED}
"""
#: The type of its rows keeps its number, and so does whatever points to it.
CALLED_JOBS = "UPDATE django_content_type SET app_label = 'jobs' WHERE (app_label, model) = ('documents', 'job')"
CALLED_DOCUMENTS = "UPDATE django_content_type SET app_label = 'documents' WHERE (app_label, model) = ('jobs', 'job')"


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('documents', '0005_pictures_of_every_page'),
    ]

    operations = [
        migrations.AddField('document', 'job', models.OneToOneField('documents.job', django.db.models.deletion.PROTECT, related_name='+', null=True)),
        migrations.RemoveConstraint('job', 'job_kind_is_known'),
        migrations.RemoveConstraint('job', 'job_variant_is_known'),
        migrations.RemoveConstraint('job', 'job_state_has_what_it_needs'),
        migrations.AlterField('job', 'kind', models.CharField(max_length=20, verbose_name='类别')),
        migrations.RunSQL(MADE_BY, HAS_MADE),
        migrations.AlterField('document', 'job', models.OneToOneField('documents.job', django.db.models.deletion.PROTECT, related_name='+')),
        migrations.RemoveField('job', 'document'),
        migrations.AddConstraint(
            'job',
            models.CheckConstraint(condition=models.Q(models.Q(('finished_at', None), ('lease_until', None), ('state', 'queued')), models.Q(('finished_at', None), ('lease_until__isnull', False), ('started_at__isnull', False), ('state', 'running')), models.Q(('finished_at', None), ('lease_until', None), ('retry_at__isnull', False), ('state', 'waiting'), models.Q(('error', ''), _negated=True)), models.Q(('finished_at__isnull', False), ('lease_until', None), ('error', ''), ('state', 'done')), models.Q(('finished_at__isnull', False), ('lease_until', None), ('state', 'failed'), models.Q(('error', ''), _negated=True)), _connector='OR'), name='job_state_has_what_it_needs'),
        ),
        migrations.RunSQL(CALLED_JOBS, CALLED_DOCUMENTS),
        migrations.SeparateDatabaseAndState(database_operations=[migrations.AlterModelTable('job', 'jobs_job')]),
    ]
