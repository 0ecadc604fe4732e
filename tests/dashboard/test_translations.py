"""Nothing that people see is left untranslated, and nothing that is translated has gone stale."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from babel.messages.catalog import Catalog, Message

import dashboard
import metrics
from dashboard.catalogues import LOCALE, catalog, languages
from dashboard.translating import gathered, main, renew, save
from metrics.definition import IndicatorWords

ROOM = Path(dashboard.__file__).parent
INDICATORS = sorted((Path(metrics.__file__).parent / "indicators").glob("*.yaml"))
SLOT = re.compile(r"\{(\w*)\}")


@pytest.fixture(scope="module")
def sentences() -> Catalog:
    return gathered()


@pytest.fixture(scope="module")
def dutch() -> Catalog:
    return catalog(LOCALE / "nl.po")


def messages(found: Catalog) -> Iterator[Message]:
    return (message for message in found if message.id)


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def test_every_sentence_of_the_code_is_there_in_dutch(sentences: Catalog, dutch: Catalog):
    """Whoever adds a sentence runs `make sentences` and writes its Dutch into nl.po."""
    known = {(m.id, m.context) for m in messages(dutch) if all(forms(m)) and not m.fuzzy}
    assert [m.id for m in messages(sentences) if (m.id, m.context) not in known] == []


def test_no_translation_is_of_a_sentence_that_is_gone(sentences: Catalog, dutch: Catalog):
    """`make sentences` takes it out."""
    wanted = {(m.id, m.context) for m in messages(sentences)}
    assert [m.id for m in messages(dutch) if (m.id, m.context) not in wanted] == []
    assert list(dutch.obsolete) == []
    assert [m.id for m in messages(dutch) if m.fuzzy] == []


def test_the_same_values_stand_in_every_language(dutch: Catalog):
    """The singular may leave its number out: `for a quarter`, `for three quarters`."""
    for message in messages(dutch):
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        for said in forms(message):
            allowed = [set(SLOT.findall(text)) for text in english]
            assert set(SLOT.findall(said)) in allowed, f"{message.id} -> {said}"


def test_every_catalogue_knows_the_plurals_of_its_language():
    """The forms for 1, 2, 5 and 21 of each, as its grammar has them."""
    expected = {
        "nl": (0, 1, 1, 1),
        "it": (0, 2, 2, 2),  # the form between is for whole millions
        "ro": (0, 1, 1, 2),
        "lt": (0, 1, 1, 0),
        "el": (0, 1, 1, 1),
    }
    from dashboard.catalogues import sentences

    assert set(languages()) == {"en", *expected}
    for language, wanted in expected.items():
        form = sentences(language).form
        assert tuple(form(count) for count in (1, 2, 5, 21)) == wanted, language


def test_a_language_is_begun_with_one_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What is translated stays; what is gone from the code goes."""
    monkeypatch.setattr("dashboard.translating.LOCALE", tmp_path)
    empty = Catalog("it", fuzzy=False)
    empty.add("Gone from the code", "Sparito")
    empty.add("Cities", "Città")
    save(empty, tmp_path / "it.po")
    main(["it"])
    renewed = catalog(tmp_path / "it.po")
    assert renewed.get("Cities").string == "Città"
    assert renewed.get("Loads").string == ""
    assert renewed.get("Gone from the code") is None
    assert renew(tmp_path / "it.po", gathered()).num_plurals == 3


@pytest.mark.parametrize("path", INDICATORS, ids=lambda path: path.stem)
def test_every_indicator_speaks_dutch(path: Path):
    """All that its file says of it in English."""
    declared = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    dutch = declared["translations"]["nl"]
    assert {name for name in IndicatorWords.model_fields if declared.get(name)} == set(dutch)


SHOWN = frozenset(["alt", "aria_label", "caption", "help", "label", "placeholder", "text", "title"])
"""Arguments that people see or hear."""
OF_STREAMLIT = frozenset(
    [
        "button",
        "caption",
        "checkbox",
        "date_input",
        "download_button",
        "error",
        "expander",
        "file_uploader",
        "form_submit_button",
        "header",
        "info",
        "link_button",
        "markdown",
        "metric",
        "multiselect",
        "number_input",
        "pills",
        "progress",
        "radio",
        "segmented_control",
        "selectbox",
        "slider",
        "subheader",
        "success",
        "tabs",
        "text",
        "text_area",
        "text_input",
        "title",
        "toggle",
        "warning",
        "write",
    ]
)
"""Calls whose first argument people see."""
UNTRANSLATED = {"KB", "MB", "n =", "z", "SQL"}
"""Signs that are the same in every language."""


def bare(node: ast.expr | None) -> str | None:
    """The words of a literal that reaches people as it is, if it has any."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    elif isinstance(node, ast.JoinedStr):
        text = " ".join(p.value for p in node.values if isinstance(p, ast.Constant))
    elif isinstance(node, ast.IfExp):
        return bare(node.body) or bare(node.orelse)
    elif isinstance(node, ast.BoolOp):
        return next(filter(None, map(bare, node.values)), None)
    else:
        return None
    words = text.strip()
    return words if re.search(r"[A-Za-z]{2}", words) and words not in UNTRANSLATED else None


def unsaid(path: Path) -> Iterator[str]:
    """Literals and marked phrases that are shown without having been said."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        named = [word.value for word in node.keywords if word.arg in SHOWN]
        if isinstance(node.func, ast.Name) and node.func.id in ("element", "together"):
            children = node.args[1:] if node.func.id == "element" else node.args
            yield from filter(None, map(bare, [*children, *named]))
        elif isinstance(node.func, ast.Attribute) and node.func.attr in OF_STREAMLIT:
            for value in [*node.args[:1], *named]:
                if found := bare(value):
                    yield found
                elif isinstance(value, ast.Attribute) and value.attr.isupper():
                    yield ast.unparse(value)


@pytest.mark.parametrize(
    "path",
    [
        *sorted((ROOM / "parts").glob("*.py")),
        *sorted((ROOM / "views").glob("*.py")),
        ROOM / "app.py",
    ],
    ids=lambda path: path.stem,
)
def test_no_page_shows_a_word_that_was_not_said(path: Path):
    assert list(unsaid(path)) == []


@pytest.mark.parametrize(
    "path", sorted((ROOM / "wording").glob("*.py")), ids=lambda path: path.stem
)
def test_no_wording_hands_out_a_word_that_was_not_said(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    handed_out = [node.value for node in ast.walk(tree) if isinstance(node, ast.Return | ast.Yield)]
    assert [found for node in handed_out if (found := bare(node))] == []


def test_these_checks_see_what_they_are_to_see(tmp_path: Path):
    page = tmp_path / "page.py"
    page.write_text(
        'element("p", "Hello")\n'
        'element("p", f"{count} rows")\n'
        'element("p", say("Hello"), class_="lead", aria_label="Steps")\n'
        "streamlit.button(words.CHECK, key='check')\n"
        "left.date_input(say(words.DAY), help=words.HELP)\n"
    )
    assert list(unsaid(page)) == ["Hello", "rows", "Steps", "words.CHECK", "words.HELP"]
