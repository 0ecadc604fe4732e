"""How indicators become SQL and figures: the pieces behind compile, actuals and disclosure."""
