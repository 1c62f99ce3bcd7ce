"""Makes the sample round 46-dla-2567: workbooks of 22 of the 24 units, sample.json, expected.json. See README.md."""
import copy
import json
from datetime import date
from pathlib import Path

import decided
import districts
import expected
import extras
import form
import offices
import season
import thai
import units
from thai import day

ROUND = Path(__file__).resolve().parent.parent / "46-dla-2567"

# In the order they arrived: unit, channel, received at, file of the workbook, other files
DELIVERIES = [
    ("FIN", "upload", "2024-05-02T10:41:00", "รายงาน-การเงิน.xlsx", []),
    ("4605", "upload", "2024-05-03T14:05:00", "แบบรายงาน-กุฉินารายณ์.xlsx", []),
    ("PER", "upload", "2024-05-10T11:20:00", "ตัวชี้วัด-๑-๘.xlsx", []),
    ("4608", "upload", "2024-05-07T09:48:00", "แบบรายงาน-ห้วยเม็ก.xlsx", []),
    ("4601", "upload", "2024-05-08T15:32:00", "4601-kpi.xlsx", []),
    ("4612", "mail", "2024-05-09T08:55:00", "แบบรายงาน-หนองกุงศรี.xlsx", []),
    ("4606", "upload", "2024-05-09T16:10:00", "แบบรายงาน-เขาวง.xlsx", []),
    ("PUB", "upload", "2024-05-13T09:15:00", "ตัวชี้วัด-๓-๔-๕-๘.xlsx", []),
    ("LAW", "upload", "2024-05-13T10:02:00", "รายงาน-กฎหมาย.xlsx", []),
    ("4604", "mail", "2024-05-13T11:27:00", "รายงาน-ร่องคำ.xlsx", []),
    ("4608", "upload", "2024-05-13T13:40:00", "แบบรายงาน-ห้วยเม็ก-แก้ไข.xlsx", []),
    ("4610", "upload", "2024-05-13T15:58:00", "แบบรายงาน-คำม่วง.xlsx", []),
    ("DEV", "upload", "2024-05-14T08:44:00", "สวนสมุนไพร-นวัตกรรม.xlsx", []),
    ("4602", "upload", "2024-05-14T09:12:00", "แบบรายงาน-นามน.xlsx", []),
    ("4603", "mail", "2024-05-14T10:36:00", "แบบรายงาน-กมลาไสย.xlsx", ["สำเนา-กมลาไสย.pdf", "ภาพกิจกรรม-1.jpg"]),
    ("4609", "upload", "2024-05-14T13:21:00", "แบบรายงาน-สหัสขันธ์.xlsx", []),
    ("4613", "upload", "2024-05-14T16:49:00", "สมเด็จ ส่งจังหวัด.xlsx", []),
    ("ADM", "upload", "2024-05-15T09:05:00", "ฝ่ายบริหารทั่วไป.xlsx", []),
    ("4607", "upload", "2024-05-15T10:18:00", "แบบรายงาน-ยางตลาด.xlsx", []),
    ("4618", "drop", "2024-05-15T11:50:00", "4618.xlsx", []),
    ("4616", "upload", "2024-05-15T14:33:00", "แบบรายงาน-นาคู.xlsx", []),
    ("4617", "upload", "2024-05-15T18:22:00", "แบบรายงาน-ดอนจาน.xlsx", []),
    ("4614", "upload", "2024-05-17T08:47:00", "แบบรายงาน-ห้วยผึ้ง.xlsx", []),
]
DELIVERIES.sort(key=lambda d: d[2])


class Typed(str):
    """Typed as it stands, whatever the unit's habits."""


def sheet(made, indicator):
    return next(s for s in made if s.indicator == indicator)


