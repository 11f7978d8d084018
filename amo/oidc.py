"""Sign-in with Entra ID in production: known users only, by their Nav-ident (06-access, "Hardening")."""

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from mozilla_django_oidc.auth import OIDCAuthenticationBackend


class EntraBackend(OIDCAuthenticationBackend):
    """Who signs in is in the ID token; no user is made, none is changed, and no other claim is believed."""

    def get_user(self, user_id):
        """The user of a session; None once she may not sign in any more (the library would keep her signed in)."""
        user = super().get_user(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None

    def verify_token(self, token, **kwargs):
        """Signature and nonce as in the library; also audience and issuer, which the library leaves out.

        Raises SuspiciousOperation for a token that was made for somebody else.
        """
        payload = super().verify_token(token, **kwargs)
        audience = payload.get("aud")
        if settings.OIDC_RP_CLIENT_ID not in (audience if isinstance(audience, list) else [audience]):
            raise SuspiciousOperation("the token is for another audience")
        if payload.get("iss") != settings.OIDC_OP_ISSUER:
            raise SuspiciousOperation("the token is from another issuer")
        return payload

    def get_userinfo(self, access_token, id_token, payload):
        """The verified ID token's claims: no second call, no second truth."""
        return payload

    def verify_claims(self, claims):
        """Only with the claim that names the user."""
        return bool(claims.get(settings.OIDC_USERNAME_CLAIM))

    def filter_users_by_claims(self, claims):
        """The one user with this user name, if she may sign in."""
        name = claims.get(settings.OIDC_USERNAME_CLAIM)
        return (
            self.UserModel.objects.filter(username__iexact=name, is_active=True)
            if name
            else self.UserModel.objects.none()
        )
