"""
Golden figures of a small Llama: loss, every gradient, and AdamW steps, by PyTorch, in float64.

An outside oracle for src/engine: written from the papers and PyTorch's own operators (complex rotation for RoPE,
torch.softmax with -inf masks, F.cross_entropy, clip_grad_norm_, torch.optim.AdamW), sharing no code or form with ours.
Never part of the product: run by hand (Debian: apt-get install python3-torch), its output is committed.

    python3 scripts/golden/transformer.py > src/testing/golden/transformer.json
"""
import json
import math

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(20261122)

V, D, N, H, FF, CONTEXT = 17, 8, 2, 2, 12, 16
THETA, EPS = 10000.0, 1e-5
B, T = 2, 7
BETAS, ADAM_EPS, DECAY, MAX_NORM = (0.9, 0.95), 1e-8, 0.01, 1.0
RATES = [3e-3, 2e-3, 1e-3]

shapes = {"model.embed_tokens.weight": (V, D)}
for n in range(N):
    for p in "qkvo":
        shapes[f"model.layers.{n}.self_attn.{p}_proj.weight"] = (D, D)
    shapes[f"model.layers.{n}.mlp.gate_proj.weight"] = (FF, D)
    shapes[f"model.layers.{n}.mlp.up_proj.weight"] = (FF, D)
    shapes[f"model.layers.{n}.mlp.down_proj.weight"] = (D, FF)
    shapes[f"model.layers.{n}.input_layernorm.weight"] = (D,)
    shapes[f"model.layers.{n}.post_attention_layernorm.weight"] = (D,)
shapes["model.norm.weight"] = (D,)


def draw(shape):
    # multiples of 1/256: exact in float32 and short in the file
    base = torch.randn(shape) * 0.4 if len(shape) > 1 else 1 + 0.2 * torch.randn(shape)
    return torch.round(base * 256) / 256


params = {name: draw(shape).requires_grad_() for name, shape in shapes.items()}
start = {name: p.detach().clone() for name, p in params.items()}

tokens = torch.randint(0, V, (B, T))
targets = torch.randint(0, V, (B, T))
loss_mask = torch.tensor([[0, 1, 1, 0, 0, 1, 1], [0, 0, 1, 1, 1, 1, 0]])
# row 0: two packed documents; row 1: one document after two tokens of left padding
segments = torch.tensor([[1, 1, 1, 2, 2, 2, 2], [0, 0, 1, 1, 1, 1, 1]])
positions = torch.tensor([[0, 1, 2, 0, 1, 2, 3], [0, 1, 0, 1, 2, 3, 4]])


def rms_norm(x, weight):
    return weight * x / torch.sqrt(x.pow(2).mean(-1, keepdim=True) + EPS)


def rope(x):
    # (B, T, H, d): channels i and i + d/2 are the real and imaginary part of one complex number
    half = x.shape[-1] // 2
    z = torch.complex(x[..., :half], x[..., half:])
    frequency = THETA ** (-torch.arange(half) / half)
    angle = positions[:, :, None].double() * frequency
    z = z * torch.polar(torch.ones_like(angle), angle)[:, :, None, :]
    return torch.cat([z.real, z.imag], dim=-1)


def forward():
    x = F.embedding(tokens, params["model.embed_tokens.weight"])
    visible = (segments[:, :, None] == segments[:, None, :]) & torch.ones(T, T, dtype=torch.bool).tril()
    for n in range(N):
        w = lambda name: params[f"model.layers.{n}.{name}.weight"]
        h = rms_norm(x, w("input_layernorm"))
        q, k, v = (F.linear(h, w(f"self_attn.{p}_proj")).view(B, T, H, D // H) for p in "qkv")
        q, k = rope(q), rope(k)
        scores = torch.matmul(q.transpose(1, 2), k.transpose(1, 2).transpose(2, 3)) / math.sqrt(D // H)
        scores = scores.masked_fill(~visible[:, None], float("-inf"))
        mixed = torch.matmul(torch.softmax(scores, -1), v.transpose(1, 2)).transpose(1, 2).reshape(B, T, D)
        x = x + F.linear(mixed, w("self_attn.o_proj"))
        h = rms_norm(x, w("post_attention_layernorm"))
        x = x + F.linear(F.silu(F.linear(h, w("mlp.gate_proj"))) * F.linear(h, w("mlp.up_proj")), w("mlp.down_proj"))
    logits = F.linear(rms_norm(x, params["model.norm.weight"]), params["model.embed_tokens.weight"])
    losses = F.cross_entropy(logits.view(-1, V), targets.view(-1), reduction="none")
    weights = loss_mask.view(-1).double()
    return (losses * weights).sum() / weights.sum(), logits


def figures(tensor, digits=9):
    return [float(f"{x:.{digits}g}") for x in tensor.detach().reshape(-1).tolist()]


groups = [
    {"params": [p for p in params.values() if p.dim() > 1], "weight_decay": DECAY},
    {"params": [p for p in params.values() if p.dim() == 1], "weight_decay": 0.0},
]
optimizer = torch.optim.AdamW(groups, lr=RATES[0], betas=BETAS, eps=ADAM_EPS)

steps = []
for rate in RATES:
    optimizer.zero_grad()
    loss, logits = forward()
    loss.backward()
    grads = {name: p.grad.clone() for name, p in params.items()}
    norm = torch.nn.utils.clip_grad_norm_(list(params.values()), MAX_NORM)
    for group in optimizer.param_groups:
        group["lr"] = rate
    optimizer.step()
    step = {"learningRate": rate, "loss": float(loss), "gradNorm": float(norm)}
    if not steps:
        step["logits"] = figures(logits)
        step["grads"] = {name: figures(g) for name, g in grads.items()}
    step["params"] = {name: figures(p) for name, p in params.items()}
    steps.append(step)
del steps[1]["params"]

print(json.dumps({
    "about": "scripts/golden/transformer.py, PyTorch " + torch.__version__.split("+")[0] + ", float64",
    "config": {"vocabSize": V, "width": D, "layers": N, "heads": H, "mlpWidth": FF, "contextLength": CONTEXT,
               "ropeTheta": THETA, "normEps": EPS, "eosId": 0, "padId": 1},
    "adamw": {"beta1": BETAS[0], "beta2": BETAS[1], "epsilon": ADAM_EPS, "weightDecay": DECAY, "maxGradNorm": MAX_NORM},
    "batch": B,
    "length": T,
    "tokens": tokens.reshape(-1).tolist(),
    "targets": targets.reshape(-1).tolist(),
    "lossMask": loss_mask.reshape(-1).tolist(),
    "segments": segments.reshape(-1).tolist(),
    "positions": positions.reshape(-1).tolist(),
    "params": {name: figures(p) for name, p in start.items()},
    "steps": steps,
}, separators=(",", ":")))
