"""Sites and teams of an organisation that closes, as found in the one that carries on, or new there."""

from learners.organisations.models import Organisation, Site, Team


class Places:
    """Finds the place of the same name in the successor, whatever its capitals; else drafts it, with what is above.

    Drafts are not saved. They stand in `new_sites` and `new_teams`, what is above before what is below.
    """

    def __init__(self, predecessor: Organisation, successor: Organisation) -> None:
        self._successor = successor
        self._sites = {site.pk: site for site in predecessor.sites.all()}
        self._teams = {team.pk: team for team in predecessor.teams.all()}
        self._sites_there = {site.name.casefold(): site for site in successor.sites.all()}
        self._teams_there = {team.name.casefold(): team for team in successor.teams.all()}
        self._codes_there = {site.ods_code for site in self._sites_there.values()}
        self.new_sites: list[Site] = []
        self.new_teams: list[Team] = []
        self.found_sites: dict[int, Site] = {}
        self.found_teams: dict[int, Team] = {}

    def site(self, key: int | None) -> Site | None:
        """The successor's site for one of the predecessor's."""
        if key is None:
            return None
        old = self._sites[key]
        name = old.name.casefold()
        if name not in self._sites_there:
            code = "" if old.ods_code in self._codes_there else old.ods_code
            self._sites_there[name] = Site(organisation=self._successor, name=old.name, ods_code=code)
            self.new_sites.append(self._sites_there[name])
        elif self._sites_there[name].pk:
            self.found_sites[key] = self._sites_there[name]
        return self._sites_there[name]

    def team(self, key: int | None) -> Team | None:
        """The successor's team for one of the predecessor's."""
        if key is None:
            return None
        old = self._teams[key]
        name = old.name.casefold()
        if name not in self._teams_there:
            new = Team(organisation=self._successor, name=old.name)
            self._teams_there[name] = new
            new.parent, new.site = self.team(old.parent_id), self.site(old.site_id)
            self.new_teams.append(new)
        elif self._teams_there[name].pk:
            self.found_teams[key] = self._teams_there[name]
        return self._teams_there[name]
