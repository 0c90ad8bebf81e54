"""Examples as token arrays, in batches of equal shape."""

import hashlib
import itertools
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .prompts import CONTROL, encode_turns, turns_of

# Every batch has one of these lengths, so that a compiled step sees few shapes.
LENGTHS = (256, 384, 512, 768, 1024, 1536, 2048, 4096)


def read_lines(file: Path) -> Iterator[dict]:
    """The JSON objects of a JSON Lines file; raises ValueError naming the bad line."""
    with file.open() as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except json.JSONDecodeError as error:
                    raise ValueError(f"{file}:{number}: {error}") from error


@dataclass
class Examples:
    """All sequences end to end: `tokens` (uint16), `roles` (uint8) and where each starts."""

    tokens: "numpy.ndarray"  # noqa: F821
    roles: "numpy.ndarray"  # noqa: F821
    starts: "numpy.ndarray"  # noqa: F821
    skipped: int

    def __len__(self) -> int:
        return len(self.starts) - 1

    def length(self, index: int) -> int:
        return int(self.starts[index + 1] - self.starts[index])


def load_tokenizer(folder: Path):
    """(encode, ids of the control tokens, size of the vocabulary) of a tokenizer folder."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    ids = {text: tokenizer.token_to_id(text) for text in CONTROL}
    return (
        lambda text: tokenizer.encode(text, add_special_tokens=False).ids,
        ids,
        tokenizer.get_vocab_size(),
    )


def load_texts(folder: Path) -> list[str]:
    """The text of each token of a tokenizer folder."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return [tokenizer.decode([token]) for token in range(tokenizer.get_vocab_size())]


# Lines that a process encodes at a time.
PORTION = 500

_encoder = None


def _start_encoder(tokenizer: Path) -> None:
    global _encoder  # noqa: PLW0603
    _encoder = load_tokenizer(tokenizer)


def _encode_portion(work: tuple[list[dict], bool]) -> list[tuple[list[int], list[int]]]:
    encode, ids, _ = _encoder
    lines, reasons = work
    return [encode_turns(turns_of(line, reasons), encode, ids) for line in lines]


def encode_files(
    files: list[Path],
    tokenizer: Path,
    longest: int,
    kept: Path,
    reasons: bool = False,
    limit: int | None = None,
) -> Examples:
    """Every line of the files as a sequence; those longer than `longest` tokens are left out and counted.

    The result is kept in `kept` for a run that goes on.
    """
    import numpy

    inputs = [file.read_bytes() for file in (*files, tokenizer / "tokenizer.json")]
    digest = hashlib.sha256(repr((longest, reasons, limit)).encode())
    for content in inputs:
        digest.update(hashlib.sha256(content).digest())
    file = kept / f"encoded-{digest.hexdigest()[:16]}.npz"
    if file.exists():
        found = numpy.load(file)
        return Examples(found["tokens"], found["roles"], found["starts"], int(found["skipped"]))
    made = _encode(files, tokenizer, longest, reasons, limit)
    kept.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".part.npz")
    numpy.savez(unfinished, tokens=made.tokens, roles=made.roles, starts=made.starts, skipped=made.skipped)
    unfinished.rename(file)
    return made


def _encode(files: list[Path], tokenizer: Path, longest: int, reasons: bool, limit: int | None) -> Examples:
    import multiprocessing

    import numpy

    def portions() -> Iterator[tuple[list[dict], bool]]:
        for file in files:
            lines = itertools.islice(read_lines(file), limit)
            while portion := list(itertools.islice(lines, PORTION)):
                yield portion, reasons

    tokens, roles, starts, skipped = [], [], [0], 0
    with multiprocessing.Pool(initializer=_start_encoder, initargs=(tokenizer,)) as pool:
        for encoded in pool.imap(_encode_portion, portions()):
            for one, role in encoded:
                if len(one) > longest:
                    skipped += 1
                    continue
                tokens.append(numpy.array(one, dtype=numpy.uint16))
                roles.append(numpy.array(role, dtype=numpy.uint8))
                starts.append(starts[-1] + len(one))
    if not tokens:
        raise ValueError(f"no example of {', '.join(map(str, files))} fits {longest} tokens")
    return Examples(numpy.concatenate(tokens), numpy.concatenate(roles), numpy.array(starts), skipped)


@dataclass
class Batch:
    """Token ids (rows x length), the weight of each token in the loss, and the tokens that are no padding."""

    ids: "torch.Tensor"  # noqa: F821
    weights: "torch.Tensor"  # noqa: F821
    tokens: int
    rows: int


def plan(examples: Examples, rows_of, seed: int, fits=lambda _index: True) -> list[list[int]]:
    """One pass over the examples as lists of indices, `rows_of(length)` of about equal length, shuffled."""
    order = [index for index in range(len(examples)) if fits(index)]
    chance = random.Random(seed)
    chance.shuffle(order)
    open_batches: dict[int, list[int]] = {}
    batches: list[list[int]] = []
    for index in order:
        length = bucket(examples.length(index))
        rows = open_batches.setdefault(length, [])
        rows.append(index)
        if len(rows) == rows_of(length):
            batches.append(open_batches.pop(length))
    batches.extend(open_batches.values())
    chance.shuffle(batches)
    return batches


def bucket(length: int) -> int:
    return next(size for size in LENGTHS if size >= length)


def collate(
    examples: Examples, rows: list[int], shape: tuple[int, int], role_weights, pad: int, chance: random.Random
) -> Batch:
    """The batch of these examples; rows that are missing to the shape are padding."""
    import numpy
    import torch

    ids = numpy.full(shape, pad, dtype=numpy.int64)
    weights = numpy.zeros(shape, dtype=numpy.float32)
    document_share, by_role = role_weights
    draw = numpy.random.default_rng(chance.getrandbits(32))
    total = 0
    for row, index in enumerate(rows):
        start, end = examples.starts[index], examples.starts[index + 1]
        size = end - start
        ids[row, :size] = examples.tokens[start:end]
        own = by_role[examples.roles[start:end]]
        if document_share < 1:
            own = own * ((examples.roles[start:end] != 0) | (draw.random(size) < document_share))
        weights[row, :size] = own
        total += int(size)
    return Batch(torch.from_numpy(ids), torch.from_numpy(weights), total, len(rows))
