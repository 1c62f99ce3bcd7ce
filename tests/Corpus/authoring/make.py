"""Writes the corpus. Files that stand already are frozen and stay as they are; give names as arguments to write some anew.

    /usr/bin/python3 tests/Corpus/authoring/make.py [NAME…]
"""
import io
import pathlib
import struct
import subprocess
import sys
import tempfile
import zipfile
from datetime import datetime

from openpyxl.styles import PatternFill

from form import Form, HEADS, changed

HERE = pathlib.Path(__file__).resolve().parent.parent
MEETING = ["15/1/2567", "ประชุมคณะทำงานศูนย์ปฏิบัติการร่วม", "ที่ว่าการอำเภอนามน", "ประชุม", "๖ แห่ง", "มีมติร่วมกัน", "รายงานการประชุม"]
HELP = ["20/2/2567", "มอบถุงยังชีพผู้ประสบวาตภัย", "ต.นามน", "ช่วยเหลือ", "ทต.นามน", "ช่วยเหลือ ๑๒ ครัวเรือน", "ภาพถ่าย"]
CASE = ["ก.ท.จ.", "ว-001/2567", None, "15/12/2566", "20/2/2567", "2/2567", "แล้วเสร็จ", None]
FILES = {}


def file(name):
    def add(function):
        FILES[name] = function
        return function
    return add


def activities(rows, **how):
    form = Form()
    form.sheet("3", rows, **how)
    return form


@file("good.xlsx")
def good():
    form = activities([MEETING, HELP], evidence=[["รายงานการประชุม ครั้งที่ ๑", "๑๕ ม.ค. ๖๗", "๑", "แฟ้ม", "meeting-1.pdf", 4]])
    form.sheet("9", [["ท้องถิ่นอำเภอนามน", 6, 6, "22/12/2566", "กส 0023.5/120", "ครบถ้วน"]])
    return form.bytes()


@file("thai-digits.xlsx")
def thai_digits():
    form = Form("ADM")
    form.sheet("12", [["นามน", "ทต.นามน", "ใช่", "๑๕ มี.ค. ๖๗", "๑,๒๓๔", None], ["เขาวง", "ทต.กุดสิม", "๑", "๓๐/๐๓/๒๕๖๗", "๑๒๐ คน", None]])
    return form.bytes()


@file("dates.xlsx")
def dates():
    typed = ["๓๑/๒/๖๗", "15 พ.ค. 2667", "5/6/67", "20/6/67", "15 พ.ค.", "กลางเดือน", "2024-01-15", "วันจันทร์ที่ 15 มกราคม 2567", "วันอังคารที่ 15 มกราคม 2567", "1/1/2443", 45306, "15/03/2657"]
    return activities([[when, f"กิจกรรม {n}", *MEETING[2:]] for n, when in enumerate(typed, 1)]).bytes()


@file("excel-dates-in-buddhist-years.xlsx")
def excel_dates():
    form = activities([[None, "กิจกรรม ก", *MEETING[2:]], [None, "กิจกรรม ข", *MEETING[2:]], [None, "กิจกรรม ค", *MEETING[2:]]])
    ws = form.wb["ตัวชี้วัด 3"]
    for row, serial in zip(range(17, 20), (datetime(2567, 1, 15), datetime(2567, 2, 20), datetime(2024, 3, 1))):
        ws.cell(row, 2).value, ws.cell(row, 2).number_format = serial, "d/m/yyyy"
    return form.bytes()


@file("date1904.xlsx")
def date1904():
    form = activities([[datetime(2024, 1, 15), *MEETING[1:]]])
    from openpyxl.utils.datetime import CALENDAR_MAC_1904
    form.wb.epoch = CALENDAR_MAC_1904
    return form.bytes()


@file("blank-rows-and-totals.xlsx")
def blank_rows():
    form = activities([MEETING, [], HELP, ["-", "-"], []])
    ws = form.wb["ตัวชี้วัด 3"]
    ws.cell(21, 1).value, ws.cell(21, 2).value = "รวม", "2 กิจกรรม"
    return form.bytes()


@file("prefilled-authorities.xlsx")
def prefilled():
    form = Form("FIN")
    form.sheet("11", [["นามน", "ทต.นามน", 91.5, "A", None], ["นามน", "อบต.หลักเหลี่ยม", None, None, None], ["เขาวง", "ทต.กุดสิม", 84.99, "B", None]])
    return form.bytes()


