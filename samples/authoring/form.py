"""Fills in a return form: one workbook per unit, one sheet per indicator, as the form of the round looks."""
import io
import re
import unicodedata
import zipfile
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

import thai
from indicators import INDICATORS

FONT = "TH SarabunPSK"
BODY, BOLD, TITLE = Font(name=FONT, size=16), Font(name=FONT, size=16, bold=True), Font(name=FONT, size=18, bold=True)
BLUE = Font(name=FONT, size=16, color="1F3864")
CELL, HEADING = Font(name=FONT, size=14, color="1F3864"), Font(name=FONT, size=14, bold=True)
THIN = Side(style="thin", color="808080")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEAD = PatternFill("solid", fgColor="DDE7F0")
SECTION = PatternFill("solid", fgColor="EEF2F6")
TOP = Alignment(wrap_text=True, vertical="top")
CENTRE = Alignment(wrap_text=True, vertical="top", horizontal="center")
EVIDENCE = ["รายการ", "ลงวันที่", "ยืนยันแถวที่", "ชนิด (แฟ้ม/ลิงก์/เอกสาร)", "ชื่อแฟ้ม ลิงก์ หรือที่เก็บ", "จำนวนหน้า"]
COVER = [
    "แบบรายงานนี้ใช้รายงานผลตามกรอบการประเมินคัดเลือกท้องถิ่นจังหวัดดีเด่น ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ ตัวชี้วัดละ ๑ แผ่นงาน",
    "๑) เลือกสถานะการรายงานโดยใส่เครื่องหมาย ✓ เพียงช่องเดียว กรณีไม่มีเรื่องหรือไม่มีกิจกรรมโปรดระบุเหตุผล",
    "๒) กรอกทะเบียนข้อมูลแถวละ ๑ รายการ ใช้รหัสเรื่องแทนชื่อบุคคลทุกกรณี",
    "๓) เขียนผลการดำเนินงาน ปัจจัยสนับสนุน ปัญหา อุปสรรค และข้อเสนอแนะ พร้อมบัญชีหลักฐาน",
    "๔) ส่งภายในวันที่ ๑๕ พฤษภาคม ๒๕๖๗ ที่ฝ่ายบริหารทั่วไป สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์",
]


class Sheet:
    """What one unit fills in on one indicator."""

    def __init__(self, indicator, status="reported", rows=(), facts=None, evidence=(), results="", factors="",
                 obstacles="", suggestions="", nil_reason="", order=None, headings=None, blanks=(), spare=8, tick="✓"):
        self.indicator, self.status, self.rows, self.facts = indicator, status, list(rows), facts or {}
        self.evidence, self.results, self.factors = list(evidence), results, factors
        self.obstacles, self.suggestions, self.nil_reason = obstacles, suggestions, nil_reason
        self.order = order              # column ids in another order than the form's
        self.headings = headings or {}  # column id → heading somebody retyped
        self.blanks = set(blanks)       # row numbers after which an empty row was left
        self.spare, self.tick = spare, tick


class Habits:
    """How a unit types."""

    def __init__(self, dates="short4", thai_digits=False, trailing_spaces=False, as_of="long"):
        self.dates, self.thai_digits, self.trailing_spaces, self.as_of = dates, thai_digits, trailing_spaces, as_of

    def cell(self, value):
        if isinstance(value, date):
            return thai.typed(value, self.dates)
        if self.thai_digits and isinstance(value, (str, int, float)) and not isinstance(value, bool):
            return thai.digits(str(value))
        return value


def cells_wide(text):
    return sum(1 for c in str(text) if unicodedata.category(c) not in ("Mn", "Me"))


