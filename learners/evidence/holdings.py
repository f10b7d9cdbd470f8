"""What is held of corrections to somebody's record, and of what they did elsewhere."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from learners.evidence.models import AwardImport, Correction, Recognition
from learners.holdings import ANONYMISED, Fate, Holding, Row, Traces, register

KEPT = "It says why a completion counts or does not, and figures of the past must stay right."


def _corrections(person: Any) -> Iterator[Row]:
    for each in Correction.objects.filter(event__person=person).select_related(
        "event__edition", "organisation"
    ):
        yield {
            "When": each.at,
            "What": each.event.get_verb_display(),
            "Module": each.event.edition.title,
            "Organisation": each.organisation.name,
            "Reason": each.reason,
        }


def _forget_reasons(person: Any, traces: Traces) -> None:
    Correction.objects.filter(event__person=person).update(reason="")


def _recognitions(person: Any) -> Iterator[Row]:
    for each in Recognition.objects.complete().filter(person=person):
        yield {
            "Course": str(each.course),
            "Module": each.course.module.title,
            "Done": each.done_on,
            "Good until": each.expires_on,
            "How it can be checked": each.note,
            "State": each.get_state_display(),
            "Not accepted because": each.refused_because,
            "Organisation": each.organisation.name,
        }


def _forget_notes(person: Any, traces: Traces) -> None:
    rows = Recognition.objects.filter(person=person)
    rows.update(note="")
    rows.exclude(refused_because="").update(refused_because=ANONYMISED)


def _files(person: Any) -> Iterator[AwardImport]:
    """The files of awards of every organisation where they have or had a hat."""
    rows = AwardImport.objects.filter(organisation__in=person.memberships.values("organisation"))
    yield from rows.select_related("organisation").iterator(chunk_size=5)


def _lines(person: Any) -> Iterator[Row]:
    for file in _files(person):
        for row in file.rows:
            if row["person"] == person.pk:
                yield {
                    "When": file.made_at,
                    "Organisation": file.organisation.name,
                    "Competence": row["competence"],
                    "Done": row["done_on"],
                    "Became of it": row["outcome"],
                    "Because": row["reason"],
                }


def _forget_lines(person: Any, traces: Traces) -> None:
    """Their lines go; a line with their number that named nobody goes, too."""
    for file in _files(person):
        rows = [row for row in file.rows if row["person"] != person.pk and row["whose"] not in traces.numbers]
        awards = [said for said in file.awards if not {said["employee"], said["assignment"]} & traces.numbers]
        AwardImport.objects.filter(pk=file.pk).update(
            rows=rows, awards=awards, file_name=traces.scrubbed(file.file_name)
        )


def _decided(person: Any) -> Iterator[Row]:
    for each in Correction.objects.filter(by=person).select_related("organisation"):
        yield {
            "When": each.at,
            "Organisation": each.organisation.name,
            "You": "Corrected",
            "Why": each.reason,
        }
    for checked in Recognition.objects.complete().filter(verified_by=person):
        what = {"When": checked.verified_at, "Organisation": checked.organisation.name}
        yield what | {"You": f"Checked {checked.course}", "Why": checked.refused_because}
    for file in AwardImport.objects.filter(Q(made_by=person) | Q(decided_by=person)).select_related(
        "organisation"
    ):
        yield {
            "When": file.made_at,
            "Organisation": file.organisation.name,
            "You": "Brought in a file",
            "Why": "",
        }


register(
    Holding(
        key="corrections",
        title="What was corrected in your record, and why",
        why="So that you and others can see why something counts or does not.",
        how_long="As long as the service runs; the reason until you are anonymised.",
        fate=Fate.BLANKED,
        because=f"{KEPT} The reason goes: it may tell who you were.",
        rows=_corrections,
        forget=_forget_reasons,
        parts=("evidence.Correction",),
    ),
    Holding(
        key="recognitions",
        title="Courses that you did elsewhere",
        why="So that you need not do the same again here.",
        how_long="As long as the service runs; your notes until you are anonymised.",
        fate=Fate.BLANKED,
        because=f"{KEPT} What was written about it goes.",
        rows=_recognitions,
        forget=_forget_notes,
        about=("evidence.Recognition.person",),
    ),
    Holding(
        key="awards",
        title="What your employer's file of training said of you",
        why="So that a file that was wrong can be undone.",
        how_long="As long as you work there, and some years after.",
        fate=Fate.DELETED,
        because="Your lines are taken out of the file's report.",
        rows=_lines,
        forget=_forget_lines,
        parts=("evidence.AwardImport",),
    ),
    Holding(
        key="evidence-decided",
        of_duties=True,
        title="Records that you corrected, and courses that you checked",
        why="So that it is known who decided it.",
        how_long="As long as the record that it is about.",
        fate=Fate.KEPT,
        because="It belongs to the people whose records they are. Your name is gone from it.",
        rows=_decided,
        by=(
            "evidence.Correction.by",
            "evidence.Recognition.verified_by",
            "evidence.AwardImport.made_by",
            "evidence.AwardImport.decided_by",
        ),
    ),
)
