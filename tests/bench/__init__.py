"""Durations, printed and never asserted: `python -m tests.bench [part of a name …]`.

A bench is a function with ``@bench("name")`` in a module of this package. It yields (label, what was counted) after
each part it wants timed, and the runner prints the seconds since the last one.
"""

import importlib
import pkgutil
import resource
import time
from collections.abc import Callable, Iterator

Steps = Iterator[tuple[str, object]]
BENCHES: dict[str, Callable[[], Steps]] = {}


def bench(name: str) -> Callable[[Callable[[], Steps]], Callable[[], Steps]]:
    """Register a bench under a name. Raises ValueError for a name that is taken."""

    def register(function: Callable[[], Steps]) -> Callable[[], Steps]:
        if name in BENCHES:
            raise ValueError(f"two benches called {name}")
        BENCHES[name] = function
        return function

    return register


def load() -> None:
    """Import every module of the package, so that its benches are registered."""
    for module in pkgutil.iter_modules(__path__):
        if module.name != "__main__":
            importlib.import_module(f"{__name__}.{module.name}")


def run(words: list[str]) -> int:
    """Run the benches whose name holds one of the words, or all. Returns 1 when there is none."""
    load()
    chosen = [name for name in sorted(BENCHES) if not words or any(word in name for word in words)]
    for name in chosen:
        print(name)
        before = time.perf_counter()
        for label, counted in BENCHES[name]():
            now = time.perf_counter()
            print(f"  {now - before:8.2f} s  {label:<44} {counted}")
            before = time.perf_counter()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"             largest memory of the process so far: {peak} MB")
    if not chosen:
        print("No bench has a name like that. There are: " + ", ".join(sorted(BENCHES)))
    return 0 if chosen else 1
