"""The 151 local authorities of Kalasin (state of August 2022), as officers write their names."""
import csv
import re
from collections import Counter
from pathlib import Path

SHORT = {"องค์การบริหารส่วนจังหวัด": "อบจ.", "องค์การบริหารส่วนตำบล": "อบต.", "เทศบาลเมือง": "ทม.", "เทศบาลตำบล": "ทต."}


class Authority:
    def __init__(self, row):
        self.kind, self.code, self.full = row["kind"], row["geocode"], row["name_th"]
        self.district, self.district_name = row["district_code"], row["district_th"]
        self.key = f"{self.kind}{self.code}"
        long = next(k for k in SHORT if self.full.startswith(k))
        self.short = SHORT[long] + self.full[len(long):]
        self.name = self.short          # told apart below


ALL = [Authority(r) for r in csv.DictReader(open(Path(__file__).with_name("authorities.csv"), encoding="utf-8"))]
assert len(ALL) == 151
ORDER = ["PAO", "TOWN", "SUBDISTRICT", "SAO"]


def dictionary(name):
    """Thai dictionary order, near enough for these names: a leading vowel goes after its consonant, tone marks and the like count last."""
    letters = re.sub("([เแโใไ])(.)", r"\2\1", name)
    return re.sub("[่้๊๋็์]", "", letters), letters


ALL.sort(key=lambda a: (a.district, ORDER.index(a.kind), dictionary(a.short), a.code))
_names = Counter(a.short for a in ALL)
_in_district = Counter((a.short, a.district) for a in ALL)
for _a in ALL:
    if _in_district[_a.short, _a.district] > 1:
        _a.name = f"{_a.short} (อ.{_a.district_name} รหัส {_a.code})"
    elif _names[_a.short] > 1:
        _a.name = f"{_a.short} (อ.{_a.district_name})"

BY_CODE = {a.key: a for a in ALL}


def of(district):
    return [a for a in ALL if a.district == district]
