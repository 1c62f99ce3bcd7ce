using Kalasin.Evaluation;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Transfer;

/// <summary>The forms of all units of a round that report anything, under the rules that it goes by.</summary>
internal static class RoundForms
{
    public static string NameOf(OpenedRound round, UnitCode unit) => $"form-{round.Id}-{unit}.xlsx";

    public static IReadOnlyList<(string Name, Form Form)> Of(OpenedRound round) =>
        [.. round.Rules.Plan.Units.Where(u => round.Rules.IndicatorsOf(u.Code).Any()).Select(u => (NameOf(round, u.Code), Form.For(round.Rules, u.Code)))];

    /// <summary>Writes them as one zip file, a form at a time; they are compressed already.</summary>
    public static async Task WriteZipAsync(IReadOnlyList<(string Name, Form Form)> forms, Stream target, CancellationToken cancellationToken)
    {
        var zip = new StoredZipWriter(target);
        using var bytes = new MemoryStream();
        foreach (var (name, form) in forms)
        {
            bytes.SetLength(0);
            await form.WriteAsync(bytes, cancellationToken);
            await zip.AddAsync(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken);
        }
        await zip.FinishAsync(cancellationToken);
    }
}
