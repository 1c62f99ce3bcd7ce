using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kalasin.Evaluation.Frameworks;

namespace Kalasin.Evaluation.RuleTables;

/// <summary>A plan as tables: deadlines and addresses, units, hosts; and the next revision with what was filled in.</summary>
internal static class PlanTables
{
    private const string Plan = "plan", Units = "units", Hosts = "hosts";
    private const string Order = "อ้างถึงหนังสือหรือคำสั่งของจังหวัด", Deadline = "กำหนดส่งภายในจังหวัด", Email = "อีเมลรับรายงาน", Judged = "วันที่ใช้ประเมิน",
        Register = "วันของทะเบียน อปท.", Office = "ชื่อสำนักงาน", Address = "ที่อยู่สำนักงาน", Telephone = "โทรศัพท์", Confirmed = "ยืนยันกำหนดและเจ้าภาพทั้งแผน", MadeOf = "ทำจากแผนฉบับที่";

    private static readonly BilingualText OrderName = new(Order, "Letter or order of the province");
    private static readonly BilingualText UnitWord = new("หน่วยงานรหัส", "unit");

    /// <summary>The tables of a plan.</summary>
    public static ImmutableArray<RuleTable> TablesOf(RoundPlan plan, Framework framework) =>
    [
        new(Plan, new("แผน", "Plan"), new("กรอกวันแบบ วัน เดือน ปี พ.ศ. ถ้าแก้กำหนดส่งหรือเจ้าภาพ ต้องอ้างถึงหนังสือหรือคำสั่งของจังหวัด", "Days as day, month and Buddhist-era year; other deadlines or hosts need the letter that says so."),
            [
                new("item", new("รายการ", "Item"), RuleCell.Given) { Width = 34 },
                new("value", new("ค่าที่กรอก", "Value"), RuleCell.Text) { Width = 70 },
            ],
            [
                [Order, ""], [Confirmed, ""], [Deadline, RuleValues.Day(plan.InternalDeadline.Date)], [Email, plan.InternalDeadline.Email],
                [Judged, plan.EvaluationDate is { } judged ? RuleValues.Day(judged) : ""], [Register, RuleValues.Day(plan.AuthoritiesOn)], [Office, plan.Office.Thai],
                [Address, plan.OfficeAddress ?? ""], [Telephone, plan.Telephone ?? ""], [MadeOf, ThaiNumerals.Format(plan.Revision)],
            ]),
        new(Units, new("หน่วยงาน", "Units"), new("๑ แถว คือ ๑ หน่วยงาน เพิ่มหรือลบแถวได้ รหัสใช้อักษรอังกฤษตัวใหญ่หรือเลขอารบิก", "One row for each unit; rows may be added and taken out. Codes are capital letters and digits."),
            [
                new("code", new("รหัสหน่วยงาน", "Code"), RuleCell.Text) { Width = 14 },
                new("name", new("ชื่อหน่วยงาน", "Name"), RuleCell.Text) { Width = 44 },
                new("short", new("ชื่อย่อ", "Short name"), RuleCell.Text) { Width = 20 },
                new("kind", new("ชนิด", "Kind"), RuleCell.Choice) { Width = 18, Options = [.. Kinds(framework).Select(k => k.Name)] },
                new("district", new("รหัสอำเภอ", "District"), RuleCell.Text) { Width = 12, Hint = "เฉพาะท้องถิ่นอำเภอ รหัส ๔ หลักของกรมการปกครอง" },
                new("email", new("อีเมล", "E-mail"), RuleCell.Text) { Width = 34, Hint = "ที่อยู่อีเมลของทางราชการ เว้นว่างได้" },
                .. framework.Classes.Select(c => new RuleColumn(ClassColumn(c), c.Name, RuleCell.Choice) { Width = 20, Options = [.. c.Options.Select(o => o.Text.Thai)] }),
            ],
            [
                .. plan.Units.Select(u => (ImmutableArray<string>)
                [
                    u.Code.Value, u.Name.Thai, u.ShortName.Thai, Kinds(framework).FirstOrDefault(k => k.Kind == u.Kind).Name ?? "", u.District ?? "", u.Email ?? "",
                    .. framework.Classes.Select(c => c.Options.FirstOrDefault(o => u.Classes.Any(said => said.Class == c.Id && said.Is == o.Id))?.Text.Thai ?? ""),
                ]),
            ]) { BlankRows = 20 },
        new(Hosts, new("เจ้าภาพ", "Hosts"), new("รหัสหน่วยงานเจ้าภาพคั่นด้วยจุลภาคหรือเว้นวรรค เจ้าภาพหลักต้องเป็นหนึ่งในนั้น", "Codes of the hosts, parted by commas or blanks; the lead is one of them."),
            [
                new("number", new("ตัวชี้วัดที่", "Indicator"), RuleCell.Given) { Width = 11 },
                new("name", new("ชื่อย่อตัวชี้วัด", "Name"), RuleCell.Given) { Width = 34 },
                new("hosts", new("หน่วยงานเจ้าภาพ", "Hosts"), RuleCell.Text) { Width = 60, Hint = "เช่น ADM, 4601, 4602 หรือ ท้องถิ่นอำเภอทุกแห่ง" },
                new("lead", new("เจ้าภาพหลัก", "Lead"), RuleCell.Text) { Width = 16 },
            ],
            [.. framework.Indicators.Select(i => (i, plan.Hosting.FirstOrDefault(h => h.Indicator == i.Number)))
                .Select(p => (ImmutableArray<string>)[p.i.Number.Value, p.i.ShortText.Thai, string.Join(", ", p.Item2?.Hosts.Select(h => h.Value) ?? []), p.Item2?.Lead.Value ?? ""])]),
    ];

