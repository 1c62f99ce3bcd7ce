namespace Kalasin.Evaluation.Tests.Architecture;

/// <summary>
/// Which rooms of a house know which. A room is a namespace or folder below the house's, or a single type in it; what is in no
/// room is in the hall, whose name is empty. A room knows what the rooms it may use know.
/// </summary>
internal sealed class RoomPlan
{
    private readonly string _house;
    private readonly Dictionary<string, HashSet<string>> _known = new(StringComparer.Ordinal);

    /// <param name="house">A namespace.</param>
    /// <param name="rooms">In the order of the flow: a room may use only rooms above it.</param>
    public RoomPlan(string house, params ReadOnlySpan<(string Room, string[] MayUse)> rooms)
    {
        _house = house;
        foreach (var (room, mayUse) in rooms) _known.Add(room, [room, .. mayUse.SelectMany(used => _known[used])]);
        _known.TryAdd("", [.. _known.Keys, ""]); // a hall that isn't planned is the entrance, from which every room can be seen
    }

    /// <summary>The name of a type below the folder it stands in, where its namespace doesn't say it. Default: it always does.</summary>
    public Func<Type, string?> NameInFolder { get; init; } = _ => null;

    /// <summary>The plan that a page states in a table under a heading: rooms first, what they may use last.</summary>
    public static RoomPlan Stated(string house, string page, string heading, Func<Type, string?>? nameInFolder = null)
    {
        var rows = page.Split('\n').SkipWhile(l => l != heading)
            .SkipWhile(l => !l.StartsWith("| `", StringComparison.Ordinal)).TakeWhile(l => l.StartsWith('|'))
            .Select(row => row.Trim('|').Split('|')).Select(cells => (Names(cells[0]).Single(), Names(cells[^1]).ToArray())).ToArray();
        Assert.NotEmpty(rows);
        return new(house, rows) { NameInFolder = nameInFolder ?? (_ => null) };
    }

    private static IEnumerable<string> Names(string cell) =>
        cell.Split('`').Where((_, i) => i % 2 == 1).Select(name => name == "(root)" ? "" : name.TrimEnd('/').Replace('/', '.'));

    /// <summary>Every use that the plan doesn't allow, as <c>user uses used</c>.</summary>
    public IReadOnlyList<string> Breaches(IEnumerable<Type> types) =>
        [.. from user in types
            where IsInHouse(user)
            from used in UsedTypes.Of(user)
            where IsInHouse(used) && !_known[RoomOf(user)].Contains(RoomOf(used))
            select $"{NameOf(user)} uses {NameOf(used)}" into breach
            orderby breach
            group breach by breach into one
            select one.Key];

    /// <summary>Namespaces that no room of the plan holds.</summary>
    public IReadOnlyList<string> Unplanned(IEnumerable<Type> types) =>
    [
        .. types.Where(t => IsInHouse(t) && Outermost(t).Namespace != _house && RoomOf(t).Length == 0)
            .Select(t => t.Namespace!).Distinct().Order(StringComparer.Ordinal),
    ];

    private bool IsInHouse(Type type) => Outermost(type).Namespace is { } name && (name == _house || name.StartsWith(_house + ".", StringComparison.Ordinal));

    private string RoomOf(Type type)
    {
        var name = NameOf(type);
        for (; name.Length > 0; name = name.LastIndexOf('.') is var dot && dot < 0 ? "" : name[..dot])
            if (_known.ContainsKey(name)) return name;
        return "";
    }

    private string NameOf(Type type) => Outermost(type) is var outer && NameInFolder(outer) is { } name ? name : outer.FullName![(_house.Length + 1)..];

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
    }
}
