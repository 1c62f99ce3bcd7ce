"""Writes return forms as a person might have left them: the layout of the form, with one thing done differently per file."""
import io
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment

HEADS = {
    "1": ["ก.ท.จ./ก.อบต.จังหวัด", "รหัสเรื่อง", "อปท. ต้นสังกัด", "วันที่ฝ่ายเลขานุการรับรายงาน", "วันที่มีมติ", "ประชุมครั้งที่/ปี", "ลักษณะมติ", "หมายเหตุ"],
    "2": ["อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "สถานะ", "วันที่แล้วเสร็จ", "สถานที่", "กิจกรรมที่ ๑", "กิจกรรมที่ ๒", "กิจกรรมที่ ๓", "กิจกรรมที่ ๔", "เป็นสวนเดิมปี ๒๕๖๖", "หลักฐาน"],
    "3": ["วันที่", "กิจกรรม", "สถานที่/อำเภอ", "ประเภท", "อปท. ที่เข้าร่วม", "ผลที่เกิดขึ้น", "หลักฐาน"],
    "4": ["วันที่", "กิจกรรม", "สถานที่/อำเภอ", "ประเภท", "อปท. ที่เข้าร่วม", "ผลที่เกิดขึ้น", "หลักฐาน"],
    "9": ["ผู้ส่ง", "อปท. ในความรับผิดชอบ", "อปท. ที่ส่งครบ", "วันที่ สถจ. รับ", "หนังสือที่", "ครบถ้วน/แก้ไข"],
    "10": ["รหัสเรื่อง", "วันที่รับ", "ช่องทาง", "ประเภท", "สถานะ", "วันที่ยุติ"],
    "11": ["อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "คะแนนรวม", "ระดับที่ ป.ป.ช. ประกาศ", "หมายเหตุ"],
    "12": ["อำเภอ", "องค์กรปกครองส่วนท้องถิ่น", "รายงานใน INFO", "วันที่รายงาน", "ผู้รับบริการ", "ภาพหน้าจอ"],
}
TITLES = {"1": "ร้อยละของเรื่องวินัย", "2": "โครงการ ๑ อปท. ๑ สวนสมุนไพร", "3": "ศูนย์ปฏิบัติการร่วมในการช่วยเหลือประชาชน", "4": "งานสาธารณสุข", "9": "การควบคุมภายใน",
          "10": "เรื่องร้องเรียน", "11": "ITA", "12": "OSS"}
NAMES = {"PER": "กลุ่มงานมาตรฐานการบริหารงานบุคคลส่วนท้องถิ่น", "DEV": "กลุ่มงานส่งเสริมและพัฒนาท้องถิ่น", "LAW": "กลุ่มงานกฎหมาย ระเบียบและเรื่องร้องทุกข์",
         "FIN": "กลุ่มงานการเงิน บัญชีและการตรวจสอบ", "ADM": "ฝ่ายบริหารทั่วไป", "4602": "ท้องถิ่นอำเภอนามน", "4606": "ท้องถิ่นอำเภอเขาวง"}
TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
EVIDENCE = ["รายการ", "ลงวันที่", "ยืนยันแถวที่", "ชนิด (แฟ้ม/ลิงก์/เอกสาร)", "ชื่อแฟ้ม ลิงก์ หรือที่เก็บ", "จำนวนหน้า"]


class Form:
    """A workbook of one unit; sheets are added one by one and stay open for spoiling."""

    def __init__(self, unit="4602", mark=True, **claims):
        self.unit, self.wb = unit, Workbook()
        self.wb.active.title = "เริ่มที่นี่"
        self.wb.active.append(["เริ่มที่นี่"])
        self.claims = {"form": "kalasin-return-form", "layout": "1", "round": "46-dla-2567", "framework": "dla-2567", "revision": "1", "unit": unit, **claims} if mark else None

    def sheet(self, indicator, rows=(), tick="reported", heads=None, facts=(), evidence=(), name=None, unit=None, results="ดำเนินการตามแผน", reason=None, mark="✓", title=None, as_of="๑๐ พฤษภาคม ๒๕๖๗"):
        ws = self.wb.create_sheet(name or f"ตัวชี้วัด {indicator}")
        ws.append(["แบบรายงานผลการดำเนินงานตามกรอบการประเมินคัดเลือกท้องถิ่นจังหวัดดีเด่น ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"])
        ws.append([title or f"ตัวชี้วัดที่ {indicator.translate(TO_THAI)} : {TITLES[indicator]}"])
        ws.append(["หน่วยงาน", unit or NAMES[self.unit]])
        ws.append(["ข้อมูล ณ วันที่", as_of])
        ws.append(["ส่งภายในวันที่", "๑๕ พฤษภาคม ๒๕๖๗"])
        ws.append(["๑. สถานะการรายงาน"])
        ws.append(["มีผลการดำเนินงาน", mark if "reported" in tick else None])
        ws.append(["ไม่มีเรื่อง/ไม่มีกิจกรรมในช่วงเวลาที่ประเมิน", mark if "nil" in tick else None])
        ws.append(["เหตุผล (กรณีไม่มีเรื่อง)", reason])
        ws.append(["อยู่ระหว่างดำเนินการ", mark if "progress" in tick else None])
        ws.append(["๒. คำอธิบาย สูตร ช่วงเวลา และที่มาของเกณฑ์"])
        ws.append(["นับกิจกรรมที่ไม่ซ้ำกัน"])
        ws.append(["๓. ผลการดำเนินงาน"])
        ws.append([results])
        if facts:
            ws.append(["ข้อมูลประกอบ"])
            for fact in facts:
                ws.append(fact)
        ws.append(["๔. ทะเบียนข้อมูล"])
        ws.append(["ที่", *(heads or HEADS[indicator])])
        for n, row in enumerate(rows, 1):
            ws.append([n, *row])
        ws.append([])
        ws.append(["๖. ปัจจัยสนับสนุน"])
        ws.append(["๗. ปัญหา อุปสรรค"])
        ws.append(["๘. ข้อเสนอแนะ/แนวทางแก้ไข"])
        ws.append(["๙. บัญชีหลักฐาน"])
        ws.append(["ที่", *EVIDENCE])
        for n, row in enumerate(evidence, 1):
            ws.append([n, *row])
        ws.append(["๑๑. คำรับรอง"])
        ws.append(["ลงชื่อ ........ ผู้รายงาน"])
        for row in ws.iter_rows():
            for cell in row:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        return ws

    def bytes(self):
        if self.claims and "_kalasin" not in self.wb.sheetnames:
            ws = self.wb.create_sheet("_kalasin")
            ws.sheet_state = "veryHidden"
            for item in self.claims.items():
                ws.append(list(item))
        buffer = io.BytesIO()
        self.wb.save(buffer)
        return buffer.getvalue()


def changed(package, changes=None, extra=(), raw=()):
    """The package with parts changed by functions, entries added, and fixed times."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name in old.namelist():
            data = old.read(name)
            if changes and name in changes:
                data = changes[name](data)
            if data is not None:
                new.writestr(zipfile.ZipInfo(name, (2024, 5, 1, 8, 30, 0)), data, zipfile.ZIP_DEFLATED)
        for name, data in extra:
            new.writestr(zipfile.ZipInfo(name, (2024, 5, 1, 8, 30, 0)), data, zipfile.ZIP_DEFLATED)
    return result.getvalue()
