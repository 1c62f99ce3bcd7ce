using System.Collections.Immutable;
using Kalasin.Evaluation.Documents.Excel;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms;

/// <summary>The very hidden sheet: what the form is, and the lists that its cells offer.</summary>
internal static class MarkSheet
{
    public static Sheet Compose(Form form, OfferedLists lists)
    {
        var marks = FormMarks.Of(form);
        var rows = ImmutableArray.CreateBuilder<Row>();
        for (var r = 0; r < Math.Max(marks.Length, lists.Longest); r++)
        {
            var (name, value) = r < marks.Length ? marks[r] : ("", "");
            rows.Add(Row.Of([name, value, "", .. lists.All.Select(l => (Cell)(r < l.Length ? l[r] : ""))]));
        }
        return new(FormLayout.MarkSheet, rows.ToImmutable()) { Visibility = SheetVisibility.VeryHidden };
    }
}
