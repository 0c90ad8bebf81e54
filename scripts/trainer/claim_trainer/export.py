"""Puts trained weights together as a model version: `models/<name>/` with its card."""

import hashlib
import json
import shutil
from pathlib import Path

from .config import ConfigError, Recipe
from .data import load_tokenizer
from .prompts import BOS, CLAIM_KEYS, DOC, JSON, KEYS, REASONING, chat_template, skeleton

TOKENIZER_FILES = ("tokenizer.json", "tokenizer_config.json")
BASE_FILES = ("config.json", "generation_config.json", "model.safetensors", *TOKENIZER_FILES)
ADAPTER_WEIGHTS = "adapter_model.safetensors"
ADAPTER_FILES = ("adapter_config.json", ADAPTER_WEIGHTS)
# What decides an answer, beside the adapter's own weights.
HASHED = ("base/model.safetensors", "base/tokenizer.json", f"adapter/{ADAPTER_WEIGHTS}")


def export_model(recipe: Recipe, base: Path, adapter: Path | None, out: Path) -> dict:
    """Writes base, adapter, chat template and card; other files of the folder stay.

    Without an adapter only what counting tokens needs: tokenizer, template and card. Raises ConfigError
    for a recipe without a card.
    """
    if not recipe.card:
        raise ConfigError("card: is missing in the recipe")
    parts = [("base", base, TOKENIZER_FILES if adapter is None else BASE_FILES)]
    if adapter is not None:
        parts.append(("adapter", adapter, ADAPTER_FILES))
    for part, source, files in parts:
        (out / part).mkdir(parents=True, exist_ok=True)
        for name in files:
            if (source / name).resolve() != (out / part / name).resolve():
                shutil.copyfile(source / name, out / part / name)
    if adapter is not None and recipe.lora.stored != "float32":
        store_as(recipe.lora.stored, out / "adapter" / ADAPTER_WEIGHTS)
    keys = (REASONING, *CLAIM_KEYS) if recipe.lora.reasons else CLAIM_KEYS
    (out / "chat_template.jinja").write_text(chat_template(keys))
    encode, ids, _ = load_tokenizer(base)
    given = [ids[one] for one in (BOS, DOC, KEYS, JSON)]
    card = {
        **recipe.card,
        "name": recipe.name,
        "servedName": recipe.name,
        "reasons": recipe.lora.reasons,
        "templateTokens": len(given) + len(encode(skeleton(keys))),
        "serving": {
            "base": "base",
            "adapter": "adapter",
            "loraRank": recipe.lora.rank,
            "dtype": "bfloat16",
            "chatTemplate": "chat_template.jinja",
            "stop": [],
        },
        "sha256": {
            name: hashlib.sha256((out / name).read_bytes()).hexdigest()
            for name in HASHED
            if (out / name).exists()
        },
    }
    (out / "model.json").write_text(json.dumps(card, indent=2) + "\n")
    return {"name": recipe.name, "folder": str(out), "templateTokens": card["templateTokens"]}


def store_as(dtype: str, file: Path) -> None:
    """Rounds the weights of a safetensors file to this type of torch."""
    import torch
    from safetensors.torch import load_file, save_file

    rounded = {name: weight.to(getattr(torch, dtype)) for name, weight in load_file(file).items()}
    save_file(rounded, file, metadata={"format": "pt"})
