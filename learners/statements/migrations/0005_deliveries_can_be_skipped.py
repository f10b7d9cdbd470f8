"""A refused statement can be given up."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("statements", "0004_deliveries_of_the_record_store")]
    operations = [
        migrations.AlterField(
            model_name="delivery",
            name="state",
            field=models.CharField(
                choices=[
                    ("pending", "Waiting"),
                    ("delivered", "Delivered"),
                    ("dead", "Refused"),
                    ("skipped", "Not to be sent"),
                ],
                default="pending",
                max_length=10,
            ),
        ),
    ]
