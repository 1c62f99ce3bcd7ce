using System.Text;

namespace Kalasin.EndToEnd.Tests.PowerCuts;

/// <summary>Which states a disk may be in: what was flushed is in all of them, and whatever was not is missing in one.</summary>
public sealed class DiskStatesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Disk _disk;
    private long _now;

    public DiskStatesTests() => _disk = new(Directory.CreateDirectory(_folder.File("root")).FullName, "a", "b", "sub");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RenameWithoutAFlushOfTheFolder_MayBeLost_AndAFileWithoutOneTorn()
    {
        Do((began, ended) => _disk.Open(began, ended, At("a"), empty: false));
        Do((began, ended) => _disk.Append(began, ended, At("a"), "0123456789"u8.ToArray()));
        Assert.Equal(["", "a=", "a=01234", "a=0123456789", "a=012345678"], Last());
        Do((began, ended) => _disk.Flush(began, ended, At("a")));
        Do((began, ended) => _disk.Rename(began, ended, At("a"), At("b")));
        Assert.Equal(["", "a=0123456789", "b=0123456789"], Last());
        Do((began, ended) => _disk.Flush(began, ended, _folder.File("root")));
        Assert.Equal(["b=0123456789"], Last());
    }

    [Fact]
    public void FileReplacedUnflushed_MayBeEmptyUnderItsName()
    {
        Do((began, ended) => _disk.Open(began, ended, At("a"), empty: false));
        Do((began, ended) => _disk.Append(began, ended, At("a"), "new"u8.ToArray()));
        Do((began, ended) => _disk.Rename(began, ended, At("a"), At("b")));
        Assert.Contains("b=", Last());
        Assert.Contains("b=new", Last());
    }

    [Fact]
    public void FolderThatIsNotFlushedInTheOneAbove_MayBeLostWithAllInIt()
    {
        Do((began, ended) => _disk.MakeFolder(began, ended, At("sub")));
        Do((began, ended) => _disk.Open(began, ended, At("sub/a"), empty: false));
        Do((began, ended) => _disk.Flush(began, ended, At("sub")));
        Assert.Equal(["", "sub/a="], Last());
        Do((began, ended) => _disk.Flush(began, ended, _folder.File("root")));
        Assert.Equal(["sub/a="], Last());
    }

    [Fact]
    public void WritesBetweenFlushes_MayComeInAnyOrder()
    {
        Do((began, ended) => _disk.Open(began, ended, At("a"), empty: false));
        Do((began, ended) => _disk.Flush(began, ended, _folder.File("root")));
        Do((began, ended) => _disk.Append(began, ended, At("a"), "1"u8.ToArray()));
        Do((began, ended) => _disk.Append(began, ended, At("a"), "2"u8.ToArray()));
        Assert.Equal(["a=", "a=1", "a=12", "a=\02"], Last());
    }

    private string At(string name) => Path.Combine(_folder.File("root"), name);

    private void Do(Action<long, long> ask) => ask(_now, ++_now);

    /// <summary>The states of the last moment, each once.</summary>
    private SortedSet<string> Last()
    {
        var states = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var state in DiskStates.Of(_disk.Operations).Where(s => s.At == _now))
        {
            using var left = new TemporaryFolder();
            _disk.Leave(state.Kept, left.Path);
            states.Add(string.Join(' ', Directory.EnumerateFiles(left.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => $"{Path.GetRelativePath(left.Path, file)}={Encoding.ASCII.GetString(File.ReadAllBytes(file))}")));
        }
        return states;
    }
}