def mess(unit, made):
    """What people did to the form. Returns notes: (indicator, row or None, column or None, Thai, English)."""
    notes = []

    def note(indicator, row, column, th, en):
        notes.append({"unit": unit, "indicator": indicator, "row": row, "column": column, "th": th, "en": en})

    if unit == "4607":
        sheet(made, "3").rows[1]["date"] = Typed("๓๑/๒/๖๗")
        note("3", 2, "date", "วันที่ ๓๑/๒/๖๗ ไม่มีในปฏิทิน แถวนี้ยังไม่นับจนกว่าจะแก้", "not a calendar date; the row doesn't count until corrected")
    if unit == "4603":
        sheet(made, "4").rows[2]["date"] = Typed("15 มี.ค. 2657")
        note("4", 3, "date", "พิมพ์ปี ๒๖๕๗ แทน ๒๕๖๗ แถวนี้ยังไม่นับ", "year 2657 typed for 2567; the row doesn't count until corrected")
    if unit == "4609":
        sheet(made, "3").order = ["category", "date", "place", "title", "outcome", "authorities", "evidence"]
        note("3", None, None, "สลับลำดับคอลัมน์ (ประเภท วันที่ สถานที่ กิจกรรม ผล อปท.)", "columns moved")
    if unit == "4610":
        four = sheet(made, "4")
        four.rows.append(dict(four.rows[0]))
        note("4", len(four.rows), None, "แถวซ้ำกับแถวที่ ๑ (นับครั้งเดียว)", "duplicate of row 1; counts once")
        sheet(made, "3").blanks = {1, 3}
        note("3", None, None, "มีแถวว่างคั่นหลังแถวที่ ๑ และ ๓", "empty rows after rows 1 and 3")
    if unit == "4612":
        for r in sheet(made, "3").rows:
            r["category"] = r["category"].replace("–", "-")
        note("3", None, "category", "พิมพ์ “ซักซ้อม-แจ้งเวียน” ด้วยขีดสั้นแทนการเลือกจากรายการ", "category typed with a hyphen instead of chosen")
        note("8", 6, "step", "นวัตกรรม น-02 มีขั้น ๑ ๒ ๔ ขาดขั้น ๓ จึงได้ระดับ ๒", "innovation น-02 has steps 1, 2, 4: level 2")
    if unit == "4613":
        names = {"date": "วันที่จัดกิจกรรม", "title": "ชื่อกิจกรรม", "place": "สถานที่ดำเนินการ", "authorities": "อปท. ที่เข้าร่วมกิจกรรม"}
        sheet(made, "3").headings, sheet(made, "4").headings = names, names
        note("3", None, None, "พิมพ์หัวคอลัมน์ใหม่ (ชื่อกิจกรรม สถานที่ดำเนินการ …) มีช่องว่างท้ายข้อความ และไม่มีแผ่นงานซ่อน _kalasin (คัดลอกไปสมุดงานใหม่)",
             "headings retyped with synonyms in sheets 3 and 4, trailing spaces everywhere, no hidden _kalasin sheet (copied into a new workbook)")
        sheet(made, "9").rows[0]["received"] = day("2566-12-25")
        note("9", 1, "received", "ท้องถิ่นอำเภอกรอกวันที่ส่ง ๒๕ ธ.ค. ๒๕๖๖ แต่กลุ่มงานการเงินฯ รับ ๒๖ ธ.ค. ๒๕๖๖ (ยึดวันที่รับ)", "own date 25 Dec 2023, FIN received on 26 Dec; FIN's counts")
    if unit == "4616":
        for s in made:
            s.tick = "/"
        note("8", None, None, "รายงานไม่มีผลงาน (รายงานศูนย์) และใช้เครื่องหมาย /", "nil return; ticks with /")
    if unit == "4614":
        note(None, None, None, "ส่งวันที่ ๑๗ พ.ค. ๒๕๖๗ หลังกำหนด ๒ วัน และใช้เลขไทยทั้งฉบับ", "arrived 17 May 2024, two days late; Thai digits throughout")
    if unit == "4617":
        note(None, None, None, "ส่งวันที่ ๑๕ พ.ค. ๒๕๖๗ เวลา ๑๘.๒๒ น. หลังเวลาราชการ และใช้เลขไทยทั้งฉบับ", "arrived on the last day after office hours; Thai digits throughout")
    if unit == "4618":
        note(None, None, None, "วันที่ทุกช่องเป็นวันที่ของ Excel ที่พิมพ์ปี พ.ศ. (ค.ศ. ๒๕๖๗ ใน Excel)", "every date is an Excel date typed with a B.E. year (the year 2567 of Excel)")
        note("8", 4, "evidence", "ขั้นที่ ๔ ยังไม่มีหลักฐาน จึงได้ระดับ ๓", "step 4 without evidence: level 3")
    if unit == "4606":
        note(None, None, None, "เปิดและบันทึกใหม่ด้วย LibreOffice", "re-saved by LibreOffice")
    if unit == "4602":
        last = next(r for r in sheet(made, "3").rows if r["title"] == districts.SHARED["title"])
        last["title"] = last["title"].replace(" รับมือ", "  รับมือ")
        note("3", sheet(made, "3").rows.index(last) + 1, "title", "กิจกรรมเดียวกับที่กลุ่มงานบริการสาธารณะฯ รายงาน (เว้นวรรคต่างกัน) นับครั้งเดียว", "same activity as reported by PUB (spacing differs); counts once")
    if unit == "PER":
        note("1", 8, "resolved", "ว-005/2567 มีมติวันที่ ๙๑ จึงเกินกำหนด", "resolved on day 91: late")
        note("1", 11, "resolved", "ว-008/2567 มีมติวันที่ ๙๐ พอดี จึงภายในกำหนด", "resolved on day 90: in time")
        note("1", 12, "resolution", "ว-009/2567 ให้ดำเนินการเพิ่ม ไม่ใช่มติแล้วเสร็จ และพ้น ๙๐ วันแล้ว", "further inquiry is not final; past day 90")
        note("1", 15, "received", "ว-015/2567 รับ ๑๔ ก.พ. ๒๕๖๗ พ้น ๙๐ วันเมื่อ ๑๔ พ.ค. จึงถึงกำหนดแล้ว", "received 14 Feb: day 90 was 14 May, so it is due")
        note("1", 16, "received", "ว-012/2567 ครบ ๙๐ วันใน ๒๐ พ.ค. ๒๕๖๗ ยังไม่นำมาคิด", "day 90 is 20 May: not yet due")
        note("1", 18, "received", "ว-014/2567 ยังไม่ครบ ๙๐ วัน ยังไม่นำมาคิด", "not yet due")
    if unit == "DEV":
        note("2", len(sheet(made, "2").rows), "authority", "อบต.โพนงาม ปรากฏ ๒ แถวและตอบไม่ตรงกัน ยังไม่นับทั้งสองแถว", "อบต.โพนงาม stands twice with two answers; neither counts until decided")
        note("2", None, "authority", "ไม่มี อบต.นาบอน ในทะเบียน ตัวหารยังเป็น ๑๕๑", "อบต.นาบอน is missing; the denominator stays 151")
    if unit == "FIN":
        eleven = sheet(made, "11")
        typed = [n for n, r in enumerate(eleven.rows, 1) if isinstance(r["score"], str)]
        for n in typed[::2]:
            eleven.rows[n - 1]["score"] = eleven.rows[n - 1]["score"].translate(thai.DIGITS)
        note("11", typed[0], "score", f"คะแนนพิมพ์เป็นข้อความ บางแถวเป็นเลขไทย (แถวที่ {', '.join(map(str, typed))})", f"scores typed as text, some in Thai digits (rows {', '.join(map(str, typed))})")
        for code, in_thai, in_english in (("อบต.ยอดแกง", "ได้ ๘๔.๙๙ ไม่ปัดเศษ จึงไม่ผ่าน", "84.99 is not rounded up"), ("อบต.คลองขาม", "ได้ ๘๕.๐๐ พอดี จึงผ่าน", "exactly 85.00 passes"), ("อบต.คำสร้างเที่ยง", "ไม่มีผลคะแนน", "no score")):
            n = next(n for n, r in enumerate(eleven.rows, 1) if r["authority"] == code)
            note("11", n, "score", f"{code} {in_thai}", f"{code}: {in_english}")
    if unit == "ADM":
        twelve = sheet(made, "12")
        n = next(n for n, r in enumerate(twelve.rows, 1) if r["authority"] == "ทต.ภูสิงห์")
        twelve.rows[n - 1]["date"] = Typed("2/4/2567")
        note("12", None, "authority", "ชื่อ อปท. เขียนหลายแบบ (ชื่อเต็ม เว้นวรรคหลังจุด)", "names in several spellings (in full, a space after the dot)")
        note("10", None, None, "รายงานไม่มีเรื่องตรงกันกับกลุ่มงานกฎหมายฯ", "nil, as LAW says too")
    if unit == "LAW":
        note("10", None, None, "รายงานไม่มีเรื่องตรงกันกับฝ่ายบริหารทั่วไป", "nil, as ADM says too")
        note("8", None, None, "สถานะอยู่ระหว่างดำเนินการ", "status: under way")
    if unit == "PUB":
        note("4", None, None, "เขียนชื่อหน่วยงานในแผ่นงาน ๔ และ ๕ ว่า สาธารณสุข ตามหนังสือ", "unit written สาธารณสุข in sheets 4 and 5, as in the letter")
    if unit == "4601":
        note(None, None, None, "เขียนชื่อหน่วยงานว่า สถอ.เมืองกาฬสินธุ์", "unit written as สถอ.เมืองกาฬสินธุ์")
    return notes


