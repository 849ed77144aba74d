import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('assessments', '0002_append_only'),
        ('reviews', '0002_append_only'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Export',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'ordering': ['-id'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='reviewsheet',
            name='review_sheet_once_per_region',
        ),
        migrations.AddField(
            model_name='review',
            name='answer_due_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='review',
            name='returned_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='reviewsheet',
            name='extras',
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name='reviewsheet',
            name='sent_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reviewsheetrow',
            name='extras',
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AlterField(
            model_name='reviewsheet',
            name='business_office',
            field=models.TextField(blank=True, verbose_name='业务处室'),
        ),
        migrations.AlterField(
            model_name='reviewsheet',
            name='handler',
            field=models.TextField(blank=True, verbose_name='经办人'),
        ),
        migrations.AlterField(
            model_name='reviewsheet',
            name='monitoring_point',
            field=models.TextField(blank=True, verbose_name='监控时点'),
        ),
        migrations.AlterField(
            model_name='reviewsheet',
            name='office_head',
            field=models.TextField(blank=True, verbose_name='处室领导'),
        ),
        migrations.AlterField(
            model_name='reviewsheet',
            name='source',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='reviewsheet',
            name='title',
            field=models.TextField(verbose_name='标题'),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='adjusted_budget',
            field=models.TextField(blank=True, verbose_name='调整后预算总数'),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='executed',
            field=models.TextField(blank=True, verbose_name='执行资金总数'),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='execution_rate',
            field=models.TextField(blank=True, verbose_name='预算执行率'),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='overall_completion_rate',
            field=models.TextField(blank=True, verbose_name='绩效目标总体完成率'),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='project_name',
            field=models.TextField(blank=True, verbose_name='项目名称'),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='received',
            field=models.TextField(blank=True, verbose_name='到位资金总数'),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='reporting_unit',
            field=models.TextField(blank=True, verbose_name='部门单位名称'),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='score_budget_execution',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='score_deviation_response',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='score_goal_completion',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='score_timeliness',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='reviewsheetrow',
            name='total_score',
            field=models.TextField(blank=True, verbose_name='总分'),
        ),
        migrations.AddConstraint(
            model_name='reviewsheet',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ['draft', 'awaiting_signature'])), fields=('cycle', 'region'), name='review_sheet_made_one_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='reviewsheet',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'signed')), fields=('cycle', 'region'), name='review_sheet_signed_once'),
        ),
        migrations.AddField(
            model_name='export',
            name='cycle',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exports', to='assessments.cycle', verbose_name='批次'),
        ),
        migrations.AddField(
            model_name='export',
            name='filing',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessments.filing', verbose_name='表'),
        ),
        migrations.AddField(
            model_name='export',
            name='region',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.region', verbose_name='县或地区'),
        ),
        migrations.AddConstraint(
            model_name='export',
            constraint=models.UniqueConstraint(fields=('cycle', 'region', 'filing'), name='export_once_per_choice', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='export',
            constraint=models.CheckConstraint(condition=models.Q(('region__isnull', True), ('filing__isnull', True), _connector='OR'), name='export_of_one_kind'),
        ),
    ]
