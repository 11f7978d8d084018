"""What the part about visits and meetings registers in the kernel."""

from amo import panels


def register():
    """Called once by `PlacementsConfig.ready`."""
    from placements import panels as own

    panels.register("start", "placements", own.for_start, order=30)
