"""Runs one view as a page with the fake network, and reads what it shows."""

import json

from streamlit.testing.v1 import AppTest


def shown(view: str, is_empty: bool = False, **address: str) -> AppTest:
    """The page of a view after one look at an address."""

    def page(view: str, is_empty: bool) -> None:
        from importlib import import_module

        from tests.dashboard.fake_results import FakeResults

        import_module(f"dashboard.views.{view}").show(FakeResults(is_empty))

    app = AppTest.from_function(page, args=(view, is_empty), default_timeout=120)
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def html(app: AppTest) -> str:
    """All HTML of the page, piece after piece."""
    pieces = app.get("bidi_component")
    return "\n".join(json.loads(piece.proto.json)["html"] for piece in pieces)
