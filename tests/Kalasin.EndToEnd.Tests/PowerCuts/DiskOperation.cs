namespace Kalasin.EndToEnd.Tests.PowerCuts;

/// <summary>A file or folder, whatever it is called at the moment.</summary>
internal sealed class Node(bool isFolder, byte[]? content = null)
{
    public bool IsFolder => isFolder;

    /// <summary>What was in it before anything was recorded.</summary>
    public byte[] Content => content ?? [];
}

/// <summary>What a program asked the system to do on the disk, and when: places in the record, where it began and where it was answered.</summary>
internal abstract record DiskOperation(long Began, long Ended)
{
    /// <summary>What has to be flushed so that it is kept.</summary>
    public abstract Node Of { get; }
}

/// <summary>Bytes go into a file.</summary>
internal sealed record Written(long Began, long Ended, Node File, long Offset, byte[] Bytes) : DiskOperation(Began, Ended)
{
    public override Node Of => File;
}

/// <summary>A file is cut to a length, or made as long.</summary>
internal sealed record Resized(long Began, long Ended, Node File, long Length) : DiskOperation(Began, Ended)
{
    public override Node Of => File;
}

/// <summary>A name stands for a file or folder from now on; null for nothing. With a name that goes at once, where something was renamed.</summary>
internal sealed record Named(long Began, long Ended, Node Folder, string Name, Node? Node, (Node Folder, string Name)? Instead = null) : DiskOperation(Began, Ended)
{
    public override Node Of => Folder;
}

/// <summary>Whatever was asked of a file or folder, and answered, before it began is kept once it has ended.</summary>
internal sealed record Flushed(long Began, long Ended, Node Node) : DiskOperation(Began, Ended)
{
    public override Node Of => Node;
}
