"""The form of the Department as it might send it: a Word file with content controls of every kind, marked up as in docs/tasks/fill-the-department-form.md.

Writes samples/department-form.docx and samples/department-form-libreoffice.docx: the same with titles in the place of tags, opened and saved by
LibreOffice (7.4 keeps the titles of text controls and forgets all tags).
"""
import pathlib
import subprocess
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent.parent
NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w14 w15"'
)
FONT = '<w:rFonts w:ascii="TH SarabunPSK" w:hAnsi="TH SarabunPSK" w:cs="TH SarabunPSK"/>'

# One grey pixel: where a picture is to come.
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010800000000" "3a7e9b55" "0000000a49444154789c6368000000820081" "77cd72b6" "0000000049454e44ae426082")


def run(text, bold=False):
    return f'<w:r><w:rPr>{FONT}{"<w:b/><w:bCs/>" if bold else ""}<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def hint(text):
    return f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{text}</w:t></w:r>'


def control(tag, kind, content, alias=None, placeholder=True):
    if titles and tag:
        tag, alias = "", tag
    face = f'<w:rPr>{FONT}<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>'
    name = f'<w:alias w:val="{alias}"/>' if alias else ""
    mark = f'<w:tag w:val="{tag}"/>' if tag else ""
    return (
        f'<w:sdt><w:sdtPr>{face}{name}{mark}<w:id w:val="{next(ids)}"/>{"<w:showingPlcHdr/>" if placeholder else ""}{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def text(tag, shown="คลิกเพื่อกรอก", multi=False, alias=None):
    return control(tag, f'<w:text{" w:multiLine=" + chr(34) + "1" + chr(34) if multi else ""}/>', hint(shown), alias)


def date(tag):
    return control(tag, '<w:date><w:dateFormat w:val="d MMMM bbbb"/><w:lid w:val="th-TH"/><w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="thai"/></w:date>', hint("เลือกวันที่"))


def tick(tag):
    box = '<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    return control(tag, box, '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr><w:t>☐</w:t></w:r>', placeholder=False)


def choice(tag, items, free=False):
    listed = "".join(f'<w:listItem w:displayText="{i}" w:value="{i}"/>' for i in items)
    kind = "comboBox" if free else "dropDownList"
    return control(tag, f"<w:{kind}>{listed}</w:{kind}>", hint("เลือกรายการ"))


def picture(tag):
    drawing = (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="720000" cy="1080000"/><wp:docPr id="7" name="Picture 7" descr="ที่ใส่ภาพ"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="7" name="Picture 7"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId5"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="1080000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    return control(tag, "<w:picture/>", drawing, placeholder=False)


def p(*parts, style=""):
    return f"<w:p>{style and f'<w:pPr>{style}</w:pPr>'}{''.join(parts)}</w:p>"


def cell(width, *paragraphs):
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(widths, cells):
    return "<w:tr>" + "".join(cell(w, c if c.startswith("<w:p>") else p(c)) for w, c in zip(widths, cells)) + "</w:tr>"


def table(widths, *rows):
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'


def section(tag, item):
    inner = control("", "<w15:repeatingSectionItem/>", item, placeholder=False)
    return control(tag, "<w15:repeatingSection/>", inner, placeholder=False)


def rich(tag, shown="คลิกเพื่อกรอก"):
    return control(tag, "", p(hint(shown)))


CENTRE = '<w:jc w:val="center"/>'
W5, W4 = (900, 1700, 3000, 2000, 2000), (900, 4700, 2000, 2000)


def body():
    return "".join((
        p(picture("emblem"), style=CENTRE),
        p(run("แบบรายงานผลการดำเนินงานตามกรอบการประเมิน", bold=True), style=CENTRE),
        p(text("award.name"), style=CENTRE),
        p(run("หน่วยงาน "), text("unit.name"), run(" จังหวัด "), text("", alias="จังหวัด.ชื่อ")),
        p(run("ข้อมูล ณ วันที่ "), date("as-of"), run(" ช่วงเวลาที่ประเมิน "), text("ตัวชี้วัด.๓.ช่วงเวลา")),
        p(run("ตัวชี้วัดที่ ๓ ", bold=True), text("indicator.3.text")),
        p(tick("indicator.3.reported"), run(" มีผลการดำเนินงาน  "), tick("ตัวชี้วัด.๓.ไม่มีเรื่อง"), run(" ไม่มีเรื่อง/ไม่มีกิจกรรม")),
        p(run("ผลการดำเนินงาน "), text("ตัวชี้วัด.๓.ผล"), run(" "), choice("indicator.3.measure", ("กิจกรรม", "ร้อยละ", "ระดับ")), run(" คะแนน "), text("indicator.3.score")),
        p(run("คำอธิบายผล", bold=True)),
        rich("indicator.3.narrative"),
        p(run("ปัญหา อุปสรรค ", bold=True), text("indicator.3.problems", multi=True)),
        p(run("ทะเบียนกิจกรรม", bold=True)),
        table(
            W5, row(W5, tuple(run(h, bold=True) for h in ("ที่", "วันที่", "กิจกรรม", "สถานที่", "หน่วยงาน"))),
            section("indicator.3.rows", row(W5, (text("ที่"), date("date"), text("indicator.3.rows.title"), text("indicator.3.rows.place"), text("ตัวชี้วัด.๓.ทะเบียน.หน่วยงาน")))),
        ),
        p(run("บัญชีหลักฐาน", bold=True)),
        table(
            W4, row(W4, tuple(run(h, bold=True) for h in ("ที่", "รายการ", "รหัส", "ชนิด"))),
            row(W4, (text("ตัวชี้วัด.๓.หลักฐาน.ที่"), text("ตัวชี้วัด.๓.หลักฐาน.รายการ"), text("ตัวชี้วัด.๓.หลักฐาน.รหัส"), choice("indicator.3.evidence.kind", ("แฟ้ม", "ลิงก์", "เอกสาร"), free=True))),
        ),
        p(run("ช่องที่ระบบไม่รู้จัก "), text("indicator.99.value", shown="กรอกเอง")),
        p(run("ลงชื่อ ............................................ "), text("signer.position")),
    ))


SECTION = '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
STYLES = (
    f'<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>{FONT}<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:rPr><w:color w:val="808080"/></w:rPr></w:style></w:styles>'
)
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def parts():
    return (
        ("[Content_Types].xml", HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
         + "".join(f'<Override PartName="/word/{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{t}+xml"/>' for n, t in (("document", "document.main"), ("styles", "styles"), ("header1", "header"))) + "</Types>"),
        ("_rels/.rels", HEAD + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/document.xml", HEAD + f"<w:document {NS}><w:body>{body()}{SECTION}</w:body></w:document>"),
        ("word/_rels/document.xml.rels", HEAD + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
         + "".join(f'<Relationship Id="{i}" Type="{REL}/{t}" Target="{n}"/>' for i, t, n in (("rId1", "styles", "styles.xml"), ("rId5", "image", "media/image1.png"), ("rId6", "header", "header1.xml"))) + "</Relationships>"),
        ("word/styles.xml", HEAD + STYLES),
        ("word/header1.xml", HEAD + f"<w:hdr {NS}>" + p(run("แบบ สถ.๐๑ · "), text("office.name"), style='<w:jc w:val="right"/>') + "</w:hdr>"),
        ("word/media/image1.png", PIXEL),
    )


def write(target):
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts():
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)


titles, ids = False, iter(range(-1_900_000_000, 0, 17_389))
write(HERE / "department-form.docx")
titles = True
with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder) / "department-form.docx"
    write(source)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", f"{folder}/saved", str(source)],
        check=True, capture_output=True)
    (HERE / "department-form-libreoffice.docx").write_bytes((pathlib.Path(folder) / "saved" / "department-form.docx").read_bytes())
