"""Takes the printed words of the form (texts, headings, options) from the framework's data into form.json. Run by hand when a new
revision is to be sampled: the sample round itself stays frozen otherwise."""
import json
from pathlib import Path

HERE = Path(__file__).parent
FRAMEWORK = HERE / "../../src/Kalasin.Evaluation/Frameworks/Data/dla-2567.json"


def main():
    framework = json.loads(FRAMEWORK.read_text(encoding="utf-8"))
    form = {}
    for i in framework["indicators"]:
        register = i["register"]
        form[i["number"]] = {
            "text": i["text"]["th"].replace("{province}", "กาฬสินธุ์"),
            "explanation": [e["th"] for e in i["explanation"]],
            "columns": [{"id": c["id"], "heading": c["heading"]["th"], "type": c["type"], "options": [o["text"]["th"] for o in c.get("options", [])]}
                        for c in register["columns"]],
            "facts": [{"id": f["id"], "heading": f["label"]["th"]} for f in register.get("facts", [])],
        }
    (HERE / "form.json").write_text(json.dumps(form, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
