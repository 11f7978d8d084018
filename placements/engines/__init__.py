"""Pure reckoning of the placements app: no database, no clock."""
