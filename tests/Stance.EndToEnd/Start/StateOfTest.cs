namespace Stance.EndToEnd.Start;

/// <summary>A state folder of its own for the embedded server, gone after the test.</summary>
internal sealed class StateOfTest : IDisposable
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"stance-e2e-{Guid.NewGuid():N}");

    public Dictionary<string, string> Variables => new() { ["STANCE_DATA"] = Folder, ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" };

    public string Log => File.ReadAllText(Path.Combine(Folder, "server.log"));

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
