"""Writes the files of the corpus that people send without meaning to send a file of ours: mails as programs save them, old office files, scans and pictures, what other programs export.

    /usr/bin/python3 tests/Corpus/authoring/sent.py [NAME…]

Needs Python, soffice and qpdf. Files that stand already are frozen and stay as they are; give names as arguments to write some anew.
"""
import base64
import pathlib
import quopri
import re
import struct
import subprocess
import sys
import tempfile
import zlib

import formats
from formats import (HEAD3, HELP, HERE, MEETING, RETURN3, TITLE3, TITLE4, UNIT, docx, office, packed, padded, para, run, separated, sheet_xml, table, xlsx)

FILES = {}
GOOD = (HERE / "good.xlsx").read_bytes()
CSV3 = separated(padded(RETURN3)).encode("utf-8-sig")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def file(name):
    def add(function):
        FILES[name] = function
        return function
    return add


# Mails

def lines(*parts):
    return b"\r\n".join(p if isinstance(p, bytes) else p.encode() for p in parts) + b"\r\n"


def b64(data):
    return re.sub(rb"(.{76})", rb"\1\r\n", base64.b64encode(data))


def word(text, charset="utf-8"):
    return f"=?{charset}?B?{base64.b64encode(text.encode(charset if charset != 'windows-874' else 'cp874')).decode()}?="


def head(subject="แบบรายงานตัวชี้วัดที่ ๓", sender="namon@example.go.th", more=()):
    return lines(f"From: {word('ท้องถิ่นอำเภอนามน')} <{sender}>", "To: lgaward@example.go.th", f"Subject: {word(subject)}", "Date: Fri, 10 May 2024 09:12:44 +0700",
                 "Message-ID: <20240510.1@example.go.th>", "MIME-Version: 1.0", *more)


def part(name, data, type_="application/octet-stream", disposition="attachment", name_parameter=None):
    shown = name_parameter or f'filename="{word(name)}"'
    return lines(f"Content-Type: {type_}", "Content-Transfer-Encoding: base64", f"Content-Disposition: {disposition}; {shown}", "") + b64(data) + b"\r\n"


def text_part(text="เรียน ผู้รวบรวม ส่งแบบรายงานตามไฟล์แนบ"):
    return lines("Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", text)


def multipart(*parts, kind="mixed", boundary="==b1", closed=True):
    body = b"".join(b"--" + boundary.encode() + b"\r\n" + p for p in parts) + (b"--" + boundary.encode() + b"--\r\n" if closed else b"")
    return lines(f'Content-Type: multipart/{kind}; boundary="{boundary}"', "") + body


@file("mail-with-form.eml")
def mail():
    """Thunderbird: the Thai name in pieces, as RFC 2231 has it."""
    name = "filename*0*=UTF-8''%E0%B9%81%E0%B8%9A%E0%B8%9A%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2;\r\n filename*1*=%E0%B8%99.xlsx"
    return head() + multipart(text_part(), part("", GOOD, XLSX, name_parameter=name))


