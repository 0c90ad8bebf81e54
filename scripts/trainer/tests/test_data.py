import itertools

import numpy
import pytest
from claim_trainer.base import batches
from claim_trainer.data import LENGTHS, Examples, bucket, encode_files, plan, read_lines
from conftest import recipe_of

ROLES = numpy.array([0.3, 0.0, 1.0], dtype=numpy.float32)


def examples_of(lengths) -> Examples:
    starts = numpy.cumsum([0, *lengths])
    return Examples(
        numpy.arange(starts[-1], dtype=numpy.uint16),
        numpy.full(starts[-1], 2, dtype=numpy.uint8),
        starts,
        skipped=0,
    )


MIXED = examples_of([10 + 37 * number % 900 for number in range(101)])


def test_a_bucket_is_the_next_length():
    assert [bucket(length) for length in (1, 256, 257, 4096)] == [256, 256, 384, 4096]


def test_a_plan_holds_every_example_once_in_batches_of_one_length():
    planned = plan(MIXED, lambda length: 2048 // length, seed=3)
    assert sorted(itertools.chain(*planned)) == list(range(len(MIXED)))
    for rows in planned:
        lengths = {bucket(MIXED.length(index)) for index in rows}
        assert len(lengths) == 1
        assert len(rows) <= 2048 // lengths.pop()
    assert planned == plan(MIXED, lambda length: 2048 // length, seed=3)
    assert planned != plan(MIXED, lambda length: 2048 // length, seed=4)


def test_batches_go_on_from_a_place_with_the_same_batches():
    config = recipe_of(base={"short_first_share": 0.0, "document_share": 0.5}).base

    def some(place, count):
        return list(itertools.islice(batches(MIXED, config, 7, place, lambda: 1, 0, ROLES), count))

    whole = some((0, 0), 150)
    place, _ = whole[80]
    for (one, batch), (other, again) in zip(whole[81:], some(place, 69), strict=True):
        assert one == other
        assert batch.ids.equal(again.ids)
        assert batch.weights.equal(again.weights)
    assert whole[-1][0][0] > place[0], "the next pass has begun"


def test_too_long_examples_are_left_out_and_counted(files, tokenizer, tmp_path):
    whole = encode_files([files["generic"]], tokenizer, LENGTHS[-1], tmp_path)
    longest = max(whole.length(index) for index in range(len(whole)))
    fewer = encode_files([files["generic"]], tokenizer, longest - 1, tmp_path)
    assert whole.skipped == 0
    assert fewer.skipped > 0
    assert len(fewer) + fewer.skipped == len(whole)
    with pytest.raises(ValueError, match="fits 3 tokens"):
        encode_files([files["generic"]], tokenizer, 3, tmp_path)


def test_a_bad_line_is_named(tmp_path):
    file = tmp_path / "bad.jsonl"
    file.write_text('{"a":1}\n{"a":\n')
    with pytest.raises(ValueError, match=r"bad\.jsonl:2"):
        list(read_lines(file))
