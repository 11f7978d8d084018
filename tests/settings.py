"""The settings of every test: the project's own, made hostile (tests/hostile.py)."""

from amo.settings import *  # noqa: F403
from amo.settings import INSTALLED_APPS, MIDDLEWARE, TEMPLATES, VAR
from tests.hostile import UndefinedVariable

# A page that asks the database once per row fails.
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = ["zeal.middleware.zeal_middleware", *MIDDLEWARE]
ZEAL_RAISE = True
# The clock page runs the tick: the state of each job is read under that job's lock, and every kind of job may wait.
ZEAL_ALLOWLIST = [{"model": "amo.JobState"}, {"model": "amo.JobRun"}]

TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedVariable()
# Fail where the page is asked for, not in an error page.
DEBUG_PROPAGATE_EXCEPTIONS = False

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
# tests/amo/test_sign_in.py turns it on for itself.
AXES_ENABLED = False
EMAIL_FILE_PATH = VAR / "mail-test"
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600, "socket_connect_timeout": 1, "max_retries": 0}
