"""Trains a LoRA adapter on labelled claims; the epoch with the best evaluation loss is kept."""

import json
import math
import random
from dataclasses import replace
from pathlib import Path

from .base import accumulate, compiled_trunk, evaluate, shape_of
from .checkpoints import Progress, last_checkpoint, save_checkpoint
from .config import LoraConfig, Recipe
from .data import collate, encode_files, load_texts, load_tokenizer, plan
from .prompts import ANSWER, PAD
from .slips import marks_of, with_slips


def train_lora(
    recipe: Recipe,
    files: list[Path],
    evaluation: list[Path],
    base: Path,
    out: Path,
    limit: int | None,
    start: Path | None = None,
) -> dict:
    """
    Trains, or goes on from the last checkpoint in `out`; writes the PEFT folder `out/adapter`. `start`: the
    adapter to begin with instead of one that changes nothing.
    """
    import numpy
    import torch

    from .compact import add_lora, load_compact, take_adapter
    from .optimisers import MasterWeights, adapter_optimisers

    config, run = shaped_as(recipe.lora, start), recipe.run
    if run.threads:
        torch.set_num_threads(run.threads)
    torch.manual_seed(run.seed)
    _, ids, _ = load_tokenizer(base)
    model = load_compact(base)
    longest = model.config.positions
    examples = encode_files(files, base, longest, out, config.reasons, limit)
    if config.slips:
        examples = with_slips(examples, config.slips, longest, run.seed, marks_of(load_texts(base)))
    unseen = encode_files(evaluation, base, longest, out, config.reasons, limit)
    add_lora(model, config)
    if start:
        take_adapter(model, start, config.trained)
    weights = MasterWeights(model)
    optimisers = adapter_optimisers(weights, config.learning_rate)

    rows_of = lambda _length: config.batch  # noqa: E731
    roles = numpy.zeros(3, dtype=numpy.float32)
    roles[ANSWER] = 1.0
    batches_in_epoch = len(plan(examples, rows_of, 0))
    steps_in_epoch = math.ceil(batches_in_epoch / config.accumulation)
    steps = steps_in_epoch * config.epochs

    step, tokens, epoch, at_batch, history, best = 0, 0, 0, 0, [], None
    state = last_checkpoint(out / "checkpoints")
    if state:
        weights.take(state["weights"])
        for optimiser, saved in zip(optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(saved)
        step, tokens, epoch, at_batch = state["step"], state["tokens"], state["epoch"], state["batch"]
        history, best = state["history"], state["best"]

    trunk = compiled_trunk(torch, model, run.compile)
    progress = Progress(out, run.report_seconds, int(examples.starts[-1]) * config.epochs, tokens)
    trained = sum(master.numel() for master in weights.masters)
    progress.write(
        examples=len(examples), skipped=examples.skipped, trained=trained, steps=steps, from_step=step
    )

    def keep(next_epoch: int, next_batch: int) -> None:
        state = {
            "weights": [master.detach() for master in weights.masters],
            "optimisers": [optimiser.state_dict() for optimiser in optimisers],
            "step": step,
            "tokens": tokens,
            "epoch": next_epoch,
            "batch": next_batch,
            "history": history,
            "best": best,
        }
        save_checkpoint(out / "checkpoints", step, state)

    saved_at = progress.started
    while epoch < config.epochs:
        planned = plan(examples, rows_of, run.seed * 1000 + epoch)
        losses: list[float] = []
        while at_batch < len(planned):
            group = planned[at_batch : at_batch + config.accumulation]
            gathered = [
                collate(
                    examples,
                    rows,
                    shape_of(examples, rows, rows_of),
                    (1, roles),
                    ids[PAD],
                    random.Random(0),
                )
                for rows in group
            ]
            rate = config.learning_rate * schedule(config, step / steps)
            losses.append(accumulate(model, trunk, gathered))
            for optimiser in optimisers:
                for parameters in optimiser.param_groups:
                    parameters["lr"] = rate
            weights.step(optimisers)
            step, at_batch = step + 1, at_batch + len(group)
            tokens += sum(batch.tokens for batch in gathered)
            progress.step(step, tokens, losses[-1], rate)
            if progress.reported - saved_at > run.checkpoint_seconds:
                saved_at = progress.reported
                keep(epoch, at_batch)
        loss = round(evaluate(model, unseen, rows_of, ids[PAD]), 5)
        history.append({"epoch": epoch + 1, "loss": mean(losses), "evaluation_loss": loss})
        progress.write(**history[-1])
        if best is None or loss < best["evaluation_loss"]:
            best = {**history[-1]}
            save_adapter(model, config, base, out / "adapter")
        epoch, at_batch = epoch + 1, 0
        keep(epoch, at_batch)

    return {
        "steps": step,
        "tokens": tokens,
        "adapter": str(out / "adapter"),
        "best": best,
        "history": history,
    }


def shaped_as(config: LoraConfig, adapter: Path | None) -> LoraConfig:
    """The settings with the shape of the adapter to go on from, which cannot be another one."""
    if adapter is None:
        return config
    found = json.loads((adapter / "adapter_config.json").read_text())
    shape = {"rank": found["r"], "alpha": found["lora_alpha"], "targets": tuple(found["target_modules"])}
    return replace(config, **shape)


def mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 5) if values else math.nan


def schedule(config: LoraConfig, done: float) -> float:
    """Linear warm-up, then a cosine to zero; `done` is the share of all steps."""
    if done < config.warmup_share:
        return max(done, 1e-3) / config.warmup_share
    return 0.5 * (1 + math.cos(math.pi * (done - config.warmup_share) / (1 - config.warmup_share)))


def save_adapter(model, config: LoraConfig, base: Path, folder: Path) -> None:
    """Writes the adapter as PEFT does, safetensors only."""
    from safetensors.torch import save_file

    from .compact import adapter_state

    folder.mkdir(parents=True, exist_ok=True)
    save_file(adapter_state(model), folder / "adapter_model.safetensors", metadata={"format": "pt"})
    settings = {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "base_model_name_or_path": base.name,
        "r": config.rank,
        "lora_alpha": config.alpha,
        "lora_dropout": config.dropout,
        "target_modules": list(config.targets),
        "bias": "none",
        "fan_in_fan_out": False,
        "inference_mode": True,
    }
    (folder / "adapter_config.json").write_text(json.dumps(settings, indent=2) + "\n")
