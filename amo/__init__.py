"""The project package and the shared kernel: users, organisations, access, log, jobs and forms."""
