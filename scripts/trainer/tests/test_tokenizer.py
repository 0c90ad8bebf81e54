import pytest
from claim_trainer.data import load_tokenizer
from claim_trainer.prompts import CLAIM_KEYS, CONTROL, REASONING, skeleton
from conftest import ODD


@pytest.mark.parametrize("text", [ODD, "", " ", "\n\n\n", "\u0000\ufffd\u200b", "é" * 50, "aA1 " * 20])
def test_any_text_comes_back(tokenizer, text):
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(tokenizer / "tokenizer.json"))
    assert found.decode(found.encode(text, add_special_tokens=False).ids) == text


def test_each_key_of_a_claim_is_one_token(tokenizer):
    encode, _, size = load_tokenizer(tokenizer)
    keys = (REASONING, *CLAIM_KEYS)
    tokens = encode(skeleton(keys))
    assert len(tokens) == len(set(tokens)) == len(keys)
    assert max(tokens) < size


def test_digits_and_capitals_stand_alone(tokenizer):
    encode, _, _ = load_tokenizer(tokenizer)
    assert len(encode("20251124")) == len("20251124")
    assert len(encode("WXYZ")) == len("WXYZ")


def test_control_tokens_are_single(tokenizer):
    encode, ids, _ = load_tokenizer(tokenizer)
    assert [encode(text) for text in CONTROL] == [[ids[text]] for text in CONTROL]
