"""Several things at the same instant, each in a thread and a connection of its own."""

import threading
from collections.abc import Callable, Sequence

from django.core.exceptions import ValidationError
from django.db import connection

from amo.versions import StaleVersion

REFUSED = (ValidationError, StaleVersion)
"""What an action may answer one that came second. Anything else is a fault, also in a thread."""


def at_once(works: Sequence[Callable]) -> list:
    """Run every function in a thread of its own, all let go together; returns what they gave or were refused with.

    One answer for each, in no order. Any other exception (a deadlock, a broken constraint) is raised here.
    """
    gate = threading.Barrier(len(works))
    results, faults = [], []

    def run(work):
        try:
            gate.wait()
            results.append(work())
        except REFUSED as error:
            results.append(error)
        except Exception as error:
            faults.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise ExceptionGroup("What was done at once failed", faults)
    return results