    private static string ClassColumn(Classification of) => $"class {of.Id}";

    /// <summary>The next revision, with what was filled in.</summary>
    /// <param name="plan">The revision that the tables were made of.</param>
    /// <param name="framework">The framework that it runs.</param>
    /// <param name="typed">What came back.</param>
    /// <param name="findings">What was found while it was read.</param>
    public static RulesResult<RoundPlan> Apply(RoundPlan plan, Framework framework, TypedTables typed, List<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (findings.Exists(f => f.Severity == Severity.Error)) return RulesResult<RoundPlan>.Of([.. findings], () => plan);
        var (values, draft) = (new RuleValues(findings), RulesDraft.Of(plan));
        foreach (var source in AssumedRules.SourcesIn(draft.Node)) source.Remove("isAssumed");
        var before = draft.Node.DeepClone();
        var writer = new Writer(plan, framework, typed, draft, values);
        writer.Write();
        if (!findings.Exists(f => f.Severity == Severity.Error) && JsonNode.DeepEquals(before, draft.Node)) findings.Add(RuleTableFindings.NothingNew.At(Place.Nowhere));
        draft.Node["revision"] = plan.Revision + 1;
        return draft.Read(RoundPlanReader.Read, findings);
    }

    private static ImmutableArray<(string Name, UnitKind Kind)> Kinds(Framework framework) =>
    [
        ("กลุ่มงาน", UnitKind.WorkGroup), ("ฝ่าย", UnitKind.Section), ("ท้องถิ่นอำเภอ", UnitKind.DistrictOffice), .. framework.UnitKinds.Select(k => (k.Name.Thai, k.Id)),
    ];

    private sealed class Writer(RoundPlan plan, Framework framework, TypedTables typed, RulesDraft draft, RuleValues values)
    {
        private readonly JsonObject node = draft.Node;

        private RuleSource? order;
        private Dictionary<string, string>? codes;

