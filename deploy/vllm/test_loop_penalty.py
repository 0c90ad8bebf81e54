"""A vocabulary of 100 tokens, each answer a list of them."""

import random
from itertools import cycle, islice
from types import SimpleNamespace

import pytest
import torch
from loop_penalty import LoopPenalty, LoopPenaltyLogitsProcessor

VOCABULARY = 100


def losses(answer: list[int], strength: float = 0.5) -> dict[int, float]:
    """What each token loses as the next one."""
    logits = LoopPenalty(strength)(answer, torch.zeros(VOCABULARY))
    return {token: -value for token, value in enumerate(logits.tolist()) if value}


def repeated(unit: list[int], tokens: int) -> list[int]:
    return list(islice(cycle(unit), tokens))


def test_a_loop_costs_the_token_that_goes_on_with_it_and_ever_more():
    unit = list(range(20))
    # Once, and then three quarters of it again.
    assert losses(repeated(unit, 34)) == {}
    assert losses(repeated(unit, 35)) == {15: 0.5}
    assert losses(repeated(unit, 36)) == {16: 1.0}
    assert losses(repeated(unit, 45)) == {5: 5.5}


def test_what_is_said_before_a_loop_does_not_matter():
    assert losses([90, 91, 92, *repeated(list(range(20)), 35)]) == {15: 0.5}


def test_a_loop_that_was_left_costs_nothing():
    assert losses([*repeated(list(range(20)), 40), 99]) == {}


@pytest.mark.parametrize("period", [2, 7, 12])
def test_a_short_period_may_stand_for_twelve_tokens(period):
    assert losses(repeated(list(range(period)), period + 11)) == {}
    assert list(losses(repeated(list(range(period)), period + 12)).values()) == [0.5]


def test_the_same_address_in_two_fields_is_no_loop():
    address, between = list(range(30)), list(range(40, 80))
    assert losses([*address, *between, *address]) == {}


def test_a_stutter_without_a_period_costs_the_token_that_it_is_made_of():
    chance = random.Random(7)
    noise = [7 if chance.random() < 0.8 else chance.randrange(10, VOCABULARY) for _ in range(48)]
    assert losses(noise) == {7: 0.5 * (noise.count(7) - 24)}


def test_a_token_may_make_up_half_of_what_is_said():
    assert losses([token for other in range(10, 34) for token in (7, other)]) == {}


def test_an_answer_may_be_heard_in_parts():
    answer, whole = repeated(list(range(20)), 50), LoopPenalty(0.5)
    in_parts = [whole(answer[:length], torch.zeros(VOCABULARY)) for length in range(len(answer) + 1)]
    at_once = [
        LoopPenalty(0.5)(answer[:length], torch.zeros(VOCABULARY)) for length in range(len(answer) + 1)
    ]
    assert torch.equal(torch.stack(in_parts), torch.stack(at_once))


def params(**extra: object) -> SimpleNamespace:
    return SimpleNamespace(extra_args=extra or None)


@pytest.fixture
def processor() -> LoopPenaltyLogitsProcessor:
    return LoopPenaltyLogitsProcessor(None, torch.device("cpu"), False)


def test_only_requests_that_ask_for_it_have_it(processor):
    assert processor.new_req_logits_processor(params()) is None
    assert processor.new_req_logits_processor(params(loop_penalty=0)) is None
    assert processor.new_req_logits_processor(params(loop_penalty=2)).strength == 2


@pytest.mark.parametrize("strength", [-1, "0.5", True, None])
def test_a_strength_that_is_none_is_refused(strength):
    with pytest.raises(ValueError, match="loop_penalty must be a number from 0, not "):
        LoopPenaltyLogitsProcessor.validate_params(params(loop_penalty=strength))
