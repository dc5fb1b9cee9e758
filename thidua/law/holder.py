"""The articles that say who can hold an award."""

from thidua.law.scope import Scoped


class Holder(Scoped):
    """Titles of persons, of collectives and of households, as one law has them."""
