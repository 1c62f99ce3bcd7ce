"""What the sample round should come to, computed from what was filled in by this script alone (no code of src): framework dla-2567,
revision 1, evaluation date 15 May 2567 (what happened later does not count), thresholds 60/70/80/90/100, nothing decided about duplicates."""
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import authorities
import units
from innovations import DISTRICT_INNOVATIONS, OFFICE_INNOVATIONS, level
from thai import day

EVALUATED = day("2567-05-15")
FIRST, LAST = day("2566-10-01"), day("2567-05-31")
THRESHOLDS = [60, 70, 80, 90, 100]


def score(value):
    """Straight lines between the thresholds, exact."""
    if value <= THRESHOLDS[0]:
        return Decimal(1)
    for k in range(4):
        if value <= THRESHOLDS[k + 1]:
            return k + 1 + (value - THRESHOLDS[k]) / (THRESHOLDS[k + 1] - THRESHOLDS[k])
    return Decimal(5)


def two(x):
    return str(x.quantize(Decimal("0.01"), ROUND_HALF_UP))


def percentage(numerator, denominator, **more):
    value = Decimal(numerator) * 100 / denominator
    return {"measure": "percentage", "numerator": numerator, "denominator": denominator, "value": two(value), "score": two(score(value)), **more}


def key(text):
    return "".join(c for c in (text or "") if not c.isspace())


def rows(sheets, indicator):
    return [(unit, n, r) for unit, made in sheets.items() for s in made if s.indicator == indicator for n, r in enumerate(s.rows, 1)]


def discipline(sheets):
    in_time, late, overdue, not_yet = [], [], [], []
    cases = [(r["committee"], r["case"]) for _, _, r in rows(sheets, "1")]
    assert len(set(cases)) == len(cases)  # a case that stands twice would count once
    for _, _, r in rows(sheets, "1"):
        limit = r["received"] + timedelta(days=90)
        final = r["resolution"] == "แล้วเสร็จ" and r["resolved"] <= EVALUATED
        assert r["received"] >= FIRST or not final or r["resolved"] >= FIRST
        (in_time if final and r["resolved"] <= limit else late if final else overdue if EVALUATED > limit else not_yet).append(r["case"])
    return percentage(len(in_time), len(in_time) + len(late) + len(overdue), rows=18, resolvedLate=late, overdue=overdue, notYetDue=not_yet)


def by_authority(sheets, indicator, meets):
    """Of the population of 151; an authority that stands twice counts once where both rows say the same, else nowhere until somebody decides."""
    found = {}
    for _, n, r in rows(sheets, indicator):
        found.setdefault((r["authority"], r["district"]), []).append((n, r))
    done = [k for k, given in found.items() if len({answer(r) for _, r in given}) == 1 and meets(given[0][1]) and happened(given[0][1].get(HAPPENED.get(indicator)))]
    twice = [[n for n, _ in given] for given in found.values() if len(given) > 1]
    return percentage(len(done), len(authorities.ALL), rowsFilledIn=sum(map(len, found.values())), authoritiesNamed=len(found), rowsOfOneAuthority=twice)


HAPPENED = {"2": "completed", "12": "date"}
TEXTS = ("authority", "district", "place", "evidence", "level", "note", "screenshot")


def happened(when):
    return not isinstance(when, date) or when <= EVALUATED


def answer(row):
    """What a row says but for its free texts."""
    return tuple(sorted((k, str(v)) for k, v in row.items() if k not in TEXTS and not k.startswith("_")))


def count(sheets, indicator, distinct):
    """Distinct rows of the period; rows whose date can't be read don't count."""
    seen, same, unread, per_unit = {}, [], [], {}
    for unit, n, r in rows(sheets, indicator):
        when = r["date"]
        if not isinstance(when, date) or not FIRST <= when <= min(LAST, EVALUATED):
            unread.append({"unit": unit, "row": n, "date": str(when)})
            continue
        k = (when, *(key(r.get(c)) for c in distinct))
        if k in seen:
            same.append({"unit": unit, "row": n, "sameAs": {"unit": seen[k][0], "row": seen[k][1]}})
        else:
            seen[k] = (unit, n)
        per_unit[unit] = per_unit.get(unit, 0) + 1
    return {"measure": "count", "rows": len(rows(sheets, indicator)), "value": len(seen), "score": None, "duplicates": same, "notCounted": unread, "datedRowsPerUnit": per_unit}


def innovation():
    best, all_levels = None, {}
    for unit, given in {**DISTRICT_INNOVATIONS, **OFFICE_INNOVATIONS}.items():
        for w in given["works"]:
            all_levels[f"{unit} {w['code']}"] = level(w)
    best = max(all_levels.values())
    return {"measure": "level", "value": best, "score": two(Decimal(best)), "best": [k for k, v in all_levels.items() if v == best], "levels": all_levels}


def control(sheets):
    sheet = next(s for s in sheets["FIN"] if s.indicator == "9")
    senders = {r["sender"] for r in sheet.rows if isinstance(r["received"], date) and happened(r["received"]) and r["state"] == "ครบถ้วน"}
    awaited = {u.name for u in units.DISTRICTS} | {a.short for a in authorities.ALL if a.kind in ("PAO", "TOWN")}
    f, reached = sheet.facts, 0
    days = (f["governor"] - day("2566-09-30")).days
    for holds in (happened(f["guidance"]), senders, awaited <= senders, happened(f["summary"]), days <= 150):
        if not holds:
            break
        reached += 1
    return {"measure": "level", "value": reached, "score": two(Decimal(reached)), "sendersExpected": len(awaited), "sendersReceived": len(awaited & senders), "daysToGovernor": days}


def complaints(sheets):
    nil = [u for u in ("LAW", "ADM") for s in sheets[u] if s.indicator == "10" and s.status == "nil" and not s.rows]
    assert nil == ["LAW", "ADM"]
    return {"measure": "count", "value": 0, "score": "5.00", "nilFrom": nil}


def compute(sheets):
    six, seven = count(sheets, "6", ["title", "channel", "other-channel"]), count(sheets, "7", ["title"])
    six["distinctStories"] = len({key(r["title"]) for _, _, r in rows(sheets, "6")})
    seven["perAspect"] = {a: sum(r["aspect"] == a for _, _, r in rows(sheets, "7")) for a in ("สวัสดิการ", "ขวัญกำลังใจ", "ปรับปรุงสภาพแวดล้อม")}
    five = count(sheets, "5", ["title", "place"])
    five["perStage"] = {a: sum(r["stage"] == a for _, _, r in rows(sheets, "5")) for a in ("ต้นทาง", "กลางทาง", "ปลายทาง")}
    indicators = {
        "1": discipline(sheets),
        "2": by_authority(sheets, "2", lambda r: r["status"] == "แล้วเสร็จ"),
        "3": count(sheets, "3", ["title", "place"]), "4": count(sheets, "4", ["title", "place"]), "5": five, "6": six, "7": seven,
        "8": innovation(), "9": control(sheets), "10": complaints(sheets),
        "11": by_authority(sheets, "11", lambda r: r["_score"] is not None and r["_score"] >= 85),
        "12": by_authority(sheets, "12", lambda r: r["reported"] == "ใช่"),
    }
    scored = [score(Decimal(i["numerator"]) * 100 / i["denominator"]) if i["measure"] == "percentage" else Decimal(i["score"]) for i in indicators.values() if i["score"]]
    total = sum(scored) / len(scored)
    return indicators, {"scoredIndicators": len(scored), "onFive": two(total), "onHundred": two(total * 20), "provisional": True}