@file("mail-of-gmail.eml")
def gmail():
    """Text twice, encoded words in a parameter, the table in Word."""
    return head(more=["X-Gm-Message-State: AOJu0Yw"]) + multipart(
        multipart(text_part(), lines("Content-Type: text/html; charset=UTF-8", "", "<div dir=\"ltr\">ส่งตามไฟล์แนบ</div>"), kind="alternative", boundary="==b2"),
        part("แบบรายงาน.docx", formats.word_table(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))


@file("mail-in-windows-874.eml")
def mail_874():
    """Names as they stand, in bytes of an old Thai Windows."""
    return (lines("From: namon@example.go.th", "To: lgaward@example.go.th", "Subject: แบบรายงาน".encode("cp874"), "MIME-Version: 1.0")
            + multipart(lines("Content-Type: text/plain; charset=windows-874", "", "ส่งรายงานครับ".encode("cp874")),
                        lines("Content-Type: application/vnd.ms-excel", "Content-Transfer-Encoding: base64", b'Content-Disposition: attachment; filename="' + "ตัวชี้วัด 3.csv".encode("cp874") + b'"', "")
                        + b64(separated([HEAD3, MEETING, HELP]).encode("cp874")) + b"\r\n"))


@file("mail-of-sender-only.eml")
def mail_sender():
    """Nothing says whose it is but the address it comes from, which no plan knows."""
    return head() + multipart(text_part(), part("ตัวชี้วัด 3.csv", separated([HEAD3, MEETING]).encode("utf-8-sig"), "text/csv"))


@file("mail-forwarded.eml")
def forwarded():
    inner = head() + multipart(text_part(), part("แบบรายงาน.csv", CSV3, "text/csv"), boundary="==in")
    return head("ส่งต่อ: แบบรายงาน", "namon.office@example.go.th") + multipart(text_part("ส่งต่อค่ะ"), lines("Content-Type: message/rfc822", "") + inner)


@file("mail-of-iphone.eml")
def iphone():
    """Apple Mail: files in the middle of the text, a picture of the phone beside them."""
    return head(more=["X-Mailer: iPhone Mail (21E236)"]) + multipart(
        text_part(), part("IMG_0412.HEIC", (HERE / "phone.heic").read_bytes(), "image/heic", "inline"), part("แบบรายงาน.xlsx", GOOD, XLSX, "inline"), text_part("ส่งจาก iPhone ของฉัน"))


@file("mail-with-signature-logo.eml")
def logo():
    """The office's emblem in the signature is no file of the return."""
    page = lines("Content-Type: text/html; charset=utf-8", "", '<p>ส่งรายงาน</p><img src="cid:logo">')
    picture = lines("Content-Type: image/png; name=\"logo.png\"", "Content-Transfer-Encoding: base64", "Content-ID: <logo>", "Content-Disposition: inline; filename=\"logo.png\"", "") + b64(png(2, 2)) + b"\r\n"
    return head() + multipart(multipart(page, picture, kind="related", boundary="==rel"), part("แบบรายงาน.xlsx", GOOD, XLSX))


@file("mail-without-files.eml")
def bare():
    return head() + lines("Content-Type: text/plain; charset=utf-8", "", "เรียนท่านผู้รวบรวม หน่วยงานไม่มีเรื่องร้องเรียนในช่วงเวลาที่ประเมิน")


@file("mail-with-a-link.eml")
def link():
    """What a cloud drive makes of a large attachment; no link is followed."""
    return head() + lines("Content-Type: text/html; charset=utf-8", "", '<p>ไฟล์แบบรายงาน: <a href="https://drive.example.com/file/d/1AbC">แบบรายงาน.xlsx</a></p>')


@file("mail-nested-too-deep.eml")
def deep():
    message = head() + multipart(text_part(), part("แบบรายงาน.csv", CSV3))
    for n in range(7):
        message = head(f"ส่งต่อ {n}") + lines("Content-Type: message/rfc822", "") + message
    return message


@file("mail-encrypted.eml")
def sealed():
    return head() + lines('Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"', "Content-Transfer-Encoding: base64", 'Content-Disposition: attachment; filename="smime.p7m"', "",
                          b64(bytes.fromhex("30800609") + b"\0" * 40))


@file("mail-with-too-many-files.eml")
def many():
    return head() + multipart(text_part(), *(part(f"ภาพ {n}.csv", b"a,b\r\n1,2\r\n", "text/csv") for n in range(103)))


@file("mail-with-zip.eml")
def mail_zip():
    return head() + multipart(text_part(), part("รายงาน.zip", packed([("ตัวชี้วัด 3.csv", CSV3), ("ภาพ.png", png(2, 2))]), "application/zip"))


@file("mails-of-a-folder.zip")
def mails():
    """A folder of mails that was dragged out of a mail program, and sent as one."""
    return packed([("4602/รายงาน.eml", mail()), ("4602/ไม่มีไฟล์.eml", bare())])


@file("mail-in-mail-file.eml")
def mail_file():
    """A mail that was saved and attached to a mail as a file: one of them is opened."""
    return head() + multipart(text_part(), part("รายงาน.eml", mail()))


@file("mail-uuencoded.eml")
def uuencoded():
    """A program of the nineties: one file, packed as Unix did."""
    body = b"begin 644 report.csv\r\n"
    for at in range(0, len(CSV3), 45):
        chunk = CSV3[at:at + 45]
        line = bytes([32 + len(chunk)])
        for i in range(0, len(chunk), 3):
            n = int.from_bytes(chunk[i:i + 3].ljust(3, b"\0"), "big")
            line += bytes(((n >> s) & 63) + 32 or 96 for s in (18, 12, 6, 0))
        body += line.replace(b" ", b"`") + b"\r\n"
    return head() + lines('Content-Type: application/octet-stream; name="report.csv"', "Content-Transfer-Encoding: x-uuencode", 'Content-Disposition: attachment; filename="report.csv"', "", body + b"`\r\nend")


@file("mail-of-quoted-text.eml")
def quoted():
    data = quopri.encodestring(CSV3.replace(b"\r\n", b"\n")).replace(b"\n", b"\r\n")
    return head() + multipart(text_part(), lines('Content-Type: text/csv; charset=utf-8; name="report.csv"', "Content-Transfer-Encoding: quoted-printable", 'Content-Disposition: attachment; filename="report.csv"', "", data))


@file("mail-cut-off.eml")
def cut_off():
    """Saved while the disk was full: no boundary closes, the file in it ends in the middle."""
    return (head() + multipart(text_part(), part("แบบรายงาน.xlsx", GOOD, XLSX), closed=False))[:9_000]


@file("mail-of-mbox.eml")
def mbox():
    """A line of a mailbox before the first header."""
    return b"From namon@example.go.th Fri May 10 09:12:44 2024\r\n" + head() + multipart(text_part(), part("แบบรายงาน.csv", CSV3, "text/csv"))


@file("mail-of-outlook.eml")
def winmail():
    """Outlook's own packet instead of the files."""
    def attribute(level, tag, data):
        return struct.pack("<BII", level, tag, len(data)) + data + struct.pack("<H", sum(data) & 0xFFFF)
    packet = struct.pack("<IH", 0x223E9F78, 1) + attribute(1, 0x00089006, struct.pack("<I", 0x00010000)) + attribute(1, 0x00069007, struct.pack("<II", 874, 0))
    packet += attribute(2, 0x00069002, struct.pack("<HIHHI", 1, 0xFFFFFFFF, 0, 0, 0)) + attribute(2, 0x00018010, b"report.csv\0") + attribute(2, 0x0006800F, CSV3)
    return head() + multipart(text_part(), part("winmail.dat", packet, "application/ms-tnef"))


@file("mail-of-a-bounce.eml")
def bounce():
    """What a mail server says is no return."""
    return head("Undelivered Mail Returned to Sender", "MAILER-DAEMON@example.go.th") + multipart(
        text_part("ส่งไม่ถึง"), lines("Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.example.go.th", "", "Final-Recipient: rfc822; a@example.go.th", "Action: failed", "Status: 5.1.1"),
        kind="report; report-type=delivery-status")


# Old office files

def compound(*streams):
    """An OLE compound file of sectors of 512 bytes; each stream as large as a sector's chain needs, so that none is in the small ones."""
    count = [max(8, -(-len(data) // 512)) for _, data in streams]
    table_, start = [0xFFFFFFFE, 0xFFFFFFFD], []
    for n in count:
        start.append(len(table_))
        table_ += [len(table_) + i + 1 for i in range(n - 1)] + [0xFFFFFFFE]
    entries = [entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)] + [
        entry(name, 2, start[i], count[i] * 512, right=i + 2 if i + 1 < len(streams) else 0xFFFFFFFF) for i, (name, _) in enumerate(streams)]
    directory = b"".join(entries).ljust(512, b"\0")
    assert len(directory) == 512 and len(table_) <= 128
    header = bytes.fromhex("D0CF11E0A1B11AE1").ljust(24, b"\0") + struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 0, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 1)
    header = header.ljust(512, b"\xff")
    sectors = [directory, b"".join(struct.pack("<I", t) for t in table_).ljust(512, b"\xff")]
    return header + b"".join(sectors) + b"".join(data.ljust(n * 512, b"\0") for (_, data), n in zip(streams, count))


def entry(name, kind, sector, size, right=0xFFFFFFFF, child=0xFFFFFFFF):
    written = (name + "\0").encode("utf-16-le")
    return written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written), kind, 1, 0xFFFFFFFF, right, child) + b"\0" * 36 + struct.pack("<IQ", sector, size)


