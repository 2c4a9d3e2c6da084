using Stance.Data.Embedded;

namespace Stance.Data.Tests.Embedded;

public sealed class StateFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stance-state-").FullName;

    [Fact]
    public void Choose__folder_that_does_not_exist__made()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);

        var chosen = StateFolder.Choose(Path.Combine(folder, "a", "b"));

        Assert.True(Directory.Exists(chosen));
        Assert.Empty(Directory.GetFileSystemEntries(chosen));
    }

    [Fact]
    public void Choose__place_that_cannot_be_written__names_it_and_the_variable()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherExecute);
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "");

        var refused = Assert.Throws<StanceStartException>(() => StateFolder.Choose(Path.Combine(file, "below")));

        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Contains("set STANCE_DATA", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void Choose__parent_closed_to_others__refused_only_where_the_server_runs_as_another_user()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var below = Path.Combine(folder, "state");

        var refused = Record.Exception(() => StateFolder.Choose(below));

        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            Assert.Contains($"nobody may not pass {folder}", Assert.IsType<StanceStartException>(refused).Message, StringComparison.Ordinal);
            Assert.False(Directory.Exists(below));
        }
        else
        {
            Assert.Null(refused);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
