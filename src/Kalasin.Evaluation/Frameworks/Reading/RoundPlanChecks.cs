namespace Kalasin.Evaluation.Frameworks.Reading;

/// <summary>What the structure of a plan cannot say. Whether it fits its framework is another question: <see cref="PlanChecks"/>.</summary>
internal static class RoundPlanChecks
{
    private static readonly BilingualText UnitWord = new("หน่วยงานรหัส", "unit");

    public static void Check(RoundPlan plan, PlacedFindings report)
    {
        TextChecks.Check(report);
        Names.InRange(plan.Revision, 1, 10_000, "/revision", report);
        var province = Province.Find(plan.Province);
        if (province?.Code != plan.Province) report.Add("/province", PlanFindings.UnknownProvince, plan.Province);
        else Districts(plan, province, report);
        if (plan.InternalDeadline.Email.Length > 0) Names.Address(plan.InternalDeadline.Email, "/internalDeadline/email", report);
        Names.Ids(plan.Reminders.Select(days => ThaiNumerals.Exact(days).English), "/reminders", "", report, checkShape: false);
        foreach (var (i, days) in plan.Reminders.Index()) Names.InRange(days, 1, 60, $"/reminders/{i}", report);
        Units(plan, report);
        foreach (var (i, table) in plan.Lists.Index()) Check(table, plan, $"/lists/{i}", report);
        Hosting(plan, report);
        Known(plan, plan.Collector, "/collector", report);
        Names.Ids(plan.Signatories.Select(s => s.Role), "/signatories", "/role", report);
        Names.Ids(plan.OpenChoices.Select(c => c.Id), "/openChoices", "/id", report);
    }

    private static void Units(RoundPlan plan, PlacedFindings report)
    {
        if (plan.Units.IsEmpty) report.Add("/units", FrameworkFindings.Empty);
        Names.Ids(plan.Units.Select(u => u.Code.Value), "/units", "/code", report, checkShape: false);
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (i, unit) in plan.Units.Index())
        {
            if (unit.Email is { } address) Names.Address(address, $"/units/{i}/email", report);
            foreach (var name in (ReadOnlySpan<string>)[unit.Code.Value, unit.Name.Thai, unit.Name.English,
                unit.ShortName.Thai, unit.ShortName.English, .. unit.Aliases])
                if (!Names.Claim(owners, name, unit.Code.Value, out var before))
                    report.Add($"/units/{i}", FrameworkFindings.SameUnitName, name, before, unit.Code.Value);
        }
    }

    private static void Check(ListTable table, RoundPlan plan, string pointer, PlacedFindings report)
    {
        if (table.Items.IsEmpty) report.Add($"{pointer}/items", FrameworkFindings.Empty);
        Names.Ids(table.Items.Select(item => item.Id), $"{pointer}/items", "/id", report);
        var (owners, districts) = (new Dictionary<string, string>(StringComparer.Ordinal), Province.Find(plan.Province)?.Districts);
        foreach (var (i, item) in table.Items.Index())
        {
            foreach (var name in (ReadOnlySpan<string>)[item.Name.Thai, item.Name.English, .. item.Synonyms])
                if (!Names.Claim(owners, name, item.Id, out var before)) report.Add($"{pointer}/items/{i}", FrameworkFindings.SameHeading, name, before, item.Id);
            if (item.District is { } code && districts?.Any(d => d.Code == code) == false)
                report.Add($"{pointer}/items/{i}/district", FrameworkFindings.DistrictMismatch, code, plan.Province);
        }
    }

    private static void Districts(RoundPlan plan, Province province, PlacedFindings report)
    {
        foreach (var (i, unit) in plan.Units.Index())
            if (unit.District is { } code && (unit.Kind != UnitKind.DistrictOffice || province.Districts.All(d => d.Code != code)))
                report.Add($"/units/{i}/district", FrameworkFindings.DistrictMismatch, code, plan.Province);
    }

    private static void Hosting(RoundPlan plan, PlacedFindings report)
    {
        Names.Ids(plan.Hosting.Select(h => h.Indicator.Value), "/hosting", "/indicator", report, checkShape: false);
        foreach (var (i, hosting) in plan.Hosting.Index())
        {
            var pointer = $"/hosting/{i}";
            if (hosting.Hosts.IsEmpty) report.Add($"{pointer}/hosts", FrameworkFindings.Empty);
            Names.Ids(hosting.Hosts.Select(h => h.Value), $"{pointer}/hosts", "", report, checkShape: false);
            foreach (var (j, host) in hosting.Hosts.Index()) Known(plan, host, $"{pointer}/hosts/{j}", report);
            if (!hosting.Hosts.Contains(hosting.Lead)) report.Add($"{pointer}/lead", FrameworkFindings.LeadNotHost, hosting.Lead.Value);
        }
    }

    private static void Known(RoundPlan plan, UnitCode code, string pointer, PlacedFindings report)
    {
        if (plan.Find(code) is null) report.Unknown(pointer, UnitWord, code.Value, plan.Units.Select(u => u.Code.Value));
    }
}
