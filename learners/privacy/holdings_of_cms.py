"""What is held of those who write, review and keep the service in the CMS: by our content's tables, and Wagtail's."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import (
    APIToken,
    Comment,
    CommentReply,
    Page,
    PageSubscription,
    Revision,
    TaskState,
    UploadedFile,
    WorkflowState,
)
from wagtail.users.models import UserProfile

from learners.holdings import Fate, Holding, Row, Traces, register
from learners.privacy.log_entries import log_rows, scrub_log
from modules.models import Edition, SignOff

UPLOADS = ("wagtailimages.Image", "wagtaildocs.Document", "wagtailmedia.Media")


def _work(person: Any) -> Iterator[Row]:
    for edition in Edition.objects.filter(Q(published_by=person) | Q(reviewed_by=person)).distinct():
        done = "Published" if edition.published_by_id == person.pk else "Reviewed"
        yield {"What": done, "Of": str(edition), "When": edition.published_at, "Words": ""}
    for sign_off in SignOff.objects.filter(given_by=person).select_related("kind", "revision"):
        about = str(sign_off.revision.content_object)
        yield {"What": f"Signed off: {sign_off.kind}", "Of": about, "When": sign_off.given_at, "Words": ""}
    for revision in Revision.objects.filter(user=person).defer("content"):
        yield {"What": "Saved", "Of": revision.object_str, "When": revision.created_at, "Words": ""}
    for page in Page.objects.filter(owner=person):
        yield {"What": "Made a page", "Of": page.title, "When": page.first_published_at, "Words": ""}
    for label in UPLOADS:
        for upload in apps.get_model(label).objects.filter(uploaded_by_user=person):
            yield {"What": "Uploaded a file", "Of": upload.title, "When": upload.created_at, "Words": ""}


def _words(person: Any) -> Iterator[Row]:
    for comment in Comment.objects.filter(user=person).select_related("page"):
        yield {"What": "Comment", "Of": comment.page.title, "When": comment.created_at, "Words": comment.text}
    for reply in CommentReply.objects.filter(user=person).select_related("comment__page"):
        title = reply.comment.page.title
        yield {"What": "Reply", "Of": title, "When": reply.created_at, "Words": reply.text}
    for state in TaskState.objects.filter(finished_by=person).select_related("task"):
        yield {"What": state.status, "Of": state.task.name, "When": state.finished_at, "Words": state.comment}
    for flow in WorkflowState.objects.filter(requested_by=person):
        asked = str(flow.content_object)
        yield {"What": "Asked for a review", "Of": asked, "When": flow.created_at, "Words": ""}


def _forget_work(person: Any, traces: Traces) -> None:
    """Let go of pages that are locked in their name; the rest has no name in it."""
    free = {"locked": False, "locked_by": None, "locked_at": None}
    Page.objects.filter(locked_by=person).update(**free)


def _forget_words(person: Any, traces: Traces) -> None:
    for model, field in ((Comment, "text"), (CommentReply, "text"), (TaskState, "comment")):
        named = Q()
        for word in traces.all:
            named |= Q(**{f"{field}__icontains": word})
        for row in model.objects.filter(named) if named else ():
            model.objects.filter(pk=row.pk).update(**{field: traces.scrubbed(getattr(row, field))})


def _desk(person: Any) -> Iterator[Row]:
    for profile in UserProfile.objects.filter(user=person):
        yield {"What": "Picture", "Of": profile.avatar.name, "When": None}
        yield {"What": "Language", "Of": profile.preferred_language, "When": None}
    for token in APIToken.objects.filter(user=person):
        yield {"What": "Key for programs", "Of": token.name, "When": token.created}
    for watched in PageSubscription.objects.filter(user=person).select_related("page"):
        yield {"What": "Told of comments on", "Of": watched.page.title, "When": None}
    for draft in FormState.objects.filter(user=person):
        yield {"What": "Form not saved yet", "Of": draft.data, "When": draft.last_updated_at}


def _forget_desk(person: Any, traces: Traces) -> None:
    for profile in UserProfile.objects.filter(user=person).exclude(avatar=""):
        transaction.on_commit(lambda picture=profile.avatar: picture.storage.delete(picture.name))  # type: ignore[misc]
    for upload in UploadedFile.objects.filter(uploaded_by_user=person):
        transaction.on_commit(lambda file=upload.file: file.storage.delete(file.name))  # type: ignore[misc]
    UploadedFile.objects.filter(uploaded_by_user=person).delete()
    mine = ContentType.objects.get_for_model(person)
    FormState.objects.filter(content_type=mine, object_id=str(person.pk)).delete()  # others' forms about them
    for model in (UserProfile, FormState, EditingSession, APIToken, PageSubscription):
        model.objects.filter(user=person).delete()


register(
    Holding(
        key="writing",
        of_duties=True,
        title="Modules that you wrote, reviewed or signed off",
        why="So that it is known who answers for what people are taught.",
        how_long="As long as a module is kept.",
        fate=Fate.KEPT,
        because="The modules stay. That somebody reviewed them stays, too. Your name is gone from it.",
        rows=_work,
        forget=_forget_work,
        by=(
            "wagtailcore.Page.owner",
            "wagtailcore.Page.locked_by",
            *(f"{label}.uploaded_by_user" for label in UPLOADS),
            "modules.Edition.published_by",
            "modules.Edition.reviewed_by",
            "modules.SignOff.given_by",
            "wagtailcore.Revision.user",
        ),
    ),
    Holding(
        key="comments",
        of_duties=True,
        title="Comments and reviews that you wrote in the CMS",
        why="So that others who work on a module can follow what was said.",
        how_long="As long as a module is kept.",
        fate=Fate.KEPT,
        because="They are about modules, not about you. Your name is gone from them, also where somebody wrote it out.",
        rows=_words,
        forget=_forget_words,
        by=(
            "wagtailcore.Comment.user",
            "wagtailcore.Comment.resolved_by",
            "wagtailcore.CommentReply.user",
            "wagtailcore.TaskState.finished_by",
            "wagtailcore.WorkflowState.requested_by",
        ),
    ),
    Holding(
        key="desk",
        of_duties=True,
        title="Your settings in the CMS",
        why="So that the CMS is as you left it.",
        how_long="Until you change them.",
        fate=Fate.DELETED,
        because="Nobody needs them without you.",
        rows=_desk,
        forget=_forget_desk,
        about=(
            "wagtailusers.UserProfile.user",
            "wagtailadmin.FormState.user",
            "wagtailadmin.EditingSession.user",
            "wagtailcore.APIToken.user",
            "wagtailcore.PageSubscription.user",
            "wagtailcore.UploadedFile.uploaded_by_user",
        ),
    ),
    Holding(
        key="log",
        of_duties=True,
        title="The log of what was changed in the CMS, by you or about you",
        why="So that it can be found out who changed what.",
        how_long="As long as the service runs.",
        fate=Fate.BLANKED,
        because="It stays known that something was changed. Your name and addresses are taken out of it.",
        rows=log_rows,
        forget=scrub_log,
        by=("wagtailcore.ModelLogEntry.user", "wagtailcore.PageLogEntry.user"),
    ),
)
