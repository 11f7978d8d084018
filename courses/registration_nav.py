"""What NAV's part of the app registers in the kernel."""


def register():
    """Called once by `CoursesConfig.ready`."""
