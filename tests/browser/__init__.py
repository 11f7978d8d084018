"""Every page of the chain in headless Chromium."""
