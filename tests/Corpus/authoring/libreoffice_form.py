"""Fills our form in Word in and has LibreOffice save it anew: the file that word-form-of-libreoffice.docx is.

usage: form --unit 4602 --format docx, then libreoffice_form.py form-46-dla-2567-4602.docx filled.docx,
       then soffice --headless --convert-to docx --outdir saved filled.docx
"""
import re
import sys
import zipfile

TICK = "☒"
TYPED = {
    "status.reported": TICK,
    "asOf": "15 พฤษภาคม 2567",
    "narrative.Results": "ประชุมศูนย์ฯ ครั้งที่ 1/2567 และ 2/2567 (ผ่าน Zoom) ราษฎร 12 ครัวเรือนได้รับความช่วยเหลือ",
    "narrative.SuccessFactors": "ความร่วมมือของทุกหน่วยงาน",
    "narrative.Obstacles": "งบประมาณ 0 บาท",
    "rows.1.date": "10 มกราคม 2567",
    "rows.1.title": "ประชุมครั้งที่ 1/2567",
    "rows.1.place": "ห้องประชุม Hall A ชั้น 2",
    "rows.1.outcome": "มีมติ 3 ข้อ",
    "rows.1.evidence": "รายงานการประชุม",
    "rows.2.date": "15/2/2567",
    "rows.2.title": "0/2567 ลงพื้นที่ บ้าน ม.4",
    "rows.2.place": "ศาลาประชาคม หมู่ที่ 4",
    "rows.2.outcome": "กก 11 กก 11 กก",
    "rows.2.evidence": "IMG_0001.jpg",
    "evidence.1.title": "ภาพกิจกรรม (2 ภาพ)",
    "evidence.1.location": "IMG_0001.jpg",
}


def filled(match):
    control = match.group(0)
    tag = re.search(r'<w:tag w:val="kalasin\.3\.([^"]+)"', control)
    if not tag or tag.group(1) not in TYPED:
        return control
    text = TYPED[tag.group(1)]
    control = control.replace("<w:showingPlcHdr/>", "")
    return re.sub(r"<w:t(?: [^>]*)?>[^<]*</w:t>", f'<w:t xml:space="preserve">{text}</w:t>', control)


source, target = sys.argv[1:3]
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
    for part in old.infolist():
        content = old.read(part)
        if part.filename == "word/document.xml":
            content = re.sub(r"<w:sdt>(?:(?!<w:sdt>).)*?</w:sdt>", filled, content.decode(), flags=re.S).encode()
        if part.filename == "word/settings.xml":
            content = re.sub(r"<w:(embed|save)\w*Fonts[^>]*/>", "", content.decode()).encode()  # the fonts would be most of the file
        new.writestr(part.filename, content)
