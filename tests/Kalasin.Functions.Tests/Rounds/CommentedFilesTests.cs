using System.IO.Compression;
using Kalasin.Evaluation;
using Kalasin.Evaluation.Tests;
using Kalasin.Functions.Rounds;

namespace Kalasin.Functions.Tests.Rounds;

public sealed class CommentedFilesTests
{
    private static readonly AwardRules Rules = AwardRules.For(BuiltInFrameworks.Get("dla-2567"), "46");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Three archives with twelve old workbooks each ask the program that translates no more than one delivery may.</summary>
    [Fact]
    public async Task ManyFilesToCorrect_AreTranslatedNoMoreThanOneDeliveryMay()
    {
        using var room = new ReadingRoom(TimeProvider.System);
        var translator = new Counting();
        var files = new List<SourceFile>();
        foreach (var name in (string[])["1.zip", "2.zip", "3.zip"]) files.Add(SourceFile.FromBytes(name, await ZipAsync(12)));
        var findings = files.Select(f => new Finding("KAL2101", Severity.Error, Place.InFile(f.Name), "โปรดแก้", "Correct it."));
        var made = await new CommentedFiles(room, null!, translator).ToCorrectAsync(
            Rules, files, findings, UnitCode.Parse("4602"), new(2024, 5, 20, 9, 0, 0, TimeSpan.FromHours(7)), Token);
        Assert.Equal(["1-ข้อสังเกต.zip", "2-ข้อสังเกต.zip"], made.Select(m => m.Name));
        Assert.Equal(IntakeLimits.Default.Translations, translator.Asked);
    }

    private static async Task<byte[]> ZipAsync(int files)
    {
        using var bytes = new MemoryStream();
        await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            for (var number = 1; number <= files; number++)
            {
                await using var entry = await zip.CreateEntry($"{number}.xls").OpenAsync(Token);
                await entry.WriteAsync(Corpus("saved-as-old-excel.xls"), Token);
            }
        return bytes.ToArray();
    }

    private static byte[] Corpus(string name) => File.ReadAllBytes(RepositoryFile.At("tests", "Corpus", name));

    /// <summary>Makes the same workbook of every old one, and counts.</summary>
    private sealed class Counting : IFileTranslator
    {
        public int Asked { get; private set; }

        public Task<Translation> TranslateAsync(FileKind kind, Stream content, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(new Translation(TranslationOutcome.Made, Corpus("dates.xlsx")));
        }
    }
}
