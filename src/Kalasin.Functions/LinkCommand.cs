using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Access;
using Kalasin.Functions.Pages;
using Kalasin.Functions.Rounds;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary>
/// <c>link ROUND --unit U | --head | --inspector | --confirmer</c>, or <c>--revoke N</c>: personal links. The address is shown once;
/// nobody can look it up again.
/// </summary>
internal static class LinkCommand
{
    public static Command Of(InstallationCommands commands)
    {
        var unit = new Option<string?>("--unit") { HelpName = "CODE", Description = "ให้หน่วยงานนี้ / For this unit; with --confirmer for its head" };
        var head = new Option<bool>("--head") { Description = For(LinkPurpose.Head) };
        var inspector = new Option<bool>("--inspector") { Description = For(LinkPurpose.Inspector) };
        var confirmer = new Option<bool>("--confirmer") { Description = For(LinkPurpose.Confirmer) };
        var days = new Option<int?>("--days")
        {
            HelpName = "N", Description = "ใช้ได้กี่วัน (เดิม: ตลอดรอบ) / How many days it opens something (default: as long as the round needs it)",
        };
        var revoke = new Option<long?>("--revoke") { HelpName = "N", Description = "ยกเลิกลิงก์เลขที่ / Take back the link of this number" };
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "เหตุผลที่ยกเลิก / Why it is taken back" };
        var link = new Command("link", "ออกหรือยกเลิกลิงก์ส่วนบุคคลของรอบ / Issue or take back a personal link of a round")
        {
            unit, head, inspector, confirmer, days, revoke, reason,
        };
        link.Validators.Add(given =>
        {
            bool[] ways =
            [
                given.GetValue(head), given.GetValue(inspector), given.GetValue(confirmer), given.GetValue(revoke) is not null,
                given.GetValue(unit) is not null && !given.GetValue(confirmer),
            ];
            if (ways.Count(way => way) != 1)
                given.AddError("ระบุอย่างใดอย่างหนึ่ง / Give one of: --unit, --head, --inspector, --confirmer, --revoke");
            if (given.GetValue(days) is <= 0 or > 3660) given.AddError("--days: ๑ ถึง ๓๖๖๐ / 1 to 3660");
        });
        return commands.OfRound(link, async (services, round, result, cancellationToken) =>
        {
            if (result.GetValue(revoke) is { } number)
                return await RevokeAsync(commands, services, round, number, result.GetValue(reason) ?? "", cancellationToken);
            var purpose = result.GetValue(confirmer) ? LinkPurpose.Confirmer
                : result.GetValue(head) ? LinkPurpose.Head
                : result.GetValue(inspector) ? LinkPurpose.Inspector : LinkPurpose.Unit;
            UnitCode? of = null;
            if (result.GetValue(unit) is { } code)
            {
                if (round.UnitOf(code) is not { } known)
                    return await commands.RefuseAsync([RoundFindings.UnknownUnit.At(Place.Nowhere, Http.QueryFindings.Shown(code))]);
                of = known.Code;
            }
            return await IssueAsync(commands, services, round, purpose, of, result.GetValue(days), cancellationToken);
        });
    }

    private static string For(LinkPurpose purpose) => IssuedLink.HolderOf(purpose) is var holder ? $"ให้{holder.Thai} / For the {holder.English}" : "";

    private static async Task<int> IssueAsync(
        InstallationCommands commands, IServiceProvider services, OpenedRound round, LinkPurpose purpose, UnitCode? unit, int? days,
        CancellationToken cancellationToken)
    {
        var (settings, now) = (services.GetRequiredService<Settings>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var last = days is { } given ? BangkokTime.Date(now).AddDays(given - 1) : LinksView.LastDay(round, now);
        var outcome = await services.GetRequiredService<LinkService>()
            .IssueAsync(round, purpose, unit, last, null, "", InstallationCommands.Operator(services), cancellationToken);
        if (outcome.Issued is not { } issued) return await commands.RefuseAsync(outcome.Findings);
        var origin = settings.Access.BaseAddress?.GetLeftPart(UriPartial.Authority);
        if (origin is null)
            await commands.Error.WriteLineAsync(
                "ยังไม่ได้ตั้ง KALASIN_BASE_ADDRESS ลิงก์นี้จึงเปิดได้เฉพาะในเครื่องนี้ / KALASIN_BASE_ADDRESS is not set; the link opens on this machine only");
        var address = PublicAddress.OfLink(origin ?? settings.Addresses[0].TrimEnd('/'), round.Id, issued.Secret);
        var (whom, day) = (LinksView.WordsFor(issued.Link, round.Rules), ThaiDate.Bilingual(last));
        await commands.Output.WriteLineAsync(
            $"ลิงก์เลขที่ {issued.Link.Number} ของ{whom.Thai} ใช้ได้ถึง {day.Thai} / link {issued.Link.Number} of {whom.English}, until {day.English}");
        await commands.Output.WriteLineAsync("เก็บที่อยู่นี้ไว้ ระบบแสดงครั้งเดียว / keep this address, it is shown once:");
        await commands.Output.WriteLineAsync(address);
        await commands.Output.WriteAsync(TerminalQr.Of(address));
        return CommandLine.Done;
    }

    private static async Task<int> RevokeAsync(
        InstallationCommands commands, IServiceProvider services, OpenedRound round, long number, string reason, CancellationToken cancellationToken)
    {
        var actor = InstallationCommands.Operator(services);
        var asked = DecisionService.Sent(new RevokeLink(number, reason), round.Id, actor, null, []);
        var outcome = await services.GetRequiredService<DecisionService>().DecideAsync(round, asked, actor, cancellationToken);
        if (outcome.Decision is Refuse refused) return await commands.RefuseAsync(refused.Findings);
        await commands.Output.WriteLineAsync($"ยกเลิกลิงก์เลขที่ {number} แล้ว / link {number} was taken back");
        return CommandLine.Done;
    }
}
