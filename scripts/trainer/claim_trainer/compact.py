"""A Llama small enough for a processor: weights and names of `LlamaForCausalLM`, compiled as a whole."""

import math
from collections.abc import Collection
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from .config import LoraConfig, ModelConfig

EPSILON = 1e-5
# Queries are answered in blocks, each against the keys before its end: up to half the work of a full square.
# Four at most, since each is compiled on its own.
SMALLEST_BLOCK = 256
BLOCKS_AT_MOST = 4
MASKED = -1e4


class Linear(nn.Module):
    """A weight matrix without bias, with room for a LoRA pair."""

    def __init__(self, out_features: int, in_features: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features) * 0.02)
        self.lora: nn.Module | None = None

    def forward(self, x):
        if self.lora is None:
            return F.linear(x, self.weight)
        if self.lora.dropout == 0:
            return F.linear(x, self.weight + self.lora.delta())
        return F.linear(x, self.weight) + self.lora(x)


class LoraPair(nn.Module):
    """`scale * B @ A` beside a frozen weight; B starts at zero."""

    def __init__(self, linear: Linear, config: LoraConfig) -> None:
        super().__init__()
        out_features, in_features = linear.weight.shape
        self.A = nn.Parameter(torch.empty(config.rank, in_features))
        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))
        self.B = nn.Parameter(torch.zeros(out_features, config.rank))
        self.scale = config.alpha / config.rank
        self.dropout = config.dropout

    def delta(self):
        """What the pair adds to the weight: one matrix, however large the batch."""
        return self.scale * (self.B @ self.A)

    def forward(self, x):
        return self.scale * F.linear(F.linear(F.dropout(x, self.dropout, self.training), self.A), self.B)


class Attention(nn.Module):
    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        inner = config.heads * config.head_dim
        self.heads, self.head_dim = config.heads, config.head_dim
        self.q_proj = Linear(inner, config.hidden)
        self.k_proj = Linear(inner, config.hidden)
        self.v_proj = Linear(inner, config.hidden)
        self.o_proj = Linear(config.hidden, inner)

    def forward(self, x, cos, sin):
        rows, length, _ = x.shape

        def split(y):
            y = y.view(rows, length, self.heads, self.head_dim).transpose(1, 2)
            return y.reshape(rows * self.heads, length, self.head_dim)

        q, k, v = split(self.q_proj(x)), split(self.k_proj(x)), split(self.v_proj(x))
        q, k = rotate(q, cos, sin), rotate(k, cos, sin)
        scale = 1 / math.sqrt(self.head_dim)
        block = max(SMALLEST_BLOCK, math.ceil(length / BLOCKS_AT_MOST))
        answers = []
        for start in range(0, length, block):
            end = min(length, start + block)
            scores = torch.bmm(q[:, start:end], k[:, :end].transpose(1, 2)) * scale
            later = torch.arange(end)[None] > torch.arange(start, end)[:, None]
            answers.append(torch.bmm(torch.softmax(scores.masked_fill(later, MASKED), -1), v[:, :end]))
        y = torch.cat(answers, 1).view(rows, self.heads, length, self.head_dim)
        return self.o_proj(y.transpose(1, 2).reshape(rows, length, -1))


class FeedForward(nn.Module):
    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.gate_proj = Linear(config.feed_forward, config.hidden)
        self.up_proj = Linear(config.feed_forward, config.hidden)
        self.down_proj = Linear(config.hidden, config.feed_forward)

    def forward(self, x):
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class Norm(nn.Module):
    def __init__(self, size: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(size))

    def forward(self, x):
        return F.rms_norm(x, self.weight.shape, self.weight, EPSILON)


class Layer(nn.Module):
    def __init__(self, config: ModelConfig) -> None:
        super().__init__()
        self.input_layernorm = Norm(config.hidden)
        self.self_attn = Attention(config)
        self.post_attention_layernorm = Norm(config.hidden)
        self.mlp = FeedForward(config)

    def forward(self, x, cos, sin):
        x = x + self.self_attn(self.input_layernorm(x), cos, sin)
        return x + self.mlp(self.post_attention_layernorm(x))


class Trunk(nn.Module):
    """Token ids (rows x length) to the last layer's normed states (rows x length x hidden)."""

    def __init__(self, config: ModelConfig, vocabulary: int) -> None:
        super().__init__()
        self.embed_tokens = Linear(vocabulary, config.hidden)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        self.norm = Norm(config.hidden)
        angles = torch.arange(config.positions)[:, None] * rope_frequencies(config)[None]
        self.register_buffer("cos", angles.cos(), persistent=False)
        self.register_buffer("sin", angles.sin(), persistent=False)

    def forward(self, ids):
        x = F.embedding(ids, self.embed_tokens.weight)
        cos, sin = self.cos[: ids.shape[1]].to(x.dtype), self.sin[: ids.shape[1]].to(x.dtype)
        for layer in self.layers:
            x = layer(x, cos, sin)
        return self.norm(x)


