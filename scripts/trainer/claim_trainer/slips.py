"""Slips: wrong tokens within an answer, after which the right ones are learnt.

A model that only ever reads right answers has never seen its own mistakes; one wrong token, and it
repeats itself or loses its place (exposure bias: Bengio et al. 2015, arXiv:1506.03099).
"""

import itertools
import random

from .data import Examples
from .prompts import ANSWER, DOCUMENT, GIVEN

# Tokens that are said again (more often few than many), how often, and tokens that are read from the
# wrong place.
REPEATED_AT_MOST = 18
REPEATS_AT_MOST = 6
MISREAD_AT_MOST = 3


def with_slips(
    examples: Examples, share: float, longest: int, seed: int, unsaid: frozenset[int] = frozenset()
) -> Examples:
    """
    The examples with a slip before this share of the answers' tokens: the last few once more, or some of
    the document in place of the next ones, none of them of `unsaid`. No slip is learnt itself. An example
    that would exceed `longest` tokens stays as it is.
    """
    import numpy

    chance = random.Random(seed)
    tokens, roles, starts = [], [], [0]
    for index in range(len(examples)):
        start, end = examples.starts[index], examples.starts[index + 1]
        one, role = examples.tokens[start:end].tolist(), examples.roles[start:end].tolist()
        slipped = slip(one, role, share, chance, unsaid)
        if len(slipped[0]) <= longest:
            one, role = slipped
        tokens.append(numpy.array(one, dtype=numpy.uint16))
        roles.append(numpy.array(role, dtype=numpy.uint8))
        starts.append(starts[-1] + len(one))
    return Examples(
        numpy.concatenate(tokens), numpy.concatenate(roles), numpy.array(starts), examples.skipped
    )


def slip(
    tokens: list[int],
    roles: list[int],
    share: float,
    chance: random.Random,
    unsaid: frozenset[int] = frozenset(),
) -> tuple[list[int], list[int]]:
    """One sequence with its slips: token ids and roles."""
    document = [at for at, role in enumerate(roles) if role == DOCUMENT]
    made, made_roles = [], []
    at = begun = 0
    while at < len(tokens):
        inside = at > 0 and roles[at] == ANSWER and roles[at - 1] == ANSWER
        if not inside:
            begun = len(made)
        if inside and chance.random() < share:
            if chance.random() < 0.5 or not document:
                repeated = min(chance.randint(1, REPEATED_AT_MOST), chance.randint(1, REPEATED_AT_MOST))
                again = made[max(begun, len(made) - repeated) :] * chance.randint(1, REPEATS_AT_MOST)
            else:
                place = chance.choice(document)
                misread = tokens[place : place + chance.randint(1, MISREAD_AT_MOST)]
                again = list(itertools.takewhile(lambda token: token not in unsaid, misread))
                at = min(at + len(again), last_of_value(tokens, roles, at))
            made += again
            made_roles += [GIVEN] * len(again)
        made.append(tokens[at])
        made_roles.append(roles[at])
        at += 1
    return made, made_roles


def last_of_value(tokens: list[int], roles: list[int], at: int) -> int:
    """The place, from `at` on, of the last token before the next key or the end: what closes a value."""
    keys = {token for token, role in zip(tokens, roles, strict=True) if role == GIVEN}
    while at + 2 < len(roles) and roles[at + 2] == ANSWER and not {tokens[at], tokens[at + 1]} & keys:
        at += 1
    return at