        public void Write()
        {
            var reference = Item(Order);
            values.Revision(Item(MadeOf), plan.Revision);
            order = reference.IsEmpty ? null : new(SourceKind.Office, reference.Text);
            var deadline = node["internalDeadline"]!.AsObject();
            draft.Came("/internalDeadline/date", Item(Deadline).Place);
            if (values.DayOf(Item(Deadline)) is { } day && day != plan.InternalDeadline.Date)
            {
                deadline["date"] = Iso(day);
                if (plan.AuthoritiesOn == plan.InternalDeadline.Date && Item(Register).Text == RuleValues.Day(plan.AuthoritiesOn)) node["authoritiesOn"] = Iso(day);
                deadline["source"] = Ordered(Item(Deadline).Place);
            }
            Set(deadline, "email", Item(Email), "/internalDeadline/email", mayBeEmpty: true);
            if (values.DayOf(Item(Judged)) is { } judged) node["evaluationDate"] = Iso(judged);
            else if (Item(Judged).IsEmpty) node.Remove("evaluationDate");
            if (values.DayOf(Item(Register)) is { } register && register != plan.AuthoritiesOn) node["authoritiesOn"] = Iso(register);
            draft.Came("/office", Item(Office).Place);
            if (!Item(Office).IsEmpty) node["office"] = RulesDraft.Text(Item(Office).Text, node["office"]);
            Set(node, "officeAddress", Item(Address), "/officeAddress");
            Set(node, "telephone", Item(Telephone), "/telephone");
            WriteUnits();
            WriteHosts();
            if (!Item(Confirmed).IsEmpty && values.IsYes(Item(Confirmed)))
            {
                var confirmed = Ordered(reference.Place);
                foreach (var source in AssumedRules.SourcesIn(node).Where(s => (string?)s["kind"] == "assumed").ToList())
                {
                    foreach (var member in source.Select(m => m.Key).ToList()) source.Remove(member);
                    foreach (var (member, value) in confirmed) source[member] = value?.DeepClone();
                }
            }
        }

        private void WriteUnits()
        {
            var units = new JsonArray();
            foreach (var row in values.AreSingle(typed[Units], "code", new("รหัสหน่วยงาน", "The unit's code")) ? typed[Units] : [])
            {
                var code = Annex.NumberOf(row["code"].Text);
                var at = $"/units/{units.Count}";
                draft.Came(at, row["code"].Place);
                foreach (var (member, column) in (ReadOnlySpan<(string, string)>)[("name", "name"), ("shortName", "short"), ("kind", "kind"), ("district", "district"), ("email", "email")])
                    draft.Came($"{at}/{member}", row[column].Place);
                var index = plan.Units.IndexOf(plan.Units.FirstOrDefault(u => u.Code.Value == code)!);
                var unit = index < 0 ? new JsonObject { ["code"] = code } : node["units"]![index]!.DeepClone().AsObject();
                if (values.TextOf(row["name"], new("ชื่อหน่วยงาน", "Name")) is not { } name) continue;
                unit["name"] = RulesDraft.Text(name, unit["name"]);
                unit["shortName"] = RulesDraft.Text(row["short"].IsEmpty ? name : row["short"].Text, unit["shortName"]);
                var kinds = Kinds(framework);
                var kind = values.ChoiceOf(row["kind"], [.. kinds.Select(k => k.Name)]);
                if (kind >= 0) unit["kind"] = kinds[kind].Kind.Value;
                else if (row["kind"].IsEmpty) values.TextOf(row["kind"], new("ชนิด", "Kind"));
                Set(unit, "district", row["district"] with { Text = Annex.NumberOf(row["district"].Text) }, $"{at}/district");
                Set(unit, "email", row["email"], $"{at}/email");
                WriteClasses(unit, row, at);
                units.Add((JsonNode)unit);
            }
            node["units"] = units;
        }

        /// <summary>Where the framework has thresholds by class: which class the unit is of.</summary>
        private void WriteClasses(JsonObject unit, TypedRow row, string at)
        {
            if (framework.Classes.IsEmpty) return;
            var classes = new JsonArray();
            foreach (var of in framework.Classes)
            {
                var cell = row[ClassColumn(of)];
                draft.Came($"{at}/classes/{classes.Count}", cell.Place);
                if (values.ChoiceOf(cell, [.. of.Options.Select(o => o.Text.Thai)]) is >= 0 and var option) classes.Add((JsonNode)new JsonObject { ["class"] = of.Id, ["is"] = of.Options[option].Id });
            }
            if (classes.Count > 0) unit["classes"] = classes;
            else unit.Remove("classes");
        }

