"""What the electronic staff record calls a module."""

from django.core.validators import RegexValidator
from django.db import models

from learners.organisations.models import Organisation
from modules.models import ModulePage

NO_BAR = RegexValidator(r"^[^|\r\n]*$", "Leave out the bar (|): it parts the name from the number.")
DIGITS = RegexValidator(r"^\d{1,5}$", "Enter a number of up to 5 digits, such as 457.")


class EsrCompetence(models.Model):
    """The name of a module in the staff record of one organisation, and the number of that employer in it."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="esr_competences")
    module = models.ForeignKey(ModulePage, on_delete=models.CASCADE, related_name="+")
    vpd = models.CharField("VPD number", max_length=5, validators=[DIGITS])
    name = models.CharField(max_length=120, validators=[NO_BAR])

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint("organisation", "module", name="esr_competence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.vpd}|LOCAL|{self.name}|"
