namespace Kalasin.Evaluation.Rounds;

/// <summary>Who did something: a role and a pseudonym, never a name.</summary>
/// <param name="Role">In what role.</param>
/// <param name="Id">Pseudonym that the host can resolve: <c>local</c>, <c>operator</c>, <c>clock</c>, a unit code, an account's object id. At most 100 ASCII characters.</param>
internal sealed record Actor(ActorRole Role, string Id)
{
    /// <summary>The program itself, moved by the clock.</summary>
    public static Actor Clock { get; } = new(ActorRole.System, "clock");

    /// <summary>Whoever sits at the machine in local mode.</summary>
    public static Actor Local { get; } = new(ActorRole.Coordinator, "local");

    /// <summary>Whoever runs a command at a console, in a store that is no machine's own: nobody can say who.</summary>
    public static Actor Operator { get; } = new(ActorRole.Coordinator, "operator");

    /// <summary>What the role is called where somebody is told who decided: never a name.</summary>
    internal BilingualText RoleName => NameOf(Role);

    /// <summary>What a role is called, everywhere.</summary>
    internal static BilingualText NameOf(ActorRole role) => role switch
    {
        ActorRole.Coordinator => new("ผู้ประสานงาน", "coordinator"),
        ActorRole.Head => new("หัวหน้าส่วนราชการ", "head"),
        ActorRole.UnitOfficer => new("เจ้าหน้าที่ของหน่วยงาน", "officer of the unit"),
        ActorRole.Inspector => new("ผู้ตรวจ", "inspector"),
        ActorRole.Confirmer => new("ผู้สอบทาน", "confirmer"),
        // Which department that is, each framework says itself.
        ActorRole.Dla => new("หน่วยงานผู้ประเมิน", "evaluating agency"),
        ActorRole.Machine => new("โปรแกรมอื่น", "another program"),
        _ => new("ระบบ", "program"),
    };

    /// <summary>Somebody, and not a program.</summary>
    internal bool IsPerson => Role is not (ActorRole.System or ActorRole.Machine);

    /// <summary>Runs the round.</summary>
    internal bool IsCoordinator => Role == ActorRole.Coordinator;

    /// <summary>Does what the clock makes due: the program, or the coordinator by hand.</summary>
    internal bool KeepsTime => Role == ActorRole.System || IsCoordinator;

    /// <summary>Sends for a unit: its own officer, the coordinator, or a program that carries what was dropped or mailed.</summary>
    internal bool SendsFor(UnitCode unit) => IsCoordinator || Role == ActorRole.Machine || IsOfficerOf(unit);

    /// <summary>The officer of that unit.</summary>
    internal bool IsOfficerOf(UnitCode unit) => Role == ActorRole.UnitOfficer && Id == unit.Value;

    /// <summary>Decides for the office: runs the round, or signs.</summary>
    internal bool IsInCharge => IsCoordinator || IsHead;

    /// <summary>Signs; also whoever stands in for the head on that day.</summary>
    internal bool IsHead => Role == ActorRole.Head;

    /// <summary>Looks into what units report: asks, and leaves notes.</summary>
    internal bool Asks => IsInCharge || Role == ActorRole.Inspector;

    /// <summary>Pseudonym of whoever holds a personal link that is no unit's.</summary>
    internal static string OfLink(long number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"link-{number}");

    /// <summary>An officer of a unit.</summary>
    public static Actor Officer(UnitCode unit) => new(ActorRole.UnitOfficer, unit.Value);
}

/// <summary>In what role somebody acts.</summary>
internal enum ActorRole
{
    /// <summary>The program itself.</summary>
    System,

    /// <summary>Compiles the round (ผู้ประสานงาน).</summary>
    Coordinator,

    /// <summary>Signs (ท้องถิ่นจังหวัด).</summary>
    Head,

    /// <summary>Reports for one unit.</summary>
    UnitOfficer,

    /// <summary>Reads everything of a round.</summary>
    Inspector,

    /// <summary>Confirms what somebody else has made (ผู้สอบทาน).</summary>
    Confirmer,

    /// <summary>The department: reads all rounds of a framework.</summary>
    Dla,

    /// <summary>Another program.</summary>
    Machine,
}
