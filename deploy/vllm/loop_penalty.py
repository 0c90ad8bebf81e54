"""A logits processor for vLLM that ends what repeats itself.

Loaded with `vllm serve --logits-processors loop_penalty:LoopPenaltyLogitsProcessor` and this folder on
PYTHONPATH. A request asks for it with `vllm_xargs: {"loop_penalty": STRENGTH}`; without, it costs nothing.

A small model that copies a list begins it anew where two items resemble each other, and goes round until
the limit. vLLM's frequency penalty ends that late and takes from every token that is said often, a JSON's
quotes among them. This one takes from a token only

- in a loop: the last tokens are those that stood one period before them, for 12 tokens and three quarters
  of the period; the token that would go on with it loses STRENGTH for each token that it goes on; or
- in a stutter: one token makes up more than half of the last 48; it loses STRENGTH for each one above.

The loss grows, so that the loop is left where the model doubts most. Keys of an answer stand in it once:
no loop goes beyond one value.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from vllm.v1.sample.logits_processor import AdapterLogitsProcessor

if TYPE_CHECKING:
    import torch
    from vllm import SamplingParams

LONGEST_PERIOD = 256
LOOP_TOKENS = 12
LOOP_PART = 0.75
LATELY = 48

PERIODS = np.arange(1, LONGEST_PERIOD + 1)
LOOP_BEGINS = np.maximum(LOOP_TOKENS, np.ceil(LOOP_PART * PERIODS)).astype(np.int64)


class LoopPenalty:
    """One answer: what it said last, and for how long it has repeated itself at each period."""

    def __init__(self, strength: float):
        self.strength = strength
        self.seen = 0
        # The token said p tokens ago at p - 1; -1: none.
        self.recent = np.full(LONGEST_PERIOD, -1, dtype=np.int64)
        # For how many tokens each was the one said p tokens before it.
        self.repeated = np.zeros(LONGEST_PERIOD, dtype=np.int64)

    def __call__(self, output_ids: list[int], logits: "torch.Tensor") -> "torch.Tensor":
        """Changes `logits` (vocabulary) in place; `output_ids` grows between calls."""
        self.hear(output_ids[self.seen :])
        self.seen = len(output_ids)
        for token, excess in (self.loop(), self.stutter()):
            if excess > 0:
                logits[token] -= self.strength * excess
        return logits

    def hear(self, tokens: Sequence[int]) -> None:
        for token in tokens:
            self.repeated = np.where(self.recent == token, self.repeated + 1, 0)
            self.recent = np.concatenate(([token], self.recent[:-1]))

    def loop(self) -> tuple[int, int]:
        """The token that would go on with the loop, and for how long there has been one (0 or less: none)."""
        excess = self.repeated - LOOP_BEGINS + 1
        longest = int(excess.argmax())
        return int(self.recent[longest]), int(excess[longest])

    def stutter(self) -> tuple[int, int]:
        """A token that makes up more than half of the last ones, and by how many (0 or less: none)."""
        lately = self.recent[:LATELY]
        # What makes up more than half is the median.
        token = int(np.partition(lately, LATELY // 2)[LATELY // 2])
        return token, 0 if token < 0 else int((lately == token).sum()) - LATELY // 2


class LoopPenaltyLogitsProcessor(AdapterLogitsProcessor):
    """`loop_penalty` of a request's `vllm_xargs`, a number from 0; absent or 0: none."""

    @classmethod
    def validate_params(cls, sampling_params: "SamplingParams") -> None:
        strength = _strength(sampling_params)
        if isinstance(strength, bool) or not isinstance(strength, int | float) or strength < 0:
            raise ValueError(f"loop_penalty must be a number from 0, not {strength!r}")

    def is_argmax_invariant(self) -> bool:
        return False

    def new_req_logits_processor(self, params: "SamplingParams") -> LoopPenalty | None:
        strength = _strength(params)
        return LoopPenalty(strength) if strength else None


def _strength(params: "SamplingParams") -> float:
    return (params.extra_args or {}).get("loop_penalty", 0)
