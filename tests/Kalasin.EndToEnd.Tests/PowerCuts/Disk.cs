namespace Kalasin.EndToEnd.Tests.PowerCuts;

/// <summary>
/// What a program did below one folder, as operations that a power cut may or may not leave. Nothing is taken for granted that no standard promises: what is
/// written is kept when its file was flushed, a name when its folder was.
/// </summary>
internal sealed class Disk
{
    /// <summary>Rebuilt by whoever opens the database, and never read after a power cut.</summary>
    private const string SharedMemory = "-shm";

    private readonly string root;
    private readonly IReadOnlyCollection<string> only;
    private readonly Node top = new(isFolder: true);
    private readonly List<DiskOperation> initial = [];
    private readonly List<DiskOperation> operations = [];
    private readonly Dictionary<Node, Dictionary<string, Node>> now = [];
    private readonly Dictionary<Node, long> lengths = [];

    /// <param name="root">The folder that is watched; what lies in it now is on the disk.</param>
    /// <param name="only">Names in it that matter.</param>
    public Disk(string root, params IReadOnlyCollection<string> only)
    {
        (this.root, this.only) = (root, only);
        now[top] = [];
        Take(new(root), top);
    }

    /// <summary>In the order in which they began.</summary>
    public IReadOnlyList<DiskOperation> Operations => operations;

    /// <summary>Somebody else put a file there, and it is on the disk.</summary>
    public void Place(long at, string path, byte[] bytes)
    {
        MakeFolders(at, Path.GetDirectoryName(path)!);
        var (folder, node) = (Node(Path.GetDirectoryName(path)!)!, new Node(isFolder: false));
        Name(at, at, folder, Path.GetFileName(path), node);
        Add(new Written(at, at, node, 0, bytes));
        Add(new Flushed(at, at, node));
        Add(new Flushed(at, at, folder));
        lengths[node] = bytes.Length;
    }

    public void Open(long began, long ended, string path, bool empty)
    {
        if (Find(path) is not (var folder, var name)) return;
        if (folder is null) return;
        if (!now[folder].TryGetValue(name, out var node)) Name(began, ended, folder, name, new(isFolder: false));
        else if (empty && !node.IsFolder) Resize(began, ended, node, 0);
    }

    public void Write(long began, long ended, string path, long offset, byte[] bytes)
    {
        if (Node(path) is not { IsFolder: false } node) return;
        Add(new Written(began, ended, node, offset, bytes));
        lengths[node] = Math.Max(LengthOf(node), offset + bytes.Length);
    }

    /// <summary>Behind what is there: nobody writes so anywhere else.</summary>
    public void Append(long began, long ended, string path, byte[] bytes)
    {
        if (Node(path) is { IsFolder: false } node) Write(began, ended, path, LengthOf(node), bytes);
    }

    public void Resize(long began, long ended, string path, long length)
    {
        if (Node(path) is { IsFolder: false } node) Resize(began, ended, node, length);
    }

    public void Rename(long began, long ended, string from, string to)
    {
        if (Find(from) is not ({ } oldFolder, var oldName) || Find(to) is not ({ } folder, var name) || !now[oldFolder].Remove(oldName, out var node)) return;
        now[folder][name] = node;
        Add(new Named(began, ended, folder, name, node, (oldFolder, oldName)));
    }

    public void Link(long began, long ended, string from, string to)
    {
        if (Node(from) is { } node && Find(to) is ({ } folder, var name)) Name(began, ended, folder, name, node);
    }

    public void Remove(long began, long ended, string path)
    {
        if (Find(path) is ({ } folder, var name) && now[folder].Remove(name)) Add(new Named(began, ended, folder, name, null));
    }

    public void MakeFolder(long began, long ended, string path)
    {
        if (Find(path) is ({ } folder, var name) && !now[folder].ContainsKey(name)) Name(began, ended, folder, name, new(isFolder: true));
    }

    public void Flush(long began, long ended, string path)
    {
        if (Node(path) is { } node) Add(new Flushed(began, ended, node));
    }

