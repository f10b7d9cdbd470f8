"""Where content meets the CMS: lists, and what may be published, approved and deleted."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from modules.completeness import faults, in_words, required_elsewhere
from modules.deletion import refusal
from modules.models import ClinicalReviewTask, ModulePage, MomentPage, SignOff
from modules.models.sign_off import SIGN_OFF
from modules.viewsets import PracticeRecordViewSet, TaxonomyViewSetGroup

UNPUBLISH = "Unpublish it instead: learners no longer find it, and what they did stays on record."

register_snippet(TaxonomyViewSetGroup)
register_snippet(PracticeRecordViewSet)


@hooks.register("before_publish_page")
def publish_only_what_is_complete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The last check of the editor's Publish button; the draft is saved by now."""
    if problems := _problems(page, page.latest_revision):
        messages.error(request, f"“{page}” was saved, but not published. {in_words(page, problems)}")
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_copy_page")
def copy_to_learners_only_what_is_complete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse a copy that would be published with its original, where that may not be published today."""
    asked = request.POST
    if not (asked.get("publish_copies") or asked.get("alias")):
        return None
    pages = (
        page.get_descendants(inclusive=True)
        if asked.get("copy_subpages")
        else Page.objects.filter(pk=page.pk)
    )
    reasons = (_why_not_copied(found) for found in pages.live().specific())
    return _refuse(request, reasons, "wagtailadmin_pages:copy", page.pk)


@hooks.register("before_bulk_action")
def hold_bulk_actions(request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any) -> Any:
    """Refuse to publish incomplete modules in bulk, and to delete what Editions rest on: all or nothing."""
    pages = [found for found in objects if isinstance(found, Page)]
    if action_type == "publish":
        below = action.cleaned_form.cleaned_data["include_descendants"]
        return _refuse(request, map(_why_not_published, _with_drafts_below(pages, below)), action.next_url)
    if action_type == "delete":
        return _refuse(request, map(_why_not_deleted, pages), action.next_url)
    return None


@hooks.register("before_delete_page")
def keep_pages_with_editions(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to delete a module that was ever published, or a page above one."""
    return _refuse(request, [_why_not_deleted(page)], "wagtailadmin_pages:edit", page.pk)


@hooks.register("before_delete_snippet")
def keep_terms_in_use(request: HttpRequest, instances: Iterable[Any]) -> HttpResponse | None:
    """Refuse to delete a role or capability that a module, a membership or a requirement names."""
    instances = list(instances)
    listing = instances[0].snippet_viewset.get_url_name("list")
    return _refuse(request, map(refusal, instances), listing)


@hooks.register("after_edit_page")
def say_why_not_approved(request: HttpRequest, page: Page) -> None:
    """Tell a reviewer whose approval from the editor did not count, because something was edited since or with it."""
    if request.POST.get("workflow-action-name") != "approve" or not request.POST.get(
        "action-workflow-action"
    ):
        return
    waiting = page.current_workflow_task
    if isinstance(waiting, ClinicalReviewTask):
        mine = page.get_latest_revision().user_id == request.user.pk
        why = (
            "You edited it last, so another reviewer must approve."
            if mine
            else "It was edited since: look again."
        )
        messages.warning(request, f"Not approved. {why}")


@hooks.register("after_edit_page")
def say_why_not_signed_off(request: HttpRequest, page: Page) -> None:
    """Tell a specialist whose sign-off from the editor did not count, because something was edited since or with it."""
    action = request.POST.get("workflow-action-name", "")
    if not action.startswith(SIGN_OFF) or not request.POST.get("action-workflow-action"):
        return
    revision = page.get_latest_revision()
    if not SignOff.objects.filter(revision=revision, given_by=request.user.pk).exists():
        mine = revision.user_id == request.user.pk
        why = "You edited it last, so" if mine else "It was edited since, so"
        messages.warning(request, f"Not signed off. {why} the clinical review begins again.")


def _with_drafts_below(pages: Iterable[Page], below: bool) -> Iterable[Page]:
    for page in pages:
        yield page
        if below:
            yield from page.get_descendants().not_live()


def _problems(page: Page, revision: Any) -> dict[str, list[str]]:
    """What keeps a page from learners: of a module all that it lacks, of a moment what other apps say against it."""
    if isinstance(page, ModulePage):
        return faults(page, revision)
    return required_elsewhere(page) if isinstance(page, MomentPage) else {}


def _why_not_published(page: Page) -> str:
    draft = page.specific.get_latest_revision_as_object()
    problems = _problems(draft, page.latest_revision)
    return (
        f"“{draft}” is not ready, so nothing was published. {in_words(draft, problems)}" if problems else ""
    )


def _why_not_copied(page: Page) -> str:
    problems = _problems(page, page.live_revision)
    return (
        f"“{page}” may not be published today, so nothing was copied. {in_words(page, problems)}"
        if problems
        else ""
    )


def _why_not_deleted(page: Page) -> str:
    below = ModulePage.objects.descendant_of(page, inclusive=True)
    kept = [
        f"“{module}” ({module.editions.count()})"
        for module in below.filter(editions__isnull=False).distinct()[:5]
    ]
    if not kept:
        return _why_sign_offs_stay(below)
    return (
        f"Not deleted: learning records name these modules and their Editions: {', '.join(kept)}. {UNPUBLISH}"
    )


def _why_sign_offs_stay(modules: Iterable[ModulePage]) -> str:
    signed = SignOff.objects.filter(revision__object_id__in=[str(module.pk) for module in modules])
    of_pages = signed.filter(revision__base_content_type__model="page").select_related("revision")
    drafts = sorted({f"“{row.revision.object_str}”" for row in of_pages[:20]})
    return f"Not deleted: specialists have signed off these drafts: {', '.join(drafts)}." if drafts else ""


def _refuse(request: HttpRequest, reasons: Iterable[str], to: str, *args: Any) -> HttpResponse | None:
    given = [reason for reason in reasons if reason]
    for reason in given:
        messages.error(request, reason)
    return redirect(to, *args) if given else None