BOF = struct.pack("<HH", 0x0809, 16) + struct.pack("<HHHHII", 0x0600, 5, 0x0DBB, 0x07CC, 0, 6)


@file("outlook-message.msg")
def msg():
    return compound(("__properties_version1.0", b"\0" * 32), ("__substg1.0_0037001F", "แบบรายงาน".encode("utf-16-le")), ("__substg1.0_1000001F", "ส่งตามไฟล์แนบ".encode("utf-16-le")))


@file("old-excel-with-password.xls")
def xls_password():
    return compound(("Workbook", BOF + struct.pack("<HH", 0x2F, 6) + b"\0" * 6), ("x", b""))


@file("old-excel-with-macros.xls")
def xls_macros():
    return compound(("Workbook", BOF), ("_VBA_PROJECT", b"\xcc\x61"), ("dir", b"\1"))


@file("old-word-with-password.doc")
def doc_password():
    return compound(("WordDocument", struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x041E, 0, 0x0100)), ("1Table", b""))


@file("old-slides.ppt")
def ppt():
    return compound(("PowerPoint Document", b"\x0f\0"), ("Current User", b"\0"))


@file("old-excel-with-a-return.xls")
def xls_return():
    """A whole return, saved as Excel 97–2003."""
    return office("a.xlsx", xlsx(("ตัวชี้วัด 3", sheet_xml(RETURN3))), "xls", "MS Excel 97")


