using Stance.Acts;
using Stance.Countries;
using Stance.Data.Registers;
using Stance.Data.Votes;
using Stance.Testing;
using Stance.Votes;

namespace Stance.Data.Tests.Votes;

/// <summary>Real roll calls in every form a curator finds them in, against the register as shipped.</summary>
public sealed class PastedRollCallTests(PostgresFixture postgres)
{
    private static readonly DateOnly Day = new(2022, 3, 2);
    private static readonly VoteTally Official = new(141, 5, 35, 12);

    [Fact]
    public async Task Find__every_name_the_record_ever_printed__is_the_state_it_stood_for()
    {
        var register = await RegisterAsync();
        var names = new RecordNames(register.Countries.Values);

        Assert.All(PrintedNames.All, n => Assert.Equal(n.Code, names.Find(n.Name, n.LastDay).Only?.Code.Value));
        Assert.All(PrintedNames.All, n => Assert.Null(VotingBody.Objection(VotingBody.GeneralAssembly, names.Find(n.Name, n.LastDay).Only!, n.LastDay)));
        Assert.Equal(244, PrintedNames.All.Count);
    }

    [Theory]
    [InlineData("lines")]
    [InlineData("lists")]
    [InlineData("codes")]
    [InlineData("library")]
    public async Task Read__the_first_vote_on_the_war_in_each_form__comes_to_its_tally(string form)
    {
        await using var database = StanceDatabase.Open(await postgres.NewDatabaseAsync(withSample: true));
        var register = await new RegisterReader(database).ReadAsync(TestContext.Current.CancellationToken);
        var votes = await RealVotes.OfAsync(database, "A/RES/ES-11/1");

        var reading = PastedRollCall.Read(Print(form, votes), new RecordNames(register.Countries.Values), VotingBody.GeneralAssembly, form == "library" ? null : Day);
        var check = RollCallRules.Check(
            new RollCallDraft
            {
                Body = VotingBody.GeneralAssembly,
                Symbol = "A/RES/ES-11/1",
                Title = "Aggression against Ukraine",
                Date = "2022-03-02",
                Yes = 141,
                No = 5,
                Abstain = 35,
                Absent = 12,
                Votes = [.. reading.Votes.Select(v => new VoteDraft(v.Country.Value, v.Choice.Letter().ToString()))],
            },
            register, new RecordNames(register.Countries.Values), new DateOnly(2026, 1, 1));

        Assert.Empty(reading.Problems);
        Assert.Empty(check.Breaches);
        Assert.Equal(Official, check.Counted);
        Assert.Equal(votes.Order(), check.RollCall!.Votes.Select(v => (v.Country.Value, v.Choice.Letter())).Order());
    }

    [Fact]
    public async Task Read__the_librarys_own_file__fills_the_details_and_refuses_a_second_roll_call()
    {
        await using var database = StanceDatabase.Open(await postgres.NewDatabaseAsync(withSample: true));
        var register = await new RegisterReader(database).ReadAsync(TestContext.Current.CancellationToken);
        var names = new RecordNames(register.Countries.Values);
        var text = Print("library", await RealVotes.OfAsync(database, "A/RES/ES-11/1"));

        var details = PastedRollCall.Read(text, names, VotingBody.GeneralAssembly, null).Details;
        var two = PastedRollCall.Read(
            text + "\n1,KAZ,KAZAKHSTAN,Y,2022-03-24,ES-11,A/RES/ES-11/2,,,,Other,,,,0,0,0,0,193,\n", names, VotingBody.GeneralAssembly, null);

        Assert.Equal(
            new RollCallDetails
            {
                Symbol = "A/RES/ES-11/1",
                Title = "Aggression against Ukraine",
                Date = Day,
                Session = "ES-11",
                Meeting = "A/ES-11/PV.5",
                Url = "https://digitallibrary.un.org/record/3959039",
                Yes = 141,
                No = 5,
                Abstain = 35,
                Absent = 12,
            },
            details);
        Assert.Equal((195, "several"), (Assert.Single(two.Problems).Line, two.Problems[0].Rule));
    }

    [Fact]
    public async Task Read__a_table_with_mistakes__tells_each_by_its_line()
    {
        var names = new RecordNames((await RegisterAsync()).Countries.Values);

        var reading = PastedRollCall.Read("Country;Vote\nAlbania;Yes\n\"Congo\";no\nKazakstan;Y\nPoland;2\n;Y\nGermany;\n", names, VotingBody.GeneralAssembly, Day);

        Assert.Equal("4 unknown, 5 choice, 6 country, 7 choice", string.Join(", ", reading.Problems.Select(p => $"{p.Line} {p.Rule}")));
        Assert.Equal(["ALB", "COG"], reading.Votes.Select(v => v.Country.Value));
    }

    private async Task<Register> RegisterAsync()
    {
        await using var database = StanceDatabase.Open(await postgres.NewDatabaseAsync());
        return await new RegisterReader(database).ReadAsync(TestContext.Current.CancellationToken);
    }

    private static string Print(string form, IReadOnlyList<(string Country, char Choice)> votes)
    {
        var printed = PrintedNames.All.Where(n => n.LastDay.Year == 2025).DistinctBy(n => n.Code).ToDictionary(n => n.Code, n => n.Name);
        return string.Join('\n', form switch
        {
            "lines" =>
            [
                "Vote summary\tYes: 141 | No: 5 | Abstentions: 35 | Non-Voting: 12 | Total voting membership: 193",
                .. votes.Select(v => v.Choice == 'X' ? $"   {printed[v.Country]}" : $" {v.Choice} {printed[v.Country]}"),
            ],
            "lists" =>
            [
                .. List("In favour", 'Y'), .. List("Against", 'N'), .. List("Abstaining", 'A'),
                "Draft resolution A/ES-11/L.1 was adopted by 141 votes to 5, with 35 abstentions (resolution ES-11/1).",
            ],
            "codes" => ["country,choice", .. votes.Select(v => $"{v.Country},{v.Choice}")],
            _ => (IEnumerable<string>)[LibraryHeader, .. votes.Select(v => Library(v.Country, printed[v.Country], v.Choice))],
        });

        IEnumerable<string> List(string heading, char choice) =>
            [$"{heading}:", Wrapped(string.Join(", ", votes.Where(v => v.Choice == choice).Select(v => printed[v.Country]))), ""];
    }

    private const string LibraryHeader =
        "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,vote_note,"
        + "total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link";

    private static string Library(string code, string name, char choice) =>
        $"3959039,{code},{name},{choice},2022-03-02,ES-11,A/RES/ES-11/1,A/ES-11/L.1,,A/ES-11/PV.5,"
        + "\"Aggression against Ukraine : resolution / adopted by the General Assembly\",,,,141,5,35,12,193,https://digitallibrary.un.org/record/3959039";

    private static string Wrapped(string text) => string.Join('\n', text.Split(' ').Chunk(9).Select(words => string.Join(' ', words)));
}