@file("moved-columns.xlsx")
def moved():
    order = [3, 1, 0, 2]
    return activities([[row[i] for i in order] for row in (MEETING, HELP)], heads=["ประเภทกิจกรรม", "ชื่อกิจกรรม", "วันที่ดำเนินการ", "สถานที่"]).bytes()


@file("retyped-headings.xlsx")
def retyped():
    return activities([MEETING + ["043-000000"]], heads=["วันที่ (ว/ด/ป)", "กิจกรม", *HEADS["3"][2:], "เบอร์ติดต่อ"]).bytes()


@file("missing-column.xlsx")
def missing_column():
    return activities([row[1:] for row in (MEETING, HELP)], heads=HEADS["3"][1:]).bytes()


@file("column-twice.xlsx")
def column_twice():
    return activities([MEETING + ["1/1/2567"]], heads=[*HEADS["3"], "วันที่"]).bytes()


@file("wrong-unit.xlsx")
def wrong_unit():
    return activities([MEETING]).bytes()


@file("mark-and-words-disagree.xlsx")
def disagree():
    return activities([MEETING], unit="ท้องถิ่นอำเภอเขาวง").bytes()


@file("no-mark.xlsx")
def no_mark():
    form = Form(mark=False)
    form.sheet("3", [MEETING], name="Sheet1", unit="สถอ.นามน")
    return form.bytes()


@file("no-mark-no-unit.xlsx")
def no_unit():
    form = Form(mark=False)
    form.sheet("3", [MEETING], unit="........")
    return form.bytes()


@file("bare-table.xlsx")
def bare():
    from openpyxl import Workbook
    wb = Workbook()
    ws = wb.active
    ws.append(["ตัวชี้วัดที่ ๓ : ศูนย์ปฏิบัติการร่วม"])
    ws.append(["หน่วยงาน: ท้องถิ่นอำเภอนามนน"])
    ws.append(["ที่", *HEADS["3"]])
    ws.append([1, *MEETING])
    import io
    buffer = io.BytesIO()
    wb.save(buffer)
    return buffer.getvalue()


@file("other-framework.xlsx")
def other_framework():
    form = Form(framework="dla-2566", round="46-dla-2566")
    form.sheet("3", [MEETING])
    return form.bytes()


@file("older-revision.xlsx")
def older_revision():
    form = Form(revision="0")
    form.sheet("3", [MEETING])
    return form.bytes()


@file("not-hosted.xlsx")
def not_hosted():
    form = activities([MEETING])
    form.sheet("10", [["ร-001", "1/2/2567", "โทรศัพท์", "พฤติกรรม", "ไม่มีมูล", "1/3/2567"]])
    form.sheet("3", [HELP], name="ตัวชี้วัด 3 (2)")
    form.sheet("4", [HELP], name="ตัวชี้วัด 44")
    form.wb.create_sheet("บันทึก").append(["จดไว้ดูเอง"])
    return form.bytes()


@file("nil-with-rows.xlsx")
def nil_with_rows():
    return activities([MEETING], tick="nil", reason="ไม่มีเหตุ").bytes()


@file("nil.xlsx")
def nil():
    form = Form("LAW")
    form.sheet("10", [], tick="nil", reason="ไม่มีเรื่องร้องเรียน", results=None)
    return form.bytes()


@file("nil-without-reason.xlsx")
def nil_without_reason():
    form = Form("LAW")
    form.sheet("10", [], tick="nil", results=None, mark="/")
    return form.bytes()


@file("two-ticks.xlsx")
def two_ticks():
    return activities([MEETING], tick="reported progress").bytes()


@file("no-tick.xlsx")
def no_tick():
    form = activities([MEETING], tick="")
    form.sheet("4", [], tick="", results=None, as_of=None)
    return form.bytes()


@file("nothing-filled-in.xlsx")
def nothing():
    return activities([], tick="", results=None).bytes()


@file("merged-cells.xlsx")
def merged():
    form = activities([MEETING, [None, *HELP[1:]], HELP])
    ws = form.wb["ตัวชี้วัด 3"]
    ws.merge_cells("B17:B18")
    package = form.bytes()
    sheet = "xl/worksheets/sheet2.xml"
    return changed(package, {sheet: lambda xml: xml.replace(b'<mergeCell ref="B17:B18"', b'<mergeCell ref="D19:E19" /><mergeCell ref="B17:B18"')})