@file("old-word-with-a-return.doc")
def doc_return():
    return office("a.docx", formats.word_table(), "doc", "MS Word 97")


@file("table-of-wps.et")
def wps_et():
    """WPS's own ending on what is Excel 97 inside."""
    return office("a.xlsx", google_xlsx(), "xls", "MS Excel 97")


@file("letter-as-rtf.doc")
def rtf():
    return b"{\\rtf1\\ansi\\ansicpg874{\\fonttbl{\\f0 TH SarabunPSK;}}" + b"\\f0 " + "".join(f"\\u{ord(c)}?" for c in "ตัวชี้วัดที่ ๓ : ศูนย์ปฏิบัติการร่วม").encode() + b"\\par}"


@file("xml-of-excel-2003.xls")
def xml2003():
    """What a government system exports: XML under the name of Excel."""
    rows = "".join("<Row>" + "".join(f'<Cell><Data ss:Type="String">{c}</Data></Cell>' for c in r) + "</Row>" for r in RETURN3)
    return ('<?xml version="1.0" encoding="UTF-8"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
            f'<Worksheet ss:Name="ตัวชี้วัด 3"><Table>{rows}</Table></Worksheet></Workbook>').encode()


@file("single-web-page-of-excel.mht")
def mht():
    return lines("MIME-Version: 1.0", "X-Document-Type: Workbook", 'Content-Type: multipart/related; boundary="----=_NextPart_01"', "", "------=_NextPart_01", "Content-Location: file:///C:/a.htm",
                 "Content-Transfer-Encoding: quoted-printable", 'Content-Type: text/html; charset="windows-874"', "", "<html><table><tr><td>=B5=D1=C7</td></tr></table></html>", "------=_NextPart_01--")


@file("binary-workbook.xlsb")
def xlsb():
    return packed([("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'),
                   ("xl/workbook.bin", b"\x83\x01\0")])


# Scans and pictures

def png(width, height, grey=255):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress((b"\0" + bytes([grey]) * width) * height, 9)) + chunk(b"IEND", b"")


def pdf(*objects, root=1):
    out, at = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for n, body in enumerate(objects, 1):
        at.append(len(out))
        out += f"{n} 0 obj\n".encode() + (body if isinstance(body, bytes) else body.encode()) + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{o:010} 00000 n \n".encode() for o in at)
    return out + f"trailer\n<< /Size {len(objects) + 1} /Root {root} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def stream(dictionary, data):
    return f"<< {dictionary} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def scan_pdf(pages=2):
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Count {pages} /Kids [{' '.join(f'{3 + 3 * n} 0 R' for n in range(pages))}] >>"]
    for n in range(pages):
        objects += [f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {4 + 3 * n} 0 R /Resources << /XObject << /I {5 + 3 * n} 0 R >> >> >>",
                    stream("", b"q 595 0 0 842 0 0 cm /I Do Q"),
                    stream("/Type /XObject /Subtype /Image /Width 124 /Height 175 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode", zlib.compress(b"\xee" * 124 * 175))]
    return pdf(*objects)


@file("scan-of-a-copier.pdf")
def scan():
    return scan_pdf()


@file("scan-with-password.pdf")
def scan_password():
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder, "a.pdf"), pathlib.Path(folder, "b.pdf")
        source.write_bytes(scan_pdf(1))
        subprocess.run(["qpdf", "--encrypt", "kalasin", "owner", "256", "--", str(source), str(target)], check=True, capture_output=True)
        return target.read_bytes()


@file("pdf-behind-rubbish.pdf")
def late_pdf():
    """A line of a web server before the file."""
    return b"Content-Type: application/pdf\r\n\r\n" + scan_pdf(1)


