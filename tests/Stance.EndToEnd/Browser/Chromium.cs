using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Stance.Data.Embedded;

namespace Stance.EndToEnd.Browser;

/// <summary>The browser the tests drive: STANCE_CHROMIUM, else the packed one from npm, unpacked once.</summary>
internal sealed record Chromium(string Executable, string? Libraries, string? Fonts)
{
    private const UnixFileMode Runnable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public static async Task<Chromium> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("STANCE_CHROMIUM") is { Length: > 0 } given)
            return File.Exists(given) ? new(given, null, null) : throw new FileNotFoundException($"STANCE_CHROMIUM names {given}, which does not exist.");
        var modules = Path.Combine(SourceTree.Root!, "tests", "Stance.EndToEnd", "node_modules");
        var packed = Path.Combine(modules, "@sparticuz", "chromium");
        if (!Directory.Exists(packed))
            throw new DirectoryNotFoundException("No browser: run npm ci in tests/Stance.EndToEnd, or set STANCE_CHROMIUM to a Chromium executable.");
        return await UnpackOnceAsync(packed, Path.Combine(modules, ".chromium-" + await VersionAsync(packed)));
    }

    public Dictionary<string, string> Surroundings()
    {
        var variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(v => (string)v.Key, v => (string)v.Value!);
        if (Libraries is not null)
            variables["LD_LIBRARY_PATH"] = Libraries;
        if (Fonts is not null && !Directory.Exists("/etc/fonts"))
            variables["FONTCONFIG_PATH"] = Fonts;
        return variables;
    }

    private static async Task<string> VersionAsync(string packed)
    {
        using var package = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(packed, "package.json")));
        return package.RootElement.GetProperty("version").GetString()!;
    }

    private static async Task<Chromium> UnpackOnceAsync(string packed, string folder)
    {
        await using var turn = await TakeTurnAsync(folder + ".lock");
        if (!Directory.Exists(folder))
        {
            var unfinished = Directory.CreateDirectory(folder + ".new").FullName;
            await UnpackAsync(Path.Combine(packed, "bin"), unfinished);
            Directory.Move(unfinished, folder);
        }
        return new(Path.Combine(folder, "chromium"), Path.Combine(folder, "al2023", "lib"), Path.Combine(folder, "fonts"));
    }

    /// <summary>Test runs of one source tree may start together; the kernel frees the lock of one that died.</summary>
    private static async Task<FileStream> TakeTurnAsync(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 600)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task UnpackAsync(string bin, string folder)
    {
        var chromium = Path.Combine(folder, "chromium");
        await using (var from = Open(Path.Combine(bin, "chromium.br")))
        await using (var to = File.Create(chromium))
            await from.CopyToAsync(to);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(chromium, Runnable);
        foreach (var (name, below) in new[] { ("swiftshader", "."), ("fonts", "."), ("al2023", "al2023") })
        {
            await using var from = Open(Path.Combine(bin, name + ".tar.br"));
            await TarFile.ExtractToDirectoryAsync(from, Directory.CreateDirectory(Path.Combine(folder, below)).FullName, overwriteFiles: true);
        }
    }

    private static BrotliStream Open(string path) => new(File.OpenRead(path), CompressionMode.Decompress);
}
