"""What the form prints for each indicator: wording, explanation, facts, columns (form.json, taken from the framework dla-2567 by sync_form.py)."""
import json
from pathlib import Path

WIDTHS = {
    "date": 15, "received": 16, "resolved": 15, "completed": 15, "closed": 15, "title": 44, "place": 30, "category": 18, "authorities": 28, "outcome": 40,
    "evidence": 16, "committee": 15, "case": 15, "authority": 27, "meeting": 13, "resolution": 19, "note": 26, "district": 15, "status": 16,
    "existing": 12, "channel": 18, "other-channel": 18, "link": 40, "aspect": 18, "participants": 14, "budget": 22, "innovation": 11, "name": 30,
    "problem": 32, "users": 22, "step": 20, "action": 46, "sender": 30, "responsible": 15, "complete": 13, "letter": 22, "state": 14,
    "score": 12, "level": 20, "reported": 12, "served": 12, "screenshot": 22, "stage": 12, "type": 20,
}


class Column:
    def __init__(self, data):
        self.id, self.heading = data["id"], data["heading"]
        self.options = data["options"] or (["ใช่", "ไม่"] if data["type"] == "flag" else [])
        self.width = WIDTHS.get(self.id, 10)


class Fact:
    def __init__(self, data):
        self.id, self.heading = data["id"], data["heading"]


class Form:
    def __init__(self, data):
        self.text, self.explanation = data["text"], "\n".join(data["explanation"])
        self.columns, self.facts = [Column(c) for c in data["columns"]], [Fact(f) for f in data["facts"]]

    def column(self, id):
        return next(c for c in self.columns if c.id == id)


INDICATORS = {n: Form(d) for n, d in json.loads(Path(__file__).with_name("form.json").read_text(encoding="utf-8")).items()}
