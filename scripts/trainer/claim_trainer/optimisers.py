"""Float32 master weights beside a bfloat16 model, and the optimisers that move them."""

import torch
from torch import nn

ADAM_BETAS = (0.9, 0.98)
MUON_MOMENTUM = 0.95
LARGEST_GRADIENT = 1.0


class MasterWeights:
    """Keeps a float32 copy of every trained parameter: steps too small for bfloat16 are not lost."""

    def __init__(self, model: nn.Module) -> None:
        self.names = [name for name, parameter in model.named_parameters() if parameter.requires_grad]
        self.masters = [p.detach().float().clone() for p in model.parameters() if p.requires_grad]
        for master in self.masters:
            master.requires_grad_(True)
        model.bfloat16()
        self.working = [parameter for parameter in model.parameters() if parameter.requires_grad]

    @torch.no_grad()
    def step(self, optimisers: list[torch.optim.Optimizer]) -> float:
        """One update from the gradients of the working weights; returns their norm."""
        for master, working in zip(self.masters, self.working, strict=True):
            master.grad = working.grad.float()
            working.grad = None
        norm = nn.utils.clip_grad_norm_(self.masters, LARGEST_GRADIENT)
        for optimiser in optimisers:
            optimiser.step()
        self.spread()
        return float(norm)

    @torch.no_grad()
    def spread(self) -> None:
        """Writes the masters into the working weights."""
        for master, working in zip(self.masters, self.working, strict=True):
            working.copy_(master)

    @torch.no_grad()
    def take(self, weights: list[torch.Tensor]) -> None:
        for master, weight in zip(self.masters, weights, strict=True):
            master.copy_(weight)
        self.spread()


def base_optimisers(
    weights: MasterWeights, learning_rate: float, weight_decay: float
) -> list[torch.optim.Optimizer]:
    """Muon for the matrices inside the layers, AdamW for embeddings and norms."""
    pairs = list(zip(weights.names, weights.masters, strict=True))
    matrices = [master for name, master in pairs if master.ndim == 2 and "embed" not in name]
    others = [master for name, master in pairs if master.ndim != 2 or "embed" in name]
    return [
        torch.optim.Muon(
            matrices,
            lr=learning_rate,
            weight_decay=weight_decay,
            momentum=MUON_MOMENTUM,
            adjust_lr_fn="match_rms_adamw",
        ),
        torch.optim.AdamW(others, lr=learning_rate, betas=ADAM_BETAS, weight_decay=0.0),
    ]


def adapter_optimisers(weights: MasterWeights, learning_rate: float) -> list[torch.optim.Optimizer]:
    return [torch.optim.AdamW(weights.masters, lr=learning_rate, betas=ADAM_BETAS, weight_decay=0.0)]
