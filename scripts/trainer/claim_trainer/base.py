"""Trains a base model from scratch: documents of many kinds, and the JSON asked of them."""

import math
import random
import shutil
from pathlib import Path

from .checkpoints import Progress, last_checkpoint, save_checkpoint
from .config import BaseConfig, Recipe
from .data import Examples, bucket, collate, encode_files, load_tokenizer, plan
from .export import TOKENIZER_FILES
from .prompts import ANSWER, DOCUMENT, GIVEN, PAD

EVALUATION_BATCHES = 24


def train_base(recipe: Recipe, files: list[Path], evaluation: list[Path], tokenizer: Path, out: Path) -> dict:
    """Trains, or goes on from the last checkpoint in `out`; writes the checkpoint folder `out/model`."""
    import numpy
    import torch

    from .compact import CompactLlama, save_compact
    from .induction import wire_induction
    from .optimisers import MasterWeights, base_optimisers

    config, run = recipe.base, recipe.run
    if run.threads:
        torch.set_num_threads(run.threads)
    torch.manual_seed(run.seed)
    _, ids, vocabulary = load_tokenizer(tokenizer)
    positions = recipe.model.positions
    examples = encode_files(files, tokenizer, positions, out)
    unseen = encode_files(evaluation, tokenizer, positions, out)

    model = CompactLlama(recipe.model, vocabulary)
    generator = torch.Generator().manual_seed(run.seed)
    copied = (
        wire_induction(model, recipe.model.induction_heads, generator)
        if recipe.model.induction_heads
        else 0.0
    )
    weights = MasterWeights(model)
    optimisers = base_optimisers(weights, config.learning_rate, config.weight_decay)

    step, tokens, place = 0, 0, (0, 0)
    state = last_checkpoint(out / "checkpoints")
    if state:
        weights.take(state["weights"])
        for optimiser, saved in zip(optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(saved)
        step, tokens, place = state["step"], state["tokens"], tuple(state["place"])

    trunk = compiled_trunk(torch, model, run.compile)
    roles = numpy.zeros(3, dtype=numpy.float32)
    roles[DOCUMENT], roles[GIVEN], roles[ANSWER] = config.document_weight, 0.0, 1.0
    progress = Progress(out, run.report_seconds, config.tokens, tokens)
    progress.write(
        examples=len(examples),
        skipped=examples.skipped,
        parameters=sum(p.numel() for p in model.parameters()),
        copied_at_start=round(copied, 3),
        from_step=step,
    )

    saved_at = progress.started
    gathered: list = []
    stream = batches(examples, config, run.seed, place, lambda: tokens, ids[PAD], roles)
    for place, batch in stream:
        gathered.append(batch)
        if sum(one.tokens for one in gathered) < config.tokens_per_step:
            continue
        rate = config.learning_rate * schedule(config, step, tokens)
        loss = accumulate(model, trunk, gathered)
        for optimiser in optimisers:
            for group in optimiser.param_groups:
                group["lr"] = rate
        weights.step(optimisers)
        step += 1
        tokens += sum(one.tokens for one in gathered)
        gathered = []
        progress.step(step, tokens, loss, rate)
        now = progress.reported
        if now - saved_at > run.checkpoint_seconds or tokens >= config.tokens:
            saved_at = now
            progress.write(
                step=step,
                evaluation_loss=round(
                    evaluate(model, unseen, rows_for(config), ids[PAD], EVALUATION_BATCHES), 4
                ),
            )
            save_checkpoint(
                out / "checkpoints",
                step,
                {
                    "weights": [master.detach() for master in weights.masters],
                    "optimisers": [optimiser.state_dict() for optimiser in optimisers],
                    "step": step,
                    "tokens": tokens,
                    "place": list(place),
                },
            )
        if tokens >= config.tokens:
            break

    save_compact(model, out / "model", ids)
    for name in TOKENIZER_FILES:
        shutil.copyfile(tokenizer / name, out / "model" / name)
    return {"steps": step, "tokens": tokens, "model": str(out / "model")}


def compiled_trunk(torch, model, wanted: bool):
    """The trunk, compiled for every shape that comes; without a C++ compiler as it is."""
    if not wanted or not shutil.which("g++"):
        return model.model
    torch._dynamo.config.recompile_limit = 64
    return torch.compile(model.model, dynamic=False)


def schedule(config: BaseConfig, step: int, tokens: int) -> float:
    """Warm-up, a plateau, and a cosine fall over the last `decay_share` of the run or of each stretch."""
    warm = min(1.0, (step + 1) / config.warmup_steps)
    start = max((at for at in config.restarts if at <= tokens), default=0)
    end = min((at for at in config.restarts if at > tokens), default=config.tokens)
    done = (tokens - start) / (end - start)
    fall = max(0.0, (done - (1 - config.decay_share)) / config.decay_share)
    return warm * (0.5 * (1 + math.cos(math.pi * min(1.0, fall))) * 0.98 + 0.02)


def rows_for(config: BaseConfig):
    return lambda length: max(1, config.tokens_per_batch // length)


def batches(examples: Examples, config: BaseConfig, seed: int, place, tokens, pad: int, roles):
    """(place, batch) without end from `place` = (pass, batch in it) on; the first pass is of short ones."""
    rows_of = rows_for(config)
    at_pass, at_batch = place
    while True:
        short = at_pass == 0
        kept = random.Random(f"{seed} {at_pass}")

        def fits(index: int, short=short, kept=kept) -> bool:
            length = examples.length(index)
            if short:
                return length <= config.short_tokens
            return length <= config.long_tokens or kept.random() < (config.long_tokens / length) ** 2

        planned = plan(examples, rows_of, seed * 1000 + at_pass, fits)
        for number in range(at_batch, len(planned)):
            if short and tokens() >= config.short_first_share * config.tokens:
                break
            rows = planned[number]
            chance = random.Random(f"{seed} {at_pass} {number}")
            shape = shape_of(examples, rows, rows_of)
            yield (
                (at_pass, number + 1),
                collate(examples, rows, shape, (config.document_share, roles), pad, chance),
            )
        at_pass, at_batch = at_pass + 1, 0


def shape_of(examples: Examples, rows: list[int], rows_of) -> tuple[int, int]:
    length = bucket(max(examples.length(index) for index in rows))
    return rows_of(length), length


def accumulate(model, trunk, gathered: list) -> float:
    """Backward over the batches of one step, each in proportion to its weight; returns the mean loss."""
    weight = sum(float(batch.weights[:, 1:].sum()) for batch in gathered)
    total = 0.0
    for batch in gathered:
        loss, own = model.loss(batch.ids, batch.weights, trunk)
        (loss * (own / weight)).backward()
        total += float(loss.detach()) * float(own) / weight
    return total


def evaluate(model, unseen: Examples, rows_of, pad: int, batches_at_most: int | None = None) -> float:
    """Mean loss of the answers' tokens over unseen examples, in batches of `rows_of(length)`."""
    import numpy
    import torch

    answers = numpy.zeros(3, dtype=numpy.float32)
    answers[ANSWER] = 1.0
    total = weight = 0.0
    model.eval()
    with torch.no_grad():
        for rows in plan(unseen, rows_of, 0)[:batches_at_most]:
            shape = shape_of(unseen, rows, rows_of)
            batch = collate(unseen, rows, shape, (1, answers), pad, random.Random(0))
            loss, own = model.loss(batch.ids, batch.weights)
            total, weight = total + float(loss) * float(own), weight + float(own)
    model.train()
    return total / weight