    public void RefuseIfWatched(string path, string how)
    {
        if (IsWatched(path)) throw new NotSupportedException($"{how} on {path}");
    }

    /// <summary>Writes a state down: what these operations leave, carried out one after the other.</summary>
    public void Leave(IEnumerable<DiskOperation> kept, string target)
    {
        var names = new Dictionary<Node, Dictionary<string, Node>>();
        var contents = new Dictionary<Node, MemoryStream>();
        foreach (var operation in initial.Concat(kept))
            switch (operation)
            {
                case Written written:
                    var content = ContentOf(written.File);
                    content.Position = written.Offset;
                    content.Write(written.Bytes);
                    break;
                case Resized resized:
                    ContentOf(resized.File).SetLength(resized.Length);
                    break;
                case Named named:
                    if (named.Instead is { } before && NamesIn(before.Folder).GetValueOrDefault(before.Name) == named.Node) NamesIn(before.Folder).Remove(before.Name);
                    if (named.Node is null) NamesIn(named.Folder).Remove(named.Name);
                    else NamesIn(named.Folder)[named.Name] = named.Node;
                    break;
            }
        Put(top, target);

        Dictionary<string, Node> NamesIn(Node folder) => names.TryGetValue(folder, out var known) ? known : names[folder] = new(StringComparer.Ordinal);

        MemoryStream ContentOf(Node file)
        {
            if (contents.TryGetValue(file, out var known)) return known;
            contents[file] = known = new();
            known.Write(file.Content);
            return known;
        }

        void Put(Node folder, string path)
        {
            Directory.CreateDirectory(path);
            foreach (var (name, node) in NamesIn(folder))
                if (node.IsFolder) Put(node, Path.Combine(path, name));
                else File.WriteAllBytes(Path.Combine(path, name), ContentOf(node).ToArray());
        }
    }

    private void Take(DirectoryInfo folder, Node node)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (!IsWatched(entry.FullName)) continue;
            var below = new Node(entry is DirectoryInfo, entry is FileInfo file ? File.ReadAllBytes(file.FullName) : null);
            if (below.IsFolder) now[below] = [];
            else lengths[below] = below.Content.Length;
            now[node][entry.Name] = below;
            initial.Add(new Named(-1, -1, node, entry.Name, below));
            if (entry is DirectoryInfo inner) Take(inner, below);
        }
    }

    private void MakeFolders(long at, string path)
    {
        if (path == root) return;
        MakeFolders(at, Path.GetDirectoryName(path)!);
        MakeFolder(at, at, path);
        Flush(at, at, Path.GetDirectoryName(path)!);
    }

    private void Name(long began, long ended, Node folder, string name, Node node)
    {
        if (node.IsFolder && !now.ContainsKey(node)) now[node] = [];
        now[folder][name] = node;
        Add(new Named(began, ended, folder, name, node));
    }

    private void Resize(long began, long ended, Node node, long length)
    {
        Add(new Resized(began, ended, node, length));
        lengths[node] = length;
    }

    private void Add(DiskOperation operation) => operations.Add(operation);

    private long LengthOf(Node node) => lengths.GetValueOrDefault(node);

    private bool IsWatched(string path) =>
        (path == root || (path.StartsWith(root + '/', StringComparison.Ordinal) && only.Contains(path[(root.Length + 1)..].Split('/')[0]))) && !path.EndsWith(SharedMemory, StringComparison.Ordinal);

    /// <summary>The folder that a path is in, null where nobody knows it, and its last part; null for what isn't watched.</summary>
    private (Node? Folder, string Name)? Find(string path) => !IsWatched(path) || path == root ? null : (Node(Path.GetDirectoryName(path)!), Path.GetFileName(path));

    private Node? Node(string path)
    {
        if (!IsWatched(path)) return null;
        var at = top;
        foreach (var part in path[root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries))
            if (!now.TryGetValue(at, out var names) || !names.TryGetValue(part, out at!)) return null;
        return at;
    }
}
