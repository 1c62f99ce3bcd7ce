"""Example awards that use what frameworks can say, their plans, what entrants report, and what that comes to.

The totals are reckoned here in fractions, by the rules as they are written down below and by nothing of the product:
`python3 samples/authoring/frameworks.py` writes samples/frameworks anew. Nobody gave these rules; every source says so.
"""
import json
import pathlib
from fractions import Fraction as F

OUT = pathlib.Path(__file__).parent.parent / "frameworks"
SOURCE = {"kind": "office", "citation": "ตัวอย่างประกอบคู่มือ มิใช่หลักเกณฑ์ของหน่วยงานใด"}
DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
JUDGES = ["กรรมการลำดับที่ ๑", "กรรมการลำดับที่ ๒", "กรรมการลำดับที่ ๓", "กรรมการลำดับที่ ๔", "กรรมการลำดับที่ ๕"]


def th(number):
    return str(number).translate(DIGITS)


def both(thai, english):
    return {"th": thai, "en": english}


def column(name, thai, english, kind="number", **more):
    return {"id": name, "heading": both(thai, english), "type": kind, **more}


def indicator(number, thai, english, measure, register, scale, weight, **more):
    return {
        "number": str(number), "text": both(thai, english), "shortText": both(thai[:60], english[:60]), "textSource": SOURCE,
        "measure": {**measure, "source": SOURCE}, "register": register, "weight": {"value": weight, "source": SOURCE},
        "merge": {"kind": "lead", "source": SOURCE}, "notApplicable": {"kind": "zero", "source": SOURCE},
        "scale": with_source(scale), **more,
    }


def with_source(scale):
    if scale["kind"] == "byClass":
        scale = {**scale, "scales": [{**s, "scale": with_source(s["scale"])} for s in scale["scales"]]}
    return {**scale, "source": SOURCE}


def framework(name, title, authority, year, final, indicators, **more):
    return {
        "id": name, "revision": 1, "title": both(*title), "project": both(*title), "authority": both(*authority), "fiscalYear": year, "entrant": "unit",
        "finalDeadline": {"date": final, "email": "award@example.com", "formats": ["pdf"], "paper": False, "source": SOURCE}, "indicators": indicators, **more,
    }


def unit(code, thai, english, kind, **more):
    return {"code": code, "name": both(thai, english), "shortName": both(thai, english), "kind": kind, **more}


def plan(rules, units, due, office):
    hosts = [u["code"] for u in units if u["code"] != "OFFICE"]
    return {
        "id": f"46-{rules['id']}", "revision": 1, "framework": rules["id"], "province": "46", "office": both(*office), "units": units,
        "hosting": [{"indicator": i["number"], "hosts": hosts, "lead": hosts[0], "source": SOURCE, "leadSource": SOURCE} for i in rules["indicators"]],
        "collector": "OFFICE", "internalDeadline": {"date": due, "email": "", "source": SOURCE}, "authoritiesOn": "2024-05-15", "duplicates": "countOnce",
        "signatories": [{"role": "certifier", "roleText": both("ผู้รับรอง", "Certified by"), "position": both("เลขานุการคณะกรรมการ", "Secretary of the committee")}],
        "memo": "-",
    }


def returned(code, number, rows):
    return {"unit": code, "indicator": str(number), "status": "reported", "rows": rows}


# --- scales, each said once more ---------------------------------------------------------------------------------------------------

def line(thresholds, scores):
    def of(value):
        if value < thresholds[0]:
            return F(0)
        if value >= thresholds[-1]:
            return F(scores[-1])
        for low, high, a, b in zip(thresholds, thresholds[1:], scores, scores[1:]):
            if value < high:
                return a + (value - low) * (b - a) / (F(high) - low)
    return {"kind": "interpolated", "thresholds": thresholds, "scores": scores, "floor": 0}, of


def steps(pairs):
    return ({"kind": "stepped", "steps": [{"from": a, "score": s} for a, s in pairs], "floor": 0},
            lambda value: F(max([s for a, s in pairs if value >= a], default=0)))


