"""WSGI entry point (gunicorn amo.wsgi)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amo.settings")

application = get_wsgi_application()
