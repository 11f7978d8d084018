"""Clients of the tests: signed in with a membership, and requests whose effects are taken back."""

from contextlib import contextmanager

from django.db import transaction
from django.test import Client


def signed_in(membership, **kwargs) -> Client:
    """A client with that membership active; nobody's for None."""
    client = Client(**kwargs)
    if membership is not None:
        client.force_login(membership.user, backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        session["membership"] = membership.pk
        session.save()
    return client


@contextmanager
def undone():
    """What is done inside is rolled back: the same world serves the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
