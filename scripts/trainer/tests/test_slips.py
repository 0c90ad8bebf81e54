import json
import random

import numpy
from claim_trainer.data import Examples
from claim_trainer.prompts import ANSWER, DOCUMENT, GIVEN
from claim_trainer.slips import MISREAD_AT_MOST, marks_of, slip, with_slips

TEXTS = ['"', "\\", "\n", ",", "[", "]", "}", "null", '{"a":', ',"b":', ',"c":', *"stuvwxyz"]
MARKS = marks_of(TEXTS)


def ids(*texts):
    return [TEXTS.index(text) for text in texts]


# A document with marks that no string holds, the keys, and an answer with a string, a list and an escape.
DOC, KEYS = ids("s", '"', "t", "\n", "u", "\\", "z"), ids('{"a":', ',"b":', ',"c":')
ANSWERED = ids(
    *('{"a":', '"', "v", "w", "x", '"'),
    *(',"b":', "[", '"', "y", "t", '"', ",", '"', "s", '"', "]"),
    *(',"c":', '"', "u", "\\", '"', "z", '"', "}"),
)
TOKENS = [*DOC, *KEYS, *ANSWERED]
ROLES = [*[DOCUMENT] * len(DOC), *[GIVEN] * len(KEYS), *[ANSWER] * len(ANSWERED)]
PROMPT = len(DOC) + len(KEYS)
MANY = [slip(TOKENS, ROLES, 0.3, random.Random(seed), MARKS) for seed in range(400)]


def written(tokens):
    return "".join(TEXTS[token] for token in tokens[PROMPT:])


def learnt(tokens, roles):
    return [token for token, role in zip(tokens, roles, strict=True) if role == ANSWER]


def test_document_and_keys_stay():
    for tokens, roles in MANY:
        assert tokens[:PROMPT] == TOKENS[:PROMPT]
        assert roles[:PROMPT] == ROLES[:PROMPT]
        assert len(tokens) == len(roles)


def test_an_answer_with_slips_is_json_with_the_same_keys():
    assert json.loads(written(TOKENS)) == {"a": "vwx", "b": ["yt", "s"], "c": 'u"z'}
    for tokens, _ in MANY:
        assert list(json.loads(written(tokens))) == ["a", "b", "c"]


def test_no_slip_is_learnt_and_what_is_learnt_keeps_its_order():
    for tokens, roles in MANY:
        rest = iter(ANSWERED)
        assert all(token in rest for token in learnt(tokens, roles))


def test_all_but_the_text_of_strings_is_always_learnt():
    kept = [token for token in ANSWERED if TEXTS[token] not in "stuvwxyz"]
    for tokens, roles in MANY:
        assert [token for token in learnt(tokens, roles) if TEXTS[token] not in "stuvwxyz"] == kept


def test_slips_repeat_a_string_or_fields_or_misread_the_document():
    texts = {written(tokens) for tokens, _ in MANY}
    assert any("vvv" in text or "vwvw" in text for text in texts), "what a string said last"
    assert any(text.count(',"b":') > 1 for text in texts), "whole fields"
    lost = [len(ANSWERED) - len(learnt(*one)) for one in MANY]
    assert min(lost) == 0, "a repetition replaces nothing"
    assert max(lost) > 0, "a misreading stands in place of what was right"
    assert max(len(tokens) for tokens, _ in MANY) > len(TOKENS) + MISREAD_AT_MOST


def test_examples_keep_their_number_and_their_bounds():
    examples = Examples(
        numpy.array(TOKENS * 40, dtype=numpy.uint16),
        numpy.array(ROLES * 40, dtype=numpy.uint8),
        numpy.arange(41) * len(TOKENS),
        skipped=3,
    )
    longest = len(TOKENS) + 4
    made = with_slips(examples, 0.3, longest, 1, MARKS)
    lengths = [made.length(index) for index in range(len(made))]
    assert len(made) == 40
    assert made.skipped == 3
    assert len(TOKENS) < max(lengths) <= longest, "what would be longer stays as it was"
    assert len(made.tokens) == len(made.roles) == made.starts[-1]
    again = with_slips(examples, 0.3, longest, 1, MARKS)
    assert (again.tokens == made.tokens).all()
    assert with_slips(examples, 0.3, longest, 2, MARKS).tokens.tolist() != made.tokens.tolist()
