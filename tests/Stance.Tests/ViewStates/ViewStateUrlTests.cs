using Stance.Countries;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Tests.ViewStates;

public sealed class ViewStateUrlTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Codes = ["KAZ", "BLR", "UZB", "RUS", "USA", "POL", "HUN", "CHN"];

    /// <summary>Print, parse, print: any state has one address, and the address gives the state back without a word of complaint.</summary>
    [Fact]
    public void Print_then_parse__any_random_state__same_address_and_no_problem()
    {
        var random = new Random(20220224);
        for (var i = 0; i < Rounds.Of(5_000, 100_000); i++)
        {
            var printed = ViewStateUrl.Print(AnyState(random));
            var (view, problems) = Parse(printed);
            Assert.Empty(problems);
            Assert.Equal(printed, ViewStateUrl.Print(view));
        }
    }

    [Fact]
    public void Parse__pairs_in_any_order__same_address()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var printed = ViewStateUrl.Print(AnyState(random));
            var pairs = printed.Split('&', StringSplitOptions.RemoveEmptyEntries);
            random.Shuffle(pairs);
            var (view, problems) = Parse(string.Join('&', pairs));
            Assert.Empty(problems);
            Assert.Equal(printed, ViewStateUrl.Print(view));
        }
    }

    [Fact]
    public void Parse__random_noise__never_throws_and_what_it_reads_prints_cleanly()
    {
        var random = new Random(11);
        for (var i = 0; i < 5000; i++)
        {
            var query = string.Join('&', Enumerable.Range(0, random.Next(6)).Select(_ => $"{Noise(random, true)}={Noise(random, false)}"));
            var (view, _) = Parse(query);
            var printed = ViewStateUrl.Print(view);
            var (again, problems) = Parse(printed);
            Assert.Empty(problems);
            Assert.Equal(printed, ViewStateUrl.Print(again));
        }
    }

    [Theory]
    [InlineData("from=2022-13-01", "from")]
    [InlineData("from=22-01-01", "from")]
    [InlineData("from=2022-07-24&to=2022-01-01", "from")]
    [InlineData("to=yesterday", "to")]
    [InlineData("from=0001-01-01", "from")]
    [InlineData("asOf=2999-01-01", "asOf")]
    [InlineData("asOf=24.07.2022", "asOf")]
    [InlineData("tab=pie", "tab")]
    [InlineData("scale=small", "scale")]
    [InlineData("columns=", "columns")]
    [InlineData("columns=act,notes", "columns")]
    [InlineData("sort=confidence", "sort")]
    [InlineData("mapChange=31", "mapChange")]
    [InlineData("mapChange=", "mapChange")]
    [InlineData("mapDay=2022-02-30", "mapDay")]
    [InlineData("trigger=24.2.2022", "trigger")]
    [InlineData("measure=Tonnes", "measure")]
    [InlineData("measure=a%20b", "measure")]
    [InlineData("asOf=", "asOf")]
    [InlineData("codebook=", "codebook")]
    [InlineData("codebook=1", "codebook")]
    [InlineData("codebook=1.0.0.0", "codebook")]
    [InlineData("codebook=1.%D9%A1", "codebook")]
    [InlineData("codebook=1.0%00", "codebook")]
    [InlineData("codebook=..%2F1.0", "codebook")]
    [InlineData("codebook=1.0&codebook=1.1", "codebook")]
    [InlineData("countries=KAZ,Narnia", "countries")]
    [InlineData("countries=KA%00", "countries")]
    [InlineData("countries=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "countries")]
    [InlineData("halfLife=0", "halfLife")]
    [InlineData("halfLife=-30", "halfLife")]
    [InlineData("halfLife=99999999999999999999", "halfLife")]
    [InlineData("form=shouts", "form")]
    [InlineData("sort=title;drop table", "sort")]
    [InlineData("collections=..%2F..%2Fetc", "collections")]
    [InlineData("axis=RU'W", "axis")]
    [InlineData("axis=", "axis")]
    [InlineData("q=a%00b", "q")]
    [InlineData("q=a&q=b", "q")]
    [InlineData("why=KAZ", "why")]
    [InlineData("why=Narnia:2022-02-24..2022-07-24", "why")]
    [InlineData("why=KAZ:2022-07-24..2022-02-24", "why")]
    [InlineData("why=KAZ:2022-02-24..2022-02-30", "why")]
    [InlineData("why=KAZ:2022-02-24..2022-07-24:", "why")]
    [InlineData("why=KAZ:2022-02-24..2022-07-24:2022-07-24", "why")]
    [InlineData("why=KAZ:2022-02-24..2022-07-24:now..2022-07-24", "why")]
    [InlineData("why=KAZ:2022-02-24..2022-07-24:2022-07-24..2999-01-01", "why")]
    [InlineData("whatIf=", "whatIf")]
    [InlineData("whatIf=k0", "whatIf")]
    [InlineData("whatIf=k0:0", "whatIf")]
    [InlineData("whatIf=k0:5.5", "whatIf")]
    [InlineData("whatIf=words:-1", "whatIf")]
    [InlineData("whatIf=words:NaN", "whatIf")]
    [InlineData("whatIf=words:0.125", "whatIf")]
    [InlineData("whatIf=words:0.5,words:0.6", "whatIf")]
    [InlineData("whatIf=votes:1", "whatIf")]
    [InlineData("whatIf=deeds:1:1", "whatIf")]
    [InlineData("whatIf=DIP:2.5", "whatIf")]
    [InlineData("whatIf=dip:1.5", "whatIf")]
    [InlineData("whatIf=DIP-:1.5", "whatIf")]
    [InlineData("whatIf=DIPL:1.5", "whatIf")]
    [InlineData("whatIf=DIP-UNV:1.5,DIP-UNV:1.5", "whatIf")]
    [InlineData("whatIf=g0:1.5", "whatIf")]
    [InlineData("whatIf=g1.5:1.5", "whatIf")]
    [InlineData("whatIf=g0.70:1.5", "whatIf")]
    [InlineData("whatIf=g0.705:1.5", "whatIf")]
    [InlineData("whatIf=expectation:on", "whatIf")]
    [InlineData("whatIf=without:", "whatIf")]
    [InlineData("whatIf=without:Reuters", "whatIf")]
    [InlineData("whatIf=without:00000000000000000000000000000000", "whatIf")]
    [InlineData("whatIf=%3Cscript%3Ealert(1)%3C%2Fscript%3E:1", "whatIf")]
    [InlineData("newSources=count", "newSources")]
    [InlineData("newSources=", "newSources")]
    [InlineData("without=Reuters", "without")]
    [InlineData("without=00000000000000000000000000000000", "without")]
    [InlineData("without=01890a5d-ac96-774b-bcce-b302099a8057", "without")]
    [InlineData("compare=1", "compare")]
    [InlineData("compare=01890a5d-ac96-774b-bcce-b302099a8057", "compare")]
    [InlineData("compare=01890a5dac96774bbcceb302099a8051,01890a5dac96774bbcceb302099a8052,01890a5dac96774bbcceb302099a8053,01890a5dac96774bbcceb302099a8054,01890a5dac96774bbcceb302099a8055", "compare")]
    [InlineData("COUNTRIES=KAZ", "COUNTRIES")]
    [InlineData("utm_source=mail", "utm_source")]
    [InlineData("%", "%")]
    [InlineData("=", "")]
    public void Parse__hostile_or_mistyped__one_problem_named_and_a_default_in_its_place(string query, string key)
    {
        var (view, problems) = Parse(query);
        var problem = Assert.Single(problems);
        Assert.Equal(key, problem.Key);
        Assert.True(problem.Message.Length is > 10 and < 200, problem.Message);
        Assert.Empty(Parse(ViewStateUrl.Print(view)).Problems);
    }

    [Fact]
    public void Parse__very_long_lists_and_words__refused_in_few_words()
    {
        Assert.Single(Parse("countries=" + string.Join(',', Enumerable.Repeat("KAZ", 301))).Problems);
        Assert.Single(Parse("q=" + new string('x', 10_000)).Problems);
        Assert.All(Parse("collections=" + new string('x', 10_000)).Problems, p => Assert.True(p.Message.Length < 200));
    }

    /// <summary>Addresses people keep: they must go on meaning what they meant.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("?axis=RUW", "")]
    [InlineData("?to=2022-07-24&from=2022-01-01&countries=KAZ&collections=wsj-2022-07-24", "collections=wsj-2022-07-24&countries=KAZ&from=2022-01-01&to=2022-07-24")]
    [InlineData("countries=uzb,KAZ,kaz", "countries=KAZ,UZB")]
    [InlineData("countries=KAZ%2CUZB", "countries=KAZ,UZB")]
    [InlineData("q=aid+flight&sort=-score", "q=aid%20flight&sort=-score")]
    [InlineData("halfLife=none&form=deeds&families=MIL,HUM", "families=HUM,MIL&form=deeds&halfLife=none")]
    [InlineData("collections=wsj-2022-07-24&codebook=1.0&blocs=EU", "blocs=EU&codebook=1.0&collections=wsj-2022-07-24")]
    [InlineData("asOf=2022-07-24T10:00:00Z", "asOf=2022-07-24T10%3A00%3A00.000000Z")]
    [InlineData("why=kaz%3A2022-02-24..2022-07-24&axis=RUW", "why=KAZ:2022-02-24..2022-07-24")]
    [InlineData("why=KAZ:2022-07-24..2022-07-24:2022-05-01..now", "why=KAZ:2022-07-24..2022-07-24:2022-05-01..now")]
    [InlineData("why=KAZ:2022-07-24..2022-07-24:2022-05-01T10:00:00Z..2022-07-24", "why=KAZ:2022-07-24..2022-07-24:2022-05-01T10:00:00.000000Z..2022-07-24")]
    [InlineData("whatIf=words%3A0.50%2Ck0:1,deeds:1.5", "whatIf=deeds:1.5,k0:1,words:0.5")]
    [InlineData("whatIf=words:1,deeds:1", "")]
    [InlineData("whatIf=without:votes.01890a5dac96774bbcceb302099a8057,expectation:off,g0.7:0.50,HUM-AIDF:1,HUM:0.5", "whatIf=HUM:0.5,HUM-AIDF:1,expectation:off,g0.7:0.5,without:01890a5dac96774bbcceb302099a8057.votes")]
    [InlineData("whatIf=HUM:0.5,HUM-AIDF:0.5", "whatIf=HUM:0.5")]
    [InlineData("whatIf=HUM-AIDF:1,g0.7:1", "")]
    [InlineData("compare=01890A5DAC96774BBCCEB302099A8057", "compare=01890a5dac96774bbcceb302099a8057")]
    [InlineData("halfLife=180&sort=-date", "")]
    [InlineData("columns=score,act,date,score", "columns=date,act,score")]
    [InlineData("columns=known", "columns=act,known")]
    [InlineData("columns=source,date,country,act,kind,form,score,contribution&tab=table", "tab=table")]
    [InlineData("sort=-contribution&tab=table", "sort=-contribution&tab=table")]
    public void Parse__kept_addresses__mean_what_they_meant(string query, string canonical)
    {
        var (view, problems) = Parse(query);
        Assert.Empty(problems);
        Assert.Equal(canonical, ViewStateUrl.Print(view));
    }

    private static (ViewState View, IReadOnlyList<ViewStateProblem> Problems) Parse(string query) => ViewStateUrl.Parse(ViewStateUrl.Pairs(query), Now);

    private static ViewState AnyState(Random random)
    {
        var from = new DateOnly(1950, 1, 1).AddDays(random.Next(27_000));
        return new ViewState
        {
            Axis = Pick(random, "RUW", "CNW", "TIE"),
            Countries = [.. Some(random, Codes).Select(c => new CountryCode(c))],
            Blocs = Some(random, "CSTO", "EU", "NATO", "G7"),
            Collections = Some(random, "wsj-2022-07-24", "unga-es11", "a.b_c"),
            Families = Some(random, "DIP", "ECO", "MIL", "HUM"),
            Form = Pick<ActForm?>(random, null, ActForm.Words, ActForm.Deeds),
            HalfLife = random.Next(4) == 0 ? HalfLife.Parse(random.Next(1, 3651).ToString(System.Globalization.CultureInfo.InvariantCulture)) : Pick(random, [.. HalfLife.Choices]),
            Period = random.Next(3) == 0 ? null : new Period(from, from.AddDays(random.Next(2000))),
            AsOf = AnyMoment(random),
            Codebook = Pick(random, null, "1.0", "1.1", "12.30.999"),
            NewSources = Pick(random, Enum.GetValues<NewSources>()),
            Without = [.. Enumerable.Range(0, random.Next(4)).Select(i => i == 0 ? SourceName.VoteRecord : AnyId(random))],
            Why = random.Next(2) == 0 ? null : AnyChange(random, from),
            WhatIf = random.Next(2) == 0 ? null : AnyAssumptions(random),
            Compare = [.. Enumerable.Range(0, random.Next(5)).Select(_ => AnyId(random))],
            Text = random.Next(3) == 0 ? null : Pick(random, "aid", " aid flight ", "a&b=c#d?e", "Қазақстан 100%", "+ +", "' or 1=1 --", "日本", "\"<b>"),
            Order = Pick(random, Enum.GetValues<ActOrder>()),
            Tab = Pick(random, Enum.GetValues<ViewTab>()),
            Columns = random.Next(2) == 0 ? null : random.GetItems(Enum.GetValues<GridColumn>(), random.Next(12)),
            IsFreeScale = random.Next(4) == 0,
            MapDay = random.Next(3) == 0 ? from.AddDays(random.Next(2000)) : null,
            MapChange = Pick<int?>(random, null, 30, 90, 365),
            Measure = Pick(random, null, "tonnes", "value", "volume_2"),
            Trigger = random.Next(3) == 0 ? from.AddDays(random.Next(2000)) : null,
        };
    }

    private static WhatIf AnyAssumptions(Random random) =>
        new(random.Next(2) == 0 ? null : random.Next(50, 501) / 100.0, Factor(random), Factor(random))
        {
            Scores = random.GetItems<string>(["DIP", "HUM", "DIP-UNV", "DIP-VISI", "HUM-AIDF", "MIL-ARMD"], random.Next(5)).Distinct().ToDictionary(code => code, _ => Factor(random)),
            Evidence = random.GetItems([100, 70, 50, 30, 20, 5], random.Next(4)).Distinct().ToDictionary(g => g, _ => Factor(random)),
            IsWithoutExpectation = random.Next(2) == 0,
            LeftOut = [.. Enumerable.Range(0, random.Next(4)).Select(i => i == 0 ? SourceName.VoteRecord : AnyId(random))],
        };

    private static double Factor(Random random) => random.Next(3) == 0 ? 1 : random.Next(201) / 100.0;

    private static Guid AnyId(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static AsOf AnyMoment(Random random) => random.Next(3) switch
    {
        0 => AsOf.Now,
        1 => AsOf.EndOf(new DateOnly(2020, 1, 1).AddDays(random.Next(2000))),
        _ => AsOf.At(Now.AddTicks(-random.NextInt64(1, 1L << 50) * 10)),
    };

    private static ChangeSpan AnyChange(Random random, DateOnly from)
    {
        AsOf[] known = [.. new[] { AnyMoment(random), AnyMoment(random) }.OrderBy(k => k.Instant ?? DateTimeOffset.MaxValue)];
        return new(
            new CountryCode(Pick(random, Codes)), new Period(from, from.AddDays(random.Next(2000))),
            random.Next(2) == 0 ? null : new KnownSpan(known[0], known[1]));
    }

    private static string Noise(Random random, bool isKey)
    {
        if (isKey && random.Next(3) > 0)
            return Pick(random, [.. ViewStateUrl.Keys]);
        var known = Pick(random, "KAZ", "2022-01-01", "2022-07-24", "-date", "none", "180", "words", ",", "%", "%zz", "\u0000", "\ud800", "½", "RUW", "eu");
        return random.Next(3) > 0 ? known : new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(1, 0x300))]).Replace('&', 'x').Replace('=', 'y');
    }

    private static T Pick<T>(Random random, params T[] choices) => choices[random.Next(choices.Length)];

    private static string[] Some(Random random, params string[] all) => [.. all.Where(_ => random.Next(3) == 0)];
}
