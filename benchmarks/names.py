"""Invented names: of people, from weighted lists of syllables; of places, from words of good omen."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random


def _list(text: str) -> list[str]:
    return text.split(", ")


_FAMILIES = _list(
    "Nguyễn 384, Trần 110, Lê 95, Phạm 71, Hoàng 51, Phan 45, Vũ 39, Đặng 21, Bùi 20, Đỗ 14, Hồ 13, Ngô 13, "
    "Dương 10, Đinh 9, Đoàn 8, Mai 7, Trịnh 7, Lương 6, Đào 6, Cao 6, Lý 5, Lưu 5, Hà 5, Tạ 4, Chu 4, "
    "Quách 2"
)
_MIDDLE_MEN = _list("Văn, Văn, Văn, Đức, Hữu, Minh, Quang, Xuân, Công, Đình, Ngọc, Thành, Trọng, Bá, Gia")
_MIDDLE_WOMEN = _list("Thị, Thị, Thị, Thị, Thị Thu, Thị Ngọc, Thị Minh, Ngọc, Thu, Thanh, Bích, Hồng, Kim")
_MEN = _list(
    "An, Anh, Bảo, Bình, Chiến, Cường, Dũng, Duy, Đạt, Đức, Giang, Hải, Hiếu, Hòa, Hoàng, Hùng, Huy, "
    "Khánh, Kiên, Lâm, Long, Mạnh, Minh, Nam, Nghĩa, Phong, Phúc, Quân, Quý, Sơn, Tài, Thắng, Thành, "
    "Thịnh, Tiến, Toàn, Trung, Tú, Tuấn, Tùng, Việt, Vinh"
)
_WOMEN = _list(
    "An, Anh, Ánh, Bình, Chi, Cúc, Diệp, Dung, Duyên, Đào, Giang, Hà, Hạnh, Hằng, Hiền, Hoa, Hòa, Hồng, "
    "Huệ, Hương, Hường, Lan, Liên, Linh, Loan, Mai, My, Nga, Ngân, Ngọc, Nhung, Oanh, Phương, Quyên, "
    "Tâm, Thanh, Thảo, Thu, Thủy, Trang, Tuyết, Vân, Xuân, Yến"
)
_FIRST = _list("An, Bình, Cẩm, Đông, Đại, Gia, Hải, Hòa, Kim, Long, Minh, Nam, Phú, Quảng, Tân, Thanh")
_SECOND = _list(
    "Phúc, Lộc, Thọ, Khang, Ninh, Thịnh, Hưng, Xuân, Sơn, Giang, Lâm, Điền, Thủy, Châu, Hà, Mỹ, Vinh, "
    "Tiến, Cường, Yên, Đức, Nghĩa, Hiệp, Lợi"
)

_FAMILY_NAMES = [one.split()[0] for one in _FAMILIES]
_FAMILY_WEIGHTS = list(accumulate(int(one.split()[1]) for one in _FAMILIES))


@dataclass
class Names:
    """A seeded source of names."""

    random: Random
    _places: list[str] = field(default_factory=list)
    _round: int = 0

    def person(self) -> tuple[str, str]:
        """Return a name and its sex. Names come again, as they do among real people."""
        family = self.random.choices(_FAMILY_NAMES, cum_weights=_FAMILY_WEIGHTS)[0]
        if self.random.random() < 0.5:
            return f"{family} {self.random.choice(_MIDDLE_MEN)} {self.random.choice(_MEN)}", "nam"
        return f"{family} {self.random.choice(_MIDDLE_WOMEN)} {self.random.choice(_WOMEN)}", "nu"

    def new_person(self, taken: set[str]) -> tuple[str, str]:
        """Return a name that nobody in `taken` has, and add it there."""
        while True:
            name, sex = self.person()
            if name not in taken:
                taken.add(name)
                return name, sex

    def place(self) -> str:
        """Return a name of a place that was not given before."""
        if not self._places:
            self._places = [f"{first} {second}" for first, second in product(_FIRST, _SECOND)]
            self.random.shuffle(self._places)
            self._round += 1
        name = self._places.pop()
        return name if self._round == 1 else f"{name} {self._round}"