@file("text.pdf")
def text_pdf():
    return pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
               stream("", b"BT /F 16 Tf 72 720 Td (Indicator 3: 2 activities, 12 households) Tj ET"))


@file("photo-of-line.jpg")
def jpeg():
    """A picture that an app has stripped of everything but itself."""
    return bytes.fromhex("FFD8FFE000104A46494600010100000100010000FFFE000C4C494E4520313233FFD9")


@file("picture-named-pdf.pdf")
def misnamed():
    return png(3, 3)


@file("photo.webp")
def webp():
    return b"RIFF" + struct.pack("<I", 24) + b"WEBPVP8 " + struct.pack("<I", 12) + b"\x30\1\0\x9d\1\x2a\1\0\1\0\0\0"


@file("fax.tif")
def tiff():
    return b"II*\0\x08\0\0\0\0\0\0\0\0\0"


# What other programs export

@file("xlsx-of-google.xlsx")
def google_xlsx():
    """Sheets of Google: no properties, ticks as booleans, an empty drawing to each sheet."""
    rows = [TITLE3, UNIT, ["มีผลการดำเนินงาน", "ใช่"], [""], HEAD3, MEETING, HELP]
    return xlsx(("ชีต1", sheet_xml(rows).replace("</worksheet>", '<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></worksheet>')),
                extra=[("xl/worksheets/_rels/sheet1.xml.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>'),
                       ("xl/drawings/drawing1.xml", '<?xml version="1.0"?><xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>')])


@file("xlsx-of-wps.xlsx")
def wps_xlsx():
    """WPS: pictures that stand in cells by a function of its own, and sheets of its own."""
    rows = [TITLE3, UNIT, HEAD3, [*MEETING[:7], '=_xlfn.DISPIMG("ID_5C1F0A",1)'], HELP]
    return xlsx(("ตัวชี้วัด 3", sheet_xml(rows)), ("WpsReserved_CellImgList", sheet_xml([["ID_5C1F0A"]])),
                extra=[("xl/cellimages.xml", '<?xml version="1.0"?><etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>')])


@file("word-of-google.docx")
def google_docx():
    return docx(para(run(TITLE3[0])) + para(run("หน่วยงาน: ท้องถิ่นอำเภอนามน")) + table(HEAD3, MEETING, HELP) + para())


@file("word-of-wps.docx")
def wps_docx():
    """Titles in a table of one cell, blanks made of full-width spaces."""
    return docx(table(["ตัวชี้วัดที่\u3000๓\u3000ศูนย์ปฏิบัติการร่วมในการช่วยเหลือประชาชน"]) + para(run("หน่วยงาน\u3000ท้องถิ่นอำเภอนามน")) + table(HEAD3, MEETING))


@file("csv-of-a-google-form.csv")
def google_form():
    """Answers of an online form: a column of times in front."""
    return separated([["ประทับเวลา", *HEAD3[1:]], ["10/5/2567, 9:12:44", *MEETING[1:]]], end="\n").encode()


@file("csv-of-libreoffice.csv")
def libre_csv():
    return "\r\n".join(",".join(f'"{c}"' for c in r) for r in padded(RETURN3)).encode() + b"\r\n"


@file("table-of-apple.numbers")
def numbers():
    return packed([("Index/Document.iwa", b"\0\x10\0\0"), ("preview.jpg", jpeg()), ("Metadata/Properties.plist", b"bplist00")])


@file("packed.csv.gz")
def gz():
    return bytes.fromhex("1f8b0800000000000003") + zlib.compress(CSV3, 9)[2:-4] + struct.pack("<II", zlib.crc32(CSV3), len(CSV3))


@file("shortcut.xlsx")
def shortcut():
    """The link to the file instead of the file."""
    return bytes.fromhex("4C0000000114020000000000C000000000000046") + b"\0" * 60


@file("download-that-was-a-page.xlsx")
def sign_in():
    """What a cloud drive gave instead of the file: its page for signing in."""
    return "<!DOCTYPE html><html><head><title>ลงชื่อเข้าใช้</title></head><body>โปรดลงชื่อเข้าใช้</body></html>".encode()


if __name__ == "__main__":
    wanted = sys.argv[1:]
    for name, make in FILES.items():
        target = HERE / name
        if name in wanted or (not wanted and not target.exists()):
            data = make()
            target.write_bytes(data)
            print(name, len(data))