@file("formulas.xlsx")
def formulas():
    form = Form("FIN")
    form.sheet("11", [["นามน", "ทต.นามน", "=90+1.5", "A", None], ["เขาวง", "ทต.กุดสิม", "=90+2", "A", None], ["เขาวง", "อบต.สงเปลือย", "=1/0", "A", None]])
    sheet = "xl/worksheets/sheet2.xml"
    return changed(form.bytes(), {sheet: lambda xml: xml.replace(b"<f>90+1.5</f><v />", b"<f>90+1.5</f><v>91.5</v>").replace(b"<f>90+1.5</f><v></v>", b"<f>90+1.5</f><v>91.5</v>")
                                  .replace(b'<c r="D19" ', b'<c r="D19" t="e" ').replace(b"<f>1/0</f><v />", b"<f>1/0</f><v>#DIV/0!</v>").replace(b"<f>1/0</f><v></v>", b"<f>1/0</f><v>#DIV/0!</v>")})


@file("values.xlsx")
def values():
    form = Form("FIN")
    form.sheet("11", [["นามน", "ทต.นามน", 850, "A", None], ["เขาวง", "ทต.กุดสิม", "๙๑.๕๐%", "A", None], ["เขาวง", "อบต.คุ้มเก่า", "มาก", "A", None], [None, "ทต.สงเปลือย", 90, "A", None],
                        [None, "ทต.หนองบัวแดง", 90, "A", None], [None, "ทต.นามลน", -1, "A", None], ["เขาวง", "สงเปลือย", 90, "A", None], [None, None, 88, "A", None], ["นามน", "เทศบาลตำบลนามน", 91, "A", None]])
    form.sheet("9", [["นามน", 6, 7, "22/12/2566", "1", "ครบ"], ["ทม.กุฉินารายณ์", "1", "1", "22/12/2566", "2", "ครบถวน"], ["อ.ชุมแพ", 1, 1, "22/12/2566", "3", "ไม่ทราบ"]],
               facts=[["วันที่เสนอผู้ว่าราชการจังหวัด", "26 ก.พ. 2567"], ["วันที่ประชุม", "1/2/2567"]])
    return form.bytes()


@file("choices.xlsx")
def choices():
    form = Form("DEV")
    row = ["นามน", "ทต.นามน", "แล้วเสร็จ", "1/3/2567", "ข้างสำนักงาน", "✓", "ใช่", "ไม่", "-", "ไม่แน่ใจ", None]
    form.sheet("2", [row, ["เขาวง", "ทต.กุดสิม", "ดำเนินการแล้วเสร็จ", None, *row[4:9], True, None], ["เขาวง", "อบต.คุ้มเก่า", "แลวเสร็จ", "2/3/2567", *row[4:9], None, None],
                     ["เขาวง", "ทต.สงเปลือย", "ครึ่งทาง", None, *row[4:9], None, None]])
    return form.bytes()


@file("personal-data.xlsx")
def personal_data():
    form = Form("PER")
    form.sheet("1", [CASE, ["ก.ท.จ.", "นายสมมติ ไม่มีจริง", *CASE[2:]], ["ก.ท.จ.", "1-1000-00000-01-6", *CASE[2:]], ["ก.ท.จ.", "ว-004/2567", None, "15/12/2566", "1/12/2566", "2/2567", "แล้วเสร็จ", None],
                     CASE])
    return form.bytes()


@file("hidden.xlsx")
def hidden():
    form = activities([MEETING, HELP])
    form.wb["ตัวชี้วัด 3"].row_dimensions[18].hidden = True
    form.wb["ตัวชี้วัด 3"].sheet_state = "hidden"
    return form.bytes()


@file("libreoffice.xlsx")
def libreoffice():
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "in", "libreoffice.xlsx")
        source.parent.mkdir()
        source.write_bytes((HERE / "good.xlsx").read_bytes())
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", folder, str(source)], check=True, capture_output=True)
        return pathlib.Path(folder, "libreoffice.xlsx").read_bytes()


@file("saved-as-old-excel.xls")
def old_excel():
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "in", "saved-as-old-excel.xlsx")
        source.parent.mkdir()
        source.write_bytes((HERE / "good.xlsx").read_bytes())
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xls:MS Excel 97", "--outdir", folder, str(source)], check=True, capture_output=True)
        return pathlib.Path(folder, "saved-as-old-excel.xls").read_bytes()


