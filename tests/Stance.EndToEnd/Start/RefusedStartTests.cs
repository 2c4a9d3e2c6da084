using System.Net;
using System.Net.Sockets;
using Stance.EndToEnd.App;

namespace Stance.EndToEnd.Start;

/// <summary>A start that cannot succeed says why and what to do, in one line, and leaves nothing behind.</summary>
public sealed class RefusedStartTests(AppFixture shared) : IDisposable
{
    private readonly StateOfTest state = new();

    [Fact]
    public async Task Port_in_use__said_before_a_database_is_made()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";

        AssertRefused(await AppProcess.RunAsync(state.Variables, "--urls", address), $"{address} is in use", "--urls");

        Assert.False(Directory.Exists(state.Folder));
    }

    [Theory]
    [InlineData("nonsense", "'nonsense' is not an address")]
    [InlineData("http://192.0.2.1:5080", "cannot listen on http://192.0.2.1:5080")]
    public async Task Address_that_cannot_be__said(string address, string cause)
    {
        AssertRefused(await AppProcess.RunAsync(state.Variables, "--urls", address), cause, "--urls http://127.0.0.1:PORT");
        Assert.False(Directory.Exists(state.Folder));
    }

    [Fact]
    public async Task Folder_that_cannot_be_written__named()
    {
        Directory.CreateDirectory(state.Folder);
        var file = Path.Combine(state.Folder, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        AssertRefused(await AppProcess.RunAsync(With("STANCE_DATA", Path.Combine(file, "state"))), file, "set STANCE_DATA");
    }

    [Fact]
    public async Task Server_that_does_not_answer__named()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        AssertRefused(
            await AppProcess.RunAsync(With("ConnectionStrings__Stance", $"Host=127.0.0.1;Port={port};Username=stance;Password=sesame")),
            $"127.0.0.1:{port} does not answer", "ConnectionStrings__Stance");
    }

    [Fact]
    public async Task Server_that_refuses_the_password__said_without_the_password()
    {
        var wrong = new Npgsql.NpgsqlConnectionStringBuilder(await shared.NewDatabaseAsync(withSample: false)) { Password = "sesame" };

        AssertRefused(
            await AppProcess.RunAsync(With("ConnectionStrings__Stance", wrong.ConnectionString)), "refuses the connection", "ConnectionStrings__Stance");
    }

    [Fact]
    public async Task Connection_string_that_is_none__said_without_its_text() =>
        AssertRefused(await AppProcess.RunAsync(With("ConnectionStrings__Stance", "sesame")), "cannot be read", "Host=server");

    [Fact]
    public async Task Server_older_than_18__said()
    {
        using var old = new OldServer();

        AssertRefused(await AppProcess.RunAsync(With("ConnectionStrings__Stance", old.ConnectionString)), "PostgreSQL 18", "17.4");
    }

    [Fact]
    public async Task Published_without_PostgreSQL__says_what_to_set()
    {
        // Outside the source tree the programs from npm are out of reach, as after `dotnet publish`.
        var published = Directory.CreateDirectory(Path.Combine(state.Folder, "published")).FullName;
        foreach (var file in Directory.EnumerateFiles(AppProcess.Folder))
            File.Copy(file, Path.Combine(published, Path.GetFileName(file)));

        AssertRefused(
            await AppProcess.RunFromAsync(published, With("STANCE_DATA", Path.Combine(state.Folder, "state"))),
            "carries no PostgreSQL", "ConnectionStrings__Stance");

        Assert.False(Directory.Exists(Path.Combine(state.Folder, "state")));
    }

    [Fact]
    public async Task Unknown_command__says_which_there_are()
    {
        AssertRefused(await AppProcess.RunAsync(state.Variables, "plant"), "no command 'plant'", "seed");
        Assert.False(Directory.Exists(state.Folder));
    }

    public void Dispose() => state.Dispose();

    private Dictionary<string, string> With(string name, string value) => new(state.Variables) { [name] = value };

    private static void AssertRefused(AppEnd end, string cause, string remedy)
    {
        Assert.Equal(1, end.Code);
        Assert.Empty(end.Output);
        var line = Assert.Single(end.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("Stance: ", line, StringComparison.Ordinal);
        Assert.Contains(cause, line, StringComparison.Ordinal);
        Assert.Contains(remedy, line, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", line, StringComparison.Ordinal);
        Assert.DoesNotContain("STANCE_TRACE", line, StringComparison.Ordinal);
    }
}
