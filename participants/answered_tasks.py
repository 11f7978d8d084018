"""Tasks that are done by writing what was done on a page of their own: registered by upper apps in `ready()` (P9, K1)."""

_kinds: set[str] = set()


def register(kind: str) -> None:
    """Tasks of this kind are not ticked off in the list: their address leads to where they are answered."""
    _kinds.add(kind)


def is_answered_elsewhere(kind: str) -> bool:
    """Whether the task is done only where its address leads."""
    return kind in _kinds
