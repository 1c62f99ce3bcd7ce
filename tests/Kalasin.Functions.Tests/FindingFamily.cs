using System.Reflection;
using Kalasin.Evaluation;

namespace Kalasin.Functions.Tests;

/// <summary>The findings of one file, of the library or of the host: neighbours in subject and in number.</summary>
/// <param name="Holder">Name of the static class.</param>
/// <param name="Title">Heading in the catalogue.</param>
/// <param name="First">Smallest number after <c>KAL</c>.</param>
/// <param name="Last">Largest number.</param>
internal sealed record FindingFamily(string Holder, string Title, int First, int Last)
{
    public static readonly IReadOnlyList<FindingFamily> All =
    [
        new("FileFindings", "Files and containers", 1001, 1899),
        new("TransportFindings", "Uploads on their way", 1901, 1950),
        new("PartFindings", "Files that come in parts", 1951, 1999),
        new("FormFindings", "Forms", 2001, 2059),
        new("CountFindings", "Rows that do not count", 2060, 2099),
        new("CellFindings", "Values in cells", 2101, 2299),
        new("JsonFindings", "Frameworks and plans as JSON", 3001, 3030),
        new("FrameworkFindings", "Frameworks", 3031, 3099),
        new("PlanFindings", "Plans", 3101, 3199),
        new("RuleTableFindings", "Rules as tables", 3201, 3299),
        new("ScoringFindings", "Registers, measures and scores", 4101, 4199),
        new("RulingFindings", "Decisions about returns and scores", 4201, 4299),
        new("JumpFindings", "Figures far from last year's or from peers'", 4301, 4399),
        new("TrialFindings", "What-if: inputs that are thought to be others", 4401, 4499),
        new("RankingFindings", "Results that are sent to be ranked", 8001, 8099),
        new("JudgingFindings", "Sheets of judges", 8101, 8199),
        new("RoundFindings", "Rounds and deliveries", 5001, 5099),
        new("RulesFindings", "Rules of a round and their revisions", 5101, 5199),
        new("DecisionFindings", "Decisions in a round", 5201, 5299),
        new("SigningFindings", "From approval to dispatch", 5301, 5399),
        new("JournalFindings", "Mails of a round", 5401, 5499),
        new("PdfFindings", "Documents", 6001, 6099),
        new("OfficeFileFindings", "Files that an office supplies", 6101, 6199),
        new("StorageFindings", "Storage", 7001, 7020),
        new("AzureFindings", "Azure storage", 7021, 7099),
        new("SettingsFindings", "Configuration", 7101, 7199),
        new("QueryFindings", "Requests", 7201, 7299),
        new("RoundServiceFindings", "Services of a round", 7301, 7399),
        new("PageFindings", "Forms on pages", 7401, 7449),
        new("BatchFindings", "Mails to many units", 7451, 7460),
        new("SigningHostFindings", "Papers, signed copies and the dispatch", 7461, 7499),
        new("DropFindings", "Dropped files", 7501, 7599),
        new("MailFindings", "Mail on its way out", 7601, 7649),
        new("MessageFindings", "What is in messages", 7651, 7654),
        new("IncomingFindings", "Mail on its way in", 7655, 7699),
        new("TransferFindings", "A round as one file", 7701, 7799),
        new("ErasureFindings", "Erased content", 7901, 7949),
        new("AccessFindings", "Signing in and personal links", 7801, 7899),
    ];

    /// <summary>The static fields of both programs that hold a kind of finding, each with the class that holds it.</summary>
    public static IReadOnlyList<(string Holder, FindingKind Kind)> Fields { get; } =
    [
        .. from assembly in (Assembly[])[typeof(Finding).Assembly, typeof(Program).Assembly]
           from type in assembly.GetTypes()
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(FindingKind)
           select (type.Name, (FindingKind)field.GetValue(null)!),
    ];

    public IEnumerable<FindingKind> Kinds => Fields.Where(f => f.Holder == Holder).Select(f => f.Kind).OrderBy(k => k.Code, StringComparer.Ordinal);
}
