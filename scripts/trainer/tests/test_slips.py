import random

import numpy
from claim_trainer.data import Examples
from claim_trainer.prompts import ANSWER, DOCUMENT, GIVEN
from claim_trainer.slips import MISREAD_AT_MOST, slip, with_slips

# A document, two keys, and an answer: key, quote, three tokens, quote, key, null, end.
DOC, KEYS, ANSWERED = [100, 101, 102, 103], [7, 8], [7, 1, 100, 101, 102, 1, 8, 9, 2]
TOKENS = [*DOC, *KEYS, *ANSWERED]
ROLES = [*[DOCUMENT] * len(DOC), *[GIVEN] * len(KEYS), *[ANSWER] * len(ANSWERED)]
MANY = [slip(TOKENS, ROLES, 0.3, random.Random(seed)) for seed in range(300)]


def learnt(tokens, roles):
    return [token for token, role in zip(tokens, roles, strict=True) if role == ANSWER]


def test_document_and_keys_stay():
    given = len(DOC) + len(KEYS)
    for tokens, roles in MANY:
        assert tokens[:given] == TOKENS[:given]
        assert roles[:given] == ROLES[:given]
        assert len(tokens) == len(roles)


def test_no_slip_is_learnt_and_what_is_learnt_keeps_its_order():
    for tokens, roles in MANY:
        rest = iter(ANSWERED)
        assert all(token in rest for token in learnt(tokens, roles))


def test_keys_and_the_ends_of_values_are_always_learnt():
    for tokens, roles in MANY:
        assert [token for token in learnt(tokens, roles) if token in (7, 8, 9, 2)] == [7, 8, 9, 2]
        assert learnt(tokens, roles).index(8) > 0
        assert learnt(tokens, roles)[learnt(tokens, roles).index(8) - 1] == 1, "the quote that closes"


def test_slips_repeat_the_answer_or_misread_the_document():
    lost = [len(ANSWERED) - len(learnt(*one)) for one in MANY]
    assert min(lost) == 0, "a repetition replaces nothing"
    assert max(lost) > 0
    longest = max(len(tokens) for tokens, _ in MANY)
    assert longest > len(TOKENS) + MISREAD_AT_MOST


def test_no_slip_says_what_a_value_cannot_hold_or_repeats_the_prompt():
    last, prompt = DOC[-1], len(DOC) + len(KEYS)
    assert any(last in tokens[prompt:] for tokens, _ in MANY), "it is misread where nothing forbids it"
    for seed in range(300):
        tokens, _ = slip(TOKENS, ROLES, 0.3, random.Random(seed), frozenset({last}))
        assert last not in tokens[prompt:]


def test_examples_keep_their_number_and_their_bounds():
    examples = Examples(
        numpy.array(TOKENS * 40, dtype=numpy.uint16),
        numpy.array(ROLES * 40, dtype=numpy.uint8),
        numpy.arange(41) * len(TOKENS),
        skipped=3,
    )
    made = with_slips(examples, 0.3, len(TOKENS) + 4, seed=1)
    lengths = [made.length(index) for index in range(len(made))]
    assert len(made) == 40
    assert made.skipped == 3
    assert len(TOKENS) < max(lengths) <= len(TOKENS) + 4, "what would be longer stays as it was"
    assert len(made.tokens) == len(made.roles) == made.starts[-1]
    again = with_slips(examples, 0.3, len(TOKENS) + 4, seed=1)
    assert (again.tokens == made.tokens).all()
    assert with_slips(examples, 0.3, len(TOKENS) + 4, seed=2).tokens.tolist() != made.tokens.tolist()
