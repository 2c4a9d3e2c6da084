using System.Text.Json;

namespace Stance.Data.Embedded;

/// <summary>
/// The server's own copy of the PostgreSQL programs: readable for its user, with the links npm cannot carry, and safe
/// from an `npm ci` that deletes the programs of a running server.
/// </summary>
internal sealed record ServerPrograms(string Folder)
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public string InitDb => Path.Combine(Folder, "bin", OperatingSystem.IsWindows() ? "initdb.exe" : "initdb");
    public string PgCtl => Path.Combine(Folder, "bin", OperatingSystem.IsWindows() ? "pg_ctl.exe" : "pg_ctl");

    public static ServerPrograms CopyOnce(string native, string stateFolder)
    {
        var programs = new ServerPrograms(Path.Combine(stateFolder, "pgsql-" + Version(native)));
        if (Directory.Exists(programs.Folder))
            return programs;
        var unfinished = programs.Folder + ".new";
        try
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            Copy(new DirectoryInfo(native), unfinished);
            MakeLinks(native, unfinished);
            Directory.Move(unfinished, programs.Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StanceStartException(StateFolder.NotWritable(stateFolder, e), e);
        }
        return programs;
    }

    private static string Version(string native)
    {
        var package = Path.Combine(native, "..", "package.json");
        if (!File.Exists(package))
            return "given";
        using var json = JsonDocument.Parse(File.ReadAllBytes(package));
        return json.RootElement.GetProperty("version").GetString()!;
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(to, Readable | Executable);
        foreach (var file in from.EnumerateFiles().Where(f => f.Extension != ".a"))
        {
            var copy = file.CopyTo(Path.Combine(to, file.Name)).FullName;
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(copy, file.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? Readable | Executable : Readable);
        }
        foreach (var folder in from.EnumerateDirectories())
            Copy(folder, Path.Combine(to, folder.Name));
    }

    private static void MakeLinks(string native, string to)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        if (OperatingSystem.IsWindows() || !File.Exists(list))
            return;
        using var json = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var link in json.RootElement.EnumerateArray())
        {
            var target = Below(to, link.GetProperty("target").GetString()!);
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetFileName(link.GetProperty("source").GetString()!));
        }
    }

    private static string Below(string to, string path) => Path.Combine(to, path["native/".Length..]);
}
