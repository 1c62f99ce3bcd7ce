using System.Text;

namespace Kalasin.Evaluation.Tests.Frameworks;

/// <summary>A small framework and plan that read without findings, and changes to them. In a changed text ⟦ marks the line a finding has to name.</summary>
internal static class RulesText
{
    public const string Framework = """
        {
          "id": "small-2567", "revision": 1,
          "title": { "th": "ก", "en": "a" }, "project": { "th": "ก", "en": "a" }, "authority": { "th": "ก", "en": "a" },
          "fiscalYear": 2567,
          "entrant": "province",
          "finalDeadline": { "date": "2024-05-31", "email": "a@b.th", "formats": ["pdf"], "paper": false, "source": { "kind": "assumed" } },
          "excluded": { "codes": ["51"], "source": { "kind": "memo" } },
          "indicators": [
            {
              "number": "1",
              "text": { "th": "ร้อยละของจังหวัด{province}", "en": "share of {province}" },
              "shortText": { "th": "ก", "en": "a" }, "textSource": { "kind": "memo" },
              "measure": {
                "kind": "percentage", "unit": { "th": "ร้อยละ", "en": "per cent" }, "source": { "kind": "memo" },
                "meets": { "kind": "within", "from": { "kind": "column", "name": "received" }, "to": { "kind": "column", "name": "closed" }, "days": 30 },
                "due": { "kind": "not", "of": { "kind": "equals", "value": { "kind": "column", "name": "status" }, "to": { "kind": "text", "value": "open" } } }
              },
              "register": {
                "row": { "th": "เรื่อง", "en": "case" },
                "columns": [
                  { "id": "authority", "heading": { "th": "อปท.", "en": "Authority" }, "type": "authority" },
                  { "id": "received", "heading": { "th": "รับ", "en": "Received" }, "type": "date", "required": true },
                  { "id": "closed", "heading": { "th": "ยุติ", "en": "Closed" }, "type": "date", "synonyms": ["วันที่ยุติ"] },
                  { "id": "status", "heading": { "th": "สถานะ", "en": "Status" }, "type": "choice",
                      "options": [{ "id": "open", "text": { "th": "เปิด", "en": "Open" } }, { "id": "done", "text": { "th": "ปิด", "en": "Done" } }] },
                  { "id": "score", "heading": { "th": "คะแนน", "en": "Score" }, "type": "number", "minimum": 0, "maximum": 100 }
                ],
                "facts": [{ "id": "sent", "label": { "th": "วันที่ส่ง", "en": "Sent" }, "type": "date" }],
                "key": ["authority"],
                "checks": [{
                  "violated": { "kind": "before", "value": { "kind": "column", "name": "closed" }, "than": { "kind": "column", "name": "received" } },
                  "severity": "error", "column": "closed", "message": { "th": "ก", "en": "a" }, "remedy": { "th": "ก", "en": "a" } }]
              },
              "weight": { "value": 1, "source": { "kind": "assumed" } },
              "merge": { "kind": "union", "source": { "kind": "assumed" } },
              "notApplicable": { "kind": "full", "source": { "kind": "assumed" } },
              "scale": { "kind": "interpolated", "source": { "kind": "assumed" }, "thresholds": [60, 70, 80, 90, 100] },
              "period": { "column": "received", "from": "2023-10-01", "to": "2024-09-30", "source": { "kind": "assumed" } }
            },
            {
              "number": "2",
              "text": { "th": "ระดับ", "en": "level" }, "shortText": { "th": "ก", "en": "a" }, "textSource": { "kind": "memo" },
              "measure": {
                "kind": "level", "unit": { "th": "ระดับ", "en": "level" }, "source": { "kind": "memo" }, "subject": ["sender"],
                "steps": [
                  { "level": 1, "text": { "th": "ก", "en": "a" },
                      "condition": { "kind": "someRow", "where": { "kind": "present", "value": { "kind": "column", "name": "sender" } } } },
                  { "level": 2, "text": { "th": "ก", "en": "a" },
                      "condition": { "kind": "fact", "holds": { "kind": "present", "value": { "kind": "fact", "name": "sent" } } } },
                  { "level": 3, "text": { "th": "ก", "en": "a" },
                      "condition": { "kind": "coverage", "column": "sender", "senders": { "units": ["districtOffice"], "authorities": [],
                          "source": { "kind": "assumed" } } } },
                  { "level": 4, "text": { "th": "ก", "en": "a" }, "condition": { "kind": "fact",
                      "holds": { "kind": "atMost", "value": { "kind": "fact", "name": "sent" }, "limit": { "kind": "evaluationDate" } } } },
                  { "level": 5, "text": { "th": "ก", "en": "a" }, "condition": { "kind": "fact", "holds": { "kind": "within",
                      "from": { "kind": "fiscalYearEnd", "year": 2566 }, "to": { "kind": "fact", "name": "sent" }, "days": 150 } } }
                ]
              },
              "register": {
                "row": { "th": "ผู้ส่ง", "en": "sender" },
                "columns": [{ "id": "sender", "heading": { "th": "ผู้ส่ง", "en": "Sender" }, "type": "sender" }],
                "facts": [{ "id": "sent", "label": { "th": "วันที่ส่ง", "en": "Sent" }, "type": "date" }]
              },
              "weight": { "value": 0.5, "source": { "kind": "assumed" } },
              "merge": { "kind": "best", "source": { "kind": "assumed" } },
              "notApplicable": { "kind": "zero", "source": { "kind": "assumed" } },
              "scale": { "kind": "direct", "source": { "kind": "assumed" } }
            }
          ]
        }
        """;

