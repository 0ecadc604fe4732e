"""How a promise is judged: the pieces behind progress; the methods stand in metrics/methods."""
