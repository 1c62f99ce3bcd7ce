"""Registers of local authorities (2, 11, 12): what the groups in the province type about the 151."""
import random
from datetime import timedelta
from decimal import Decimal

import authorities
from thai import day

A = authorities.BY_CODE
MISSING_2 = "SAO461006"                # อบต.นาบอน is not in DEV's register
TWICE_2 = "SAO460303"                  # อบต.โพนงาม stands twice, with two answers
NOT_BEGUN_2 = ["SAO460205", "SAO460506", "SAO460808", "SAO461203", "SAO461502", "SAO461504", "SAO461705", "SAO461803"]
UNDER_WAY_2 = ["SAO460115", "SUBDISTRICT460104", "SAO460204", "SAO460310", "SAO460403", "SAO460507", "SUBDISTRICT4671", "SAO460603", "SAO460705",
               "SAO460710", "SAO460804", "SUBDISTRICT4686", "SAO460906", "SAO461001", "SAO461103", "SUBDISTRICT461206", "SAO461305", "SAO461402",
               "SAO461602", "SAO461805"]
BELOW_11 = {"SAO460202": "84.99", "SAO460305": "82.40", "SAO460512": "79.15", "SAO460708": "83.77", "SAO460809": "68.52", "SAO461009": "81.06",
            "SAO461205": "84.12", "SUBDISTRICT461303": "83.95", "SAO461501": "74.30", "SAO461604": "80.88", "SAO461802": "77.41"}
NO_RESULT_11 = "SAO461503"             # no score announced
EXACT_11 = "SAO460711"                 # exactly 85.00
NOT_REPORTED_12 = ["SAO460509", "SAO460715", "SAO461502", "SAO461804"]
FULL_NAME = {"TOWN4699", "TOWN4690", "SAO460201", "SUBDISTRICT4678"}       # typed out in full in register 12
SPACED = {"SAO460602", "SAO460802", "SUBDISTRICT460908", "SAO461601", "SUBDISTRICT461104"}   # "อบต. คำใหญ่"
HERBS = ["ข้างสำนักงาน", "หลังที่ทำการ", "ในศูนย์พัฒนาเด็กเล็ก", "บริเวณสวนสาธารณะ", "ในโรงเรียนผู้สูงอายุ", "ริมหนองน้ำสาธารณะ", "ข้างหอประชุม", "ในศูนย์เรียนรู้เศรษฐกิจพอเพียง"]


def row(a, **more):
    return {"authority": a.name, "district": a.district_name, **more}


def gardens():
    """Register 2 as DEV types it: 151 rows, of which two are of one authority and one authority is missing."""
    dice = random.Random("2")
    rows = []
    for a in authorities.ALL:
        if a.key == MISSING_2:
            continue
        status = "ยังไม่เริ่ม" if a.key in NOT_BEGUN_2 else "ดำเนินการ" if a.key in UNDER_WAY_2 else "แล้วเสร็จ"
        done = status == "แล้วเสร็จ"
        when = day("2567-02-01") + timedelta(days=dice.randrange(95)) if done else None
        flags = ["ใช่"] * 4 if done else (["ใช่", "ใช่", "ไม่", "ไม่"] if status == "ดำเนินการ" and dice.random() < .5 else ["ใช่", "ไม่", "ไม่", "ไม่"] if status == "ดำเนินการ" else ["ไม่"] * 4)
        place = f"{dice.choice(HERBS)} {a.short}" if status != "ยังไม่เริ่ม" else None
        rows.append(row(a, status=status, completed=when, place=place, existing="ใช่" if done and dice.random() < .35 else "ไม่",
                        evidence=f"ภาพชุด {a.code}" if done else None, **{f"activity-{i}": f for i, f in enumerate(flags, 1)}))
    again = A[TWICE_2]
    rows.append(row(again, status="ดำเนินการ", completed=None, place=f"ข้างสำนักงาน {again.short}", existing="ไม่", evidence=None,
                    **{"activity-1": "ใช่", "activity-2": "ไม่", "activity-3": "ไม่", "activity-4": "ไม่"}))
    return rows


def level_of(score):
    return "ผ่านดีเยี่ยม" if score >= 95 else "ผ่านดี" if score >= 88 else "ผ่าน" if score >= 85 else "ต้องปรับปรุง" if score >= 70 else "ต้องปรับปรุงโดยด่วน"


def ita():
    """Register 11 as FIN types it: 151 rows; scores are numbers, some typed as text in Thai digits."""
    dice = random.Random("11")
    rows = []
    for n, a in enumerate(authorities.ALL):
        score = Decimal(dice.randrange(8531, 9890)) / 100
        if a.key in BELOW_11:
            score = Decimal(BELOW_11[a.key])
        if a.key == EXACT_11:
            score = Decimal("85.00")
        note = {"SAO460202": "ขาด 0.01 คะแนน อยู่ระหว่างขอทบทวนผล", NO_RESULT_11: "ไม่มีผลคะแนน เนื่องจากเก็บข้อมูล EIT ไม่ครบตามจำนวน"}.get(a.key)
        if a.key == NO_RESULT_11:
            rows.append(row(a, score=None, level=None, note=note, _score=None))
            continue
        rows.append(row(a, score=f"{score:.2f}" if n % 29 == 7 else float(score), level=level_of(score), note=note, _score=score))
    return rows


def oss():
    """Register 12 as ADM types it: 151 rows; names in several spellings."""
    dice = random.Random("12")
    rows = []
    for a in authorities.ALL:
        reported = a.key not in NOT_REPORTED_12
        late = dice.random() < .3
        when = (day("2567-04-01") + timedelta(days=dice.randrange(9)) if late else day("2567-03-25") + timedelta(days=dice.randrange(7))) if reported else None
        r = row(a, reported="ใช่" if reported else "ไม่", date=when, served=dice.randrange(60, 2400) if reported else None, screenshot=f"INFO-{a.code}.png" if reported else None)
        if a.key in FULL_NAME:
            r["authority"] = a.full
        elif a.key in SPACED:
            r["authority"] = a.short.replace(".", ". ", 1)
        rows.append(r)
    return rows
