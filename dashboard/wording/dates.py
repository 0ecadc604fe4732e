"""Days, periods and how long ago something was, in words."""

from datetime import date, datetime, timedelta

from metrics.standing import Period

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def day(on: date) -> str:
    """`30 June 2026`."""
    return f"{on.day} {month_name(on)} {on.year}"


def month_name(on: date) -> str:
    return MONTHS[on.month - 1]


def moment(at: datetime) -> str:
    """`30 June 2026, 14:05`."""
    return f"{day(at)}, {at:%H:%M}"


def end(on: date) -> str:
    """`the end of 2025` for its last day, else the day itself."""
    return f"the end of {on.year}" if (on.month, on.day) == (12, 31) else day(on)


def short_end(on: date) -> str:
    """`end of 2025` for its last day, else the day itself."""
    return end(on).removeprefix("the ")


def period(stretch: Period) -> str:
    """`2025`, `April to June 2026`, `May 2026`."""
    if stretch.kind == "year":
        return str(stretch.start.year)
    if stretch.kind == "quarter":
        return f"{month_name(stretch.start)} to {month_name(stretch.end)} {stretch.end.year}"
    return f"{month_name(stretch.start)} {stretch.start.year}"


def ago(on: date, today: date) -> str:
    """`today`, `yesterday`, `12 days ago`, `5 months ago`, `2 years ago`; whole units, rounded down."""
    days = (today - on).days
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    if on > today - timedelta(days=60):
        return f"{days} days ago"
    months = (today.year - on.year) * 12 + today.month - on.month - (today.day < on.day)
    return f"{months} months ago" if months < 24 else f"{months // 12} years ago"
