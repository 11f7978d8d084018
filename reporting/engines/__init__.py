"""Pure counting functions: no ORM, no clock, no text for users."""
