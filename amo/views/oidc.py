"""The two steps of OIDC sign-in, opened to those who are not signed in yet."""

from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from amo.policy import public_page

oidc_start = public_page(OIDCAuthenticationRequestView.as_view())
oidc_callback = public_page(OIDCAuthenticationCallbackView.as_view())
