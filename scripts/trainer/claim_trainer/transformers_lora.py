"""LoRA training of large models: transformers' Trainer and peft, on a GPU; the prompt is the model's own."""

import itertools
import shutil
import time
from pathlib import Path

from .checkpoints import Progress
from .config import ConfigError, LoraConfig, Recipe
from .data import read_lines
from .lora import mean
from .prompts import claim_answer, compact

# Labels that the loss leaves out.
IGNORED = -100
CHECKPOINT = "checkpoint-"


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
    try:
        from peft import LoraConfig as PeftConfig
        from peft import PeftModel, get_peft_model
    except ImportError as error:
        raise ConfigError(f"lora.backend: transformers needs peft and accelerate ({error})") from error
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer, Trainer

    config, run = recipe.lora, recipe.run
    if run.threads:
        torch.set_num_threads(run.threads)
    # The pairs of the adapter are drawn before the Trainer sets its seed.
    torch.manual_seed(run.seed)
    tokenizer = AutoTokenizer.from_pretrained(base)
    examples, skipped = encode_claims(files, tokenizer, config, limit)
    unseen, _ = encode_claims(evaluation, tokenizer, config, limit)
    model = AutoModelForCausalLM.from_pretrained(base, dtype=torch.bfloat16)
    model.config.use_cache = False
    settings = PeftConfig(
        task_type="CAUSAL_LM",
        r=config.rank,
        lora_alpha=config.alpha,
        lora_dropout=config.dropout,
        target_modules=list(config.targets),
    )
    model = (
        PeftModel.from_pretrained(model, start, is_trainable=True)
        if start
        else get_peft_model(model, settings)
    )

    total = sum(len(one["tokens"]) for one in examples) * config.epochs
    trainer = Trainer(
        model=model,
        args=training_arguments(recipe, out / "checkpoints"),
        train_dataset=examples,
        eval_dataset=unseen,
        data_collator=collator(tokenizer),
    )
    counts = {
        "examples": len(examples),
        "skipped": skipped,
        "trained": sum(parameter.numel() for parameter in model.parameters() if parameter.requires_grad),
    }
    report_to(trainer, Progress(out, run.report_seconds, total, 0), counts, run.checkpoint_seconds)
    trainer.train(resume_from_checkpoint=last_whole(out / "checkpoints"))

    # The Trainer has put the best epoch's weights back.
    unfinished = out / "adapter.part"
    model.peft_config["default"].base_model_name_or_path = base.name
    model.save_pretrained(unfinished, save_embedding_layers=False)
    # An empty form of a model card.
    (unfinished / "README.md").unlink(missing_ok=True)
    swap(unfinished, out / "adapter")
    history = history_of(trainer.state.log_history)
    return {
        "steps": trainer.state.global_step,
        "tokens": int(trainer.state.num_input_tokens_seen),
        "adapter": str(out / "adapter"),
        "best": min(history, key=lambda one: one["evaluation_loss"]),
        "history": history,
    }


def encode_claims(
    files: list[Path], tokenizer, config: LoraConfig, limit: int | None
) -> tuple[list[dict], int]:
    """([{tokens, answer: how many of them, at the end, are learnt}], how many examples were too long)."""
    instruction = Path(config.instruction).read_text().strip() if config.instruction else None
    found, skipped = [], 0
    for line in (line for file in files for line in itertools.islice(read_lines(file), limit)):
        if "expected" not in line:
            raise ValueError("lora: an example is no labelled claim: it has no `expected`")
        answer = compact(claim_answer(line, config.reasons))
        prompt, answered = render_turn(tokenizer, instruction, line["text"], answer)
        # Apart, as a server has them: no token spans the place where the answer starts.
        given = tokenizer(prompt, add_special_tokens=False)["input_ids"]
        learnt = tokenizer(answered, add_special_tokens=False)["input_ids"]
        if len(given) + len(learnt) > config.context_tokens:
            skipped += 1
            continue
        found.append({"tokens": given + learnt, "answer": len(learnt)})
    if not found:
        raise ValueError(f"no example of {', '.join(map(str, files))} fits {config.context_tokens} tokens")
    return found, skipped


def render_turn(tokenizer, instruction: str | None, document: str, answer: str) -> tuple[str, str]:
    """(prompt, answer with what ends it) as the tokenizer's chat template writes them; raises ValueError."""
    asked = [{"role": "user", "content": document}]
    if instruction is not None:
        asked.insert(0, {"role": "system", "content": instruction})
    whole = [*asked, {"role": "assistant", "content": answer}]
    prompt = tokenizer.apply_chat_template(asked, tokenize=False, add_generation_prompt=True)
    text = tokenizer.apply_chat_template(whole, tokenize=False)
    if not text.startswith(prompt):
        raise ValueError("the chat template writes another prompt before an answer than without one")
    return prompt, text[len(prompt) :]


