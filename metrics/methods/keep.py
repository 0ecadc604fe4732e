"""`keep`: a number to hold at all times. For `keep at least` and `keep at most`.

Rule: There is no way to go and no line: either the newest figure keeps the number or it does not.
Kept is on track, and achieved once the promise's date has come. Not kept is moving away if the
baseline kept it, and behind if it never did.

Formula: none; actual >= number, or actual <= number for `at most`.

Source: The "maintain" promises of results frameworks, for which the share of the way has no
meaning: between a baseline at the target and the target there is no distance.

Misleads: Only the newest figure is judged. A number that was lost and regained in between is kept
by this rule; the yearly figures beside it show the gap.
"""

from metrics.methods.example import told
from metrics.standing import Status


def status(is_kept: bool, was_kept: bool, is_due: bool) -> Status:
    """How a number to hold stands."""
    if is_kept:
        return Status.ACHIEVED if is_due else Status.ON_TRACK
    return Status.MOVING_AWAY if was_kept else Status.BEHIND


def worked() -> str:
    """Three cases."""
    return (
        f"`keep at least 50` from a baseline of 60: 55 before the date is "
        f"{told(status(True, True, False))}, 55 on the date is {told(status(True, True, True))}, "
        f"49 is {told(status(False, True, False))}."
    )