def compound(*streams):
    """The directory of an OLE compound file, as far as telling its kind needs it."""
    entries = [("Root Entry", 5), *((s, 2) for s in streams)]
    directory = b"".join(n.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<HB", 2 * len(n) + 2, t) + b"\0" * 61 for n, t in entries)
    return bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 504 + directory.ljust(512, b"\0")


@file("password.xlsx")
def password():
    return compound("EncryptionInfo", "EncryptedPackage")


@file("renamed-doc.xlsx")
def renamed_doc():
    return compound("WordDocument", "1Table")


@file("picture.xlsx")
def picture():
    return bytes.fromhex("FFD8FFE000104A46494600010100000100010000FFD9")


@file("phone.heic")
def heic():
    return struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + b"\0" * 40


@file("signed.pdf")
def pdf():
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@file("empty.xlsx")
def empty():
    return b""


@file("notes.csv")
def csv():
    return "ที่,วันที่,กิจกรรม\r\n๑,๑๕/๑/๖๗,ประชุม\r\n".encode("cp874")


@file("web-page.xls")
def web_page():
    return "<html><body><table><tr><td>ตัวชี้วัด</td></tr></table></body></html>".encode()


@file("truncated.xlsx")
def truncated():
    return (HERE / "good.xlsx").read_bytes()[:-700]


@file("zip-bomb.xlsx")
def zip_bomb():
    rows = b"<row/>" * 2_000_000
    return changed(activities([MEETING]).bytes(), {"xl/worksheets/sheet2.xml": lambda _: b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + rows + b"</sheetData></worksheet>"})


@file("billion-laughs.xlsx")
def billion_laughs():
    entities = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 10))
    return changed(activities([MEETING]).bytes(), {"xl/worksheets/sheet2.xml": lambda xml: b'<!DOCTYPE worksheet [<!ENTITY l0 "lol">' + entities + b"]>" + xml.replace(b"<sheetData>", b"<sheetData>&l9;")})


@file("too-wide.xlsx")
def too_wide():
    form = activities([MEETING])
    form.wb["ตัวชี้วัด 3"].cell(17, 1001).value = "ไกล"
    return form.bytes()


@file("saved-as-template.xltx")
def template():
    """“Save as” with the type left at template."""
    return changed(activities([MEETING]).bytes(), {"[Content_Types].xml": lambda xml: xml.replace(b"spreadsheetml.sheet.main+xml", b"spreadsheetml.template.main+xml")})


@file("backslash-names.xlsx")
def backslashes():
    """Zipped again by a program of Windows that writes xl\\workbook.xml."""
    package, result = io.BytesIO(activities([MEETING]).bytes()), io.BytesIO()
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name.replace("/", "\\"), (2024, 5, 1, 8, 30, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()


@file("sheet-without-part.xlsx")
def sheet_without_part():
    """A module sheet of an Excel of the nineties, kept by name alone when the workbook was saved anew."""
    module = '<sheet name="Module1" sheetId="99" state="veryHidden" r:id="" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></sheets>'.encode()
    return changed(activities([MEETING]).bytes(), {"xl/workbook.xml": lambda xml: xml.replace(b"</sheets>", module)})


@file("formatted-to-the-last-column.xlsx")
def formatted_to_the_last_column():
    """A whole row coloured: LibreOffice writes a cell for each of its 16,384 columns."""
    form = activities([MEETING])
    ws = form.wb["ตัวชี้วัด 3"]
    for column in range(10, 16385):
        ws.cell(16, column).fill = PatternFill("solid", fgColor="FFF2CC")
    return form.bytes()


@file("macros.xlsm")
def macros():
    return changed(activities([MEETING]).bytes(), {"[Content_Types].xml": lambda xml: xml.replace(b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")},
                   extra=[("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")])


@file("path-traversal.xlsx")
def traversal():
    return changed(activities([MEETING]).bytes(), extra=[("../../outside.txt", b"x")])


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for name, make in FILES.items():
        target = HERE / name
        if name in wanted or (not wanted and not target.exists()):
            data = make()
            target.write_bytes(changed(data) if data[:2] == b"PK" and name != "truncated.xlsx" else data)
            print(name, len(data))
