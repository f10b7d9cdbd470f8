"""The organisations of a file of the Organisation Data Service, as an operator has loaded it."""

from django.db import models


class OdsEntry(models.Model):
    """One organisation of the file. The table is replaced whole with each file: nothing may point here."""

    code = models.CharField(max_length=12, primary_key=True)
    name = models.CharField(max_length=200)
    active = models.BooleanField()
    role = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True, help_text="Both days count.")
    postcode = models.CharField(max_length=10, blank=True)

    class Meta:
        verbose_name_plural = "ODS entries"

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class OdsSuccession(models.Model):
    """Which code followed which, by the file. A merger has several predecessors, a split several successors."""

    predecessor = models.CharField(max_length=12)
    successor = models.CharField(max_length=12, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint("predecessor", "successor", name="ods_succession_once")]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class OdsLoad(models.Model):
    """Which file the entries come from, and since when. There is one row; two loads meet at it, one after the other."""

    files = models.CharField(max_length=300)
    loaded_at = models.DateTimeField()
    entries = models.PositiveIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="ods_load_is_one_row")]

    def __str__(self) -> str:
        return self.files
