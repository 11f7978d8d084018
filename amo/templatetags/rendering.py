"""Helpers the tag libraries share: render a part with its own context, read dicts and objects alike."""

from django.forms.utils import flatatt
from django.utils.safestring import SafeString


def render_part(context, template_name: str, data: dict) -> SafeString:
    """Render a component with `data` only (as an inclusion tag does), keeping the CSRF token."""
    part = context.template.engine.get_template(template_name)
    own = context.new(data)
    if "csrf_token" in context:
        own["csrf_token"] = context["csrf_token"]
    return part.render(own)


def pick(source, **defaults) -> dict:
    """Values of a dict or an object under the given names, with defaults where they are missing."""
    if isinstance(source, dict):
        return {name: source.get(name, default) for name, default in defaults.items()}
    return {name: getattr(source, name, default) for name, default in defaults.items()}


def attributes(attrs: dict) -> SafeString:
    """Keyword arguments as HTML attributes; underscores become dashes, False and None are left out."""
    return flatatt(
        {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items() if value not in (None, False)}
    )
