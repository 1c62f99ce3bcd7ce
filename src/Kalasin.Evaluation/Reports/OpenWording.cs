namespace Kalasin.Evaluation.Reports;

/// <summary>
/// What the letters leave open, such as a number printed in two ways, is not printed outside the house before somebody has chosen; then what
/// was chosen.
/// </summary>
internal static class OpenWording
{
    /// <summary>A text with each option of an open choice replaced.</summary>
    /// <param name="plan">The plan, which names the choices.</param>
    /// <param name="choices">What was chosen, by id.</param>
    /// <param name="text">The text.</param>
    public static string Of(RoundPlan plan, IReadOnlyDictionary<string, string> choices, string text) => plan.OpenChoices.Aggregate(
        text, (all, choice) => choice.Options.Aggregate(
            all, (t, option) => t.Replace(option, choices.GetValueOrDefault(choice.Id, choice.Until), StringComparison.Ordinal)));
}
