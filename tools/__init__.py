"""Set-up and checks behind the Makefile; nothing here is imported by the app."""
