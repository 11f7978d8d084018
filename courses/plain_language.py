"""How easy a text is to read: sentence length and LIX, shown to whoever writes for people. Never a judge, only a hint."""

import re
from dataclasses import dataclass

LONG_SENTENCE = 20
"""Words; a longer sentence is shown to its writer."""

LONG_WORD = 7
"""Letters from which LIX counts a word as long."""

EASY, ORDINARY = 35, 45
"""LIX below: easy; below: ordinary; otherwise hard."""

_END = re.compile(r"(?<=[.!?:])\s+|\n+")
_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d+")


@dataclass(frozen=True)
class Reading:
    """What was counted in a text. `long_sentences` in the order they stand."""

    words: int
    sentences: int
    lix: int
    long_sentences: tuple[str, ...] = ()

    @property
    def average(self) -> float:
        """Words in a sentence."""
        return round(self.words / self.sentences, 1) if self.sentences else 0.0

    @property
    def level(self) -> str:
        """ "easy", "ordinary" or "hard"; "" for a text without words."""
        if not self.words:
            return ""
        return "easy" if self.lix < EASY else "ordinary" if self.lix < ORDINARY else "hard"


def read(text: str) -> Reading:
    """Count words and sentences. A line of its own, such as a point in a list, is a sentence."""
    sentences = [part.strip() for part in _END.split(text) if _WORD.search(part)]
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    if not words:
        return Reading(0, 0, 0)
    long_words = sum(len(word) >= LONG_WORD for word in words)
    return Reading(
        words=len(words),
        sentences=len(sentences),
        lix=round(len(words) / len(sentences) + 100 * long_words / len(words)),
        long_sentences=tuple(s for s in sentences if len(_WORD.findall(s)) > LONG_SENTENCE),
    )
