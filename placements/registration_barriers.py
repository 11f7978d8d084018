"""What the part about barriers registers in the kernel."""


def register():
    """Called once by `PlacementsConfig.ready`."""