def bands(pairs):
    """The first band begins nowhere; each other from its bound on."""
    return ({"kind": "banded", "bands": [{"score": s} if a is None else {"score": s, "from": a} for a, s in pairs]},
            lambda value: F([s for a, s in pairs if a is None or value >= a][-1]))


def direct(full):
    return {"kind": "direct", "full": full}, lambda value: F(value)


# --- measures over rows ------------------------------------------------------------------------------------------------------------

TRIMMED = {"kind": "average", "column": "score", "blanks": "leftOut", "trim": {"lowest": 1, "highest": 1}, "unit": both("คะแนน", "points")}
JUDGED = {"kind": "average", "column": "score", "judge": "judge", **{k: v for k, v in TRIMMED.items() if k not in ("kind", "column")}}


def judge_register(full):
    return {"row": both("คะแนนของกรรมการ", "A judge's score"), "key": ["judge"], "columns": [
        column("judge", "กรรมการ", "Judge", "text", required=True), column("score", "คะแนน", "Score", required=True, minimum=0, maximum=full)]}


def judge_rows(scores):
    return [{"judge": j, "score": s} for j, s in zip(JUDGES, scores)]


def trimmed(scores):
    kept = sorted(scores)[1:-1]
    return F(sum(kept), len(kept))


SUM_REGISTER = {"row": both("รายการ", "Item"), "key": ["item"], "columns": [
    column("item", "รายการ", "Item", "text", required=True), column("amount", "จำนวน", "Amount", required=True, minimum=0, maximum=1000000)]}
SHARE_REGISTER = {"row": both("งวด", "Period"), "key": ["item"], "columns": [
    column("item", "งวด", "Period", "text", required=True), column("part", "ที่เข้าเกณฑ์", "That meet it", required=True, minimum=0, maximum=1000000),
    column("whole", "ทั้งหมด", "All", required=True, minimum=1, maximum=1000000)]}


def items(amounts):
    return [{"item": f"รายการ {th(i + 1)}", "amount": a} for i, a in enumerate(amounts)]


def shares(pairs):
    return [{"item": f"งวด {th(i + 1)}", "part": a, "whole": b} for i, (a, b) in enumerate(pairs)]


def summed(unit_thai, unit_english):
    return {"kind": "sum", "column": "amount", "unit": both(unit_thai, unit_english)}


RATIO = {"kind": "ratioOfSums", "numerator": "part", "denominator": "whole", "unit": both("ร้อยละ", "per cent")}


def share(pairs):
    return F(100 * sum(a for a, _ in pairs), sum(b for _, b in pairs))


# --- the awards --------------------------------------------------------------------------------------------------------------------

def decimal(value):
    """Exact to 20 places, as a text: enough to tell whether another program reckoned the same."""
    scaled = round(value * 10 ** 20)
    digits = str(abs(scaled)).rjust(21, "0")
    return ("-" if scaled < 0 else "") + (digits[:-20] + "." + digits[-20:]).rstrip("0").rstrip(".")


