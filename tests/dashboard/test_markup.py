"""HTML is safe by construction."""

from hypothesis import given, settings, strategies

from dashboard.markup import Html, each, element, together, with_code


def test_text_is_escaped_and_what_was_built_here_is_not():
    built = element("p", "a < b & c", element("b", "bold"))
    assert built == "<p>a &lt; b &amp; c<b>bold</b></p>"


def test_an_attribute_cannot_break_out_of_its_quotes():
    assert element("a", href='x" onclick="steal()') == (
        '<a href="x&quot; onclick=&quot;steal()"></a>'
    )


def test_names_of_attributes_are_written_as_html_wants_them():
    assert element("td", class_="count", data_label="Rows", tabindex=0) == (
        '<td class="count" data-label="Rows" tabindex="0"></td>'
    )


def test_what_is_none_or_false_is_left_out():
    assert element("p", None, "text", hidden=False, title=None, open=True) == "<p open>text</p>"


def test_void_elements_have_no_end():
    assert element("col", class_="heads") == '<col class="heads">'


def test_pieces_stand_one_after_another():
    assert each(["a", None, Html("<i>b</i>")]) == together("a", Html("<i>b</i>")) == "a<i>b</i>"


@settings(max_examples=50)
@given(strategies.text())
def test_no_text_ever_opens_a_tag(text: str):
    inside = element("p", text, title=text).removesuffix("</p>").removeprefix("<p title=")
    assert "<" not in inside
    assert inside.count(">") == 1


def test_what_a_sentence_quotes_is_set_as_code_and_escaped():
    assert with_code("`a<b`, which is no day.") == "<code>a&lt;b</code>, which is no day."
    assert with_code("One ` alone quotes nothing.") == "One ` alone quotes nothing."
