"""What a new service starts with: roles, capabilities, a front page and a catalogue."""

ROLES = [
    ("doctor", "Doctor"),
    ("nurse", "Nurse"),
    ("allied-health-professional", "Allied health professional"),
    ("pharmacy", "Pharmacist or pharmacy technician"),
    ("paramedic", "Paramedic or ambulance staff"),
    ("gp-admin", "GP practice admin or reception"),
    ("ward-clerk", "Ward clerk or discharge coordinator"),
    ("social-worker", "Social worker"),
    ("care-worker", "Care worker"),
    ("care-home-nurse", "Care home nurse or manager"),
    ("hospice", "Hospice staff"),
    ("midwife-health-visitor", "Midwife or health visitor"),
    ("mental-health", "Mental health practitioner"),
    ("volunteer", "Volunteer or link worker"),
    ("unpaid-carer", "Unpaid carer"),
    ("manager", "Manager or information governance lead"),
]
CAPABILITIES = [
    ("care-planning", "Care planning"),
    ("discharge", "Discharge and transfer of care"),
    ("referrals", "Referrals"),
    ("medicines", "Medicines"),
    ("urgent-care", "Urgent and emergency care"),
    ("safeguarding", "Safeguarding"),
    ("end-of-life", "End of life"),
    ("access-confidentiality", "Access and confidentiality"),
]
