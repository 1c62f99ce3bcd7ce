using Kalasin.Functions.Access;
using Kalasin.Functions.Http;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Pages;

/// <summary>The page of the installation, for whoever runs it. Folders are named, since the reader has to find them; no key, account or password is.</summary>
internal static class InstallationPages
{
    public static void MapInstallationPage(this IEndpointRouteBuilder pages) => pages.MapGet("/installation", ShowAsync).RequireAuthorization(Policies.Coordinate);

    private static async Task<IResult> ShowAsync(HttpContext context, Settings settings, Installation installation, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (health, now) = (await Health.LookAsync(context.RequestServices, cancellationToken), clock.GetUtcNow());
        return PageAnswer.Of<InstallationPage>(new InstallationView(health)
        {
            IsSample = installation.IsSample,
            Trail = [new(new("รอบการประเมิน", "Rounds"), PageAddress.AllRounds)],
            At = now,
            Lag = health.Tick.LagAt(now, health.LastTick),
            Place = settings.Azure is { } azure ? azure.ToString() : Path.GetFullPath(settings.DataFolder),
            Heads = settings.Azure is null ? Path.GetFullPath(settings.HeadsFolder ?? $"{Path.TrimEndingDirectorySeparator(settings.DataFolder)}-heads") : null,
            Outbox = settings.PickupFolder is { } folder && !settings.Mail.NamesSmtp ? Path.GetFullPath(folder) : null,
            HasServer = settings.Mail.Smtp is not null,
            HasMailbox = settings.Mail.Imap is not null,
        });
    }
}