def lines(text, width):
    return sum(max(1, -(-cells_wide(part) // max(1, int(width * 0.74)))) for part in str(text).split("\n"))


class Page:
    """Writes down one sheet from the top."""

    def __init__(self, ws, widths):
        self.ws, self.row, self.last = ws, 1, len(widths)
        self.widths = widths
        for i, w in enumerate(widths, 1):
            ws.column_dimensions[get_column_letter(i)].width = w

    def put(self, column, value, font=BODY, align=TOP, box=False, fill=None):
        cell = self.ws.cell(self.row, column)
        if isinstance(value, thai.ExcelDate):
            cell.value, cell.number_format = value.value, value.number_format
        else:
            cell.value = value
        cell.font, cell.alignment = font, align
        if box:
            cell.border = BOX
        if fill:
            cell.fill = fill
        return cell.coordinate

    def across(self, value, font=BODY, align=TOP, fill=None, first=1):
        at = self.put(first, value, font, align, fill=fill)
        self.ws.merge_cells(start_row=self.row, start_column=first, end_row=self.row, end_column=self.last)
        self.ws.row_dimensions[self.row].height = 24 * lines(value or "", sum(self.widths[first - 1:])) + 2
        self.row += 1
        return at

    def label(self, text, value, font=BODY):
        """Label over the first three columns, value over the next two, or over all the rest where it is long."""
        self.put(1, text, BOLD)
        self.ws.merge_cells(start_row=self.row, start_column=1, end_row=self.row, end_column=3)
        if isinstance(value, str) and cells_wide(value) > sum(self.widths[3:5]) * 0.7:
            return self.across(value, font, first=4)
        at = self.put(4, value, font, Alignment(horizontal="left", vertical="top"), box=True)
        self.put(5, None, box=True)
        self.ws.merge_cells(start_row=self.row, start_column=4, end_row=self.row, end_column=5)
        self.ws.row_dimensions[self.row].height = 24 * lines(text, sum(self.widths[:3])) + 2
        self.row += 1
        return at

    def table(self, headings, rows, blanks=(), spare=0, numbers=str, dropdowns=None):
        """Head row with ที่, rows, spare numbered rows. Gives the row number of each row and the cells of each."""
        head = self.row
        for i, h in enumerate(["ที่", *headings], 1):
            self.put(i, h, HEADING, CENTRE, True, HEAD)
        self.ws.row_dimensions[head].height = 24 * max(lines(h, w) for h, w in zip(headings, self.widths[1:])) + 4
        self.row += 1
        places = []
        for n, values in enumerate(rows, 1):
            self.put(1, numbers(n), BODY, CENTRE, True)
            places.append([self.put(i, v, CELL, TOP, True) for i, v in enumerate(values, 2)])
            tall = max((lines(v, w) for v, w in zip(values, self.widths[1:]) if isinstance(v, str)), default=1)
            self.ws.row_dimensions[self.row].height = 24 * tall + 2
            self.row += 1
            if n in blanks:
                self.row += 1
        for n in range(len(rows) + 1, len(rows) + 1 + spare):
            self.put(1, numbers(n), BODY, CENTRE, True)
            for i in range(2, len(headings) + 2):
                self.put(i, None, box=True)
            self.ws.row_dimensions[self.row].height = 24
            self.row += 1
        for column, options in (dropdowns or {}).items():
            letter = get_column_letter(column + 2)
            check = DataValidation(type="list", formula1='"' + ",".join(options) + '"', allow_blank=True)
            check.showErrorMessage = False
            check.add(f"{letter}{head + 1}:{letter}{max(self.row - 1, head + 1)}")
            self.ws.add_data_validation(check)
        return places


def write_sheet(wb, unit, name, sheet, habits, as_of):
    """Writes one indicator's sheet; gives the cells of its register rows as {row number: {column id: cell}}."""
    form = INDICATORS[sheet.indicator]
    ws = wb.create_sheet(f"ตัวชี้วัด {sheet.indicator}")
    columns = [form.column(i) for i in (sheet.order or [c.id for c in form.columns])]
    widths = [6] + [c.width for c in columns]
    while len(widths) < 7:
        widths.append(16)
    widths[1:7] = [max(a, b) for a, b in zip(widths[1:7], [24, 15, 14, 16, 24, 10])]
    page = Page(ws, widths)
    page.across("แบบรายงานผลการดำเนินงานตามกรอบการประเมินคัดเลือกท้องถิ่นจังหวัดดีเด่น ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", TITLE, CENTRE)
    page.across(f"ตัวชี้วัดที่ {thai.digits(sheet.indicator)} : {form.text}", BOLD)
    page.label("หน่วยงาน", name)
    page.label("ข้อมูล ณ วันที่", thai.typed(as_of, habits.as_of))
    page.label("ส่งภายในวันที่", "๑๕ พฤษภาคม ๒๕๖๗")
    page.row += 1
    page.across("๑. สถานะการรายงาน", BOLD, fill=SECTION)
    page.label("มีผลการดำเนินงาน", sheet.tick if sheet.status == "reported" else None)
    page.label("ไม่มีเรื่อง/ไม่มีกิจกรรมในช่วงเวลาที่ประเมิน", sheet.tick if sheet.status == "nil" else None)
    page.label("เหตุผล (กรณีไม่มีเรื่อง)", habits.cell(sheet.nil_reason) or None)
    page.label("อยู่ระหว่างดำเนินการ", sheet.tick if sheet.status == "in-progress" else None)
    page.row += 1
    page.across("๒. คำอธิบาย สูตร ช่วงเวลา และที่มาของเกณฑ์", BOLD, fill=SECTION)
    page.across(form.explanation)
    page.row += 1

    def narrative(label, text):
        page.across(label, BOLD, fill=SECTION)
        page.across(habits.cell(text) or None, BLUE)
        page.row += 1

    narrative("๓. ผลการดำเนินงาน", sheet.results)
    places = {}
    if form.facts:
        page.across("ข้อมูลประกอบ", BOLD, fill=SECTION)
        for fact in form.facts:
            value = sheet.facts.get(fact.id)
            places[fact.id] = page.label(fact.heading, habits.cell(value), BLUE)
        page.row += 1
    page.across("๔. ทะเบียนข้อมูล", BOLD, fill=SECTION)
    rows = []
    for row in sheet.rows:
        values = [habits.cell(row.get(c.id)) for c in columns]
        if habits.trailing_spaces:
            values = [v + "  " if isinstance(v, str) and i % 2 == 0 else v for i, v in enumerate(values)]
        rows.append(values)
    numbers = (lambda n: thai.digits(str(n))) if habits.thai_digits else (lambda n: n)
    dropdowns = {i: c.options for i, c in enumerate(columns) if c.options}
    cells = page.table([sheet.headings.get(c.id, c.heading) for c in columns], rows, sheet.blanks, sheet.spare, numbers, dropdowns)
    for n, line in enumerate(cells, 1):
        places[n] = dict(zip((c.id for c in columns), line))
    page.row += 1
    narrative("๖. ปัจจัยสนับสนุน", sheet.factors)
    narrative("๗. ปัญหา อุปสรรค", sheet.obstacles)
    narrative("๘. ข้อเสนอแนะ/แนวทางแก้ไข", sheet.suggestions)
    page.across("๙. บัญชีหลักฐาน", BOLD, fill=SECTION)
    page.table(EVIDENCE, [[habits.cell(v) for v in e] for e in sheet.evidence], spare=3, numbers=numbers)
    page.row += 1
    page.across("๑๑. คำรับรอง", BOLD, fill=SECTION)
    page.across("ขอรับรองว่าข้อมูลข้างต้นถูกต้องตรงกับหลักฐานซึ่งเก็บรักษาไว้พร้อมรับการตรวจประเมิน")
    page.across("ลงชื่อ ........................ ผู้รายงาน     ลงชื่อ ........................ ผู้ตรวจสอบ     ลงชื่อ ........................ หัวหน้าหน่วยงาน")
    printed(ws, "landscape" if len(columns) > 6 else "portrait")
    return places


def printed(ws, orientation):
    """On A4, one page wide."""
    ws.page_setup.orientation, ws.page_setup.paperSize, ws.page_setup.fitToHeight = orientation, 9, 0
    ws.sheet_properties.pageSetUpPr.fitToPage = True
    ws.page_margins.left = ws.page_margins.right = 0.5
    ws.page_margins.top = ws.page_margins.bottom = 0.6
    ws.sheet_view.zoomScale = 80


def write_workbook(path, unit, sheets, habits, as_of, mark=True, names=None):
    """Writes a unit's workbook; gives the cells of every sheet by indicator."""
    wb = Workbook()
    cover = wb.active
    cover.title = "เริ่มที่นี่"
    page = Page(cover, [6, 30, 30, 30])
    page.across("เริ่มที่นี่", TITLE)
    page.across(f"แบบรายงานของ {unit.name}", BOLD)
    for line in COVER:
        page.across(line)
    printed(cover, "portrait")
    places = {s.indicator: write_sheet(wb, unit, (names or {}).get(s.indicator, unit.name), s, habits, as_of) for s in sheets}
    if mark:
        ws = wb.create_sheet("_kalasin")
        ws.sheet_state = "veryHidden"
        for name, value in (("form", "kalasin-return-form"), ("layout", "1"), ("round", "46-dla-2567"),
                            ("framework", "dla-2567"), ("revision", "1"), ("unit", unit.code)):
            ws.append([name, value])
    wb.properties.creator = unit.short
    buffer = io.BytesIO()
    wb.save(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(same_bytes(buffer.getvalue(), f"{as_of.isoformat()}T08:30:00Z"))
    return places


def same_bytes(package, stamp):
    """The package with fixed times inside and out, so that every run gives the same file."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\g<1>" + stamp.encode(), data)
            info = zipfile.ZipInfo(name, (2024, 5, 1, 8, 30, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            new.writestr(info, data)
    return result.getvalue()
