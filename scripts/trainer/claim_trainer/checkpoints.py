"""Checkpoints that appear whole or not at all, and the progress of a run as JSON lines."""

import json
import os
import sys
import time
from pathlib import Path

KEPT = 2


def save_checkpoint(folder: Path, step: int, state: dict) -> None:
    """Writes `step-<n>.pt` and removes all but the last two."""
    import torch

    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"step-{step:07d}.part"
    torch.save(state, unfinished)
    os.replace(unfinished, folder / f"step-{step:07d}.pt")
    for old in sorted(folder.glob("step-*.pt"))[:-KEPT]:
        old.unlink()


def last_checkpoint(folder: Path) -> dict | None:
    """The state of the latest checkpoint, or None where there is none."""
    import torch

    found = sorted(folder.glob("step-*.pt"))
    return torch.load(found[-1], weights_only=True) if found else None


class Progress:
    """One JSON line on standard error every few seconds, and all of them in `progress.jsonl`."""

    def __init__(self, folder: Path, seconds: float, total_tokens: int, done_tokens: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.file = folder / "progress.jsonl"
        self.seconds, self.total, self.start_tokens = seconds, total_tokens, done_tokens
        self.started = self.reported = time.monotonic()
        self.losses: list[float] = []

    def step(self, step: int, tokens: int, loss: float, learning_rate: float) -> None:
        self.losses.append(loss)
        now = time.monotonic()
        if now - self.reported < self.seconds and tokens < self.total:
            return
        rate = (tokens - self.start_tokens) / (now - self.started)
        self.write(
            step=step,
            tokens=tokens,
            loss=round(sum(self.losses) / len(self.losses), 4),
            learning_rate=float(f"{learning_rate:.3g}"),
            tokens_per_second=round(rate),
            seconds_left=round(max(0, self.total - tokens) / rate),
        )
        self.losses, self.reported = [], now

    def write(self, **figures) -> None:
        line = json.dumps(figures)
        print(line, file=sys.stderr, flush=True)
        with self.file.open("a") as file:
            file.write(line + "\n")
