import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

#: The table is there: documents 0006 has brought it along with its rows.
JOB = migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20, verbose_name='类别')),
                ('subject_kind', models.CharField(max_length=40, verbose_name='对象类别')),
                ('subject_id', models.CharField(max_length=60, verbose_name='对象')),
                ('content_digest', models.CharField(max_length=64, verbose_name='内容摘要')),
                ('variant', models.CharField(max_length=13, verbose_name='状态')),
                ('parameters', models.JSONField(blank=True, default=dict)),
                ('queue', models.CharField(choices=[('interactive', '即时'), ('bulk', '批量'), ('public', '公众')], max_length=12, verbose_name='队列')),
                ('state', models.CharField(choices=[('queued', '已排队'), ('running', '正在处理'), ('waiting', '等待中'), ('done', '已完成'), ('failed', '未能完成')], default='queued', max_length=8, verbose_name='进度')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='已尝试次数')),
                ('fence', models.PositiveIntegerField(default=0)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('retry_at', models.DateTimeField(blank=True, null=True)),
                ('progress_done', models.PositiveIntegerField(default=0)),
                ('progress_total', models.PositiveIntegerField(default=0)),
                ('stage', models.CharField(blank=True, max_length=10)),
                ('error', models.CharField(blank=True, max_length=300, verbose_name='未能生成的原因')),
                ('error_values', models.JSONField(blank=True, default=dict)),
                ('error_detail', models.TextField(blank=True)),
                ('requested_at', models.DateTimeField(verbose_name='申请时间')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='开始时间')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='结束时间')),
                ('requested_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='申请人')),
                ('waits_for', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.unit')),
            ],
            options={
                'ordering': ['-requested_at', 'id'],
                'indexes': [models.Index(condition=models.Q(('state', 'running')), fields=['lease_until'], name='job_running_lease'), models.Index(condition=models.Q(('state', 'queued')), fields=['queue', 'requested_at'], name='job_waiting'), models.Index(condition=models.Q(('state', 'waiting')), fields=['retry_at'], name='job_waiting_for_a_seal'), models.Index(fields=['subject_kind', 'subject_id'], name='job_subject')],
                'constraints': [models.UniqueConstraint(fields=('kind', 'subject_kind', 'subject_id', 'content_digest', 'variant'), name='job_once_per_content'), models.CheckConstraint(condition=models.Q(('queue__in', ['interactive', 'bulk', 'public'])), name='job_queue_is_known'), models.CheckConstraint(condition=models.Q(models.Q(('finished_at', None), ('lease_until', None), ('state', 'queued')), models.Q(('finished_at', None), ('lease_until__isnull', False), ('started_at__isnull', False), ('state', 'running')), models.Q(('finished_at', None), ('lease_until', None), ('retry_at__isnull', False), ('state', 'waiting'), models.Q(('error', ''), _negated=True)), models.Q(('finished_at__isnull', False), ('lease_until', None), ('error', ''), ('state', 'done')), models.Q(('finished_at__isnull', False), ('lease_until', None), ('state', 'failed'), models.Q(('error', ''), _negated=True)), _connector='OR'), name='job_state_has_what_it_needs'), models.CheckConstraint(condition=models.Q(('content_digest__regex', '^[0-9a-f]{64}$')), name='job_digest_is_sha256'), models.CheckConstraint(condition=models.Q(('progress_done__lte', models.F('progress_total'))), name='job_progress_within_total')],
            },
        )


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('documents', '0006_jobs_move_out'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.SeparateDatabaseAndState(state_operations=[JOB])]
