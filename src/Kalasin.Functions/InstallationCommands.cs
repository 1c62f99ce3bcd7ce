using System.CommandLine;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Rounds;
using Kalasin.Functions.Rounds;
using Command = System.CommandLine.Command;

namespace Kalasin.Functions;

/// <summary>
/// Commands in an installation, by the same services that answer its requests, whether the service runs beside them or not: appends
/// are safe from each other. What they can't do they say, as a finding, and end with another code than 0.
/// </summary>
internal sealed class InstallationCommands(StoreOptions store, TextWriter output, TextWriter error)
{
    public TextWriter Output => output;

    public TextWriter Error => error;

    /// <summary>The round that a command is about.</summary>
    public static Argument<string> Round { get; } = new("ROUND") { Description = "รหัสรอบการประเมิน เช่น 46-dla-2567 / Round, such as 46-dla-2567" };

    /// <param name="command">Its words; those of the store are added.</param>
    /// <param name="work">What it does, with the services of the installation.</param>
    /// <param name="mayMake">Whether it makes the data folder where there is none.</param>
    public Command Of(Command command, Func<IServiceProvider, ParseResult, CancellationToken, Task<int>> work, bool mayMake = false)
    {
        store.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            if ((mayMake ? store.Read(result) : await store.ReadExistingAsync(result, error)) is not { } settings) return CommandLine.Failed;
            await using var app = Service.Build(settings, builder => builder.Logging.ClearProviders());
            return await work(app.Services, result, cancellationToken);
        });
        return command;
    }

    /// <summary>The same for a command about a round that was opened.</summary>
    public Command OfRound(Command command, Func<IServiceProvider, OpenedRound, ParseResult, CancellationToken, Task<int>> work)
    {
        command.Add(Round);
        return Of(command, async (services, result, cancellationToken) =>
            await services.GetRequiredService<RoundLog>().FindAsync(result.GetRequiredValue(Round), cancellationToken) is { } found
                ? await work(services, found, result, cancellationToken)
                : await RefuseAsync([Unknown(result.GetRequiredValue(Round))]));
    }

    /// <summary>As whom a command is asked: whoever sits at the machine that has the data, or an operator who reaches it from somewhere.</summary>
    public static Actor Operator(IServiceProvider services) =>
        StoreOptions.IsLocal(services.GetRequiredService<Settings>()) ? Actor.Local : Actor.Operator;

    public static Finding Unknown(string round) => RoundServiceFindings.UnknownRound.At(Place.Nowhere, Http.QueryFindings.Shown(round));

    public async Task<int> RefuseAsync(IEnumerable<Finding> findings)
    {
        await TellAsync(findings);
        return CommandLine.Failed;
    }

    public async Task TellAsync(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings) await error.WriteLineAsync($"{finding} / {finding.ToString(Language.English)}");
    }
}
