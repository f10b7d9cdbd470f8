"""Addresses of the checklist, of changes, champions and talks, below /managing/."""

from django.urls import path

from learners.programme.views import checklist, culture, talks

app_name = "culture"
NETWORK = "networks/<slug:network>/programme/"
LIST = "checklist/"
urlpatterns = [
    path(f"{NETWORK}{LIST}", checklist.checklist, name="network_checklist"),
    path(f"{NETWORK}{LIST}file.csv", checklist.as_csv, name="network_checklist_csv"),
    path(f"{NETWORK}{LIST}begin/", checklist.begin_one, name="network_checklist_begin"),
    path(f"{NETWORK}{LIST}actions/add/", checklist.new_action, name="network_add_action"),
    path(f"{NETWORK}{LIST}actions/<uuid:action>/", checklist.one_action, name="network_action"),
    path(f"{NETWORK}{LIST}<uuid:assessment>/", checklist.assess, name="network_assess"),
    path(f"{NETWORK}changes/", culture.changes, name="network_changes"),
    path(f"{NETWORK}changes/add/", culture.change, name="network_add_change"),
    path(f"{NETWORK}changes/<uuid:change>/", culture.change, name="network_change"),
    path(f"{NETWORK}champions/", culture.champions_of_network, name="network_champions"),
    path("<uuid:organisation>/checklist/", checklist.checklist, name="checklist"),
    path("<uuid:organisation>/checklist/file.csv", checklist.as_csv, name="checklist_csv"),
    path("<uuid:organisation>/checklist/begin/", checklist.begin_one, name="checklist_begin"),
    path("<uuid:organisation>/checklist/actions/add/", checklist.new_action, name="add_action"),
    path("<uuid:organisation>/checklist/actions/<uuid:action>/", checklist.one_action, name="action"),
    path("<uuid:organisation>/checklist/<uuid:assessment>/", checklist.assess, name="assess"),
    path("<uuid:organisation>/champions/", culture.champions, name="champions"),
    path("<uuid:organisation>/champions/name/", culture.name, name="name_champion"),
    path("<uuid:organisation>/champions/<int:champion>/end/", culture.end, name="end_champion"),
    path("<uuid:organisation>/talk-throughs/", talks.talks, name="talks"),
    path("<uuid:organisation>/talk-throughs/record/", talks.record, name="record_talk"),
    path("<uuid:organisation>/talk-throughs/<uuid:talk>/", talks.talk, name="talk"),
]
