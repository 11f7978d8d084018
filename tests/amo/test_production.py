"""What production must never run with, and sign-in with Entra ID."""

import os
import subprocess
import sys

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import SuspiciousOperation

from amo.checks_deploy import production_is_closed
from tests import factories

GOOD = {
    "PRODUCTION": True,
    "DEMO": False,
    "SYNTHETIC_IDENTITY_NUMBERS": False,
    "SECRET_KEY": "s" * 50,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "OIDC_ENABLED": True,
}


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"DEMO": True}, ["amo.E010"]),
        ({"SYNTHETIC_IDENTITY_NUMBERS": True}, ["amo.E011"]),
        ({"SECRET_KEY": "short"}, ["amo.E012"]),
        ({"CSRF_COOKIE_SECURE": False}, ["amo.E013"]),
        ({"OIDC_ENABLED": False}, ["amo.E014"]),
        ({"PRODUCTION": False, "DEMO": True, "OIDC_ENABLED": False}, []),
    ],
)
def test_production_refuses_what_is_for_the_demo(settings, change, codes):
    for name, value in (GOOD | change).items():
        setattr(settings, name, value)
    assert [error.id for error in production_is_closed(None)] == codes


OIDC = {
    "OIDC_RP_CLIENT_ID": "kurslop",
    "OIDC_RP_CLIENT_SECRET": "hemmelig",
    "OIDC_OP_AUTHORIZATION_ENDPOINT": "https://login.example/authorize",
    "OIDC_OP_TOKEN_ENDPOINT": "https://login.example/token",
    "OIDC_OP_USER_ENDPOINT": "https://login.example/user",
    "OIDC_OP_JWKS_ENDPOINT": "https://login.example/keys",
    "OIDC_OP_ISSUER": "https://login.example/",
}


def check_production(**change) -> subprocess.CompletedProcess:
    """`manage.py check` in a process of its own with the environment of production."""
    environment = {key: value for key, value in os.environ.items() if key not in ("DEMO", "DJANGO_SETTINGS_MODULE")}
    environment |= OIDC | {"AMO_ENV": "production", "SECRET_KEY": "s" * 50, **change}
    environment.setdefault("REDIS_URL", "redis://127.0.0.1:6379/0")
    command = [sys.executable, "manage.py", "check", "--tag", "security"]
    return subprocess.run(command, cwd=django_settings.BASE_DIR, env=environment, capture_output=True, text=True)


def test_the_settings_hold_in_production_and_the_check_is_run():
    fine, demo = check_production(), check_production(DEMO="1")
    assert fine.returncode == 0, fine.stderr
    assert demo.returncode != 0
    assert "amo.E010" in demo.stderr


@pytest.fixture
def backend(settings):
    for name, value in OIDC.items():
        setattr(settings, name, value)
    settings.OIDC_RP_SIGN_ALGO = "RS256"
    settings.OIDC_USERNAME_CLAIM = "NAVident"
    settings.OIDC_CREATE_USER = False
    from amo.oidc import EntraBackend

    return EntraBackend()


@pytest.mark.django_db
def test_a_known_and_active_user_signs_in_and_nobody_is_made(backend):
    user = factories.UserFactory(username="z123456")
    claims = {"NAVident": "Z123456", "email": "noen@nav.example"}
    assert backend.get_or_create_user("access", "id", claims) == user
    other = factories.UserFactory(email="noen@nav.example")
    assert backend.get_or_create_user("access", "id", {"NAVident": "Z999999", "email": other.email}) is None
    user.is_active = False
    user.save()
    assert backend.get_or_create_user("access", "id", claims) is None


@pytest.mark.django_db
@pytest.mark.parametrize("claims", [{}, {"NAVident": ""}, {"email": "noen@nav.example"}])
def test_a_token_without_the_ident_opens_nothing(backend, claims):
    factories.UserFactory(username="", email="noen@nav.example")
    with pytest.raises(SuspiciousOperation):
        backend.get_or_create_user("access", "id", claims)


@pytest.mark.parametrize(
    ("payload", "accepted"),
    [
        ({"aud": "kurslop", "iss": "https://login.example/"}, True),
        ({"aud": ["other", "kurslop"], "iss": "https://login.example/"}, True),
        ({"aud": "other", "iss": "https://login.example/"}, False),
        ({"aud": "kurslop", "iss": "https://evil.example/"}, False),
        ({}, False),
    ],
)
def test_a_token_for_or_from_somebody_else_is_refused(backend, monkeypatch, payload, accepted):
    from mozilla_django_oidc.auth import OIDCAuthenticationBackend

    monkeypatch.setattr(OIDCAuthenticationBackend, "verify_token", lambda self, token, **kwargs: payload)
    if accepted:
        assert backend.verify_token("token") == payload
    else:
        with pytest.raises(SuspiciousOperation):
            backend.verify_token("token")


@pytest.mark.django_db
def test_a_locked_user_is_signed_out_of_a_session_that_runs(backend):
    user = factories.UserFactory()
    assert backend.get_user(user.pk) == user
    user.is_active = False
    user.save()
    assert backend.get_user(user.pk) is None
