"""Interrupted trainings end as uninterrupted ones do; adapters are what the stack merges and serves."""

import json

import pytest
import torch
from claim_trainer import base as base_module
from claim_trainer import lora as lora_module
from claim_trainer.checkpoints import save_checkpoint
from claim_trainer.compact import add_lora, load_compact, take_adapter
from claim_trainer.export import export_model
from conftest import losses, merge, recipe_of
from safetensors.torch import load_file
from test_compact import logits_of


def interrupted_at(step: int):
    """A `save_checkpoint` after which the run is killed."""

    def save(folder, at, state):
        save_checkpoint(folder, at, state)
        if at == step:
            raise KeyboardInterrupt

    return save


def test_base_training_goes_on_from_its_checkpoint(base, files, tokenizer, tmp_path, monkeypatch):
    work = ([files["generic"]], [files["unseen"]], tokenizer, tmp_path)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(base_module, "save_checkpoint", interrupted_at(3))
        base_module.train_base(recipe_of(), *work)
    result = base_module.train_base(recipe_of(), *work)
    assert result["steps"] > 3
    assert losses(tmp_path) == losses(base.parent)
    weights = "model/model.safetensors"
    assert (tmp_path / weights).read_bytes() == (base.parent / weights).read_bytes()


def train(base, files, out, **settings):
    return lora_module.train_lora(
        recipe_of(lora=settings), [files["claims"]], [files["claims-unseen"]], base, out, None
    )


def test_lora_training_goes_on_from_its_checkpoint(base, files, tmp_path, monkeypatch):
    # Which values dropout leaves out is not part of a checkpoint.
    whole = train(base, files, tmp_path / "whole", dropout=0.0)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(lora_module, "save_checkpoint", interrupted_at(4))
        train(base, files, tmp_path / "parts", dropout=0.0)
    parts = train(base, files, tmp_path / "parts", dropout=0.0)
    assert losses(tmp_path / "parts") == losses(tmp_path / "whole")
    assert parts["best"]["evaluation_loss"] == whole["best"]["evaluation_loss"]
    assert whole["best"] == min(whole["history"], key=lambda one: one["evaluation_loss"])
    assert whole["history"][-1]["evaluation_loss"] < losses(tmp_path / "whole")[1]


def test_a_training_goes_on_from_an_adapter_in_its_shape(base, files, tmp_path):
    first = train(base, files, tmp_path / "first", rank=4, alpha=8, targets=["q_proj", "down_proj"])
    again = lora_module.train_lora(
        recipe_of(lora={"epochs": 1}),
        [files["claims"]],
        [files["claims-unseen"]],
        base,
        tmp_path / "again",
        None,
        tmp_path / "first" / "adapter",
    )
    settings = json.loads((tmp_path / "again" / "adapter" / "adapter_config.json").read_text())
    assert (settings["r"], settings["lora_alpha"], settings["target_modules"]) == (
        4,
        8,
        ["q_proj", "down_proj"],
    )
    assert again["history"][0]["evaluation_loss"] < first["history"][0]["evaluation_loss"]


def test_a_pass_trains_only_the_matrices_that_it_names(base, files, tmp_path):
    adapter = tmp_path / "first" / "adapter"
    train(base, files, tmp_path / "first", rank=4, alpha=8, epochs=1)
    work = ([files["claims"]], [files["claims-unseen"]], base)
    settings = {"epochs": 1, "trained": ["o_proj.B", "q_proj.A"]}
    lora_module.train_lora(recipe_of(lora=settings), *work, tmp_path / "again", None, adapter)
    before = load_file(adapter / "adapter_model.safetensors")
    after = load_file(tmp_path / "again" / "adapter" / "adapter_model.safetensors")
    changed = {name for name, one in before.items() if not one.equal(after[name])}
    assert changed == {name for name in before if "o_proj.lora_B" in name or "q_proj.lora_A" in name}
    settings = {"epochs": 1, "trained": ["o_proj.C"]}
    with pytest.raises(ValueError, match=r"o_proj\.C: no such matrix"):
        lora_module.train_lora(recipe_of(lora=settings), *work, tmp_path / "wrong", None, adapter)


def test_an_adapter_of_another_base_is_no_start(base, tmp_path):
    model = load_compact(base)
    add_lora(model, recipe_of(lora={"rank": 8}).lora)
    lora_module.save_adapter(model, recipe_of(lora={"rank": 4}).lora, base, tmp_path)
    other = load_compact(base)
    add_lora(other, recipe_of(lora={"rank": 4}).lora)
    with pytest.raises(ValueError, match="does not fit"):
        take_adapter(other, tmp_path)


def test_a_new_adapter_changes_nothing(base):
    model, ids = load_compact(base), torch.arange(90)[None]
    before = logits_of(model, ids)
    add_lora(model, recipe_of().lora)
    assert logits_of(model, ids).equal(before)


def test_the_merged_model_is_base_and_adapter(base, tmp_path):
    config, ids = recipe_of().lora, torch.arange(90)[None]
    model = load_compact(base)
    plain = logits_of(model, ids)
    add_lora(model, config)
    for name, parameter in model.named_parameters():
        if name.endswith("lora.B"):
            torch.nn.init.normal_(parameter, std=0.1)
    lora_module.save_adapter(model, config, base, tmp_path / "adapter")
    wanted = logits_of(model, ids)
    merged = logits_of(load_compact(merge(base, tmp_path / "adapter", tmp_path / "merged")), ids)
    # The merged weights are rounded to bfloat16.
    rounding, effect = (merged - wanted).abs().mean(), (wanted - plain).abs().mean()
    assert rounding < 0.02 * effect


def test_a_model_version_is_put_together_with_its_card(base, files, tmp_path):
    train(base, files, tmp_path / "lora")
    recipe = recipe_of()
    recipe.card = {"promptVersion": "keys-1"}
    export_model(recipe, base, tmp_path / "lora" / "adapter", tmp_path / "version")
    card = json.loads((tmp_path / "version" / "model.json").read_text())
    # Five control tokens and the keys, one token each.
    assert card["templateTokens"] == 4 + 27
    assert card["serving"]["loraRank"] == recipe.lora.rank
    assert set(card["sha256"]) == {
        "base/model.safetensors",
        "base/tokenizer.json",
        "adapter/adapter_model.safetensors",
    }


def test_a_version_stores_its_adapter_as_the_recipe_says(base, files, tmp_path):
    train(base, files, tmp_path / "lora")
    recipe = recipe_of(lora={"stored": "float8_e4m3fn"})
    recipe.card = {"promptVersion": "keys-1"}
    export_model(recipe, base, tmp_path / "lora" / "adapter", tmp_path / "version")
    whole, stored = (
        load_file(tmp_path / folder / "adapter" / "adapter_model.safetensors")
        for folder in ("lora", "version")
    )
    assert {one.dtype for one in stored.values()} == {torch.float8_e4m3fn}
    for name, weight in whole.items():
        # Four significant bits, or steps of 2^-9 near zero.
        assert ((stored[name].float() - weight).abs() <= weight.abs() / 16 + 2**-10).all()
    model = load_compact(base)
    add_lora(model, recipe.lora)
    take_adapter(model, tmp_path / "version" / "adapter")


def test_a_training_with_slips_learns(base, files, tmp_path):
    result = train(base, files, tmp_path, slips=0.05)
    assert result["history"][-1]["evaluation_loss"] < losses(tmp_path)[1]