    public const string Plan = """
        {
          "id": "46-small-2567", "revision": 1, "framework": "small-2567",
          "province": "46",
          "office": { "th": "สำนักงาน", "en": "Office" }, "memo": "ว ๑",
          "collector": "ADM",
          "internalDeadline": { "date": "2024-05-15", "email": "a@b.th", "source": { "kind": "memo" }, "officeHoursEnd": "16:30:00" },
          "authoritiesOn": "2024-05-15", "duplicates": "countOnce",
          "units": [
            { "code": "ADM", "name": { "th": "ฝ่ายบริหารทั่วไป", "en": "Administration" }, "shortName": { "th": "บริหาร", "en": "Adm" },
                "kind": "section", "aliases": ["งานบริหารทั่วไป"] },
            { "code": "4602", "name": { "th": "ท้องถิ่นอำเภอนามน", "en": "Na Mon" }, "shortName": { "th": "นามน", "en": "Na Mon" },
                "kind": "districtOffice", "district": "4602" }
          ],
          "hosting": [
            { "indicator": "1", "hosts": ["ADM"], "lead": "ADM", "source": { "kind": "memo" }, "leadSource": { "kind": "memo" } },
            { "indicator": "2", "hosts": ["ADM", "4602"], "lead": "ADM", "source": { "kind": "memo" }, "leadSource": { "kind": "assumed" } }
          ],
          "signatories": [{ "role": "certifier", "roleText": { "th": "ผู้รับรอง", "en": "Certifier" }, "position": { "th": "ท้องถิ่นจังหวัด", "en": "Head" } }],
          "openChoices": [{ "id": "letter", "question": { "th": "เลขที่", "en": "Number" },
              "options": ["ว ๑", "ว ๒"], "until": "ว …", "source": { "kind": "memo" } }]
        }
        """;

    public static Stream Stream(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static RulesResult<Framework> ReadFramework(string text) => FrameworkReader.Read(Stream(text));

    public static RulesResult<RoundPlan> ReadPlan(string text) => RoundPlanReader.Read(Stream(text));

    /// <summary>What is wrong with the framework when passages of it are replaced: code and place of each finding, in the order of the alphabet.</summary>
    public static IEnumerable<string> FaultsWith(params ReadOnlySpan<(string Passage, string Replacement)> changes) => Told(ReadFramework(Change(Framework, changes)).Findings);

    /// <summary>The same of the plan.</summary>
    public static IEnumerable<string> PlanFaultsWith(params ReadOnlySpan<(string Passage, string Replacement)> changes) => Told(ReadPlan(Change(Plan, changes)).Findings);

    private static IEnumerable<string> Told(IEnumerable<Finding> findings) => findings.Select(f => $"{f.Code} {f.Place.Pointer}").Order(StringComparer.Ordinal);

    private static string Change(string text, ReadOnlySpan<(string Passage, string Replacement)> changes)
    {
        foreach (var (passage, replacement) in changes) text = Change(text, passage, replacement).Text;
        return text;
    }

    /// <summary>The text with one passage replaced, and the marked line.</summary>
    public static (string Text, int Line) Change(string text, string passage, string replacement)
    {
        var at = text.IndexOf(passage, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The text has no {passage}");
        var changed = string.Concat(text.AsSpan(0, at), replacement, text.AsSpan(at + passage.Length));
        var mark = changed.IndexOf('⟦', StringComparison.Ordinal);
        return (changed.Replace("⟦", "", StringComparison.Ordinal), changed[..(mark < 0 ? at : mark)].Count(c => c == '\n') + 1);
    }
}
