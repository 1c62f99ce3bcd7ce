using System.Xml;

namespace Kalasin.Evaluation.Intake.Containers;

/// <summary>The names of elements and attributes that a file's parts use. A reader keeps each of them, so that new ones are paid for.</summary>
internal sealed class PartNames(Budget budget) : NameTable
{
    private const int BytesPerName = 64;

    public override string Add(string key)
    {
        if (Get(key) is { } known) return known;
        budget.Hold(BytesPerName + 2 * key.Length);
        return base.Add(key);
    }

    public override string Add(char[] key, int start, int len)
    {
        if (Get(key, start, len) is { } known) return known;
        budget.Hold(BytesPerName + 2 * len);
        return base.Add(key, start, len);
    }
}
