"""Addresses of this app, below "managing/"."""

from django.urls import path

from learners.access.views import marks, queue, webhook

app_name = "access"
urlpatterns = [
    path("<uuid:organisation>/access/", queue.queue, name="queue"),
    path("<uuid:organisation>/access/list.csv", queue.as_csv, name="csv"),
    path("<uuid:organisation>/access/history/", queue.history, name="history"),
    path("<uuid:organisation>/access/terms/", queue.terms, name="terms"),
    path("<uuid:organisation>/access/look/", marks.look, name="look"),
    path("<uuid:organisation>/access/confirm/", marks.confirm, name="confirm"),
    path("<uuid:organisation>/access/undo/<uuid:batch>/", marks.undo, name="undo"),
    path("<uuid:organisation>/access/uses/", marks.uses, name="uses"),
    path("<uuid:organisation>/access/webhook/", webhook.webhook, name="webhook"),
    path("<uuid:organisation>/access/webhook/stop/", webhook.stop, name="webhook_stop"),
    path("<uuid:organisation>/access/webhook/again/", webhook.again, name="webhook_again"),
]
