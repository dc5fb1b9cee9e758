"""Days as the law counts them: working days before a council, months before a submission."""

from calendar import monthrange
from datetime import date

SATURDAY, SUNDAY = 6, 7
"""Days of the week, Monday being 1."""


def working_days(start: date, last: date) -> tuple[int, int]:
    """Return the fewest and the most working days that a span may have, holidays left aside; both ends included.

    Mondays to Fridays are counted; a Saturday may be a working day in exchange for a holiday.
    """
    weekdays = days_of_week(start, last, range(1, SATURDAY))
    return weekdays, weekdays + days_of_week(start, last, (SATURDAY,))


def days_of_week(start: date, last: date, numbers: range | tuple[int, ...]) -> int:
    """Return how many days from `start` to `last`, both included, are one of these days of the week, Monday being 1."""
    if last < start:
        return 0
    # day 1 of the calendar of Python is a Monday
    before, end = start.toordinal() - 1, last.toordinal()
    return sum((end - number) // SUNDAY - (before - number) // SUNDAY for number in numbers)


def months_before(day: date, months: int) -> date:
    """Return the same day so many months before, or the last of its month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
