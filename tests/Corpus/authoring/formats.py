"""Writes the files of the corpus that are no workbooks of Excel: by hand where the habit of a program is meant, by LibreOffice where it has one of its own.

    /usr/bin/python3 tests/Corpus/authoring/formats.py [NAME…]

Needs nothing but Python and soffice. Files that stand already are frozen and stay as they are; give names as arguments to write some anew.
"""
import html
import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent.parent
HEAD3 = ["ที่", "วันที่", "กิจกรรม", "สถานที่/อำเภอ", "ประเภท", "อปท. ที่เข้าร่วม", "ผลที่เกิดขึ้น", "หลักฐาน"]
HEAD4 = HEAD3
HEAD11 = ["ที่", "อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "คะแนนรวม", "ระดับที่ ป.ป.ช. ประกาศ", "หมายเหตุ"]
HEAD12 = ["ที่", "อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "รายงานใน INFO", "วันที่รายงาน", "ผู้รับบริการ", "ภาพหน้าจอ"]
MEETING = ["1", "15/1/2567", "ประชุมคณะทำงานศูนย์ปฏิบัติการร่วม", "ที่ว่าการอำเภอนามน", "ประชุม", "๖ แห่ง", "มีมติร่วมกัน", "รายงานการประชุม"]
HELP = ["2", "๒๐ ก.พ. ๖๗", "มอบถุงยังชีพผู้ประสบวาตภัย", "ต.นามน", "ช่วยเหลือ", "ทต.นามน", "ช่วยเหลือ ๑๒ ครัวเรือน", "ภาพถ่าย"]
TITLE3 = ["ตัวชี้วัดที่ ๓ : ศูนย์ปฏิบัติการร่วมในการช่วยเหลือประชาชน"]
TITLE4 = ["ตัวชี้วัดที่ ๔ : งานสาธารณสุข"]
UNIT = ["หน่วยงาน", "ท้องถิ่นอำเภอนามน"]
RETURN3 = [TITLE3, UNIT, ["มีผลการดำเนินงาน", "✓"], HEAD3, MEETING, HELP]
FILES = {}


def file(name):
    def add(function):
        FILES[name] = function
        return function
    return add


def padded(rows):
    """As Excel writes a sheet: every line as wide as the widest."""
    width = max(len(r) for r in rows)
    return [[*r, *[""] * (width - len(r))] for r in rows]


def separated(rows, sign=",", end="\r\n"):
    def field(text):
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in (sign, '"', "\n", "\r")) else text
    return "".join(sign.join(field(f) for f in row) + end for row in rows)


def office(source_name, content, target, filter_name):
    """What LibreOffice makes of a file."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "in", source_name)
        source.parent.mkdir()
        source.write_bytes(content)
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", f"{target}:{filter_name}", "--outdir", folder, str(source)],
                       check=True, capture_output=True)
        return pathlib.Path(folder, source.stem + "." + target).read_bytes()


def packed(parts, stored=()):
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name, data in parts:
            data = data.encode() if isinstance(data, str) else data
            info = zipfile.ZipInfo(name, (2024, 5, 1, 8, 30, 0))
            new.writestr(info, data, zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED)
    return result.getvalue()


def frozen(package):
    """The same package with fixed times."""
    with zipfile.ZipFile(io.BytesIO(package)) as old:
        return packed([(n, old.read(n)) for n in old.namelist() if not n.startswith("Thumbnails/")], stored=("mimetype",))


# Separated values

@file("csv-utf8-of-excel.csv")
def csv_excel():
    """“CSV UTF-8” of Excel: a mark in front, commas to the width of the sheet."""
    return b"\xef\xbb\xbf" + separated(padded(RETURN3)).encode()


@file("csv-of-thai-windows.csv")
def csv_874():
    return separated(padded([[c.replace("✓", "/") for c in r] for r in RETURN3])).encode("cp874")


@file("unicode-text-of-excel.txt")
def unicode_text():
    """“Unicode Text” of Excel: UTF-16 and tabs."""
    return b"\xff\xfe" + separated(padded(RETURN3), "\t").encode("utf-16-le")


@file("csv-semicolons.csv")
def semicolons():
    long = [*MEETING[:6], "๑. มีมติร่วมกัน; ๒. มอบหมาย\n“อบต.” รับไป", "ภาพ \"ก\" และ \"ข\""]
    return separated(padded([TITLE3, UNIT, HEAD3, long, HELP]), ";", "\n").encode()


@file("csv-says-its-sign.csv")
def says_sign():
    return ("sep=;\r\n" + separated(padded(RETURN3), ";")).encode("utf-8-sig")


@file("ตัวชี้วัด 3.csv")
def named_csv():
    """Nothing but the table: the name says the indicator, the door says the unit."""
    return separated([HEAD3, MEETING, HELP]).encode()


@file("csv-without-unit.csv")
def csv_without_unit():
    return separated(padded([TITLE3, HEAD3, MEETING])).encode()


@file("csv-two-indicators.csv")
def csv_two():
    return separated(padded([UNIT, TITLE3, HEAD3, MEETING, ["", "รวม", "1 กิจกรรม"], [""], TITLE4, HEAD4, HELP])).encode("utf-8-sig")


@file("csv-quote-left-open.csv")
def open_quote():
    return separated([TITLE3, UNIT, HEAD3, MEETING]).encode() + '2,20/2/2567,"มอบถุงยังชีพ,ต.นามน\r\n'.encode()


@file("csv-wider-than-allowed.csv")
def wide_csv():
    return separated([TITLE3, UNIT, [*HEAD3, *[f"ช่อง {n}" for n in range(1200)]], MEETING]).encode()


@file("prices.csv")
def prices():
    """Evidence: a table of something else."""
    return separated([["รายการ", "จำนวน", "ราคา"], ["ถุงยังชีพ", "12", "1,200.50"], ["น้ำดื่ม", "30", "5.00"]]).encode("utf-8-sig")


# OpenDocument spreadsheets

def fods(tables):
    """A flat spreadsheet, which LibreOffice turns into a package."""
    def cell(value):
        if value in ("", None):
            return "<table:table-cell/>"
        if isinstance(value, tuple):
            return value[0]
        if isinstance(value, (int, float)):
            return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="string"><text:p>{html.escape(value)}</text:p></table:table-cell>'
    body = "".join(f'<table:table table:name="{name}">' + "".join("<table:table-row>" + "".join(cell(c) for c in row) + "</table:table-row>" for row in rows) + "</table:table>"
                   for name, rows in tables)
    return ('<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
            'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
            f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document>").encode()


ODS = "calc8"
DATE = ('<table:table-cell office:value-type="date" office:date-value="2024-01-15"><text:p>15/01/67</text:p></table:table-cell>',)
SCORE = ('<table:table-cell office:value-type="percentage" office:value="0.915"><text:p>91.5%</text:p></table:table-cell>',)
FORMULA = ('<table:table-cell table:formula="of:=90+2" office:value-type="float" office:value="92"><text:p>92</text:p></table:table-cell>',)


@file("libreoffice.ods")
def libreoffice_ods():
    return frozen(office("a.xlsx", (HERE / "good.xlsx").read_bytes(), "ods", ODS))


@file("ods-typed-in-libreoffice.ods")
def ods_typed():
    rows = [TITLE3, UNIT, ["มีผลการดำเนินงาน", "✓"], HEAD3, [1, DATE, *MEETING[2:]], [2, "20 ก.พ. 67", *HELP[2:]], ["รวม", "", "2 กิจกรรม"]]
    return frozen(office("a.fods", fods([("แผ่น1", rows)]), "ods", ODS))


@file("ods-numbers.ods")
def ods_numbers():
    rows = [["ตัวชี้วัดที่ ๑๑ : ITA"], ["หน่วยงาน", "กลุ่มงานการเงิน บัญชีและการตรวจสอบ"], HEAD11, [1, "นามน", "ทต.นามน", SCORE, "A", ""], [2, "เขาวง", "ทต.กุดสิม", FORMULA, "A", ""],
            [3, "เขาวง", "อบต.คุ้มเก่า", 88.25, "B", ""]]
    return frozen(office("a.fods", fods([("Sheet1", rows)]), "ods", ODS))


CONTENT = ('<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
           'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3">'
           '{styles}<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>')
MANIFEST = ('<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
            '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>{inside}</manifest:manifest>')


def ods(body, styles="", manifest="", extra=()):
    return packed([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", CONTENT.format(styles=styles, body=body)),
                   ("META-INF/manifest.xml", MANIFEST.format(inside=manifest)), *extra], stored=("mimetype",))


def text_cell(text, more=""):
    return f'<table:table-cell office:value-type="string"{more}><text:p>{html.escape(text)}</text:p></table:table-cell>'


def ods_row(cells, more=""):
    return f"<table:table-row{more}>" + "".join(c if c.startswith("<") else text_cell(c) if c else "<table:table-cell/>" for c in cells) + "</table:table-row>"


def ods_return(*rows):
    return "".join(ods_row(r) for r in (TITLE3, UNIT, HEAD3)) + "".join(rows)


def ods_table(rows, name="Sheet1", more=""):
    return f'<table:table table:name="{name}"{more}>{rows}</table:table>'


@file("ods-of-google.ods")
def ods_google():
    """As a web program exports: blank rows and cells repeated to the end of the grid, line breaks as paragraphs, spaces counted, a note on a cell."""
    note = '<office:annotation><dc:creator>ผู้ตรวจ</dc:creator><text:p>ตรวจแล้ว</text:p></office:annotation>'
    activity = f'<table:table-cell office:value-type="string">{note}<text:p>ประชุม<text:s text:c="2"/>คณะทำงาน</text:p><text:p>ศูนย์ปฏิบัติการร่วม<text:line-break/>ครั้งที่ ๑</text:p></table:table-cell>'
    blanks = '<table:table-cell table:number-columns-repeated="16376"/>'
    return ods(ods_table(ods_return(ods_row([*MEETING[:2], activity, *MEETING[3:], blanks])) + f'<table:table-row table:number-rows-repeated="1048572">{blanks}</table:table-row>'))


@file("ods-repeated.ods")
def ods_repeated():
    """The same text in neighbouring cells and rows is written once."""
    row = [*MEETING[:3], text_cell("นามน", ' table:number-columns-repeated="1"'), *MEETING[4:6], text_cell("ภาพถ่าย", ' table:number-columns-repeated="2"')]
    return ods(ods_table(ods_return(ods_row(row, ' table:number-rows-repeated="3"'))))


@file("ods-repeated-without-end.ods")
def ods_bomb():
    return ods(ods_table(ods_return(ods_row([text_cell("ก", ' table:number-columns-repeated="16384"')], ' table:number-rows-repeated="1048576"'))))


@file("ods-rows-without-end.ods")
def ods_rows_bomb():
    return ods(ods_table(ods_return(ods_row(MEETING, ' table:number-rows-repeated="2000000000"'))))


@file("ods-merged.ods")
def ods_merged():
    first = text_cell("15/1/2567", ' table:number-rows-spanned="2"')
    covered = '<table:covered-table-cell office:value-type="string"><text:p>20/2/2567</text:p></table:covered-table-cell>'
    return ods(ods_table(ods_return(ods_row(["1", first, *MEETING[2:]]), ods_row(["2", covered, *HELP[2:]]))))


@file("ods-hidden.ods")
def ods_hidden():
    styles = ('<office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>'
              '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>')
    rows = ods_return(ods_row(MEETING), "<table:table-row-group>" + ods_row(HELP, ' table:visibility="collapse"') + "</table:table-row-group>")
    return ods(ods_table(rows, "ตัวชี้วัด 3", ' table:style-name="ta2"') + ods_table(ods_row(["จดไว้ดูเอง"]), "บันทึก", ' table:style-name="ta1"'), styles)


@file("ods-password.ods")
def ods_password():
    return ods("", manifest='<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="900">'
                            '<manifest:encryption-data manifest:checksum-type="SHA256"/></manifest:file-entry>')


@file("ods-macros.ods")
def ods_macros():
    return ods(ods_table(ods_return(ods_row(MEETING))), extra=[("Basic/Standard/Module1.xml", "<x/>")])


@file("ods-formula-error.ods")
def ods_error():
    broken = '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>'
    rows = [["ตัวชี้วัดที่ ๑๑ : ITA"], ["หน่วยงาน", "กลุ่มงานการเงิน บัญชีและการตรวจสอบ"], HEAD11, ["1", "นามน", "ทต.นามน", broken, "A"]]
    return ods(ods_table("".join(ods_row(r) for r in rows)))


@file("letter.odt")
def odt():
    return packed([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"), ("META-INF/manifest.xml", "<x/>")], stored=("mimetype",))


# Word documents

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def docx(body, extra=(), types="", main="wordprocessingml.document.main+xml"):
    return packed([
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                                f'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.{main}"/>{types}</Types>'),
        ("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
                        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/document.xml", f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W}" xmlns:w14="{W14}"><w:body>{body}<w:sectPr/></w:body></w:document>'), *extra])


def run(text):
    return f'<w:r><w:rPr><w:rFonts w:cs="TH SarabunIT๙"/></w:rPr><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r>'


def para(*inside):
    return "<w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr>" + "".join(i if i.startswith("<") else run(i) for i in inside) + "</w:p>"


def cell(inside, properties=""):
    return f'<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/>{properties}</w:tcPr>{inside if inside.startswith("<") else para(inside)}</w:tc>'


def row(cells, properties=""):
    return f'<w:tr><w:trPr>{properties}</w:trPr>{"".join(c if c.startswith("<w:tc>") or c.startswith("<w:sdt>") else cell(c) for c in cells)}</w:tr>'


def table(*rows):
    return f'<w:tbl><w:tblPr/><w:tblGrid/>{"".join(r if isinstance(r, str) else row(r) for r in rows)}</w:tbl>'


def head():
    return para(*TITLE3) + para("หน่วยงาน ท้องถิ่นอำเภอนามน")


@file("word-table.docx")
def word_table():
    return docx(para("แบบรายงานผลการดำเนินงาน") + head() + para("☒ มีผลการดำเนินงาน   ☐ ไม่มีเรื่อง/ไม่มีกิจกรรม   ☐ อยู่ระหว่างดำเนินการ") + table(HEAD3, MEETING, HELP) + para("๑๑. คำรับรอง") + para("ลงชื่อ ........ ผู้รายงาน"))


@file("word-by-libreoffice.docx")
def word_libreoffice():
    """A letter's form typed in a browser's words and saved by LibreOffice Writer."""
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in r) + "</tr>" for r in (HEAD3, MEETING, HELP))
    page = f"<html><head><meta charset='utf-8'></head><body><p>{TITLE3[0]}</p><p>หน่วยงาน ท้องถิ่นอำเภอนามน</p><table border='1'>{rows}</table></body></html>"
    return frozen(office_writer(page))


def office_writer(page):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "in", "a.html")
        source.parent.mkdir()
        source.write_text(page)
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--writer", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source)],
                       check=True, capture_output=True)
        return pathlib.Path(folder, "a.docx").read_bytes()


@file("word-tracked-changes.docx")
def word_tracked():
    def author(kind, inside):
        return f'<w:{kind} w:id="1" w:author="ผู้แก้" w:date="2024-05-01T08:30:00Z">{inside}</w:{kind}>'
    gone = '<w:r><w:delText>14/1/2567</w:delText></w:r>'
    date = para(author("del", gone), author("ins", run("15/1/2567")))
    return docx(head() + table(HEAD3, ["1", cell(date), *MEETING[2:]], row(["2", "1/2/2567", "ยกเลิกแล้ว", *HELP[3:]], author("del", "").replace("></w:del>", "/>")),
                               row(HELP, '<w:ins w:id="9" w:author="ผู้แก้"/>')))


@file("word-content-controls.docx")
def word_controls():
    def control(inside, properties=""):
        return f'<w:sdt><w:sdtPr><w:alias w:val="ช่อง"/>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
    prompt = control(run("คลิกเพื่อเลือกรายการ"), "<w:showingPlcHdr/>")
    box = control(run("☒"), '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>')
    rows = [["1", cell(para(control(run("15/1/2567"), '<w:date/>'))), *MEETING[2:7], cell(para(prompt))], control(row(["2", *HELP[1:]]))]
    return docx(para(*TITLE3) + para("หน่วยงาน: ", control(run("ท้องถิ่นอำเภอนามน"), "<w:dropDownList/>")) + para(box, run(" มีผลการดำเนินงาน")) + control(table(HEAD3, *rows)))


@file("word-two-indicators.docx")
def word_two():
    return docx(para("หน่วยงาน ท้องถิ่นอำเภอนามน") + para(*TITLE3) + table(HEAD3, MEETING) + para("ตามที่แจ้งในตัวชี้วัดที่ ๘ แล้ว") + para(*TITLE4) + table(HEAD4, HELP))


@file("word-merged-cells.docx")
def word_merged():
    wide = cell("ประชุมคณะทำงาน", '<w:gridSpan w:val="2"/>')
    return docx(head() + table(HEAD3, ["1", cell("15/1/2567", '<w:vMerge w:val="restart"/>'), *MEETING[2:]], ["2", cell(para(), "<w:vMerge/>"), *HELP[2:]], ["3", "1/3/2567", wide, *HELP[4:]]))


@file("word-form-in-a-frame.docx")
def word_frame():
    """The whole page stands in one cell of a table without lines."""
    return docx(table([cell(head() + table(HEAD3, MEETING) + para())]))


@file("memo.docx")
def memo():
    return docx(para("บันทึกข้อความ") + para("ส่วนราชการ ท้องถิ่นอำเภอนามน") + para("เรื่อง ส่งรายงานผลตัวชี้วัด") + para("ตัวชี้วัดที่ ๓ และตัวชี้วัดที่ ๔ ได้แนบมาพร้อมนี้") + para("จึงเรียนมาเพื่อโปรดทราบ"))


@file("memo-with-a-table.docx")
def memo_table():
    return docx(para("บันทึกข้อความ") + para("ตัวชี้วัดที่ ๓ มีเอกสารดังนี้") + table(["ลำดับ", "เอกสาร"], ["๑", "หนังสือเชิญประชุม"]))


@file("word-macros.docm")
def word_macros():
    return docx(head() + table(HEAD3, MEETING), extra=[("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")],
                types='<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/>')


@file("word-nested-too-deep.docx")
def word_deep():
    inside = para("ลึก")
    for _ in range(30):
        inside = table([cell(inside)])
    return docx(head() + inside)


@file("word-of-the-nineties.doc")
def old_word():
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "in", "a.html")
        source.parent.mkdir()
        source.write_text(f"<html><head><meta charset='utf-8'></head><body><p>{TITLE3[0]}</p></body></html>")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--writer", "--convert-to", "doc:MS Word 97", "--outdir", folder, str(source)], check=True, capture_output=True)
        return pathlib.Path(folder, "a.doc").read_bytes()


# Workbooks as other programs write them

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def sheet_xml(rows, prefix="", namespace=MAIN, addresses=True, cell=None):
    def letters(n):
        return chr(64 + n) if n <= 26 else chr(64 + (n - 1) // 26) + chr(65 + (n - 1) % 26)

    def default(value, at):
        where = f' r="{at}"' if addresses else ""
        if isinstance(value, (int, float)):
            return f"<{p}c{where}><{p}v>{value}</{p}v></{p}c>"
        return f'<{p}c{where} t="inlineStr"><{p}is><{p}t xml:space="preserve">{html.escape(value)}</{p}t></{p}is></{p}c>'
    p = prefix + ":" if prefix else ""
    body = ""
    for n, values in enumerate(rows, 1):
        cells = "".join((cell or default)(v, f"{letters(c)}{n}") if v != "" or not addresses else "" for c, v in enumerate(values, 1) if v != "" or not addresses)
        body += f'<{p}row' + (f' r="{n}"' if addresses else "") + f">{cells}</{p}row>"
    declared = f'xmlns:{prefix}="{namespace}"' if prefix else f'xmlns="{namespace}"'
    return f"<{p}worksheet {declared}><{p}sheetData>{body}</{p}sheetData></{p}worksheet>"


def xlsx(*sheets, namespace=MAIN, relations=OFFICE, encode=lambda text: text.encode(), extra=()):
    """Sheets are name and XML."""
    tabs = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="s{i}"/>' for i, (n, _) in enumerate(sheets, 1))
    links = "".join(f'<Relationship Id="s{i}" Type="{relations}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1))
    return packed([
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" '
                                'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'),
        ("_rels/.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'<workbook xmlns="{namespace}" xmlns:r="{relations}"><sheets>{tabs}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'),
        *[(f"xl/worksheets/sheet{i}.xml", encode(x)) for i, (_, x) in enumerate(sheets, 1)], *extra])


@file("xlsx-with-prefixes.xlsx")
def prefixes():
    """As the Open XML SDK writes: every element with a prefix."""
    return xlsx(("Sheet1", sheet_xml(RETURN3, prefix="x")))


@file("xlsx-strict.xlsx")
def strict():
    return xlsx(("Sheet1", sheet_xml(RETURN3, namespace=STRICT)), namespace=STRICT, relations="http://purl.oclc.org/ooxml/officeDocument/relationships")


@file("xlsx-without-addresses.xlsx")
def without_addresses():
    return xlsx(("Sheet1", sheet_xml(RETURN3, addresses=False)))


@file("xlsx-in-utf16.xlsx")
def utf16():
    return xlsx(("Sheet1", '<?xml version="1.0" encoding="UTF-16"?>' + sheet_xml(RETURN3)), encode=lambda text: b"\xff\xfe" + text.encode("utf-16-le"))


@file("xlsx-numbers-as-text.xlsx")
def numbers_as_text():
    """A program of the nineties hands over text only, padded with spaces."""
    rows = [["ตัวชี้วัดที่ ๑๑ : ITA"], ["หน่วยงาน", "กลุ่มงานการเงิน บัญชีและการตรวจสอบ"], HEAD11, ["1", "นามน", "ทต.นามน", "  91.50  ", "A", ""], ["2", "เขาวง", "ทต.กุดสิม", "'88.25", "B", ""],
            ["3", "เขาวง", "อบต.คุ้มเก่า", "84,99", "C", ""]]
    return xlsx(("Sheet1", sheet_xml(rows)))


@file("xlsx-iso-dates.xlsx")
def iso_dates():
    def cell(value, at):
        if value == "15/1/2567":
            return f'<c r="{at}" t="d"><v>2024-01-15T00:00:00</v></c>'
        return f'<c r="{at}" t="str"><v>{html.escape(str(value))}</v></c>'
    return xlsx(("Sheet1", sheet_xml(RETURN3, cell=cell)))


@file("xlsx-two-indicators-on-a-sheet.xlsx")
def two_on_a_sheet():
    rows = [UNIT, TITLE3, HEAD3, MEETING, HELP, ["", "รวมทั้งสิ้น", "๒ กิจกรรม"], TITLE4, HEAD4, ["1", "1/3/2567", "รณรงค์กำจัดลูกน้ำยุงลาย", "ต.นามน", "ป้องกันควบคุมโรค", "อบต.หลักเหลี่ยม", "ลดค่าดัชนี", "ภาพ"],
            ["", "", "รวม", "1"]]
    return xlsx(("รายงาน", sheet_xml(rows)))


@file("xlsx-mention-is-no-title.xlsx")
def mention():
    rows = [TITLE3, UNIT, ["๓. ผลการดำเนินงาน"], ["ตัวชี้วัดที่ ๔ รายงานแยกไว้แล้ว"], ["๔. ทะเบียนข้อมูล"], HEAD3, MEETING]
    return xlsx(("Sheet1", sheet_xml(rows)))


@file("xlsx-invisible-signs.xlsx")
def invisible():
    """Pasted from a web page and from a PDF: zero-width signs, non-breaking spaces, doubled and parted vowels."""
    rows = [["\u200bตัวชี้วัดที่\u00a0๓"], ["หน่วย\u200bงาน", "ท้องถิ่นอําเภอนามน"], [h.replace("กิจกรรม", "กิจก\u200bรรม").replace("ประเภท", "ประเภท\u00a0") for h in HEAD3],
            ["1", "๑๕\u00a0ม.ค.\u200b ๖๗", "ประชุมคณะทํางาน", "ที่ว่าการอําเภอนามน", "ประชุุม", "๖\u00a0แห่ง", "เเจ้งเวียน", "ภาพ"]]
    return xlsx(("Sheet1", sheet_xml(rows)))


@file("xlsx-ranges-of-days.xlsx")
def ranges():
    typed = ["๑–๓ ก.พ. ๖๗", "๓๐ ม.ค. ถึง ๒ ก.พ. ๖๗", "15/1/2567 - 20/1/2567", "5-7/2/67", "๑๕ ม.ค. ๖๗ เวลา ๐๙.๐๐ น.", "๓–๑ ก.พ. ๖๗", "ก.พ. ๖๗", "1, 2 ก.พ. 67"]
    return xlsx(("Sheet1", sheet_xml([TITLE3, UNIT, HEAD3, *[[str(n), when, f"กิจกรรม {n}", *MEETING[3:]] for n, when in enumerate(typed, 1)]])))


@file("xlsx-yes-and-no.xlsx")
def yes_no():
    typed = ["✓", "มี", "ใช่", "ดำเนินการแล้ว", "1", "TRUE", "เรียบร้อย", "ไม่", "ยังไม่ดำเนินการ", "0", "-", "บางส่วน", "?"]
    names = ["ทต.นามน", "ทต.กุดสิม", "อบต.คุ้มเก่า", "อบต.หลักเหลี่ยม", "ทต.ยอดแกง", "อบต.สงเปลือย", "ทต.นามล", "ทม.กุฉินารายณ์", "ทต.บัวขาว", "ทต.ร่องคำ", "ทต.เขาวง", "ทต.ยางตลาด", "ทต.ห้วยเม็ก"]
    rows = [[str(n), "", name, answer, "1/4/2567", "๑,๒๓๔ ราย", ""] for n, (name, answer) in enumerate(zip(names, typed), 1)]
    return xlsx(("Sheet1", sheet_xml([["ตัวชี้วัดที่ ๑๒ : OSS"], ["หน่วยงาน", "ฝ่ายบริหารทั่วไป"], HEAD12, *rows])))


@file("xlsx-uncertain-numbers.xlsx")
def uncertain():
    typed = ["1.5 ล้าน", "๑๒ กว่าราย", "๑๐-๑๒", "สิบสอง", "ร้อยละ ๕๐", "1.234.567", "๑,๒๓๔", "จำนวน ๑๒ ราย", "(5)", "~20"]
    names = ["ทต.นามน", "ทต.กุดสิม", "อบต.คุ้มเก่า", "อบต.หลักเหลี่ยม", "ทต.ยอดแกง", "ทต.บัวขาว", "ทต.ร่องคำ", "ทต.ยางตลาด", "ทต.ห้วยเม็ก", "ทม.กุฉินารายณ์"]
    rows = [[str(n), "", name, "ใช่", "1/4/2567", served, ""] for n, (name, served) in enumerate(zip(names, typed), 1)]
    return xlsx(("Sheet1", sheet_xml([["ตัวชี้วัดที่ ๑๒ : OSS"], ["หน่วยงาน", "ฝ่ายบริหารทั่วไป"], HEAD12, *rows])))


@file("xlsx-links-to-another-workbook.xlsx")
def links_elsewhere():
    """A total that was linked from a file on somebody's disk: the value that was saved counts, the link is not followed."""
    link = f'<Relationship Id="x1" Type="{OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>'
    with zipfile.ZipFile(io.BytesIO(xlsx(("Sheet1", sheet_xml(RETURN3)), extra=[("xl/externalLinks/externalLink1.xml", f'<externalLink xmlns="{MAIN}"/>')]))) as old:
        return packed([(n, old.read(n).replace(b"</Relationships>", link.encode()) if n.endswith("workbook.xml.rels") else old.read(n)) for n in old.namelist()])


@file("xlsx-head-of-the-register-gone.xlsx")
def head_gone():
    """The row of headings was deleted with the examples under it."""
    return xlsx(("Sheet1", sheet_xml([TITLE3, UNIT, ["มีผลการดำเนินงาน", "✓"], MEETING, HELP])))


@file("xlsx-word-in-the-box-to-tick.xlsx")
def word_in_box():
    return xlsx(("Sheet1", sheet_xml([TITLE3, UNIT, ["สถานะ"], ["มีผลการดำเนินงาน", "อ.นามน"], ["ไม่มีเรื่อง/ไม่มีกิจกรรมในช่วงเวลาที่ประเมิน", ""], HEAD3, MEETING])))


@file("xlsx-results-of-thirty-pages.xlsx")
def long_results():
    """The whole report of the year pasted into the box for one page."""
    return xlsx(("Sheet1", sheet_xml([TITLE3, UNIT, ["มีผลการดำเนินงาน", "✓"], ["๓. ผลการดำเนินงาน"], ["ประชุมและลงพื้นที่ช่วยเหลือราษฎร " * 700], ["๔. ทะเบียนข้อมูล"], HEAD3, MEETING])))


@file("xlsx-undated-and-after-the-evaluation.xlsx")
def undated():
    return xlsx(("Sheet1", sheet_xml([TITLE3, UNIT, ["มีผลการดำเนินงาน", "✓"], HEAD3, MEETING, ["2", "", *HELP[2:]], ["3", "16/5/2567", *HELP[2:]]])))


@file("xlsx-of-another-province.xlsx")
def other_province():
    """The form that a friend in the next province had filled in already."""
    return xlsx(("Sheet1", sheet_xml([["จังหวัดขอนแก่น"], *RETURN3])))


@file("xlsx-attribute-twice.xlsx")
def attribute_twice():
    return xlsx(("Sheet1", sheet_xml(RETURN3).replace('<c r="A1"', '<c r="A1" r="A1"')))


@file("xlsx-end-tag-wrong.xlsx")
def end_tag():
    return xlsx(("Sheet1", sheet_xml(RETURN3).replace("</row>", "</rows>", 1)))


@file("csv-with-blank-lines.csv")
def blank_lines():
    return ("\r\n\r\n" + separated([TITLE3, [""], UNIT, ["", "", ""], HEAD3, MEETING, [""], HELP]) + "\r\n\r\n").encode()


@file("csv-of-tabs-pasted.tsv")
def pasted():
    """Copied from a sheet into Notepad."""
    return separated(RETURN3, "\t").encode("utf-8")


@file("csv-of-the-mac.csv")
def mac():
    """Ends of lines of the old Macintosh."""
    return separated(padded(RETURN3), ",", "\r").encode("utf-8-sig")


@file("csv-in-utf16-big.csv")
def utf16_big():
    return b"\xfe\xff" + separated(padded(RETURN3)).encode("utf-16-be")


@file("word-heading-in-table.docx")
def heading_in_table():
    return docx(table([cell(para(*TITLE3), '<w:gridSpan w:val="8"/>')], ["หน่วยงาน", "ท้องถิ่นอำเภอนามน"], HEAD3, MEETING, HELP))


@file("word-nil.docx")
def word_nil():
    return docx(para("ตัวชี้วัดที่ ๑๐ : เรื่องร้องเรียน") + para("หน่วยงาน กลุ่มงานกฎหมาย ระเบียบและเรื่องร้องทุกข์") + para("☐ มีผลการดำเนินงาน ☒ ไม่มีเรื่อง/ไม่มีกิจกรรมในช่วงเวลาที่ประเมิน ☐ อยู่ระหว่างดำเนินการ")
                + table(["เหตุผล (กรณีไม่มีเรื่อง)", "ไม่มีเรื่องร้องเรียน"]))


@file("word-text-box.docx")
def text_box():
    """A stamp in a text box beside the table is no text of the report."""
    box = '<w:r><w:pict><w:txbxContent>' + para("ด่วนที่สุด") + "</w:txbxContent></w:pict></w:r>"
    return docx(para(box) + head() + table(HEAD3, MEETING))


@file("word-other-than-word.docx")
def not_word():
    return docx(head() + table(HEAD3, MEETING)).replace(b"word/document.xml", b"word/documents.xm")


@file("pictures-only.zip")
def pictures():
    return packed([(f"IMG_{n}.jpg", bytes.fromhex("FFD8FFE000104A46494600010100000100010000FFD9")) for n in range(1, 4)])


@file("bundle-with-bad-part.zip")
def bad_part():
    return packed([("ดี.csv", csv_excel()), ("เสีย.xlsx", (HERE / "truncated.xlsx").read_bytes()), ("ว่าง.docx", b"")])


# Archives

@file("bundle.zip")
def bundle():
    """A folder sent as one file from a Mac: the form, its copy in Word, a scan, a picture."""
    return packed([("รายงาน/แบบรายงาน.xlsx", (HERE / "good.xlsx").read_bytes()), ("รายงาน/แบบรายงาน.docx", word_table()), ("รายงาน/ลงนาม.pdf", (HERE / "signed.pdf").read_bytes()),
                   ("รายงาน/ภาพ.jpg", bytes.fromhex("FFD8FFE000104A46494600010100000100010000FFD9")), ("__MACOSX/รายงาน/._ภาพ.jpg", b"x"), ("รายงาน/.DS_Store", b"x")])


@file("bundle-by-units.zip")
def bundle_units():
    return packed([("4602/ตัวชี้วัด 3.csv", named_csv()), ("4606/ตัวชี้วัด 3.csv", named_csv())])


@file("bundle-of-thai-windows.zip")
def bundle_874():
    """Names in Windows-874, as older Thai Windows writes them."""
    name = "ตัวชี้วัด 3.csv"
    package = packed([("X" * len(name.encode("cp874")), csv_excel())])
    return package.replace(b"X" * len(name.encode("cp874")), name.encode("cp874"))


@file("archive-in-archive.zip")
def nested():
    return packed([("ใน.zip", bundle_units()), ("ตัวชี้วัด 3.csv", csv_excel())])


@file("archive-of-nothing.zip")
def nothing():
    return packed([("__MACOSX/._a", b"x")])


@file("archive-with-password.zip")
def locked():
    package = bytearray(packed([("a.csv", csv_excel())]))
    package[6] |= 1
    at = package.find(b"PK\x01\x02")
    package[at + 8] |= 1
    return bytes(package)


@file("archive.rar")
def rar():
    return b"Rar!\x1a\x07\x01\x00" + b"\x33\x92\xb5\xe5" + b"\0" * 60


@file("archive.7z")
def seven():
    return b"7z\xbc\xaf\x27\x1c\x00\x04" + b"\0" * 60


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for name, make in FILES.items():
        target = HERE / name
        if name in wanted or (not wanted and not target.exists()):
            data = make()
            target.write_bytes(data)
            print(name, len(data))
