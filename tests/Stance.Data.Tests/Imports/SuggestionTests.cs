using System.Security.Cryptography;
using Stance.Acts;
using Stance.Data.Commands;
using Stance.Data.Imports;
using Stance.Testing;

namespace Stance.Data.Tests.Imports;

/// <summary>
/// With eight rows each of two public files: GDELT 2.0 events of 18 February 2015 (The GDELT Project), and ICEWS coded events of 1 June 2018
/// (Boschee et al., Integrated Crisis Early Warning System, Harvard Dataverse).
/// </summary>
public sealed class SuggestionTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gdelt-v2-rows.tsv", 8)]
    [InlineData("icews-rows.tab", 8)]
    public async Task A_file_of_coded_events__becomes_suggestions_once_and_no_act(string name, int read)
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var writer = new SuggestionWriter(desk.Pipeline, desk.Registers);

        var first = Assert.IsType<SuggestionsKept>(await writer.KeepAsync(File(name), ImportDesk.Curator, "first", null, Cancel));
        var again = Assert.IsType<SuggestionsKept>(await writer.KeepAsync(File(name), ImportDesk.Curator, "again", null, Cancel));

        Assert.Equal((read, 0), (first.Read, first.Unreadable));
        Assert.True(first.New > 0);
        Assert.Equal((0, first.New + first.Known), (again.New, again.Known));
        Assert.Equal(0, await desk.AskAsync<long>("select count(*) from act_version"));
        var list = await new SuggestionReader(desk.Database).ListAsync(new SuggestionQuery(), Scope.Everything, Cancel);
        Assert.Equal(first.New, list.Count);
        Assert.All(list, s => Assert.NotEmpty(s.Proposals));
    }

    [Fact]
    public async Task A_suggestion__taken_up_or_dismissed_once__with_a_reason()
    {
        await using var desk = await ImportDesk.OpenAsync(postgres);
        var (writer, reader) = (new SuggestionWriter(desk.Pipeline, desk.Registers), new SuggestionReader(desk.Database));
        await writer.KeepAsync(File("icews-rows.tab"), ImportDesk.Curator, "keep", null, Cancel);
        await desk.LoadAsync(MadeUpFile.Of(1));
        var act = await desk.AskAsync<Guid>("select id from stance_event");
        var list = await reader.ListAsync(new SuggestionQuery(), Scope.Everything, Cancel);

        Assert.Equal("required", Assert.Single(Assert.IsType<Refused>(await Decide(list[0].Id, null, " ")).Breaches).Rule);
        Assert.Equal("unknown", Assert.Single(Assert.IsType<Refused>(await Decide(list[0].Id, Guid.NewGuid(), null)).Breaches).Rule);
        Assert.IsType<Missing>(await Decide(Guid.NewGuid(), null, "No such"));
        Assert.Equal("dismissed", Assert.IsType<SuggestionDecided>(await Decide(list[0].Id, null, "Not an act of the state")).Decision);
        Assert.Equal("taken", Assert.IsType<SuggestionDecided>(await Decide(list[1].Id, act, null)).Decision);
        Assert.Equal("decided", Assert.Single(Assert.IsType<Refused>(await Decide(list[1].Id, null, "Again")).Breaches).Rule);
        Assert.Equal(list.Skip(2).Select(s => s.Id), (await reader.ListAsync(new SuggestionQuery(), Scope.Everything, Cancel)).Select(s => s.Id));
        Assert.Equal(list.Skip(3).Select(s => s.Id), (await reader.ListAsync(new SuggestionQuery(After: list[2]), Scope.Everything, Cancel)).Select(s => s.Id));
        Assert.Null(await reader.FindAsync(list[0].Id, Scope.Everything, Cancel));

        Task<WriteOutcome> Decide(Guid id, Guid? taken, string? reason) =>
            writer.DecideAsync(new DecideSuggestion(id, taken is not null, taken, reason), ImportDesk.Curator, Guid.NewGuid().ToString("N"), Cancel);
    }

    private static ReceivedFile File(string name)
    {
        var content = new MemoryStream();
        using (var resource = typeof(SuggestionTests).Assembly.GetManifestResourceStream(name)!)
            resource.CopyTo(content);
        return new ReceivedFile(name, content, Convert.ToHexStringLower(SHA256.HashData(content.ToArray())));
    }
}
