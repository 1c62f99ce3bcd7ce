using System.Collections.Immutable;

namespace Kalasin.Evaluation.Frameworks;

/// <summary>
/// A plan for a province that has not written one: the six office units of Kalasin's, the province's own districts, hosts as
/// in Kalasin's memo; everything marked as assumed.
/// </summary>
internal static class StandardPlan
{
    /// <summary>Days that Kalasin keeps between its internal deadline and the department's.</summary>
    private const int DaysToCompile = 16;

    public static RoundPlan For(Framework framework, Province province, RoundPlan kalasin)
    {
        ImmutableArray<ReportingUnit> units = province.Code == kalasin.Province
            ? kalasin.Units
            : [.. kalasin.Units.Where(u => u.Kind != UnitKind.DistrictOffice), .. province.Districts.Select(OfficeOf)];
        var due = framework.FinalDeadline.Date.AddDays(-DaysToCompile);
        return new()
        {
            Id = RoundId.Parse($"{province.Code}-{framework.Id}"),
            Revision = 1,
            Framework = framework.Id,
            Province = province.Code,
            Office = new($"สำนักงานส่งเสริมการปกครองท้องถิ่น{province.FullName}", $"{province.EnglishName} Provincial Office for Local Administration"),
            Memo = RoundPlan.NoMemo,
            Collector = kalasin.Collector,
            InternalDeadline = new(due, "", Assumed($"{DaysToCompile} วันก่อนกำหนดส่งสุดท้าย จังหวัดยังไม่ได้กำหนด")),
            AuthoritiesOn = due,
            Duplicates = DuplicatesPolicy.CountOnce,
            Units = units,
            Hosting = [.. framework.Indicators.Select(i => HostsOf(i, framework, units, kalasin))],
            Signatories =
            [
                new("compiler", new("ผู้รวบรวม", "Compiled by"), new("หัวหน้าฝ่ายบริหารทั่วไป", "Head of the General Administration Section")),
                new(
                    "certifier", new("ผู้รับรอง", "Certified by"),
                    new($"ท้องถิ่น{province.FullName}", $"Head of the {province.EnglishName} Provincial Office for Local Administration")),
                new("sender", new("ผู้ลงนาม", "Signed by"), new($"ผู้ว่าราชการ{province.FullName}", $"Governor of {province.EnglishName}")),
            ],
            OpenChoices = framework.Id == kalasin.Framework
                ? [.. kalasin.OpenChoices.Where(c => c.Source.Kind == SourceKind.DlaLetter || c.Indicator is not null)]
                : [],
        };
    }

    private static ReportingUnit OfficeOf(District district)
    {
        var name = $"ท้องถิ่นอำเภอ{district.Name}";
        return new(
            UnitCode.Parse(district.Code), new(name, $"District Local Office {district.Code}"), new(district.Name, district.Code),
            UnitKind.DistrictOffice)
        {
            Aliases = [$"สำนักงานส่งเสริมการปกครองท้องถิ่นอำเภอ{district.Name}", district.FullName],
            District = district.Code,
        };
    }

    private static Hosting HostsOf(Indicator indicator, Framework framework, ImmutableArray<ReportingUnit> units, RoundPlan kalasin)
    {
        ImmutableArray<UnitCode> districts = [.. units.Where(u => u.Kind == UnitKind.DistrictOffice).Select(u => u.Code)];
        if (framework.Entrant == EntrantKind.Unit)
            return new(indicator.Number, districts, districts[0], Assumed("ผู้รับการประเมินทุกแห่งรายงานของตนเอง"), Assumed("แต่ละแห่งตอบของตนเอง"));
        var model = CarriedRules.IsSameAward(framework.Id, kalasin.Framework) ? kalasin.Hosting.FirstOrDefault(h => h.Indicator == indicator.Number) : null;
        if (model is null)
            return new(
                indicator.Number, [kalasin.Collector], kalasin.Collector, Assumed("จังหวัดยังไม่ได้กำหนดเจ้าภาพ"),
                Assumed("จังหวัดยังไม่ได้กำหนดเจ้าภาพหลัก"));
        var isOfDistricts = model.Hosts.Any(h => kalasin.Find(h)?.Kind == UnitKind.DistrictOffice);
        return new(indicator.Number, [.. model.Hosts.Where(h => kalasin.Find(h)?.Kind != UnitKind.DistrictOffice), .. isOfDistricts ? districts : []],
            model.Lead,
            Assumed("ตามหนังสือจังหวัดกาฬสินธุ์ จังหวัดนี้ยังไม่ได้กำหนด"), Assumed("ตามแผนของจังหวัดกาฬสินธุ์ จังหวัดนี้ยังไม่ได้กำหนด"));
    }

    private static RuleSource Assumed(string note) => new(SourceKind.Assumed, Note: note);
}
