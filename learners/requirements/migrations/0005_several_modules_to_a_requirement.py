import uuid

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('requirements', '0004_requirements_of_before'),
    ]

    operations = [
        migrations.AlterField(
            model_name='requirement',
            name='uuid',
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
        migrations.RemoveField(
            model_name='requirement',
            name='module',
        ),
    ]
