"""Reminders as a task, for whoever has a task worker."""

from django.tasks import task

from learners.reminders.sending import send_reminders


@task
def send_reminders_now() -> int:
    """Send what is due; how many. All that must last stands in tables, so a task that is lost loses nothing."""
    return send_reminders().sent