def unit_names(unit, made):
    if unit == "4601":
        return {s.indicator: "สถอ.เมืองกาฬสินธุ์" for s in made}
    if unit == "4614":
        return {s.indicator: "สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอห้วยผึ้ง" for s in made}
    if unit == "PUB":
        return {n: "กลุ่มงานบริการสาธารณสุขท้องถิ่นและประสานงานท้องถิ่นอำเภอ" for n in ("4", "5")}
    return {}


def first_version(made):
    """What ห้วยเม็ก sent first: one activity fewer and another outcome."""
    made = copy.deepcopy(made)
    three = sheet(made, "3")
    three.rows.pop()
    three.rows[0]["outcome"] = "อยู่ระหว่างรวบรวมผล"
    three.evidence[1][2] = f"1-{len(three.rows)}"
    return made


def main():
    for old in ROUND.glob("*/*"):
        old.unlink()
    sheets, notes, items = {}, [], []
    for n, (unit, channel, when, name, others) in enumerate(DELIVERIES, 1):
        source = offices if unit in offices.HABITS else districts
        habits, made = source.HABITS[unit], source.sheets(unit)
        found = mess(unit, made)
        if name == "แบบรายงาน-ห้วยเม็ก.xlsx":
            made, found = first_version(made), []
        elif unit == "4608":
            found = [{"unit": unit, "indicator": "3", "row": None, "column": None, "th": "ฉบับแก้ไขแทนฉบับวันที่ ๗ พ.ค. เพิ่ม ๑ กิจกรรม ตัวชี้วัดอื่นเปลี่ยนเฉพาะข้อมูล ณ วันที่ จึงเป็นฉบับที่ ๒ ด้วย",
                      "en": "supersedes the workbook of 7 May: one activity more in indicator 3; the others only say a later date of their data, which makes them version 2 too"}]
        path = ROUND / unit / name
        places = form.write_workbook(path, units.ALL[unit], made, habits, date.fromisoformat(when[:10]), mark=unit != "4613", names=unit_names(unit, made))
        if unit == "4606":
            extras.resave(path)
        if unit == "4603":
            extras.copy_as_pdf(path, ROUND / unit / others[0])
            extras.photo(ROUND / unit / others[1])
        sheets[unit] = made
        for f in found:
            cell = places.get(f["indicator"], {}).get(f["row"], {}).get(f["column"]) if f["row"] else None
            notes.append({"file": f"{unit}/{name}", "sheet": f"ตัวชี้วัด {f['indicator']}" if f["indicator"] else None, "cell": cell, **f})
        items.append({"unit": unit, "channel": channel, "receivedAt": f"{when}+07:00", "key": f"sample-{n:04}", "files": [f"{unit}/{f}" for f in [name, *others]]})
    assert set(sheets) == set(units.ALL) - set(units.MISSING)
    write("sample.json", {"round": "46-dla-2567", "clock": "2024-05-20T10:00:00+07:00",
                          "note": {"th": "ข้อมูลตัวอย่าง ไม่ใช่ข้อมูลจริงของหน่วยงานใด ใช้ทดลองระบบ", "en": "Sample data; not the real figures of any office. For trying the system."},
                          "deliveries": items, "decisions": decided.DECISIONS, "link": decided.LINK, "season": season.season(units.ALL)})
    (ROUND / season.FILE).write_text(season.bounce(), encoding="utf-8")
    indicators, total = expected.compute(sheets)
    write("expected.json", {
        "framework": "dla-2567", "revision": 1, "evaluationDate": "2024-05-15", "deadline": "2024-05-15",
        "unitsMissing": units.MISSING, "late": ["4614"], "afterOfficeHours": ["4617"], "superseded": [{"unit": "4608", "indicator": "3", "versions": 2}],
        "deliveries": len(items), "returns": sum(len(m) for m in sheets.values()),
        "returnsExpected": sum(len(u.indicators) for u in units.ALL.values()), "nil": [{"unit": u, "indicator": s.indicator} for u, m in sheets.items() for s in m if s.status == "nil"],
        "rowsPerReturn": {f"{u}/{s.indicator}": len(s.rows) for u, m in sheets.items() for s in m},
        "indicators": indicators, "total": total, "decided": decided.after(indicators), "imperfections": notes})
    extras.readme(ROUND / "README.md", items, notes, indicators, total, decided.DECISIONS)


def write(name, data):
    (ROUND / name).write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
