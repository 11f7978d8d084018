"""Every write of the placements app."""
