"""The methods by which promises are judged, one a file; docs/methods.md is made from them."""

from metrics.methods.cagr import CAGR
from metrics.methods.course import Method
from metrics.methods.extrapolation import EXTRAPOLATION
from metrics.methods.line import LINE
from metrics.methods.milestones import MILESTONES

METHODS: dict[str, Method] = {
    method.name: method for method in (LINE, MILESTONES, CAGR, EXTRAPOLATION)
}
"""For a promise with a number to reach; `trend` and `keep` judge the others."""
