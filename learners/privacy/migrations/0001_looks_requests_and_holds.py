"""Who looked, who asks to be forgotten, and what holds that up."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0006_sites_trees_mergers_and_staff_numbers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ErasureRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('withdrawn', 'Withdrawn'), ('refused', 'Refused'), ('done', 'Anonymised')], default='waiting', editable=False, max_length=10)),
                ('settled_at', models.DateTimeField(editable=False, help_text='When it was withdrawn or decided.', null=True)),
                ('reason', models.TextField(blank=True, editable=False, help_text='Why it was decided so.', max_length=1000)),
                ('decided_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasure_requests', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(editable=False, help_text='Who wrote it down for them; empty where they asked here.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-asked_at', '-pk'),
                'permissions': [('decide_erasurerequest', 'Can decide erasure request')],
                'default_permissions': ('add', 'view'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('person',), name='one_erasure_request_waits', violation_error_message='A request of this person is waiting already.'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by', None), ('settled_at', None), ('state', 'waiting')), models.Q(('decided_by', None), ('settled_at__isnull', False), ('state', 'withdrawn')), models.Q(('decided_by__isnull', False), ('settled_at__isnull', False), ('state', 'refused'), models.Q(('reason', ''), _negated=True)), models.Q(('settled_at__isnull', False), ('state', 'done'), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='erasure_request_settled_with_reason')],
            },
        ),
        migrations.CreateModel(
            name='LegalHold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(help_text='What needs it, and who asked. Only administrators see it.', max_length=1000)),
                ('placed_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('lifted_at', models.DateTimeField(editable=False, null=True)),
                ('lifted_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='legal_holds', to=settings.AUTH_USER_MODEL)),
                ('placed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-placed_at', '-pk'),
                'permissions': [('lift_legalhold', 'Can lift legal hold')],
                'default_permissions': ('add', 'view'),
                'indexes': [models.Index(condition=models.Q(('lifted_at', None)), fields=['person'], name='legal_hold_in_force')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('lifted_at', None), ('lifted_by', None)), models.Q(('lifted_at__isnull', False), ('lifted_by__isnull', False)), _connector='OR'), name='legal_hold_lifted_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('capacity', models.CharField(choices=[('administrator', 'Administrator: keeps the staff list of one organisation and sees its people'), ('manager', 'Manager: sees the people of one organisation'), ('network_lead', 'Network lead: sees figures of the organisations of one network')], help_text='As what they might look, at the time.', max_length=20)),
                ('kind', models.CharField(choices=[('page', 'Opened your page'), ('list', 'Looked at the list of people'), ('file', 'Downloaded the list as a file')], max_length=10)),
                ('at', models.DateTimeField(help_text='When first in this hour.')),
                ('hour', models.DateTimeField(editable=False, help_text='The hour in which it was.')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(help_text='Empty for a list or a file, which hold everybody.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-at', '-pk'),
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('person', None)), fields=['organisation', '-at'], name='look_at_everybody'), models.Index(fields=['at'], name='look_oldest')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('person__isnull', False)), fields=('person', 'organisation', 'by', 'hour'), name='look_at_person_once_an_hour'), models.UniqueConstraint(condition=models.Q(('person', None)), fields=('by', 'organisation', 'kind', 'hour'), name='look_at_everybody_once_an_hour'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'page'), ('person__isnull', False)), models.Q(('kind__in', ['list', 'file']), ('person', None)), _connector='OR'), name='look_has_its_kind')],
            },
        ),
    ]
