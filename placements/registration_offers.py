"""What the part about job offers and references registers in the kernel."""


def register():
    """Called once by `PlacementsConfig.ready`."""
