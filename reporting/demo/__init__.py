"""The demo world: invented persons with synthetic identity numbers, dated relative to today, the same for a seed.

Facts about courses, offices and hiring requirements are from the Fafo report; every person, employer and provider
is made up. Results, grants, counters and portfolio rows are computed by the app's own code, never written here.
"""
