"""`python -m tests.bench`: see the package."""

import sys

from tests.bench import run

sys.exit(run(sys.argv[1:]))
