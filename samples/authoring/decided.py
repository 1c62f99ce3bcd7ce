"""What is decided in the sample round, and what the round comes to then. A text that begins with @ stands for what only the running round knows:
@unit/indicator/row for the fingerprint of a row of the current version, @report for the report compiled last, @key for the number of an earlier decision."""
import copy

DECISIONS = [
    {"key": "sample-d1", "by": "coordinator", "at": "2024-05-16T10:20:00+07:00", "decision": {
        "kind": "askCorrection", "unit": "4603", "indicator": "4", "until": "2024-05-24",
        "reason": "แถวที่ ๓ ปี พ.ศ. ที่กรอกเป็นปีในอนาคต โปรดตรวจกับต้นเรื่องแล้วแก้ไข หรือชี้แจง"}},
    {"key": "sample-d2", "by": "4603", "at": "2024-05-17T09:35:00+07:00", "decision": {
        "kind": "answerCorrection", "correction": "@sample-d1",
        "text": "ตรวจกับต้นเรื่องแล้ว กิจกรรมแถวที่ ๓ เลื่อนออกไปและยังไม่ได้จัด จึงไม่ขอนับในปีงบประมาณนี้"}},
    {"key": "sample-d3", "by": "coordinator", "at": "2024-05-17T13:40:00+07:00", "decision": {
        "kind": "excludeRow", "unit": "PUB", "indicator": "5", "row": "@PUB/5/5",
        "reason": "เป็นกิจกรรมที่เทศบาลตำบลนิคมจัดเอง สำนักงานเข้าร่วมเยี่ยมชมเท่านั้น"}},
    {"key": "sample-d4", "by": "coordinator", "at": "2024-05-17T13:52:00+07:00", "decision": {
        "kind": "settleDuplicate", "indicator": "3", "first": {"unit": "PUB", "hash": "@PUB/3/6"}, "second": {"unit": "4602", "hash": "@4602/3/5"}, "same": True,
        "reason": "เป็นกิจกรรมเดียวกัน ท้องถิ่นอำเภอนามนร่วมจัดกับกลุ่มงานบริการสาธารณะฯ"}},
    {"key": "sample-d5", "by": "coordinator", "at": "2024-05-20T09:40:00+07:00", "decision": {
        "kind": "requestSignature", "report": "@report",
        "reason": "ยังไม่ได้รับรายงานของท้องถิ่นอำเภอท่าคันโทและท้องถิ่นอำเภอสามชัย ได้ประสานทางโทรศัพท์แล้ว หากได้รับก่อนกำหนดของกรมฯ จะจัดทำรายงานและเสนอใหม่"}},
]
LINK = "4611"


def after(indicators):
    """The excluded row is one of the middle stage; the duplicate was counted once already, and the answered correction changes no row."""
    five = copy.deepcopy(indicators["5"])
    five["perStage"]["กลางทาง"] -= 1
    return {"5": {"value": five["value"] - 1, "perStage": five["perStage"]}}
