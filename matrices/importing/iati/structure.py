"""Whether a result is built as IATI 2.03 says, with every place where it is not."""

from collections.abc import Iterator

from lxml import etree

from matrices.importing.findings import Findings, Place
from matrices.importing.iati.grammar import RULES, Child, Rule
from matrices.problems import listed, nearest, shortened

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def place_of(element: etree._Element) -> Place:
    return Place.line(element.sourceline or 1)


def check_result(result: etree._Element, findings: Findings) -> None:
    """Notes every problem of a `result` element and of what it holds."""
    _check(result, RULES["result"], findings)


def _check(element: etree._Element, rule: Rule, findings: Findings) -> None:
    for text in _attribute_problems(element, rule):
        findings.refuse(place_of(element), text)
    if rule.is_text:
        _check_text_only(element, findings)
        return
    _check_no_text(element, findings)
    _check_order(element, rule, findings)
    rules = {child.name: child.rule for child in rule.children}
    for child in element:
        if child.tag in rules:
            _check(child, RULES[rules[child.tag]], findings)


def _attribute_problems(element: etree._Element, rule: Rule) -> Iterator[str]:
    known = rule.needed | rule.allowed
    for name in rule.needed:
        if name not in element.attrib:
            yield f"`{element.tag}` has no `{name}`. Write {rule.needed[name].words} there."
    for name, value in element.attrib.items():
        if name in known and not known[name].fits(value):
            right = known[name].words
            yield f"`{name}` of `{element.tag}` is `{shortened(value)}`. Write {right}."
        elif name not in known and not (name.startswith("{") and rule.takes_other_attributes):
            yield f"`{element.tag}` has no attribute `{name}`.{nearest(name, known)}"


def _check_text_only(element: etree._Element, findings: Findings) -> None:
    for child in element:
        text = f"`{element.tag}` holds text alone; found `{child.tag}` in it."
        findings.refuse(place_of(child), text)


def _check_no_text(element: etree._Element, findings: Findings) -> None:
    loose = [element.text, *(child.tail for child in element)]
    for text in filter(None, loose):
        if text.strip():
            advice = "Text stands in a `narrative` only."
            findings.refuse(
                place_of(element), f"`{element.tag}` holds the text `{shortened(text)}`. {advice}"
            )


def _check_order(element: etree._Element, rule: Rule, findings: Findings) -> None:
    """Children in the order of the rule, as often as it says, then those of other namespaces."""
    order = [child.name for child in rule.children]
    furthest = 0
    for child in element:
        position = _position(child, order)
        if position is None:
            findings.refuse(place_of(child), _unknown(child, element, order))
        elif position < furthest:
            findings.refuse(place_of(child), _out_of_order(child, element, order))
        furthest = max(furthest, position or 0)
    for child in rule.children:
        _check_number(element, child, findings)


def _position(child: etree._Element, order: list[str]) -> int | None:
    if child.tag in order:
        return order.index(child.tag)
    return len(order) if child.tag.startswith("{") else None


def _check_number(element: etree._Element, child: Child, findings: Findings) -> None:
    found = element.findall(child.name)
    if len(found) < child.least:
        findings.refuse(place_of(element), f"`{element.tag}` has no `{child.name}`. Add one.")
    for one_more in found[child.most :] if child.most is not None else []:
        text = f"`{element.tag}` has more than one `{child.name}`. Keep one."
        findings.refuse(place_of(one_more), text)


def _unknown(child: etree._Element, element: etree._Element, order: list[str]) -> str:
    may = f"It may hold {listed(order)}." if order else "It holds nothing."
    hint = nearest(child.tag, order)
    return f"`{child.tag}` does not belong in `{element.tag}`. {may}{hint}"


def _out_of_order(child: etree._Element, element: etree._Element, order: list[str]) -> str:
    if child.tag not in order:
        return f"`{child.tag}` stands too early in `{element.tag}`. Put it at its end."
    right = f"The order is {listed(order)}."
    return f"`{child.tag}` stands too late in `{element.tag}`. {right}"
