"""Somebody without a mouse: presses keys, and sees where the focus is."""

import pytest
from playwright.sync_api import Locator, Page, expect

NAME_OF_FOCUS = """() => {
    const here = document.activeElement;
    const told = here.getAttribute('aria-label') || here.labels?.[0]?.innerText;
    return told || (here.matches('main') ? '' : here.innerText.trim().split('\\n').at(-1));
}"""
HAS_FOCUS = "each => each === document.activeElement"


def walk_to(page: Page, wanted: str | Locator, most: int = 40, key: str = "Tab") -> None:
    """Presses Tab until what is called so has the focus; `Shift+Tab` walks back."""
    passed = []
    for _ in range(most):
        page.keyboard.press(key)
        passed.append(page.evaluate(NAME_OF_FOCUS))
        if passed[-1] == wanted if isinstance(wanted, str) else wanted.evaluate(HAS_FOCUS):
            return
    pytest.fail(f"{key} never came to {wanted!r}, but to {passed}")


def press(page: Page, button: str, most: int = 40) -> None:
    """Walks to what can be pressed, once it is there, and presses it."""
    expect(page.get_by_text(button, exact=True).first).to_be_visible()
    walk_to(page, button, most)
    page.keyboard.press("Enter")


def type_into(page: Page, field: str, text: str) -> None:
    """Walks to a field and types over what stands in it."""
    expect(page.get_by_label(field, exact=True)).to_be_visible()
    walk_to(page, field)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def choose(page: Page, field: str, option: str) -> None:
    """Walks to a field of choices, types until the wanted one is marked, and takes it."""
    expect(page.get_by_role("combobox", name=field)).to_be_visible()
    walk_to(page, field)
    page.keyboard.type(option)
    offered = page.get_by_role("option")
    expect(offered).to_have_text([option])
    expect(offered).to_have_attribute("data-focused", "true")  # what Enter takes
    page.keyboard.press("Enter")
