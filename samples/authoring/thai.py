"""Thai digits and the ways people type a day."""
from datetime import date, datetime

SHORT = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
LONG = ("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน "
        "กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม").split()
DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def digits(text):
    """Thai digits, except in words that hold Latin letters (links, file names, PM2.5)."""
    words = text.split(" ")
    return " ".join(w if any(c.isascii() and c.isalpha() for c in w) else w.translate(DIGITS) for w in words)


class ExcelDate:
    """A real Excel date with the format its cell shows it in."""

    def __init__(self, day, number_format):
        self.value = datetime(day.year, day.month, day.day)
        self.number_format = number_format


def typed(day, style):
    """A day as an officer of a given habit types it."""
    be = day.year + 543
    if style == "excel":            # a real date, shown by Excel in the Buddhist era
        return ExcelDate(day, "[$-107041E]d mmm yyyy")
    if style == "excel-ce":         # a real date, shown day/month/year
        return ExcelDate(day, "dd/mm/yyyy")
    if style == "excel-be":         # 15/1/2567 typed into a cell that takes it for the year 2567
        return ExcelDate(day.replace(year=be), "dd/mm/yyyy")
    if style == "short":
        return f"{day.day} {SHORT[day.month - 1]} {be % 100}"
    if style == "short4":
        return f"{day.day} {SHORT[day.month - 1]} {be}"
    if style == "long":
        return f"{day.day} {LONG[day.month - 1]} {be}"
    if style == "slash":
        return f"{day.day}/{day.month}/{be}"
    if style == "slash2":
        return f"{day.day:02}/{day.month:02}/{be % 100}"
    if style == "thai":
        return digits(f"{day.day} {SHORT[day.month - 1]} {be % 100}")
    if style == "thai-long":
        return digits(f"{day.day} {LONG[day.month - 1]} {be}")
    raise ValueError(style)


def long(day):
    return digits(f"{day.day} {LONG[day.month - 1]} {day.year + 543}")


def day(text):
    """2567-01-15 (Buddhist era) as a date."""
    y, m, d = text.split("-")
    return date(int(y) - 543, int(m), int(d))
