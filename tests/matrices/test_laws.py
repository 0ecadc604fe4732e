"""What holds for any text: sentences come through unchanged, and nothing ends in a traceback."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from matrices.declarations import DeclarationProblems, validated
from matrices.model import Matrix
from matrices.problems import DeclarationProblem
from matrices.reading import yaml_syntax
from matrices.reading.city_file import is_city_sentence, matrix_of
from matrices.yaml_source import YamlSource, source_of
from tests.matrices.city_files import HEAD

SENTENCES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1
).filter(lambda text: text.strip())
SIGNS = st.text("ab :#-\n\t'\"&*!|>{}[],%@`?1.\\U", max_size=60)


def read_city(content: bytes) -> Matrix | DeclarationProblems:
    source = source_of(content, "vilnius.yaml", is_city_sentence)
    return _matrix(source) if source.is_whole else source.problems()


def _matrix(source: YamlSource) -> Matrix | DeclarationProblems:
    matrix, slips = matrix_of(source, "vilnius")
    return source.problems(slips) if slips or source.slips else matrix


def in_quotes(text: str, style: str, is_unicode: bool) -> str:
    return yaml.safe_dump(text, default_style=style, allow_unicode=is_unicode, width=10**6).strip(
        "\n"
    )


@settings(max_examples=50, deadline=None)
@given(SENTENCES, st.sampled_from(["'", '"']), st.booleans())
def test_a_sentence_in_quotes_comes_back_unchanged(sentence: str, style: str, is_unicode: bool):
    content = f"{HEAD}      a: {in_quotes(sentence, style, is_unicode)}\n".encode()
    matrix = read_city(content)
    assert isinstance(matrix, Matrix), matrix
    assert matrix.statements()[0].text == sentence


@settings(max_examples=50, deadline=None)
@given(SENTENCES)
def test_a_sentence_without_quotes_is_refused_or_comes_back_unchanged(sentence: str):
    content = f"{HEAD}      a: {sentence}\n".encode()
    matrix = read_city(content)
    if isinstance(matrix, Matrix):
        # spaces at the ends are no part of a sentence; quotes around the whole of it are YAML's own
        text = matrix.statements()[0].text
        assert text in (sentence.strip(" \t"), *_unquoted(sentence.strip(" \t")))


def _unquoted(sentence: str) -> list[str]:
    return [yaml.safe_load(sentence)] if sentence[0] in "'\"" else []


@settings(max_examples=50, deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode), SIGNS.map(str.encode)))
def test_any_bytes_are_a_matrix_or_problems(content: bytes):
    found = read_city(content)
    assert isinstance(found, DeclarationProblems)
    assert all(isinstance(problem, DeclarationProblem) for problem in found.problems)
    assert found.problems


@settings(max_examples=50, deadline=None)
@given(st.integers(0, len(HEAD)), st.integers(0, 9), SIGNS)
def test_a_slip_of_the_hand_anywhere_is_a_matrix_or_problems(at: int, cut: int, typed: str):
    content = f"{HEAD[:at]}{typed}{HEAD[at + cut :]}      a: A\n".encode()
    found = read_city(content)
    assert isinstance(found, Matrix) or found.problems
    try:
        validated(source_of(content, "vilnius.yaml"), Matrix, city="vilnius")
    except DeclarationProblems as problems:
        # the form is another one, so there is something to say, and it can be said
        assert str(problems)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.one_of(SIGNS, st.just("a: b"), st.just("- c")), max_size=4))
def test_the_fast_parser_reads_what_the_slow_one_reads(lines: list[str]):
    content = (HEAD + "\n".join(f"      {line}" for line in lines) + "\n").encode()
    read = source_of(content, "vilnius.yaml", is_city_sentence)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_syntax, "_FAST", yaml.SafeLoader)
        assert source_of(content, "vilnius.yaml", is_city_sentence) == read
