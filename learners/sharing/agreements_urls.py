"""Addresses of sharing agreements, below /managing/."""

from django.urls import path

from learners.sharing.views import agreements, own, parties, scope

app_name = "agreements"
NETWORK = "networks/<slug:network>/agreements/"
ONE = f"{NETWORK}<uuid:agreement>/"
ITEM = f"{ONE}scope/<int:scope_item>/"
OWN = "<uuid:organisation>/agreements/"
urlpatterns = [
    path(NETWORK, agreements.agreements, name="network_agreements"),
    path(f"{NETWORK}add/", agreements.add, name="network_add"),
    path(ONE, agreements.agreement, name="network_agreement"),
    path(f"{ONE}details/", agreements.details, name="network_details"),
    path(f"{ONE}stage/", agreements.stage, name="network_stage"),
    path(f"{ONE}version/", agreements.version, name="network_version"),
    path(f"{ONE}scope.csv", agreements.scope_csv, name="network_scope_csv"),
    path(f"{ONE}parties.csv", agreements.parties_csv, name="network_parties_csv"),
    path(f"{ONE}parties/add/", parties.add, name="network_add_parties"),
    path(f"{ONE}parties/<int:party>/", parties.party, name="network_party"),
    path(f"{ONE}scope/add/", scope.add, name="network_add_scope"),
    path(ITEM, scope.item, name="network_scope"),
    path(f"{ITEM}begin/", scope.begin, name="network_begin_scope"),
    path(f"{ITEM}remove/", scope.remove, name="network_remove_scope"),
    path(OWN, own.agreements, name="agreements"),
    path(f"{OWN}<uuid:agreement>/", own.agreement, name="agreement"),
    path(f"{OWN}<uuid:agreement>/signature/", own.own_party, name="own_party"),
]
