"""What the web server calls; refuses to serve an office that is not safe to open."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionoffice.settings")
application = get_wsgi_application()

from unionoffice import checks  # noqa: E402  needs the apps loaded

checks.refuse_to_start()
