"""Merges a LoRA adapter into its base model: `merge_adapter.py BASE ADAPTER OUT`.

Reads `model.safetensors` and `adapter_model.safetensors` and writes a model folder that vLLM serves.
The output folder appears whole or not at all.
"""

import argparse
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

LORA_A = ".lora_A.weight"
LORA_B = ".lora_B.weight"
PREFIX = "base_model.model."


@dataclass
class Config:
    """Folders of the base model, of the adapter and of the result."""

    base: Path
    adapter: Path
    out: Path


def merge(config: Config) -> dict[str, object]:
    """Adds `scale * B @ A` to every weight that the adapter names; returns what was done."""
    from safetensors.torch import load_file, save_file

    settings = json.loads((config.adapter / "adapter_config.json").read_text())
    scale = settings["lora_alpha"] / settings["r"]
    weights = load_file(config.base / "model.safetensors")
    adapter = load_file(config.adapter / "adapter_model.safetensors")

    pairs = [name for name in adapter if name.endswith(LORA_A)]
    if not pairs:
        raise SystemExit("the adapter holds no LoRA weights")
    for name in pairs:
        target = name.removeprefix(PREFIX).removesuffix(LORA_A) + ".weight"
        if target not in weights:
            raise SystemExit(f"the base model has no weight {target}")
        low, high = adapter[name], adapter[name.removesuffix(LORA_A) + LORA_B]
        merged = weights[target].float() + scale * (high.float() @ low.float())
        weights[target] = merged.to(weights[target].dtype)

    unfinished = config.out.with_name(config.out.name + ".part")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    for file in config.base.iterdir():
        if file.is_file() and file.name != "model.safetensors":
            shutil.copyfile(file, unfinished / file.name)
    save_file(weights, unfinished / "model.safetensors", metadata={"format": "pt"})
    shutil.rmtree(config.out, ignore_errors=True)
    unfinished.rename(config.out)
    return {"merged": len(pairs), "scale": scale, "out": str(config.out)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("base", "adapter", "out"):
        parser.add_argument(name, type=Path)
    print(json.dumps(merge(Config(**vars(parser.parse_args())))))


if __name__ == "__main__":
    main()
