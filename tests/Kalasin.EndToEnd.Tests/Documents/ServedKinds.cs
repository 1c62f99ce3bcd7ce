using Kalasin.Evaluation.Tests.Documents;

namespace Kalasin.EndToEnd.Tests.Documents;

/// <summary>Every kind of document that the program serves of the sample round, and one that holds every block.</summary>
internal static class ServedKinds
{
    public const string EveryBlockName = "every-block";

    private const string Round = "/api/rounds/46-dla-2567";

    private static readonly (string Name, string Address)[] Addresses =
    [
        ("official", "report"), ("internal", "report?edition=internal"), ("letter", "papers/letter"), ("memo-to-head", "papers/memo-to-head"),
        ("memo-to-unit", "papers/memo-to-unit?unit=4611"), ("evidence-index", "papers/evidence-index"), ("evidence-labels", "papers/evidence-labels"),
        ("assessment-form", "papers/assessment-form"), ("receipt", "deliveries/1/receipt"), ("return", "units/4602/return"),
        ("return-memo", "units/4602/return-memo"), ("findings", "findings"), ("ranking", "/api/rankings/dla-2567"),
    ];

    public static IEnumerable<string> Names => Addresses.Select(a => a.Name).Prepend(EveryBlockName);

    /// <summary>Writes each kind in each of the formats (<c>docx</c>, <c>pdf</c>) into a folder; papers bear an emblem.</summary>
    public static async Task WriteAsync(PlayedSample sample, TemporaryFolder folder, params string[] formats)
    {
        var token = TestContext.Current.CancellationToken;
        foreach (var format in formats) await EveryBlock.Document.SaveAsync(folder.File($"{EveryBlockName}.{format}"), token);
        await sample.CopyAsync(folder.File("kalasin-data"));
        await using var program = SampleProgram.Start(folder);
        await program.ReadyAsync();
        using var emblem = new MultipartFormDataContent { { new ByteArrayContent([.. MadeEmblem.Png(270, 300)]), "files", "emblem.png" } };
        using var given = await program.Client.PutAsync(new Uri($"{Round}/office-files/emblem", UriKind.Relative), emblem, token);
        Assert.True(given.IsSuccessStatusCode);
        using var card = new MultipartFormDataContent { { new ByteArrayContent(await program.Client.GetByteArrayAsync(new Uri($"{Round}/scorecard-file", UriKind.Relative), token)), "files", "46.json" } };
        using var ranked = await program.Client.PostAsync(new Uri("/api/rankings/dla-2567/scorecards", UriKind.Relative), card, token);
        Assert.True(ranked.IsSuccessStatusCode);
        foreach (var (name, address) in Addresses)
            foreach (var format in formats)
            {
                var asked = new Uri($"{(address[0] == '/' ? "" : $"{Round}/")}{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format={format}", UriKind.Relative);
                await File.WriteAllBytesAsync(folder.File($"{name}.{format}"), await program.Client.GetByteArrayAsync(asked, token), token);
            }
    }
}
