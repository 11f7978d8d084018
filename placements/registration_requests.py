"""What the part about requests for a placement registers in the kernel."""


def register():
    """Called once by `PlacementsConfig.ready`."""
