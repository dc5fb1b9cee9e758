"""What is wrong with records beyond one field: the errors that models raise, for those who word them."""

from __future__ import annotations


class NotOneRecipient(ValueError):
    """A row names no recipient, or names two kinds at once.

    Attributes:
        given: the fields that are there, of `name`, `collective`, `enterprise`, `household`, `people`.
    """

    def __init__(self, given: tuple[str, ...]) -> None:
        super().__init__("one of name, collective, enterprise, household, people")
        self.given = given


class NothingAwarded(ValueError):
    """A group gives an award to nobody: no rows, no number, no words."""


class NotOneNominee(ValueError):
    """A nominated row names a recipient and a number, or neither.

    Attributes:
        given: the fields that are there, of `recipient` and `counted`.
    """

    def __init__(self, given: tuple[str, ...]) -> None:
        super().__init__("one of recipient, counted")
        self.given = given


class NotOfARow(ValueError):
    """A field of a row is to be corrected and no row is named, or one of the whole decision and a row is."""

    def __init__(self, field: str, *, is_of_decision: bool) -> None:
        super().__init__(field)
        self.is_of_decision = is_of_decision
