"""The only settings file. `AMO_ENV=local` (default) needs nothing set; `AMO_ENV=production` demands every secret."""

import secrets
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import Env

env = Env()
BASE_DIR = Path(__file__).resolve().parent.parent
VAR = Path(env.str("KURSLOP_VAR", str(BASE_DIR / "var")))
NODE_MODULES = BASE_DIR / "node_modules"

AMO_ENV = env.str("AMO_ENV", "local", validate=lambda value: value in {"local", "production"})
PRODUCTION = AMO_ENV == "production"
DEBUG = False


def _local_secret() -> str:
    """A secret of this machine's own, made once and readable by its owner only."""
    path = VAR / "secret"
    if not path.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), "utf-8")
    return path.read_text("utf-8")


SECRET_KEY = env.str("SECRET_KEY") if PRODUCTION else env.str("SECRET_KEY", "") or _local_secret()
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])

# Demo: one-click sign-in, the movable clock and the banner. A system check refuses it in production.
DEMO = env.bool("DEMO", not PRODUCTION)
# Synthetic identity numbers: months + 80 (and + 40), never given to a living person.
SYNTHETIC_IDENTITY_NUMBERS = env.bool("SYNTHETIC_IDENTITY_NUMBERS", not PRODUCTION)
REAL_IDENTITY_NUMBERS = env.bool("REAL_IDENTITY_NUMBERS", PRODUCTION)

INSTALLED_APPS = [
    "amo.apps.AmoConfig",
    "participants.apps.ParticipantsConfig",
    "courses.apps.CoursesConfig",
    "placements.apps.PlacementsConfig",
    "reporting.apps.ReportingConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "axes",
    "crispy_forms",
    "csp",
    "django_filters",
    "django_htmx",
    "django_prometheus",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "amo.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "amo.middleware.SessionLifetimeMiddleware",
    "amo.middleware.ChosenLanguageMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "amo.middleware.ActiveMembershipMiddleware",
    "amo.middleware.HistoryContextMiddleware",
    "amo.middleware.CaseHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "axes.middleware.AxesMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]

ROOT_URLCONF = "amo.urls"
WSGI_APPLICATION = "amo.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "amo.context_processors.shell",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS += ["django.forms"]

