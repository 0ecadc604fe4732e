"""Which figures are not told, so that no small number of people can be worked out from the rest."""
