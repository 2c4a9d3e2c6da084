namespace Stance.Data.Embedded;

/// <summary>The file the server writes what happens to it.</summary>
internal sealed class ServerLog(string path)
{
    private const long Enough = 4 << 20;

    public string Path => path;

    public long Length => File.Exists(path) ? new FileInfo(path).Length : 0;

    public async Task PrepareAsync()
    {
        if (Length > Enough)
            File.Move(path, path + ".old", overwrite: true);
        await File.AppendAllTextAsync(path, "");
        await ServerUser.GiveAsync(path, CancellationToken.None);
    }

    public ProgramEnd ReadFrom(long position)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = position;
        using var reader = new StreamReader(file);
        return new(1, reader.ReadToEnd());
    }
}
