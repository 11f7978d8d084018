"""What the part about training plans registers in the kernel."""


def register():
    """Called once by `PlacementsConfig.ready`."""
