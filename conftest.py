"""Plugins for every test run; the fixtures are in tests/conftest.py."""

import pytest

pytest_plugins = ["tests.plugins.rows"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, django_db_blocker):
    """Make the test database a copy of one that is migrated already."""
    from django.db import connection

    from tests.plugins.template_db import ready_template

    with django_db_blocker.unblock():
        connection.settings_dict["TEST"]["TEMPLATE"] = ready_template()
