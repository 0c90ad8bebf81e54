"""A tokenizer, a small recipe and made-up examples, the same for all tests."""

import json
import random
from pathlib import Path

import pytest
from claim_trainer.config import parse
from claim_trainer.prompts import CLAIM_KEYS

WORDS = "car roof kitchen hail claim policy letter street insured water report garage".split()  # noqa: SIM905
ODD = (
    "Ångström's café №7 — 日本\n\n\tA_b.c@d-e.org  🙂 $1,234.50\r\nMcDonald XII"
    ' {"x":1} ,"policy_number": \'é\' '
)


def sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words)) + f" {chance.randrange(10**6)}."


def generic(seed: int) -> dict:
    """A document with other keys than a claim's, sometimes after a solved example."""
    chance = random.Random(seed)

    def turn() -> dict:
        name = sentence(chance, 2)
        return {"text": f"Name: {name}\n{sentence(chance, 30)}", "answer": {"name": name, "other": None}}

    return {**turn(), "shots": [turn() for _ in range(seed % 2)]}


def claim(seed: int) -> dict:
    chance = random.Random(seed)
    number, place = str(chance.randrange(10**8)), sentence(chance, 3)
    answer = dict.fromkeys(CLAIM_KEYS) | {"policy_number": number, "incident_location": place}
    text = f"Policy: {number}\nWhere: {place}\n{sentence(chance, 20)}"
    return {"text": text, "expected": {}, "answer": answer, "reasoning": f"The loss was at {place}"}


def write(file: Path, lines) -> Path:
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return file


def losses(out: Path) -> dict[int, float]:
    """The loss of each step in a run's progress."""
    lines = [json.loads(line) for line in (out / "progress.jsonl").read_text().splitlines()]
    return {line["step"]: line["loss"] for line in lines if "loss" in line and "step" in line}


def merge(base: Path, adapter: Path, out: Path) -> Path:
    """What the stack does before it serves a model."""
    import importlib.util

    script = Path(__file__).parents[3] / "deploy" / "vllm" / "merge_adapter.py"
    spec = importlib.util.spec_from_file_location("merge_adapter", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.merge(module.Config(base, adapter, out))
    return out


def recipe_of(**parts: dict):
    """A recipe of the smallest size that still has every part; `parts` change it."""
    from claim_trainer.config import Recipe

    small = {
        "name": "small",
        "tokenizer": {"vocabulary": 700},
        "model": {
            "hidden": 64,
            "layers": 2,
            "heads": 4,
            "head_dim": 16,
            "feed_forward": 96,
            "induction_heads": 0,
        },
        "base": {"tokens": 9_000, "tokens_per_step": 1_500, "tokens_per_batch": 1_024, "warmup_steps": 2},
        "lora": {"rank": 4, "alpha": 8, "epochs": 2, "batch": 2, "accumulation": 2, "learning_rate": 0.01},
        "run": {"threads": 1, "compile": False, "checkpoint_seconds": 0.0, "report_seconds": 0.0},
    }
    return parse(Recipe, {**small, **{name: {**small[name], **values} for name, values in parts.items()}})


@pytest.fixture(scope="session")
def files(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("data")
    return {
        "generic": write(folder / "generic.jsonl", map(generic, range(60))),
        "unseen": write(folder / "unseen.jsonl", map(generic, range(100, 110))),
        "claims": write(folder / "claims.jsonl", map(claim, range(12))),
        "claims-unseen": write(folder / "claims-unseen.jsonl", map(claim, range(100, 104))),
    }


@pytest.fixture(scope="session")
def tokenizer(files, tmp_path_factory) -> Path:
    from claim_trainer.tokenizer import train_tokenizer

    out = tmp_path_factory.mktemp("tokenizer")
    train_tokenizer(recipe_of().tokenizer, [files["generic"], files["claims"]], 1, out)
    return out


@pytest.fixture(scope="session")
def base(files, tokenizer, tmp_path_factory) -> Path:
    """The model folder of a base that was trained without interruption; its run is in the folder above."""
    from claim_trainer.base import train_base

    out = tmp_path_factory.mktemp("base")
    train_base(recipe_of(), [files["generic"]], [files["unseen"]], tokenizer, out)
    return out / "model"
