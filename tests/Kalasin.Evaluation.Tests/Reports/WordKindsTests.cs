using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Kalasin.Evaluation.Documents;
using Kalasin.Evaluation.Tests.Documents;
using Kalasin.Evaluation.Tests.Documents.Word;
using Kalasin.Evaluation.Tests.OfficeFiles;

namespace Kalasin.Evaluation.Tests.Reports;

/// <summary>Every kind of Word file is sound by Word's rules of 2013 and 365: plain, with an emblem, and on a template of an office's own.</summary>
[Collection<ReadSample>]
public sealed class WordKindsTests(ReadSample sample)
{
    public static TheoryData<string> Documents => PagesTests.Documents;

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Kind_IsSound(string name)
    {
        var document = PagesTests.Composed(sample, name);
        foreach (var stationery in (Stationery[])[Stationery.None, new(MadeEmblem.Read) { Template = await MadeTemplate.ReadAsync() }])
        {
            using var file = WordprocessingDocument.Open(await WordWriterTests.Write(document with { Stationery = stationery }), false);
            foreach (var version in (FileFormatVersions[])[FileFormatVersions.Office2013, FileFormatVersions.Microsoft365])
                Assert.Empty(new OpenXmlValidator(version).Validate(file, TestContext.Current.CancellationToken).Select(e => $"{version} {e.Part?.Uri} {e.Path?.XPath} {e.Description}").Take(5));
        }
    }
}
