"""What a dossier asks of a person and a public repository must not hold; read from the folder that git ignores."""

from __future__ import annotations

from thidua.model.base import Day, Line, OrganisationOrName, Record, Year, about
from thidua.model.lists import Sex


class PrivatePerson(Record):
    """One file of `private/people/`: the id of the person is the name of the file.

    Name and unit are for people of whom there is no record: a row that has both is theirs where nobody else's it can be.
    """

    name: Line | None = about("Họ và tên: khi dòng không ghi mã cá nhân", "Name: where rows name no id", None)
    unit: OrganisationOrName | None = about("Đơn vị: mã hoặc tên", "Unit: id or name", None)
    born: Day | None = about("Ngày sinh", "Day of birth", None)
    born_year: Year | None = about("Năm sinh: khi không biết ngày", "Year of birth: where the day is not known", None)
    sex: Sex | None = about("Giới tính: nam, nu", "Sex: nam (male), nu (female)", None)
    home_town: Line | None = about("Quê quán", "Home town", None)
