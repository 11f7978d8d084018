"""Plugins for every test run; the fixtures are in tests/conftest.py."""

pytest_plugins = ["tests.plugins.rows"]
