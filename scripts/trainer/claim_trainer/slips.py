"""Slips: wrong tokens within an answer, after which the right ones are learnt.

A model that only ever reads right answers has never seen its own mistakes; one wrong token, and it
repeats itself or loses its place (exposure bias: Bengio et al. 2015, arXiv:1506.03099). A slip never
breaks the answer's JSON: what follows it would teach a model to go on in a broken one.
"""

import random
import re
from dataclasses import dataclass, field

from .data import Examples
from .prompts import ANSWER, DOCUMENT, GIVEN

# Tokens of a value that are said again (more often few than many), fields that are, how often either, and
# tokens that are read from the wrong place.
REPEATED_AT_MOST = 18
FIELDS_AT_MOST = 3
REPEATS_AT_MOST = 6
MISREAD_AT_MOST = 3

# A token that opens a field after another.
KEY = re.compile(r'^,"[^"]+":$')
# What JSON escapes in a string.
ESCAPED = re.compile(r'["\\\x00-\x1f]')


@dataclass
class Marks:
    """What tokens are to an answer's JSON."""

    quotes: frozenset[int]
    backslashes: frozenset[int]
    keys: frozenset[int]
    # All that the text of a string cannot hold as they are.
    unsaid: frozenset[int]


def marks_of(texts: list[str]) -> Marks:
    """The marks of a vocabulary, given the text of each token."""

    def where(holds) -> frozenset[int]:
        return frozenset(token for token, text in enumerate(texts) if holds(text))

    return Marks(
        quotes=where(lambda text: text == '"'),
        backslashes=where(lambda text: text == "\\"),
        keys=where(KEY.search),
        unsaid=where(ESCAPED.search),
    )


def with_slips(examples: Examples, share: float, longest: int, seed: int, marks: Marks) -> Examples:
    """
    The examples with a slip before this share of the tokens of strings and of keys: within a string what it
    said last once more, or some of the document in place of what comes; before a key the last few fields once
    more. No slip is learnt itself. An example that would exceed `longest` tokens stays as it is.
    """
    import numpy

    chance = random.Random(seed)
    tokens, roles, starts = [], [], [0]
    for index in range(len(examples)):
        start, end = examples.starts[index], examples.starts[index + 1]
        one, role = examples.tokens[start:end].tolist(), examples.roles[start:end].tolist()
        slipped = slip(one, role, share, chance, marks)
        if len(slipped[0]) <= longest:
            one, role = slipped
        tokens.append(numpy.array(one, dtype=numpy.uint16))
        roles.append(numpy.array(role, dtype=numpy.uint8))
        starts.append(starts[-1] + len(one))
    return Examples(
        numpy.concatenate(tokens), numpy.concatenate(roles), numpy.array(starts), examples.skipped
    )


@dataclass
class Written:
    """An answer as far as it is written: where its string began, if it is in one, and its fields."""

    tokens: list[int] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)
    string: int | None = None
    fields: list[int] = field(default_factory=list)
    escapes: bool = False

    def add(self, token: int, role: int, marks: Marks) -> None:
        self.tokens.append(token)
        self.roles.append(role)
        if role != ANSWER:
            self.string, self.fields = None, []
        elif token in marks.keys and self.string is None:
            self.fields.append(len(self.tokens) - 1)
        elif token in marks.quotes and not self.escapes:
            self.string = len(self.tokens) if self.string is None else None
        self.escapes = token in marks.backslashes and not self.escapes

    def slipped(self, again: list[int]) -> None:
        """Adds tokens that are not learnt and leave the answer where it is."""
        self.tokens += again
        self.roles += [GIVEN] * len(again)


def slip(
    tokens: list[int], roles: list[int], share: float, chance: random.Random, marks: Marks
) -> tuple[list[int], list[int]]:
    """One sequence with its slips: token ids and roles."""
    document = [at for at, role in enumerate(roles) if role == DOCUMENT]
    made = Written()
    at = 0
    while at < len(tokens):
        if roles[at] == ANSWER and not made.escapes and chance.random() < share:
            if made.string is not None:
                again = repetition(made, chance, marks) if chance.random() < 0.5 else []
                if not again and document:
                    again = misreading(tokens, chance.choice(document), chance, marks)
                    for _ in again:
                        at += tokens[at] not in marks.unsaid
                made.slipped(again)
            elif tokens[at] in marks.keys and made.fields:
                first = made.fields[-min(len(made.fields), chance.randint(1, FIELDS_AT_MOST))]
                made.slipped(made.tokens[first:] * chance.randint(1, REPEATS_AT_MOST))
        made.add(tokens[at], roles[at], marks)
        at += 1
    return made.tokens, made.roles


def repetition(made: Written, chance: random.Random, marks: Marks) -> list[int]:
    """What the string said last, again and again; nothing at its beginning or where it holds an escape."""
    count = min(chance.randint(1, REPEATED_AT_MOST), chance.randint(1, REPEATED_AT_MOST))
    said = made.tokens[made.string :][-count:]
    return [] if marks.unsaid.intersection(said) else said * chance.randint(1, REPEATS_AT_MOST)


def misreading(tokens: list[int], place: int, chance: random.Random, marks: Marks) -> list[int]:
    """The next few tokens from a place of the document, as far as a string can hold them."""
    read = tokens[place : place + chance.randint(1, MISREAD_AT_MOST)]
    end = next((index for index, token in enumerate(read) if token in marks.unsaid), len(read))
    return read[:end]
