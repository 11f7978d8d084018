"""Routes of the advice's weights and the allocation's criteria: the same pages for both engines."""

from django.urls import path

from courses.models import PolicyVersion
from courses.views import policies

PAGES = (
    ("", policies.policy_list, "list"),
    ("nytt/", policies.policy_new, "new"),
    ("<int:number>/", policies.policy_detail, "detail"),
    ("<int:number>/ta-i-bruk/", policies.policy_use, "use"),
    ("<int:number>/forkast/", policies.policy_discard, "discard"),
)
ENGINES = (
    ("vekter", "policy", PolicyVersion.Engine.ADVICE),
    ("kriterier", "criteria", PolicyVersion.Engine.ALLOCATION),
)

urlpatterns = [
    path(f"{folder}/{rest}", view, {"engine": str(engine)}, name=f"{route}_{name}")
    for folder, route, engine in ENGINES
    for rest, view, name in PAGES
]
