"""Headings of columns that nobody should send here: only their number is told."""

import re

from learners.rosters.reading.columns import heading_key

_PARTS = """
    nationalinsurance nino ninumber dateofbirth birthdate birthday placeofbirth countryofbirth religio belief ethnic
    disab impairment sexualorient sexuality gender maritalstatus civilpartner marriage pregnan maternity paternity
    visa immigration nationality citizenship righttowork passport salary wage payscale payband paygrade payrate
    paypoint spinepoint annualpay basicpay grosspay bankaccount bankname sortcode accountnumber iban pension taxcode
    homeaddress addressline address1 address2 address3 addr1 addr2 postcode postaladdress street phone mobile telephone
    personalemail homeemail privateemail sickness sickleave absence medical vaccin immunis fitnote
    occupationalhealth criminal conviction disclosure barring dbscheck disciplin grievance suspension tradeunion
    unionmember nextofkin emergencycontact relationship dependant nhsnumber maidenname formersurname reasonforleaving
    leavingreason smartcard photo biometric genetic politic driving
""".split()
_WORDS = frozenset("ni dob sex age bank pay tax address kin dbs religion race health crb pronouns".split())
_HARMLESS = frozenset(("emailaddress", "workemailaddress", "medicalanddental"))


def looks_sensitive(header: str) -> bool:
    """Whether a heading names what is nobody's business here: health, belief, origin, pay, home, and the like."""
    key = heading_key(header)
    if not key or key in _HARMLESS:
        return False
    words = re.sub(r"([a-z])([A-Z])", r"\1 \2", header).casefold()
    return any(part in key for part in _PARTS) or not _WORDS.isdisjoint(re.findall(r"[^\W\d_]+", words))
