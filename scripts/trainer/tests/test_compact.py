import torch
from claim_trainer.compact import CompactLlama, load_compact
from claim_trainer.config import ModelConfig
from claim_trainer.induction import wire_induction
from conftest import recipe_of
from torch.nn import functional


def logits_of(model: CompactLlama, ids):
    with torch.no_grad():
        return functional.linear(model.eval().model(ids), model.model.embed_tokens.weight)


def test_the_checkpoint_is_the_llama_of_transformers(base):
    from transformers import LlamaForCausalLM

    # Longer than one block of queries.
    model = load_compact(base)
    vocabulary = model.model.embed_tokens.weight.shape[0]
    ids = torch.randint(0, vocabulary, (2, 700), generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        wanted = LlamaForCausalLM.from_pretrained(base, dtype=torch.float32).eval()(ids).logits
    torch.testing.assert_close(logits_of(model, ids), wanted, atol=1e-3, rtol=1e-3)


def test_the_loss_is_the_weighted_mean_over_the_next_tokens():
    model = CompactLlama(recipe_of().model, 50)
    ids = torch.randint(0, 50, (2, 9))
    weights = torch.rand(2, 9) * (torch.rand(2, 9) > 0.5)
    loss, own = model.loss(ids, weights)
    each = functional.cross_entropy(
        logits_of(model, ids)[:, :-1].transpose(1, 2), ids[:, 1:], reduction="none"
    )
    torch.testing.assert_close(own, weights[:, 1:].sum())
    torch.testing.assert_close(loss, (each * weights[:, 1:]).sum() / own)


def test_induction_heads_copy_from_the_start():
    # By chance it would be one in 3072.
    model = CompactLlama(ModelConfig(), 3072)
    assert wire_induction(model, 3, torch.Generator().manual_seed(1)) > 0.2
