"""What the part about places registers in the kernel."""


def register():
    """Called once by `CoursesConfig.ready`."""
