namespace Kalasin.Evaluation.Rounds;

internal sealed partial record RoundState
{
    /// <summary>
    /// Receipts of deliveries that count, in order: those that brought a current return or said the same while it was current, and those that brought
    /// files alone. What was withdrawn does not.
    /// </summary>
    public IEnumerable<ReceiptNumber> Counting
    {
        get
        {
            var counting = Returns.Keys.Select(r => Current(r.Unit, r.Indicator)).OfType<ReturnVersion>().SelectMany(v => v.Repeated.Prepend(v.Receipt)).ToHashSet();
            return Deliveries.Where(d => (counting.Contains(d.Receipt) || d.Returns.IsEmpty) && !Withdrawn.ContainsKey(d.Receipt)).Select(d => d.Receipt);
        }
    }
}
