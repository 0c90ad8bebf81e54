"""The tokenizer of a model that copies: what is read character by character stays so."""

import random
from pathlib import Path

from .config import TokenizerConfig
from .data import read_lines
from .prompts import BOS, CLAIM_KEYS, CONTROL, ENUM_VALUES, EOS, PAD, REASONING, compact, turns_of

# JSON keys, words with their space, capitals and digits one by one, runs of newlines, any other sign alone.
PIECES = (
    r'[,{]"[a-z_0-9]{2,}":| [a-z]+(?![a-z@_0-9]|\.[a-z])|[A-Z]?[a-z]+|[A-Z]|\d|\n+| {2,}|\s|[^\sA-Za-z0-9]'
)


def train_tokenizer(config: TokenizerConfig, files: list[Path], seed: int, out: Path) -> dict:
    """Learns merges from the texts and answers of these files and writes a tokenizer folder."""
    from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    random.seed(seed)
    whole = [f'{sign}"{key}":' for key in (REASONING, *CLAIM_KEYS) for sign in ",{"]
    whole += [f'"{value}"' for value in ENUM_VALUES]

    def texts():
        for file in files:
            for number, line in enumerate(read_lines(file)):
                if number >= config.examples:
                    break
                for turn in turns_of(line):
                    yield turn.text
                    yield "\n".join(compact(value) for value in turn.answer.values())

    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(PIECES), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=config.vocabulary - len(whole),
        special_tokens=list(CONTROL),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        min_frequency=3,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts(), trainer)
    tokenizer.add_tokens([AddedToken(text, normalized=False) for text in whole])
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token=PAD,
        bos_token=BOS,
        eos_token=EOS,
        clean_up_tokenization_spaces=False,
    )
    fast.save_pretrained(out)
    return {"vocabulary": len(fast), "folder": str(out)}
