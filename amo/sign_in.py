"""The form for local accounts (demo and test only; production signs in by OIDC)."""

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from amo.crispy import AkselFormHelper


class SignInForm(AuthenticationForm):
    """User name and password. Wrong ones and a locked user get the same answer."""

    error_messages = {
        "invalid_login": _("Brukernavnet eller passordet er feil."),
        "inactive": _("Brukernavnet eller passordet er feil."),
    }
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("Brukernavn")
        self.fields["username"].error_messages = {"required": _("Skriv brukernavnet.")}
        self.fields["username"].widget.attrs.pop("autofocus", None)
        self.fields["password"].label = _("Passord")
        self.fields["password"].error_messages = {"required": _("Skriv passordet.")}
        self.helper = AkselFormHelper(self, submit=_("Logg inn"), unsaved=False)