        private void WriteHosts()
        {
            var hosting = node["hosting"]!.AsArray();
            foreach (var row in values.AreSingle(typed[Hosts], "number", Annex.NumberName) ? typed[Hosts] : [])
            {
                var number = Annex.NumberOf(row["number"].Text);
                if (!IndicatorNumber.TryParse(number, out var indicator) || framework.Find(indicator) is null)
                {
                    values.Add(RuleTableFindings.NoIndicator, row["number"].Place, RuleValues.Shown(number));
                    continue;
                }
                var index = plan.Hosting.IndexOf(plan.Hosting.FirstOrDefault(h => h.Indicator == indicator)!);
                var hosts = HostsOf(row["hosts"]);
                var lead = row["lead"].IsEmpty ? hosts.FirstOrDefault() ?? "" : CodeOf(row["lead"].Text);
                if (index >= 0 && plan.Hosting[index] is var known && known.Hosts.Select(h => h.Value).SequenceEqual(hosts) && known.Lead.Value == lead)
                {
                    Place(index);
                    continue;
                }
                var entry = new JsonObject
                {
                    ["indicator"] = number, ["hosts"] = new JsonArray([.. hosts.Select(h => JsonValue.Create(h))]), ["lead"] = lead,
                    ["source"] = Ordered(row["hosts"].Place), ["leadSource"] = Ordered(row["hosts"].Place),
                };
                if (index >= 0) hosting[index] = entry;
                else hosting.Add((JsonNode)entry);
                Place(index < 0 ? hosting.Count - 1 : index);

                void Place(int at)
                {
                    draft.Came($"/hosting/{at}", row["hosts"].Place);
                    draft.Came($"/hosting/{at}/lead", row["lead"].Place);
                }
            }
        }

        /// <summary>Codes, or names of units; all district offices by one word.</summary>
        private ImmutableArray<string> HostsOf(TypedCell cell)
        {
            if (values.TextOf(cell, new("หน่วยงานเจ้าภาพ", "Hosts")) is null) return [];
            return
            [
                .. cell.Text.Split([',', ';', '\n', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .SelectMany(part => ThaiText.Key(part) == ThaiText.Key("ท้องถิ่นอำเภอทุกแห่ง")
                        ? typed[Units].Where(u => ThaiText.Key(u["kind"].Text) == ThaiText.Key("ท้องถิ่นอำเภอ")).Select(u => Annex.NumberOf(u["code"].Text))
                        : ByName(part) is { } code ? [code] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CodeOf)).Distinct(),
            ];
        }

        private string CodeOf(string text) => ByName(text) ?? Annex.NumberOf(text);

        private string? ByName(string text) => (codes ??= CodesByName()).GetValueOrDefault(ThaiText.Key(text));

        /// <summary>Codes of units by what they are called; of two called the same the first.</summary>
        private Dictionary<string, string> CodesByName()
        {
            var known = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var unit in typed[Units])
                foreach (var name in (ReadOnlySpan<string>)["name", "short"]) known.TryAdd(ThaiText.Key(unit[name].Text), Annex.NumberOf(unit["code"].Text));
            return known;
        }

        /// <summary>The province's decision that a change goes by; a finding where none is named.</summary>
        private JsonObject Ordered(Place place)
        {
            if (order is null) values.Add(RuleTableFindings.Blank, Item(Order) is { Place: var at } && at != Kalasin.Evaluation.Place.Nowhere ? at : place, OrderName);
            return RulesDraft.Source("office", order?.Citation ?? "-");
        }

        private void Set(JsonObject owner, string member, TypedCell cell, string pointer, bool mayBeEmpty = false)
        {
            draft.Came(pointer, cell.Place);
            if (!cell.IsEmpty || mayBeEmpty) owner[member] = cell.Text;
            else owner.Remove(member);
        }

        private TypedCell Item(string name) => typed[Plan].FirstOrDefault(r => ThaiText.Key(r["item"].Text) == ThaiText.Key(name))?["value"] ?? new("", Place.Nowhere);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
