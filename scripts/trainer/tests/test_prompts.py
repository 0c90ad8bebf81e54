"""What a server renders is what training showed, token for token."""

import pytest
from claim_trainer.data import load_tokenizer
from claim_trainer.prompts import (
    ANSWER,
    CLAIM_KEYS,
    REASONING,
    Turn,
    chat_template,
    compact,
    encode_turns,
    turns_of,
)
from conftest import ODD, claim

KEYS_WITH_SIGNS = ("it's", "a\\b", "ünder", 'quote"d')


def served(folder, keys, turns: list[Turn], answered: bool) -> list[int]:
    """The tokens of the conversation as transformers renders it with the template of a model version."""
    from transformers import PreTrainedTokenizerFast

    fast = PreTrainedTokenizerFast(tokenizer_file=str(folder / "tokenizer.json"))
    messages = []
    for turn in turns:
        messages.append({"role": "user", "content": turn.text})
        messages.append({"role": "assistant", "content": compact(turn.answer)})
    text = fast.apply_chat_template(
        messages if answered else messages[:-1],
        chat_template=chat_template(keys),
        tokenize=False,
        add_generation_prompt=not answered,
    )
    return fast(text, add_special_tokens=False)["input_ids"]


@pytest.mark.parametrize("shots", [0, 2])
@pytest.mark.parametrize("keys", [CLAIM_KEYS, (REASONING, *CLAIM_KEYS), KEYS_WITH_SIGNS])
def test_the_template_writes_what_training_encodes(tokenizer, keys, shots):
    encode, ids, _ = load_tokenizer(tokenizer)
    turns = [Turn(f"{ODD} {number}", dict.fromkeys(keys) | {keys[-1]: ODD}) for number in range(shots + 1)]
    tokens, roles = encode_turns(turns, encode, ids)
    assert served(tokenizer, keys, turns, answered=True) == tokens
    answer = len(roles) - 1 - roles[::-1].index(ANSWER - 1)
    assert served(tokenizer, keys, turns, answered=False) == tokens[: answer + 1]


def test_reasoning_stands_before_the_keys_of_a_claim():
    assert list(turns_of(claim(1), reasons=True)[0].answer) == [REASONING, *CLAIM_KEYS]
    assert list(turns_of(claim(1))[0].answer) == list(CLAIM_KEYS)
