"""Signing in: one door for the site and the CMS (django-allauth)."""

from django.urls import reverse_lazy

from training.settings.base import env

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = ["learners.people.backends.PersonBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/"
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # allauth has the one page for it
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False

ACCOUNT_ADAPTER = "learners.people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_UNIQUE_EMAIL = True
ACCOUNT_EMAIL_VERIFICATION = "none"  # accounts are made by the service, from addresses that employers gave
ACCOUNT_PREVENT_ENUMERATION = True
# A hospital signs in from one address at the start of a shift; guessing at one account is what must be slow.
ACCOUNT_RATE_LIMITS: dict[str, str] | bool = {
    "login": "600/m/ip",
    "login_failed": "60/m/ip,5/5m/key",
    "request_login_code": "300/m/ip,5/15m/key",
    "reset_password": "60/m/ip,5/m/key",
}
ACCOUNT_FORMS = {
    "request_login_code": "learners.people.forms.RequestCodeForm",
    "reset_password": "learners.people.forms.NewPasswordForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True  # of every change of how somebody signs in
ACCOUNT_LOGOUT_REDIRECT_URL = "/?ended=by_hand"
# Clear-Site-Data, over HTTPS. "cookies" reaches every site below the same registered domain.
CLEARED_AT_SIGN_OUT = env.list("CLEARED_AT_SIGN_OUT", default=["cache", "cookies", "storage"])
ACCOUNT_SESSION_REMEMBER = False  # wards share their computers
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60  # seconds

# A code by e-mail instead of a password. Eight digits, three tries, ten minutes.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}

# Passkeys, and the second step: docs/adr/0013-ways-to-sign-in.md
MFA_ADAPTER = "learners.people.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["recovery_codes", "totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1  # half a minute early or late: clocks of phones differ
MFA_ALLOW_UNVERIFIED_EMAIL = True  # employers gave the addresses
MFA_RATE_LIMITS: dict[str, str] | bool = {"webauthn_login": "600/m/ip"}
MFA_FORMS = {
    "activate_totp": "learners.people.forms.SetUpCodesForm",
    "add_webauthn": "learners.people.forms.AddPasskeyForm",
    "edit_webauthn": "learners.people.forms.RenamePasskeyForm",
    "login_webauthn": "learners.people.forms.SignInByPasskeyForm",
    "authenticate_webauthn": "learners.people.forms.SecondStepByPasskeyForm",
    "reauthenticate_webauthn": "learners.people.forms.ProveByPasskeyForm",
}

# Whoever manages people or works in the CMS signs in in two steps. Production asks for it unless told otherwise.
SECOND_STEP_REQUIRED = env.bool("SECOND_STEP_REQUIRED", default=False)
SECOND_STEP_GUARDS = ["/cms/", "/managing/"]  # what stays closed until then

# Employers' own accounts, by OpenID Connect: docs/single-sign-on.md. Secrets by the slug of the provider, as JSON.
SOCIALACCOUNT_ADAPTER = "learners.single_sign_on.adapters.SocialAccountAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # an address alone opens no account
OIDC_CLIENT_SECRETS: dict[str, str] = env.json("OIDC_CLIENT_SECRETS", default={})
OIDC_HTTP_ON_THIS_MACHINE = False

SESSION_COOKIE_AGE = 10 * 60 * 60  # seconds: a shift, and the longest that any sign-in lasts
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
