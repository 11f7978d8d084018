"""The chain with real processes: worker and broker."""
