"""`{% panels list_of_panels %}`: what other apps add to a page (amo/panels.py)."""

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def panels(context, items):
    """Render each panel's template with its own context on top of the page's."""
    parts = []
    for item in items:
        if not item.template:
            continue
        with context.push(panel=item, **item.context):
            parts.append(context.template.engine.get_template(item.template).render(context))
    return mark_safe("".join(parts))  # noqa: S308 - rendered by escaping templates
