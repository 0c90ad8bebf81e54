"""`python -m claim_trainer COMMAND`: tokenizer, base, lora, export. Prints its result as one JSON object."""

import argparse
import json
import os
import sys
from pathlib import Path

from .config import ConfigError, load_recipe


def main() -> None:
    parser = argparse.ArgumentParser(prog="claim_trainer", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)

    def command(name: str, text: str, trains: bool = True):
        one = commands.add_parser(name, help=text, description=text)
        one.add_argument("--recipe", type=Path, required=True, help="settings, JSON")
        if trains:
            one.add_argument("--train", type=Path, nargs="+", required=True, help="examples, JSON Lines")
        one.add_argument("--out", type=Path, required=True, help="folder of the result and its checkpoints")
        return one

    command("tokenizer", "learn a tokenizer from these examples")
    base = command("base", "train a base model from scratch, or go on from its last checkpoint")
    base.add_argument("--evaluation", type=Path, nargs="+", required=True, help="unseen examples")
    base.add_argument("--tokenizer", type=Path, required=True, help="tokenizer folder")
    lora = command("lora", "train a LoRA adapter on claims, or go on from its last checkpoint")
    lora.add_argument("--evaluation", type=Path, nargs="+", required=True, help="unseen labelled claims")
    lora.add_argument("--base", type=Path, required=True, help="base model with its tokenizer")
    lora.add_argument("--start", type=Path, help="adapter to go on from: its rank, alpha and targets hold")
    lora.add_argument("--lora", default="{}", help="settings over those of the recipe's `lora`, JSON")
    lora.add_argument("--limit", type=int, help="read at most so many lines of each file")
    export = command("export", "put base and adapter together as a model version with its card", trains=False)
    export.add_argument("--base", type=Path, required=True, help="base model with its tokenizer")
    export.add_argument(
        "--adapter", type=Path, help="adapter folder; without it only what counts tokens is written"
    )

    options = parser.parse_args()
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        print(json.dumps(run(options)))
    except (ConfigError, ValueError, OSError) as error:
        sys.exit(f"claim_trainer: {error}")


def run(options) -> dict:
    recipe = load_recipe(options.recipe, getattr(options, "lora", "{}"))
    if options.command == "tokenizer":
        from .tokenizer import train_tokenizer

        return train_tokenizer(recipe.tokenizer, options.train, recipe.run.seed, options.out)
    if options.command == "base":
        from .base import train_base

        return train_base(recipe, options.train, options.evaluation, options.tokenizer, options.out)
    if options.command == "export":
        from .export import export_model

        return export_model(recipe, options.base, options.adapter, options.out)
    if recipe.lora.backend == "transformers":
        from .transformers_lora import train_lora
    else:
        from .lora import train_lora

    files = (options.train, options.evaluation, options.base, options.out)
    return train_lora(recipe, *files, options.limit, options.start)


if __name__ == "__main__":
    main()
