"""Every write of the reporting app."""
