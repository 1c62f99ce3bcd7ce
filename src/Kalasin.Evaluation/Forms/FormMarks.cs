using System.Collections.Immutable;
using Kalasin.Evaluation.Returns;

namespace Kalasin.Evaluation.Forms;

/// <summary>What a form says of itself to readers, whatever file it is.</summary>
internal static class FormMarks
{
    public static ImmutableArray<(string Name, string Value)> Of(Form form) =>
    [
        (FormMark.Form, FormMark.FormValue),
        (FormMark.Layout, $"{FormLayout.Version}"),
        (FormMark.Round, form.Rules.Plan.Id.Value),
        (FormMark.Framework, form.Rules.Framework.Id.Value),
        (FormMark.Revision, $"{form.Rules.Framework.Revision}"),
        (FormMark.Unit, form.Unit.Code.Value),
    ];
}
