"""Trains the models that read claims: tokenizer, base, LoRA adapter. `python -m claim_trainer --help`."""
