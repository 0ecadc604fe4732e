"""Against its own promise: the share of the way from its baseline to its target.

Of several promised numbers the one least far on its way tells. No interval is given, because the
baseline is as uncertain as the figure, so there is no rank either.
"""

from matrices.telling import told
from metrics.comparing.answers import Comparability, Obstacle, Peer, Pledge

PER_CENT = 100
NONE_PROMISED = Obstacle(
    Comparability.NO_PROMISE, told("No statement of its matrix names this indicator.")
)


def on_the_way(peer: Peer) -> tuple[dict[str, object], Obstacle | None]:
    """The share of the way in percent, with the promise it is about."""
    numbered = [p for p in peer.pledges if p.promise.target is not None and not p.promise.is_kept]
    if not peer.pledges:
        return {}, NONE_PROMISED
    if not numbered:
        return {"pledge": peer.pledges[0]}, _without_number(peer.pledges[0])
    ways = [(way, pledge) for pledge in numbered if (way := share_of_the_way(pledge)) is not None]
    if not ways:
        return {"pledge": numbered[0]}, _unjudged(numbered[0])
    way, pledge = min(ways, key=lambda found: found[0])
    actual = pledge.progress.actual
    return {"value": way, "pledge": pledge, "cases": actual.value if actual else None}, None


def share_of_the_way(pledge: Pledge) -> float | None:
    """0 at the baseline, 100 at the target, below 0 where it moved away; None without a way."""
    baseline, actual, target = (
        pledge.progress.baseline,
        pledge.progress.actual,
        pledge.promise.target,
    )
    if baseline is None or actual is None or actual.value is None or target is None:
        return None
    whole = target - baseline.value
    return PER_CENT * (actual.value - baseline.value) / whole if whole else None


def _without_number(pledge: Pledge) -> Obstacle:
    if pledge.promise.is_kept:
        why = told("It promises to keep a number, so there is no way to go.")
    else:
        why = told(
            "It promises to {direction} and names no number, so the way has no end.",
            direction=pledge.promise.direction,
        )
    return Obstacle(Comparability.NO_NUMBER, why)


def _unjudged(pledge: Pledge) -> Obstacle:
    if pledge.progress.baseline is None:
        why = told("No figure tells where its promise starts from.")
        return Obstacle(Comparability.NO_BASELINE, why)
    why = told("Its target equals its baseline, so there is no way to go.")
    return Obstacle(Comparability.NOT_JUDGED, why)
