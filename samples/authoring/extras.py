"""What lies beside the workbooks: a copy in PDF, a photograph, and the page that says what is in the set."""
import os
import re
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

import form


FONTS = Path(__file__).resolve().parents[2] / "src/Kalasin.Evaluation/Documents/Data/Fonts"
FONTCONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir><dir>/usr/share/fonts</dir><cachedir>{folder}/fonts</cachedir>
<alias binding="same"><family>TH SarabunPSK</family><prefer><family>Sarabun</family></prefer></alias></fontconfig>"""


def office(path, target, folder):
    """Converts with LibreOffice; Sarabun stands in for TH SarabunPSK."""
    (folder / "fonts.conf").write_text(FONTCONFIG.format(fonts=FONTS, folder=folder), encoding="utf-8")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target, "--outdir", str(folder), str(path)],
                   check=True, env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return folder / f"{path.stem}.{target.split(':')[0]}"


def resave(path):
    """Opens and saves a workbook with LibreOffice, as somebody without Excel does."""
    with tempfile.TemporaryDirectory() as folder:
        made = office(path, "xlsx", Path(folder))
        path.write_bytes(form.same_bytes(made.read_bytes(), "2024-05-09T08:30:00Z"))


def copy_as_pdf(workbook, target):
    """The return as LibreOffice prints it, with fixed dates and identifier."""
    with tempfile.TemporaryDirectory() as folder:
        data = office(workbook, "pdf", Path(folder)).read_bytes()
    data = re.sub(rb"/CreationDate\(D:[^)]*\)", lambda m: (b"/CreationDate(D:20240514093000" + b"+07'00')").ljust(len(m[0])), data)
    data = re.sub(rb"/ID \[ <[0-9A-F]{32}>\s*<[0-9A-F]{32}> \]", lambda m: re.sub(rb"[0-9A-F]{32}", b"46" * 16, m[0]), data)
    data = re.sub(rb"/DocChecksum /[0-9A-F]{32}", b"/DocChecksum /" + b"46" * 16, data)
    target.write_bytes(data)


def photo(target):
    """A drawn stand-in for a photograph of a meeting hall: no person is shown."""
    picture = Image.new("RGB", (800, 600), (226, 220, 204))
    draw = ImageDraw.Draw(picture)
    for y in range(380, 600):
        shade = 150 + (y - 380) // 4
        draw.line([(0, y), (800, y)], fill=(shade - 20, shade - 45, shade - 75))
    draw.rectangle([140, 70, 660, 230], fill=(24, 64, 122))
    draw.rectangle([150, 80, 650, 220], outline=(240, 200, 70), width=4)
    for i in range(3):
        draw.rectangle([190, 110 + 34 * i, 610 - 60 * i, 122 + 34 * i], fill=(245, 245, 240))
    for row in range(3):
        for seat in range(9 - row):
            x, y = 60 + seat * (80 + 8 * row), 400 + 62 * row
            draw.rounded_rectangle([x, y, x + 52 + 6 * row, y + 46], 8, fill=(150, 40 + 10 * row, 50))
    for x in (40, 720):
        draw.rectangle([x, 160, x + 40, 380], fill=(120, 92, 60))
        draw.ellipse([x - 30, 110, x + 70, 210], fill=(58, 120, 66))
    picture.save(target, "JPEG", quality=80)


def readme(target, deliveries, notes, indicators, total, decisions):
    lines = [
        "# Sample round 46-dla-2567 · ข้อมูลตัวอย่าง", "",
        "ข้อมูลตัวอย่าง ไม่ใช่ข้อมูลจริงของหน่วยงานใด: สมุดงานที่ ๒๒ จาก ๒๔ หน่วยงานส่งมา (ท้องถิ่นอำเภอท่าคันโทและสามชัยยังไม่ส่ง) "
        "ชื่อ อปท. ทั้ง ๑๕๑ แห่งเป็นชื่อจริง ตัวเลข วันที่ กิจกรรม และเรื่องต่าง ๆ แต่งขึ้นทั้งหมด ไม่มีชื่อบุคคลจริง", "",
        "Invented data: workbooks as 22 of the 24 units would send them (the district offices of ท่าคันโท, 4611, and สามชัย, 4615, send nothing). The names of the "
        "151 local authorities are real; figures, dates, activities and cases are made up, and no real person is named. The files are frozen: "
        "`samples/authoring` made them, no code of `src` did. `sample.json` lists the deliveries in order of arrival, `expected.json` what the round should come to, "
        "computed by the authoring script alone. This page is written by the same script.", "",
        "## Deliveries · การส่ง", "", "| # | unit | channel | received (Bangkok) | files |", "| --- | --- | --- | --- | --- |"]
    for n, d in enumerate(deliveries, 1):
        lines.append(f"| {n} | {d['unit']} | {d['channel']} | {d['receivedAt'][:16].replace('T', ' ')} | {', '.join(f'`{f}`' for f in d['files'])} |")
    lines += ["", "## Imperfections · ความไม่เรียบร้อยที่ตั้งใจใส่ไว้", "", "| unit | sheet | cell (row) | ไทย | English |", "| --- | --- | --- | --- | --- |"]
    for f in notes:
        where = f"{f['cell'] or ''} ({f['row']})" if f["row"] else ""
        lines.append(f"| {f['unit']} | {f['sheet'] or ''} | {where} | {f['th']} | {f['en']} |")
    lines += [
        "| 4603 | | | ส่งสำเนา PDF และภาพกิจกรรม .jpg มาด้วย | also sends a PDF copy of its return and a JPEG |",
        "| 4604, 4607 | | | ใช้เลขไทยทั้งฉบับ | Thai digits throughout |",
        "", "Dates are typed in every way: real Excel dates (4603, 4605, 4612, DEV, FIN), `15 ม.ค. 2567` (4601, 4610, PUB), `15 มกราคม 2567` (4608, 4613, PER), `15/1/2567` (4602, 4616), "
        "`15/01/67` (4609), `15 ม.ค. 67` (4606, ADM), `๑๕ ม.ค. ๖๗` (4607, 4614), `๑๕ มกราคม ๒๕๖๗` (4604, 4617), Excel dates with a B.E. year (4618).",
        "", "## Expected · ผลที่ควรได้", "",
        "Framework dla-2567 revision 1, evaluated on 15 May 2567, thresholds 60/70/80/90/100 and equal weights (assumed), before anything is decided. "
        "What is counted and why is in `expected.json`.", "", "| indicator | value | score |", "| --- | --- | --- |"]
    for number, i in indicators.items():
        value = f"{i['numerator']} ÷ {i['denominator']} = {i['value']} %" if i["measure"] == "percentage" else f"level {i['value']}" if i["measure"] == "level" else str(i["value"])
        lines.append(f"| {number} | {value} | {i['score'] or 'unscored'} |")
    lines += ["", f"Total over the {total['scoredIndicators']} scored indicators: {total['onFive']} of 5 ({total['onHundred']} of 100), provisional.", "",
        "## Season · ลำดับเหตุการณ์", "",
        "The program plays it at these times, by its own doors: 24 April the round is opened, addresses and signatories are entered (`.example` addresses, names of nobody), 24 mails with forms and links are "
        "prepared and released; 2, 9 and 14 May units are reminded of what is missing, and one reminder to 4611 comes back (`bounce.eml`); 16 May the internal deadline is closed, units that are late are told, "
        "the report is compiled; 20 May the leads hear of what is overdue, the report is compiled again and put forward to the head, and waits.", "",
        "## Decisions · คำวินิจฉัย", "", "Indicator 5 then counts one activity fewer (`decided` in `expected.json`). A link for 4611, which sent nothing, is "
        "shown as a QR code.", "", "| at | by | decision | about | said |", "| --- | --- | --- | --- | --- |"]
    for d in decisions:
        told = d["decision"]
        about = told.get("unit") or " = ".join(r["unit"] for r in (told.get("first"), told.get("second")) if r) or ""
        lines.append(f"| {d['at'][:16].replace('T', ' ')} | {d['by']} | `{told['kind']}` | {about}{'/' + told['indicator'] if 'indicator' in told else ''} | {told.get('reason') or told.get('text')} |")
    lines.append("")
    target.write_text("\n".join(lines), encoding="utf-8")
