"""A start for a model that must copy: heads of the first two layers that already find what followed before.

In layer 0 a head attends to the token before: queries and keys are one constant direction, which the
rotation of the positions turns into a peak one step back. What it reads is written into a subspace of
its own. In layer 1 a head compares the current token with that subspace, so it attends to the token
that followed the last occurrence, and writes that token where the tied output layer reads it.
Left to chance, such heads appear only after tens of millions of tokens.
"""

import math

import torch

from .compact import CompactLlama, Linear, rope_frequencies

# Share of the constant direction in an embedding's length.
CONSTANT = 0.6
# Sharpness of "one step back" by frequency: the fastest tell neighbours apart, the middle ones stretches.
FAST, MIDDLE = 40.0, 20.0
# Frequencies slower than this do not turn within a context: a comparison there ignores distance.
SLOW = 0.004
EMBEDDING_SCALE = 0.05
PREVIOUS_WRITE = 0.06
COPY_WRITE = 0.5
# Logit by which the token that matches stands out.
MATCH = 14.0


@torch.no_grad()
def wire_induction(model: CompactLlama, heads: int, generator: torch.Generator) -> float:
    """Sets the first `heads` heads of layers 0 and 1; returns the share of repeated tokens then copied."""
    config = model.config
    hidden, size = config.hidden, config.head_dim
    frequencies = rope_frequencies(config)
    half = size // 2

    def noise(*shape: int):
        return torch.randn(*shape, generator=generator)

    constant = torch.ones(hidden) / math.sqrt(hidden)
    without_constant = torch.eye(hidden) - torch.outer(constant, constant)
    vocabulary = model.model.embed_tokens.weight.shape[0]
    random_part = noise(vocabulary, hidden) @ without_constant
    model.model.embed_tokens.weight.copy_(
        EMBEDDING_SCALE * (random_part + CONSTANT * math.sqrt(hidden) * constant)
    )
    # Length of the constant part after the norm.
    length = math.sqrt(hidden) * CONSTANT / math.sqrt(1 + CONSTANT**2)

    slow = [index for index in range(half) if frequencies[index] < SLOW]
    slots = torch.tensor([*slow, *(index + half for index in slow)])
    spaces = torch.linalg.qr(without_constant @ noise(hidden, hidden))[0]
    first, second = model.model.layers[0].self_attn, model.model.layers[1].self_attn

    sharpness = torch.zeros(half)
    sharpness[:3], sharpness[3 : half // 2] = FAST, MIDDLE
    strength = (sharpness.sqrt() / length)[:, None]
    for head in range(heads):
        rows = slice(head * size, (head + 1) * size)
        space = spaces[:, head * len(slots) : (head + 1) * len(slots)]
        read = noise(len(slots), hidden) / math.sqrt(hidden) @ without_constant

        steady = torch.cat([strength * constant, torch.zeros(half, hidden)])
        first.q_proj.weight[rows] = steady + 0.02 * noise(size, hidden)
        turned = [
            strength * frequencies.cos()[:, None] * constant,
            strength * frequencies.sin()[:, None] * constant,
        ]
        first.k_proj.weight[rows] = torch.cat(turned) + 0.02 * noise(size, hidden)
        value = torch.zeros(size, hidden)
        value[: len(slots)] = read
        first.v_proj.weight[rows] = value + 0.01 * noise(size, hidden)
        written = torch.zeros(hidden, size)
        written[:, : len(slots)] = PREVIOUS_WRITE * space
        first.o_proj.weight[:, rows] = written + 0.002 * noise(hidden, size)

        query, key = torch.zeros(size, hidden), torch.zeros(size, hidden)
        query[slots], key[slots] = read, space.T
        second.q_proj.weight[rows], second.k_proj.weight[rows] = query, key
        token = noise(size, hidden) / math.sqrt(hidden) @ without_constant
        second.v_proj.weight[rows] = token
        second.o_proj.weight[:, rows] = COPY_WRITE * token.T

    repeated = torch.randint(50, vocabulary - 50, (4, 100), generator=generator).repeat(1, 2)
    _set_match(model, second, heads, repeated)
    for layer in model.model.layers:
        layer.mlp.down_proj.weight.mul_(0.5)
    states = model.model(repeated)[:, 100:199]
    logits = torch.nn.functional.linear(states, model.model.embed_tokens.weight)
    return (logits.argmax(-1) == repeated[:, 101:]).float().mean().item()


def _set_match(model: CompactLlama, attention, heads: int, repeated) -> None:
    """Scales queries and keys of layer 1 so that a match scores MATCH on this repeated text."""
    seen = {}
    hook = attention.register_forward_pre_hook(lambda _, inputs: seen.update(x=inputs[0]))
    model.model(repeated)
    hook.remove()
    size = model.config.head_dim

    def part(linear: Linear, rows: slice):
        return torch.nn.functional.linear(seen["x"], linear.weight[rows])

    for head in range(heads):
        rows = slice(head * size, (head + 1) * size)
        query, key = part(attention.q_proj, rows), part(attention.k_proj, rows)
        score = (query[:, 101:199] * key[:, 2:100]).sum(-1).mean() / math.sqrt(size)
        gain = math.sqrt(MATCH / max(score.item(), 1e-3))
        attention.q_proj.weight[rows] *= gain
        attention.k_proj.weight[rows] *= gain