# --- database: the app role serves, the owner role migrates ---------------------------------------------------
KURSLOP_ROLE = env.str("KURSLOP_ROLE", "app")
_database_variable = (
    "MIGRATION_DATABASE_URL" if KURSLOP_ROLE == "owner" and env.str("MIGRATION_DATABASE_URL", "") else "DATABASE_URL"
)
DATABASES = {
    "default": env.dj_db_url(
        _database_variable,
        **({} if PRODUCTION else {"default": "postgres://kurslop_app@127.0.0.1:5432/kurslop"}),
    )
}
_timeout = env.int("KURSLOP_STATEMENT_TIMEOUT_MS", 0)
DATABASES["default"] |= {
    "ATOMIC_REQUESTS": True,
    "CONN_MAX_AGE": 60,
    "CONN_HEALTH_CHECKS": True,
}
DATABASES["default"].setdefault("OPTIONS", {})
DATABASES["default"]["OPTIONS"]["options"] = f"-c statement_timeout={_timeout} -c lock_timeout={min(_timeout, 5000)}"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- Celery: wakes, never remembers ---------------------------------------------------------------------------
REDIS_URL = env.str("REDIS_URL") if PRODUCTION else env.str("REDIS_URL", "redis://127.0.0.1:6379/0")
CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1)
CELERY_RESULT_BACKEND = None
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A page never waits for a broker that is away: one try, then the tick finds the work (amo/wake.py).
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 3600,
    "socket_connect_timeout": 2,
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.1,
}
CELERY_TIMEZONE = "Europe/Oslo"
CELERY_BEAT_SCHEDULE = {"tick": {"task": "amo.tasks.tick", "schedule": 60.0, "options": {"expires": 55}}}
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR / "celerybeat-schedule")
CELERY_TASK_SOFT_TIME_LIMIT = 3300
CELERY_TASK_TIME_LIMIT = 3500
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# --- sign-in --------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "amo.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
OIDC_ENABLED = bool(env.str("OIDC_RP_CLIENT_ID", ""))
if OIDC_ENABLED or PRODUCTION:
    INSTALLED_APPS += ["mozilla_django_oidc"]
    AUTHENTICATION_BACKENDS.insert(1, "amo.oidc.EntraBackend")
    OIDC_RP_CLIENT_ID = env.str("OIDC_RP_CLIENT_ID")
    OIDC_RP_CLIENT_SECRET = env.str("OIDC_RP_CLIENT_SECRET")
    OIDC_RP_SIGN_ALGO = "RS256"
    OIDC_OP_AUTHORIZATION_ENDPOINT = env.str("OIDC_OP_AUTHORIZATION_ENDPOINT")
    OIDC_OP_TOKEN_ENDPOINT = env.str("OIDC_OP_TOKEN_ENDPOINT")
    OIDC_OP_USER_ENDPOINT = env.str("OIDC_OP_USER_ENDPOINT")
    OIDC_OP_JWKS_ENDPOINT = env.str("OIDC_OP_JWKS_ENDPOINT")
    OIDC_OP_ISSUER = env.str("OIDC_OP_ISSUER")
    OIDC_USERNAME_CLAIM = env.str("OIDC_USERNAME_CLAIM", "NAVident")
    OIDC_USE_PKCE = True
    OIDC_RP_SCOPES = "openid profile"
    OIDC_TIMEOUT = 10
    LOGIN_REDIRECT_URL_FAILURE = "/logg-inn/"
    OIDC_CREATE_USER = False
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "amo:login"
LOGIN_REDIRECT_URL = "amo:start"
LOGOUT_REDIRECT_URL = "amo:login"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "amo/locked_out.html"
AXES_ENABLED = env.bool("AXES_ENABLED", True)
SESSION_IDLE_SECONDS = 30 * 60
SESSION_ABSOLUTE_SECONDS = 8 * 60 * 60
SESSION_COOKIE_AGE = SESSION_ABSOLUTE_SECONDS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "amo.views.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- transport and content ------------------------------------------------------------------------------------
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", [])
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 6 * 1024 * 1024
MAX_STORED_FILE_BYTES = 5 * 1024 * 1024

# --- language and time ----------------------------------------------------------------------------------------
LANGUAGE_CODE = "nb"
# What employees work in. English is for papers to the person herself (docs/decisions/0011-languages.md).
LANGUAGES = [("nb", _("bokmål")), ("nn", _("nynorsk"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/Oslo"
USE_TZ = True

# --- static files ---------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "staticfiles"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("vendor/aksel", NODE_MODULES / "@navikt/ds-css/dist"),
    ("vendor/fonts", NODE_MODULES / "@fontsource-variable/source-sans-3/files"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
CRISPY_ALLOWED_TEMPLATE_PACKS = ("aksel",)
CRISPY_TEMPLATE_PACK = "aksel"
CRISPY_FAIL_SILENTLY = False

# --- mail: counts and a link, never a client's name -----------------------------------------------------------
EMAIL_BACKEND = env.str(
    "EMAIL_BACKEND",
    "django.core.mail.backends.smtp.EmailBackend" if PRODUCTION else "django.core.mail.backends.filebased.EmailBackend",
)
EMAIL_FILE_PATH = VAR / "mail"
EMAIL_HOST = env.str("EMAIL_HOST", "localhost")
EMAIL_PORT = env.int("EMAIL_PORT", 25)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "kurslop@localhost")
BASE_URL = env.str("BASE_URL", f"http://127.0.0.1:{env.str('PORT', '8000')}")

# --- change history: statement-level triggers, append-only (05-architecture) ----------------------------------
PGHISTORY_APPEND_ONLY = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"},
        "bare": {"format": "%(message)s"},
        "json": {"()": "amo.logs.json_formatter"},
    },
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json" if PRODUCTION else "line"},
        "cef": {"class": "logging.StreamHandler", "formatter": "bare"},
    },
    "loggers": {
        "amo.cef": {"handlers": ["cef"], "level": "INFO", "propagate": False},
        "axes": {"level": "WARNING"},
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", "INFO")},
}
