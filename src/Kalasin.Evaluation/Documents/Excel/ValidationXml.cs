using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Kalasin.Evaluation.Documents.Opc;

namespace Kalasin.Evaluation.Documents.Excel;

/// <summary>Data validations of a sheet.</summary>
internal sealed class ValidationXml(XmlWriter xml)
{
    /// <summary>Writes them, or nothing when there are none.</summary>
    public void Write(ImmutableArray<Validation> validations)
    {
        if (validations.IsEmpty) return;
        xml.WriteStartElement("dataValidations", StylesPart.Main);
        xml.WriteAttributeString("count", validations.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var validation in validations) Write(validation);
        xml.WriteEndElement();
    }

    /// <summary>A range of a sheet as a formula: <c>'ชื่อ'!$A$1:$A$9</c>.</summary>
    public static string Reference(string sheet, CellRange range) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{range.Absolute}";

    private void Write(Validation validation)
    {
        var (type, first, second) = Parts(validation.Rule);
        xml.WriteStartElement("dataValidation", StylesPart.Main);
        xml.WriteAttributeString("type", type);
        if (validation.MayKeep) xml.WriteAttributeString("errorStyle", "warning");
        xml.WriteAttributeString("allowBlank", "1");
        xml.WriteAttributeString("showInputMessage", "1");
        xml.WriteAttributeString("showErrorMessage", "1");
        if (validation.Error is { } error) Notice("error", error);
        if (validation.Prompt is { } prompt) Notice("prompt", prompt);
        xml.WriteAttributeString("sqref", validation.Range.ToString());
        if (first is not null) xml.WriteElementString("formula1", StylesPart.Main, ValidXml.Of(first));
        if (second is not null) xml.WriteElementString("formula2", StylesPart.Main, second);
        xml.WriteEndElement();
    }

    private void Notice(string name, Notice notice)
    {
        if (notice.Title.Length > 0) xml.WriteAttributeString($"{name}Title", ValidXml.Of(notice.Title));
        xml.WriteAttributeString(name, ValidXml.Of(notice.Text));
    }

    private static (string Type, string? First, string? Second) Parts(ValidationRule rule) => rule switch
    {
        Anything => ("none", null, null),
        OneOf list => ("list", $"\"{string.Join(',', list.Values).Replace("\"", "\"\"", StringComparison.Ordinal)}\"", null),
        OneOfRange range => ("list", Reference(range.Sheet, range.Range), null),
        WholeNumber whole => ("whole", whole.Minimum.ToString(CultureInfo.InvariantCulture), whole.Maximum.ToString(CultureInfo.InvariantCulture)),
        DecimalNumber number => ("decimal", number.Minimum.ToString(CultureInfo.InvariantCulture), number.Maximum.ToString(CultureInfo.InvariantCulture)),
        Day day => ("date", Cell.Serial(day.First).ToString(CultureInfo.InvariantCulture), Cell.Serial(day.Last).ToString(CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"The rule {rule.GetType().Name} has no form in Excel."),
    };
}
