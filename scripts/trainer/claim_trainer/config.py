"""The settings of a training run, as they stand in a recipe (`recipes/*.json`)."""

import json
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Literal, get_args, get_origin


@dataclass
class TokenizerConfig:
    """A byte-level BPE made for copying: single digits and capitals, one token for each claim key."""

    vocabulary: int = 3072
    # Examples from which merges are learnt; more add nothing.
    examples: int = 12_000


@dataclass
class ModelConfig:
    """Shape of a Llama that is trained from scratch."""

    hidden: int = 320
    layers: int = 5
    heads: int = 5
    head_dim: int = 64
    feed_forward: int = 896
    positions: int = 4096
    rope_theta: float = 100_000.0
    # Heads of the first two layers that start as induction heads; 0 leaves the start to chance.
    induction_heads: int = 3


@dataclass
class BaseConfig:
    """Base training on documents of many kinds with the JSON asked of them."""

    # Tokens read, padding left out.
    tokens: int = 50_000_000
    tokens_per_step: int = 16_384
    tokens_per_batch: int = 8_192
    learning_rate: float = 3e-3
    warmup_steps: int = 60
    # Share of the run, at its end, in which the learning rate falls to zero; 1 - warm-up is cosine-like.
    decay_share: float = 0.6
    # Tokens after which the rate, once fallen, starts again from its height: each stretch falls by itself.
    restarts: tuple[int, ...] = ()
    weight_decay: float = 0.05
    # Share of the document's own tokens that are learnt too, and their weight beside the answer's.
    document_share: float = 0.15
    document_weight: float = 0.3
    # Share of the run, at its start, that reads only examples of at most `short_tokens`.
    short_first_share: float = 0.06
    short_tokens: int = 384
    # A longer one is read with probability (long_tokens / length)^2: it costs time and teaches little more.
    long_tokens: int = 1024


@dataclass
class LoraConfig:
    """LoRA on claims; the defaults are the final configuration of the four iterations."""

    rank: int = 32
    alpha: int = 64
    dropout: float = 0.05
    targets: tuple[str, ...] = ("q_proj", "k_proj", "v_proj", "o_proj")
    epochs: int = 5
    batch: int = 4
    accumulation: int = 4
    learning_rate: float = 1e-4
    warmup_share: float = 0.1
    # Recomputes activations in the backward pass: less memory, more time. `transformers` only.
    gradient_checkpointing: bool = False
    # Whether the answer starts with reasoning.
    reasons: bool = False
    # The only matrices that are trained of an adapter to go on from, as `o_proj.B`; all where none is named.
    # `compact` only.
    trained: tuple[str, ...] = ()
    # Share of the answers' tokens before which a slip stands; `compact` only.
    slips: float = 0.0
    # How `export` stores the adapter: as it is, or in a byte a weight, of which four bits are significant.
    stored: Literal["float32", "float8_e4m3fn"] = "float32"
    # `compact`: this project's own models, on a processor.
    # `transformers`: others, by their chat template, on a GPU.
    backend: Literal["compact", "transformers"] = "compact"
    # The rest is for `transformers`: file of the system message, its path taken from the recipe's folder …
    instruction: str = ""
    # … and what prompt and answer may take together; `compact` takes the model's own positions.
    context_tokens: int = 4096


@dataclass
class RunConfig:
    """Where a run reads and writes, and how it is kept."""

    seed: int = 1
    threads: int = 0
    # torch.compile: a C++ compiler must be there; without one training runs at about half the speed.
    compile: bool = True
    checkpoint_seconds: float = 300.0
    report_seconds: float = 15.0


@dataclass
class Recipe:
    """Everything that decides a model, beside its data."""

    name: str
    tokenizer: TokenizerConfig = field(default_factory=TokenizerConfig)
    model: ModelConfig = field(default_factory=ModelConfig)
    base: BaseConfig = field(default_factory=BaseConfig)
    lora: LoraConfig = field(default_factory=LoraConfig)
    run: RunConfig = field(default_factory=RunConfig)
    # What data is made; `scripts/models/train.ts` reads it.
    data: dict = field(default_factory=dict)
    # What the model's card says beside what training decides; `shared/model-card.ts` explains each entry.
    card: dict = field(default_factory=dict)


class ConfigError(ValueError):
    """Raised when a recipe has an unknown setting or a value of the wrong type; the message names it."""


def parse(kind, values: dict, path: str = ""):
    """An instance of the dataclass `kind` from plain values; raises ConfigError."""
    known = {one.name: one for one in fields(kind)}
    unknown = [name for name in values if name not in known]
    if unknown:
        raise ConfigError(f"{path}{unknown[0]}: no such setting; there are {', '.join(known)}")
    made = {}
    for name, one in known.items():
        if name not in values:
            if one.default is MISSING and one.default_factory is MISSING:
                raise ConfigError(f"{path}{name}: is missing")
            continue
        made[name] = _value(one, values[name], f"{path}{name}")
    return kind(**made)


def _value(one, value, path: str):
    if hasattr(one.type, "__dataclass_fields__"):
        if not isinstance(value, dict):
            raise ConfigError(f"{path}: must be an object")
        return parse(one.type, value, f"{path}.")
    if one.type is dict:
        if not isinstance(value, dict):
            raise ConfigError(f"{path}: must be an object")
        return value
    if get_origin(one.type) is Literal:
        if value not in get_args(one.type):
            raise ConfigError(f"{path}: must be one of {', '.join(get_args(one.type))}")
        return value
    example = one.default if one.default is not MISSING else ""
    if isinstance(example, tuple) and isinstance(value, list):
        return tuple(value)
    if isinstance(example, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not type(example):
        raise ConfigError(f"{path}: must be of type {type(example).__name__}")
    return value


def load_recipe(path: Path, lora: str = "{}") -> Recipe:
    """The recipe in this file, with these settings (JSON) over those of its `lora`; raises ConfigError."""
    values, over = _read(path, path.read_text), _read("--lora", lambda: lora)
    recipe = parse(Recipe, values)
    recipe.lora = parse(LoraConfig, {**values.get("lora", {}), **over}, "lora.")
    if recipe.lora.instruction:
        recipe.lora.instruction = str(path.parent / recipe.lora.instruction)
    return recipe


def _read(name: Path | str, text: Callable[[], str]) -> dict:
    try:
        values = json.loads(text())
    except (OSError, json.JSONDecodeError) as error:
        raise ConfigError(f"{name}: {error}") from error
    if not isinstance(values, dict):
        raise ConfigError(f"{name}: must be an object")
    return values