def write(name, rules, its_plan, returns, totals):
    folder = OUT / name
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in (("framework.json", rules), ("plan.json", its_plan), ("returns.json", {"returns": returns}), ("expected.json", totals)):
        if content is not None:
            (folder / file).write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def district():
    """Outstanding district offices, with a committee: two figures and five judges, of whom the highest and the lowest are left out."""
    activity_scale, activity = line([0, 10, 40], [0, 60, 100])
    share_scale, answered = line([50, 100], [0, 100])
    judge_scale, judged = direct(100)
    rules = framework(
        "example-district-2567", ("การคัดเลือกท้องถิ่นอำเภอดีเด่น (ตัวอย่างที่มีกรรมการ) ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", "Outstanding district offices (an example with judges), fiscal year 2567 (2024)"),
        ("หน่วยงานตัวอย่าง", "An example agency"), 2567, "2024-05-31",
        [
            indicator(1, "จำนวนครั้งที่ให้คำปรึกษาองค์กรปกครองส่วนท้องถิ่น", "Consultations given to local authorities", summed("ครั้ง", "times"), SUM_REGISTER, activity_scale, 25),
            indicator(2, "ร้อยละของข้อหารือที่ตอบภายในกำหนด", "Percentage of enquiries answered in time", RATIO, SHARE_REGISTER, share_scale, 25),
            indicator(3, "คะแนนการตรวจประเมินในพื้นที่ของคณะกรรมการ", "The committee's score of the visit", JUDGED, judge_register(100), judge_scale, 50),
        ],
        total={"kind": "points", "weightsAddUpTo": 100, "source": SOURCE},
        requirements=[{"of": {"kind": "indicator", "number": "3"}, "least": 60, "perCent": True, "text": both("คะแนนคณะกรรมการไม่ต่ำกว่าร้อยละ ๖๐", "at least 60 per cent from the committee"), "source": SOURCE}],
        ranking={"source": SOURCE, "tScores": True, "tieBreaks": [{"by": {"kind": "indicator", "number": "3"}, "prefers": "higher"}]})
    names = ("เมืองกาฬสินธุ์ นามน กมลาไสย ร่องคำ กุฉินารายณ์ เขาวง ยางตลาด ห้วยเม็ก สหัสขันธ์ คำม่วง ท่าคันโท หนองกุงศรี สมเด็จ ห้วยผึ้ง สามชัย นาคู ดอนจาน ฆ้องชัย").split()
    units = [unit("OFFICE", "ฝ่ายเลขานุการคณะกรรมการ", "Secretariat of the committee", "section")]
    returns, totals = [], {}
    for i, name in enumerate(names):
        code = f"46{i + 1:02}"
        units.append(unit(code, f"ท้องถิ่นอำเภอ{name}", f"District office {code}", "districtOffice", district=code))
        amounts, pairs = [3 + i, (5 * i) % 11], [(7 + i % 5, 12), (9 + (i * 3) % 7, 16)]
        scores = [60 + (i * 7) % 31, 72 + (i * 5) % 23, 55 + (i * 11) % 37, 80 + i % 9, 64 + (i * 13) % 29]
        if code in ("4605", "4609"):
            amounts, pairs, scores = [10, 5], [(10, 12), (12, 16)], [70, 75, 80, 85, 90]  # two that tie
        returns += [returned(code, 1, items(amounts)), returned(code, 2, shares(pairs)), returned(code, 3, judge_rows(scores))]
        points = (activity(F(sum(amounts))), answered(share(pairs)), judged(trimmed(scores)))
        totals[code] = {"total": decimal((25 * points[0] + 25 * points[1] + 50 * points[2]) / 100), "barred": points[2] < 60}
    write("district-2567", rules, plan(rules, units, "2024-05-15", ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์", "Kalasin Provincial Office for Local Administration")), returns, totals)


HOSPITALS = [("HOSP1", "โรงพยาบาลกาฬสินธุ์", "Kalasin Hospital", "large"), ("HOSP2", "โรงพยาบาลยางตลาด", "Yang Talat Hospital", "large"), ("HOSP3", "โรงพยาบาลนามน", "Na Mon Hospital", "small"),
             ("HOSP4", "โรงพยาบาลเขาวง", "Khao Wong Hospital", "small"), ("HOSP5", "โรงพยาบาลสมเด็จ", "Somdet Hospital", "large"), ("HOSP6", "โรงพยาบาลดอนจาน", "Don Chan Hospital", "small")]
HOSPITAL_OFFICE = ("สำนักงานสาธารณสุขจังหวัดกาฬสินธุ์", "Kalasin Provincial Public Health Office")


def hospital_units(which):
    return [unit("OFFICE", "กลุ่มงานพัฒนาคุณภาพ", "Quality development group", "workGroup")] + [
        unit(code, thai, english, "hospital", classes=[{"class": "size", "is": size}]) for code, thai, english, size in HOSPITALS if code in which]


def hospitals():
    """An award of another ministry: screened by figures, thresholds by size, a bonus and a veto; the three best go to a final with judges."""
    (large, of_large), (small, of_small) = line([60, 90], [0, 5]), line([40, 80], [0, 5])
    content_scale, content = steps([(60, 2), (75, 3.5), (90, 5)])
    bonus_scale, bonus = steps([(1, 3), (3, 5)])
    complaint_scale, complaint = bands([(None, 0), (1, 1), (3, 5)])
    kinds = dict(unitKinds=[{"id": "hospital", "name": both("โรงพยาบาล", "Hospital"), "source": SOURCE}], classes=[
        {"id": "size", "name": both("ขนาดโรงพยาบาล", "Size of the hospital"), "options": [{"id": "large", "text": both("ขนาดใหญ่", "Large")}, {"id": "small", "text": both("ขนาดเล็ก", "Small")}], "source": SOURCE}])
    authority = ("กระทรวงสาธารณสุข (สมมติ)", "Ministry of Public Health (imagined)")
    screening = framework(
        "example-hospital-2568", ("โรงพยาบาลบริการดีเด่น รอบคัดกรอง (ตัวอย่าง) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", "Outstanding hospital service, screening (an example), fiscal year 2568 (2025)"), authority, 2568, "2025-09-30",
        [
            indicator(1, "ร้อยละของผู้ป่วยนอกที่รอไม่เกิน ๖๐ นาที", "Percentage of out-patients who wait an hour at most", RATIO, SHARE_REGISTER,
                      {"kind": "byClass", "class": "size", "scales": [{"is": "large", "scale": large}, {"is": "small", "scale": small}]}, 60),
            indicator(2, "ร้อยละของผู้รับบริการที่พึงพอใจ", "Percentage of patients who are content", RATIO, SHARE_REGISTER, content_scale, 40),
            indicator(3, "จำนวนนวัตกรรมบริการที่ใช้จริง", "Service innovations in use", summed("เรื่อง", "innovations"), SUM_REGISTER, bonus_scale, 5, role="bonus"),
            indicator(4, "จำนวนเรื่องร้องเรียนที่มีมูล", "Complaints found true", summed("เรื่อง", "complaints"), SUM_REGISTER, complaint_scale, 10, role="penalty"),
        ],
        total={"kind": "points", "mostBonus": 4, "mostPenalty": 8, "endsAtFull": True, "source": SOURCE}, **kinds,
        groups=[{"id": "speed", "name": both("ความรวดเร็ว", "speed"), "indicators": ["1"], "source": SOURCE}, {"id": "quality", "name": both("คุณภาพ", "quality"), "indicators": ["2"], "source": SOURCE}],
        requirements=[
            {"of": {"kind": "value", "number": "4"}, "most": 2, "text": both("เรื่องร้องเรียนที่มีมูลไม่เกิน ๒ เรื่อง", "at most 2 complaints found true"), "source": SOURCE},
            {"of": {"kind": "total"}, "least": 40, "perCent": True, "text": both("คะแนนรวมไม่ต่ำกว่าร้อยละ ๔๐", "at least 40 per cent in total"), "source": SOURCE}],
        ranking={"source": SOURCE, "tieBreaks": [{"by": {"kind": "penalty"}, "prefers": "lower"}, {"by": {"kind": "completedOn"}, "prefers": "lower"}]})
    figures = {
        "HOSP1": ([(812, 1000), (640, 800)], [(91, 100)], [2], [1]), "HOSP2": ([(700, 1000), (560, 800)], [(88, 100)], [], [0]), "HOSP3": ([(300, 400)], [(95, 120)], [3, 1], [0]),
        "HOSP4": ([(190, 400)], [(70, 90)], [1], [2]), "HOSP5": ([(930, 1000)], [(92, 100)], [4], [3]), "HOSP6": ([(170, 400)], [(50, 90)], [0], [0])}
    returns, totals = [], {}
    for code, _, _, size in HOSPITALS:
        wait, pleased, new, complaints = figures[code]
        new = new or [0]
        returns += [returned(code, 1, shares(wait)), returned(code, 2, shares(pleased)), returned(code, 3, items(new)), returned(code, 4, items(complaints))]
        counted = 60 * (of_large if size == "large" else of_small)(share(wait)) / 5 + 40 * content(share(pleased)) / 5
        added, taken = min(5 * bonus(F(sum(new))) / 5, F(4)), min(10 * complaint(F(sum(complaints))) / 5, F(8))
        total = max(F(0), min(counted + added - taken, F(100)))
        totals[code] = {"total": decimal(total), "barred": sum(complaints) > 2 or total < 40}
    write("hospital-2568", screening, plan(screening, hospital_units([h[0] for h in HOSPITALS]), "2025-09-15", HOSPITAL_OFFICE), returns, totals)

    entering = sorted((c for c in totals if not totals[c]["barred"]), key=lambda c: -F(totals[c]["total"]))[:3]
    (visit_scale, visit), (stage_scale, stage) = direct(100), direct(50)
    final = framework(
        "example-hospital-final-2568", ("โรงพยาบาลบริการดีเด่น รอบชิงชนะเลิศ (ตัวอย่าง) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", "Outstanding hospital service, final (an example), fiscal year 2568 (2025)"), authority, 2568, "2025-12-12",
        [
            indicator(1, "คะแนนการเยี่ยมสำรวจของกรรมการ", "Judges' scores of the visit", JUDGED, judge_register(100), visit_scale, 70),
            indicator(2, "คะแนนการนำเสนอต่อกรรมการ", "Judges' scores of the presentation", JUDGED, judge_register(50), stage_scale, 30),
        ],
        total={"kind": "points", "weightsAddUpTo": 100, "source": SOURCE}, entry={"framework": screening["id"], "top": 3, "source": SOURCE}, **kinds)
    returns, totals = [], {}
    for i, code in enumerate(entering):
        visits, stages = [70 + 3 * i, 88 - 2 * i, 91, 65 + 7 * i, 83], [30 + i, 41 - i, 45, 38 + 2 * i, 27]
        returns += [returned(code, 1, judge_rows(visits)), returned(code, 2, judge_rows(stages))]
        totals[code] = {"total": decimal(70 * visit(trimmed(visits)) / 100 + 30 * stage(trimmed(stages)) / 50), "barred": False}
    write("hospital-final-2568", final, plan(final, hospital_units(entering), "2025-11-28", HOSPITAL_OFFICE), returns, totals)


SIDES = [("management", "การบริหารจัดการ", "management"), ("people", "การบริหารงานบุคคลและกิจการสภา", "people and council"), ("finance", "การบริหารงานการเงินและการคลัง", "finance"),
         ("service", "การบริการสาธารณะ", "public service"), ("integrity", "ธรรมาภิบาล", "good governance")]


def performance():
    """A yearly assessment of performance with a hundred indicators in five sides, in the manner of the department's LPA; an example."""
    makers = [
        (lambda: (summed("ครั้ง", "times"), SUM_REGISTER, steps([(1, 1), (3, 3), (6, 5)])), lambda seed: items([seed % 4, seed % 3]), lambda seed: F(seed % 4 + seed % 3)),
        (lambda: (RATIO, SHARE_REGISTER, line([60, 70, 80, 90, 100], [1, 2, 3, 4, 5])), lambda seed: shares([(50 + seed % 47, 100), (40 + seed % 31, 80)]), lambda seed: share([(50 + seed % 47, 100), (40 + seed % 31, 80)])),
        (lambda: (summed("เรื่อง", "matters"), SUM_REGISTER, bands([(None, 5), (2, 3), (5, 0)])), lambda seed: items([seed % 5, seed % 2]), lambda seed: F(seed % 5 + seed % 2)),
        (lambda: ({**TRIMMED, "trim": {"lowest": 0, "highest": 1}}, judge_register(5), direct(5)), lambda seed: judge_rows([1 + seed % 4, 2 + seed % 3, 3, 4, 5 - seed % 2]), None),
    ]
    subjects = ["การจัดทำแผนพัฒนา", "การมีส่วนร่วมของประชาชน", "การเปิดเผยข้อมูล", "การดูแลทรัพย์สิน", "การตอบสนองเรื่องร้องเรียน", "การพัฒนาบุคลากร", "การจัดเก็บรายได้", "การดูแลสิ่งแวดล้อม", "การป้องกันสาธารณภัย", "การส่งเสริมคุณภาพชีวิต"]
    all_of, groups = [], []
    for g, (name, thai, english) in enumerate(SIDES):
        numbers = []
        for n in range(20):
            number = 20 * g + n + 1
            measure, register, (scale, _) = makers[number % 4][0]()
            all_of.append(indicator(number, f"{subjects[n % 10]} ด้าน{thai} ข้อที่ {th(n + 1)}", f"Question {n + 1} on {english}", measure, register, scale, 1))
            numbers.append(str(number))
        groups.append({"id": name, "name": both(thai, english), "indicators": numbers, "weightsAddUpTo": 20, "weight": {"value": 20, "source": SOURCE}, "source": SOURCE})
    rules = framework(
        "example-performance-2568", ("การประเมินประสิทธิภาพองค์กรปกครองส่วนท้องถิ่น (ตัวอย่างตามแนว LPA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", "Performance assessment of local authorities (an example in the manner of LPA), fiscal year 2568 (2025)"),
        ("หน่วยงานตัวอย่าง", "An example agency"), 2568, "2025-09-30", all_of, total={"kind": "points", "weightsAddUpTo": 100, "source": SOURCE}, groups=groups,
        unitKinds=[{"id": "localAuthority", "name": both("องค์กรปกครองส่วนท้องถิ่น", "Local authority"), "source": SOURCE}],
        requirements=[{"of": {"kind": "group", "id": name}, "least": 50, "perCent": True, "text": both(f"ด้าน{thai}ไม่ต่ำกว่าร้อยละ ๕๐", f"at least 50 per cent in {english}"), "source": SOURCE} for name, thai, english in SIDES],
        ranking={"source": SOURCE, "tScores": True, "tieBreaks": [{"by": {"kind": "group", "id": "integrity"}, "prefers": "higher"}]})
    units = [unit("OFFICE", "คณะทำงานประเมินประสิทธิภาพ", "Assessment team", "workGroup")]
    returns, totals = [], {}
    for e, name in enumerate(["เทศบาลตำบลนามน", "องค์การบริหารส่วนตำบลยอดแกง", "องค์การบริหารส่วนตำบลสงเปลือย"]):
        code = f"LA{e + 1}"
        units.append(unit(code, name, f"Local authority {e + 1}", "localAuthority"))
        sides = []
        for g in range(5):
            points = []
            for n in range(20):
                number = 20 * g + n + 1
                seed = 7 * number + 13 * e + g
                make, rows, value = makers[number % 4]
                scale = make()[2][1]
                returns.append(returned(code, number, rows(seed)))
                if value is None:
                    kept = sorted([1 + seed % 4, 2 + seed % 3, 3, 4, 5 - seed % 2])[:-1]
                    points.append(scale(F(sum(kept), len(kept))))
                else:
                    points.append(scale(value(seed)))
            sides.append(20 * sum(p / 5 for p in points) / 20)
        totals[code] = {"total": decimal(sum(sides)), "barred": any(s < 10 for s in sides), "groups": [decimal(s) for s in sides]}
    write("performance-2568", rules, plan(rules, units, "2025-09-15", ("สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดกาฬสินธุ์", "Kalasin Provincial Office for Local Administration")), returns, totals)


if __name__ == "__main__":
    district()
    hospitals()
    performance()