def collator(tokenizer):
    """Fills rows up on the left: all answers stand at the end, and logits are made for these alone."""
    import torch

    pad = next((one for one in (tokenizer.pad_token_id, tokenizer.eos_token_id) if one is not None), 0)

    def collate(rows: list[dict]) -> dict:
        length = max(len(row["tokens"]) for row in rows)
        # The token before the first of the longest answer, too: its logits are the answer's first.
        kept = max(row["answer"] for row in rows) + 1
        ids = torch.full((len(rows), length), pad)
        mask = torch.zeros((len(rows), length), dtype=torch.long)
        labels = torch.full((len(rows), kept), IGNORED)
        for number, row in enumerate(rows):
            tokens, answer = torch.tensor(row["tokens"]), row["answer"]
            ids[number, length - len(tokens) :] = tokens
            mask[number, length - len(tokens) :] = 1
            labels[number, kept - answer :] = tokens[-answer:]
        return {"input_ids": ids, "attention_mask": mask, "labels": labels, "logits_to_keep": kept}

    return collate


def training_arguments(recipe: Recipe, folder: Path):
    import torch
    from transformers import TrainingArguments

    config, run = recipe.lora, recipe.run
    return TrainingArguments(
        output_dir=str(folder),
        num_train_epochs=config.epochs,
        per_device_train_batch_size=config.batch,
        per_device_eval_batch_size=config.batch,
        gradient_accumulation_steps=config.accumulation,
        learning_rate=config.learning_rate,
        # Less than one: a share of all steps.
        warmup_steps=config.warmup_share,
        lr_scheduler_type="cosine",
        bf16=True,
        use_cpu=not torch.cuda.is_available(),
        gradient_checkpointing=config.gradient_checkpointing,
        gradient_checkpointing_kwargs={"use_reentrant": False},
        eval_strategy="epoch",
        save_strategy="epoch",
        save_total_limit=2,
        load_best_model_at_end=True,
        metric_for_best_model="eval_loss",
        greater_is_better=False,
        prediction_loss_only=True,
        # The rows are the collator's own.
        remove_unused_columns=False,
        include_num_input_tokens_seen="non_padding",
        logging_steps=1,
        disable_tqdm=True,
        report_to="none",
        seed=run.seed,
    )


def report_to(trainer, progress: Progress, counts: dict, checkpoint_seconds: float) -> None:
    """Lets the Trainer report as the other trainings do, and checkpoint within long epochs too."""
    from transformers import PrinterCallback, TrainerCallback

    class Report(TrainerCallback):
        saved_at = time.monotonic()

        def on_train_begin(self, args, state, control, **others):
            progress.start_tokens = int(state.num_input_tokens_seen)
            progress.write(**counts, steps=state.max_steps, from_step=state.global_step)

        def on_log(self, args, state, control, logs, **others):
            if "loss" in logs:
                tokens = int(state.num_input_tokens_seen)
                progress.step(state.global_step, tokens, logs["loss"], logs["learning_rate"])

        def on_evaluate(self, args, state, control, **others):
            progress.write(**history_of(state.log_history)[-1])

        def on_step_end(self, args, state, control, **others):
            control.should_save |= time.monotonic() - self.saved_at > checkpoint_seconds
            return control

        def on_save(self, args, state, control, **others):
            self.saved_at = time.monotonic()

    trainer.remove_callback(PrinterCallback)
    trainer.add_callback(Report())


def history_of(log: list[dict]) -> list[dict]:
    """Epochs as the other trainings report them, from the Trainer's log."""
    history, losses = [], []
    for entry in log:
        if "loss" in entry:
            losses.append(entry["loss"])
        if "eval_loss" in entry:
            loss = round(entry["eval_loss"], 5)
            history.append({"epoch": round(entry["epoch"]), "loss": mean(losses), "evaluation_loss": loss})
            losses = []
    return history


def last_whole(folder: Path) -> str | None:
    """The latest checkpoint that has the Trainer's state, which is written last; None where there is none."""
    found = [one.parent for one in folder.glob(f"{CHECKPOINT}*/trainer_state.json")]
    return str(max(found, key=lambda one: int(one.name.removeprefix(CHECKPOINT)))) if found else None


def swap(made: Path, place: Path) -> None:
    """Puts a whole folder in the place of another."""
    shutil.rmtree(place, ignore_errors=True)
    made.rename(place)
