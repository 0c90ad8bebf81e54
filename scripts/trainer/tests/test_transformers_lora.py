"""LoRA through transformers and peft, on a random model with the proportions of Llama 3.1 8B."""

import shutil
from pathlib import Path

import pytest
import torch
from claim_trainer.config import load_recipe
from claim_trainer.export import ADAPTER_FILES
from claim_trainer.prompts import claim_answer, compact
from conftest import ODD, claim, losses, merge, recipe_of, write

pytest.importorskip("peft")
pytest.importorskip("accelerate")

RECIPE = Path(__file__).parents[1] / "recipes" / "llama-3.1-8b.json"
SPECIAL = ["<|begin_of_text|>", "<|end_of_text|>", "<|start_header_id|>", "<|end_header_id|>", "<|eot_id|>"]
TEMPLATE = (
    "{{ bos_token }}{% for message in messages %}"
    "{{ '<|start_header_id|>' + message.role + '<|end_header_id|>\n\n' }}"
    "{{ message.content | trim + '<|eot_id|>' }}"
    "{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\n\n' }}{% endif %}"
)


@pytest.fixture(scope="module")
def llama(tmp_path_factory) -> Path:
    """Grouped queries 4:1, scaled rotations, an output layer of its own, no padding token."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    folder = tmp_path_factory.mktemp("llama")
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    texts = [one["text"] + compact(claim_answer(one, True)) for one in map(claim, range(40))]
    trainer = trainers.BpeTrainer(
        vocab_size=900,
        special_tokens=SPECIAL,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token=SPECIAL[0], eos_token=SPECIAL[-1])
    fast.chat_template = TEMPLATE
    fast.save_pretrained(folder)
    torch.manual_seed(1)
    config = LlamaConfig(
        vocab_size=len(fast),
        hidden_size=64,
        intermediate_size=224,
        num_hidden_layers=2,
        num_attention_heads=8,
        num_key_value_heads=2,
        head_dim=8,
        max_position_embeddings=2048,
        rope_parameters={
            "rope_type": "llama3",
            "rope_theta": 500_000.0,
            "factor": 8.0,
            "low_freq_factor": 1.0,
            "high_freq_factor": 4.0,
            "original_max_position_embeddings": 256,
        },
        tie_word_embeddings=False,
        bos_token_id=0,
        eos_token_id=4,
        dtype="bfloat16",
    )
    LlamaForCausalLM(config).to(torch.bfloat16).save_pretrained(folder)
    return folder


@pytest.fixture(scope="module")
def tokenizer(llama):
    from transformers import AutoTokenizer

    return AutoTokenizer.from_pretrained(llama)


def small_recipe():
    """The settings of the 8B recipe, at a rate and length at which a random model learns something."""
    recipe = recipe_of()
    recipe.lora = load_recipe(RECIPE).lora
    recipe.lora.epochs, recipe.lora.learning_rate, recipe.lora.accumulation = 2, 0.01, 2
    return recipe


def train(llama, files, out, start=None):
    from claim_trainer.transformers_lora import train_lora

    return train_lora(small_recipe(), [files["claims"]], [files["claims-unseen"]], llama, out, None, start)


@pytest.fixture(scope="module")
def run(llama, files, tmp_path_factory):
    """(the result, the folder) of a whole training."""
    out = tmp_path_factory.mktemp("run")
    return train(llama, files, out), out


def log_probabilities(model, ids):
    with torch.no_grad():
        return model.float().eval()(ids).logits.log_softmax(-1)


def test_prompt_and_answer_follow_the_models_own_template(tokenizer, files):
    from claim_trainer.transformers_lora import encode_claims

    config = load_recipe(RECIPE).lora
    instruction = Path(config.instruction).read_text().strip()
    found, skipped = encode_claims([files["claims"]], tokenizer, config, 3)
    assert (len(found), skipped) == (3, 0)
    line = claim(0)
    answer = compact(claim_answer(line, True)) + "<|eot_id|>"
    tokens = found[0]["tokens"]
    assert tokenizer.decode(tokens[-found[0]["answer"] :]) == answer
    assert tokenizer.decode(tokens[: -found[0]["answer"]]) == (
        f"<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\n{instruction}<|eot_id|>"
        f"<|start_header_id|>user<|end_header_id|>\n\n{line['text']}<|eot_id|>"
        "<|start_header_id|>assistant<|end_header_id|>\n\n"
    )
    assert answer.startswith('{"reasoning":"The loss was at')


def test_examples_longer_than_the_context_are_counted_and_left_out(tokenizer, tmp_path):
    from claim_trainer.transformers_lora import encode_claims

    config = load_recipe(RECIPE).lora
    file = write(tmp_path / "claims.jsonl", [claim(1), claim(2) | {"text": ODD * 200}])
    found, skipped = encode_claims([file], tokenizer, config, None)
    assert (len(found), skipped) == (1, 1)
    config.context_tokens = 10
    with pytest.raises(ValueError, match="fits 10 tokens"):
        encode_claims([file], tokenizer, config, None)


def test_a_template_that_rewrites_the_prompt_is_refused(tokenizer):
    from claim_trainer.transformers_lora import render_turn

    class Rewriting:
        def apply_chat_template(self, messages, **options):
            return f"{len(messages)} messages"

    with pytest.raises(ValueError, match="another prompt"):
        render_turn(Rewriting(), None, "a", "b")


def test_the_loss_is_that_of_the_answers_alone(llama, tokenizer, files):
    from claim_trainer.transformers_lora import collator, encode_claims
    from transformers import LlamaForCausalLM

    found, _ = encode_claims([files["claims"]], tokenizer, load_recipe(RECIPE).lora, 4)
    model = LlamaForCausalLM.from_pretrained(llama, dtype=torch.float32).eval()
    each = []
    for one in found:
        ids = torch.tensor(one["tokens"])
        wanted = ids[-one["answer"] :]
        given = log_probabilities(model, ids[None])[0, -one["answer"] - 1 : -1]
        each.append(-given.gather(1, wanted[:, None]))
    with torch.no_grad():
        loss = model(**collator(tokenizer)(found)).loss
    torch.testing.assert_close(loss, torch.cat(each).mean(), atol=1e-4, rtol=1e-4)


def test_two_epochs_are_reported_and_the_best_is_kept(run):
    result, out = run
    assert [one["epoch"] for one in result["history"]] == [1, 2]
    assert result["best"] == min(result["history"], key=lambda one: one["evaluation_loss"])
    assert result["history"][1]["loss"] < result["history"][0]["loss"]
    # Twelve examples: two steps an epoch, the second of one batch.
    assert result["steps"] == 4
    assert list(losses(out)) == [1, 2, 3, 4]
    assert sorted(file.name for file in (out / "adapter").iterdir()) == list(ADAPTER_FILES)


def test_an_interrupted_run_goes_on_from_the_last_whole_checkpoint(run, llama, files, tmp_path):
    result, out = run
    before = losses(out)
    shutil.rmtree(out / "adapter")
    # The last checkpoint was being written when the run ended.
    (out / "checkpoints" / "checkpoint-4" / "trainer_state.json").unlink()
    (out / "progress.jsonl").unlink()
    again = train(llama, files, out)
    assert list(losses(out)) == [3, 4]
    assert losses(out) == pytest.approx({step: before[step] for step in (3, 4)}, abs=2e-3)
    assert again["history"] == [pytest.approx(one, abs=2e-3) for one in result["history"]]
    assert again["tokens"] == result["tokens"]
    # And once more, when everything is done.
    assert train(llama, files, out)["steps"] == 4


def test_a_training_goes_on_from_an_adapter(run, llama, files, tmp_path):
    result, out = run
    again = train(llama, files, tmp_path, out / "adapter")
    assert again["history"][0]["loss"] < result["history"][0]["loss"]


def test_the_adapter_loads_with_peft_and_merges_to_the_same_answers(run, llama, tmp_path):
    from peft import PeftModel
    from safetensors.torch import load_file
    from transformers import LlamaForCausalLM

    adapter = run[1] / "adapter"
    merged = merge(llama, adapter, tmp_path / "merged")
    before, after, pairs = (
        load_file(file)
        for file in (
            llama / "model.safetensors",
            merged / "model.safetensors",
            adapter / "adapter_model.safetensors",
        )
    )
    changed = 0
    for name, weight in before.items():
        pair = "base_model.model." + name.removesuffix(".weight")
        wanted = weight.float()
        if f"{pair}.lora_A.weight" in pairs:
            high, low = (pairs[f"{pair}.lora_{side}.weight"].float() for side in "BA")
            wanted = wanted + 64 / 32 * high @ low
            changed += 1
        torch.testing.assert_close(after[name].float(), wanted, atol=1e-3, rtol=1e-2)
    assert changed == 2 * 4

    ids = torch.arange(5, 105)[None]
    base = LlamaForCausalLM.from_pretrained(llama, dtype=torch.float32)
    plain = log_probabilities(base, ids)
    beside = log_probabilities(PeftModel.from_pretrained(base, adapter), ids)
    inside = log_probabilities(LlamaForCausalLM.from_pretrained(merged, dtype=torch.float32), ids)
    effect, rounding = (beside - plain).abs().mean(), (inside - beside).abs().mean()
    assert effect > 0.01
    assert rounding < 0.05 * effect
