"""The sheets of a form beside the one that is filled in; they are read past without a word."""

EXPLANATION = "How to fill this in"
CHOICES = "Choices of this form"

BESIDE_THE_FORM = frozenset({EXPLANATION, CHOICES})