class CompactLlama(nn.Module):
    """The trunk with tied embeddings; its state has the names of the checkpoint that vLLM serves."""

    def __init__(self, config: ModelConfig, vocabulary: int) -> None:
        super().__init__()
        self.config = config
        self.model = Trunk(config, vocabulary)

    def loss(self, ids, weights, trunk=None):
        """(weighted mean cross-entropy of the next tokens, sum of the weights); `trunk` may be compiled."""
        states = (self.model if trunk is None else trunk)(ids)[:, :-1]
        wanted = weights[:, 1:]
        places = wanted > 0
        logits = F.linear(states[places], self.model.embed_tokens.weight).float()
        each = F.cross_entropy(logits, ids[:, 1:][places], reduction="none")
        own = wanted[places]
        return (each * own).sum() / own.sum(), own.sum()


def rope_frequencies(config: ModelConfig):
    return config.rope_theta ** (-torch.arange(0, config.head_dim, 2) / config.head_dim)


def rotate(x, cos, sin):
    first, second = x.chunk(2, -1)
    return torch.cat([first * cos - second * sin, second * cos + first * sin], -1)


def add_lora(model: CompactLlama, config: LoraConfig) -> None:
    """Freezes the model and gives the targets their LoRA pairs."""
    model.requires_grad_(False)
    for name, module in list(model.named_modules()):
        if isinstance(module, Linear) and name.split(".")[-1] in config.targets:
            module.lora = LoraPair(module, config)


def take_adapter(model: CompactLlama, folder: Path, trained: Collection[str] = ()) -> None:
    """
    Puts an adapter's weights into the pairs, and freezes all but the `trained` ones, such as `o_proj.B`,
    where any is named. Raises ValueError where it was made for other pairs, or lacks one that is named.
    """
    from safetensors.torch import load_file

    saved = load_file(folder / "adapter_model.safetensors")
    own = adapter_parameters(model)
    if {name: tuple(one.shape) for name, one in saved.items()} != {
        name: tuple(one.shape) for name, one in own.items()
    }:
        raise ValueError(f"{folder.name}: the adapter to go on from does not fit this base")
    with torch.no_grad():
        for name, parameter in own.items():
            parameter.copy_(saved[name])
    if not trained:
        return
    short = {name: ".".join(name.replace("lora_", "").split(".")[-3:-1]) for name in own}
    if unknown := set(trained) - set(short.values()):
        raise ValueError(f"lora.trained: {min(unknown)}: no such matrix in the adapter to go on from")
    for name, parameter in own.items():
        parameter.requires_grad_(short[name] in trained)


def adapter_state(model: CompactLlama) -> dict:
    """The weights of the LoRA pairs, as they are stored."""
    return {name: one.detach().float().contiguous() for name, one in adapter_parameters(model).items()}


def adapter_parameters(model: CompactLlama) -> dict:
    """The LoRA pairs under the names that PEFT gives them."""
    return {
        f"base_model.model.{name}.lora_{side}.weight": weight
        for name, module in model.named_modules()
        if isinstance(module, Linear) and module.lora is not None
        for side, weight in (("A", module.lora.A), ("B", module.lora.B))
    }


def load_compact(folder: Path) -> CompactLlama:
    """The model of a checkpoint folder, in float32. Raises ValueError for a shape that is not known here."""
    import json

    from safetensors.torch import load_file

    found = json.loads((folder / "config.json").read_text())
    if found["num_key_value_heads"] != found["num_attention_heads"] or not found["tie_word_embeddings"]:
        raise ValueError(
            f"{folder}: only tied embeddings and as many key heads as query heads are known here"
        )
    config = ModelConfig(
        hidden=found["hidden_size"],
        layers=found["num_hidden_layers"],
        heads=found["num_attention_heads"],
        head_dim=found["head_dim"],
        feed_forward=found["intermediate_size"],
        positions=found["max_position_embeddings"],
        rope_theta=rope_theta(found),
    )
    model = CompactLlama(config, found["vocab_size"])
    weights = {name: tensor.float() for name, tensor in load_file(folder / "model.safetensors").items()}
    model.load_state_dict(weights)
    return model


def rope_theta(config: dict) -> float:
    return float(config.get("rope_theta") or config["rope_parameters"]["rope_theta"])


def save_compact(model: CompactLlama, folder: Path, ids: dict[str, int]) -> None:
    """Writes the checkpoint in bfloat16 with the configuration that transformers and vLLM read."""
    from safetensors.torch import save_file
    from transformers import GenerationConfig, LlamaConfig

    from .prompts import BOS, EOS, PAD

    shape = model.config
    folder.mkdir(parents=True, exist_ok=True)
    special = {"bos_token_id": ids[BOS], "eos_token_id": ids[EOS], "pad_token_id": ids[PAD]}
    LlamaConfig(
        architectures=["LlamaForCausalLM"],
        vocab_size=model.model.embed_tokens.weight.shape[0],
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        num_key_value_heads=shape.heads,
        head_dim=shape.head_dim,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        rms_norm_eps=EPSILON,
        rope_parameters={"rope_type": "default", "rope_theta": shape.rope_theta},
        tie_word_embeddings=True,
        dtype="bfloat16",
        **special,
    ).save_pretrained(folder)
    GenerationConfig(**special).save_pretrained(folder)
    weights = {name: tensor.bfloat16().contiguous() for name, tensor in model.state_dict().items()}
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})
