using Stance.Acts;
using Stance.Countries;
using Stance.Testing;
using Stance.ViewStates;

namespace Stance.Data.Tests.Variations;

public sealed class WhatIfReaderTests(PostgresFixture postgres)
{
    private static readonly ViewState Article = new()
    {
        Countries = [new CountryCode("KAZ")],
        Collections = ["wsj-2022-07-24"],
        Period = new Period(new DateOnly(2022, 1, 1), new DateOnly(2022, 7, 24)),
    };

    [Theory]
    [InlineData("words:0", ActForm.Deeds)]
    [InlineData("deeds:0", ActForm.Words)]
    public async Task ReadWhatIf__one_form_without_weight__is_the_line_of_the_other(string assumed, ActForm left)
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var country = Assert.Single(acts.Alignment.ReadWhatIf(Article with { WhatIf = WhatIf.Parse(assumed) }, Scope.Everything).Countries);

        Assert.Equal(0.6923, country.Base.Last.Index, 0.00005);
        Assert.Equal(acts.Alignment.Read(Article with { Form = left }, Scope.Everything).Countries[0].Line.Index, country.Assumed.Index);
    }

    [Fact]
    public async Task Read__whatever_the_view_assumes__the_line_that_counts_stays()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        var line = acts.Alignment.Read(Article with { WhatIf = new WhatIf(0.5, 2, 0) }, Scope.Everything).Countries[0].Line;

        Assert.Equal(acts.Alignment.Read(Article, Scope.Everything).Countries[0].Line.Index, line.Index);
    }

    [Fact]
    public async Task ReadWhatIf__outside_the_scope__no_country()
    {
        await using var acts = await LoadedActs.OpenAsync(postgres);

        Assert.Empty(acts.Alignment.ReadWhatIf(Article with { WhatIf = new WhatIf(1) }, Scope.Nothing).Countries);
    }
}
