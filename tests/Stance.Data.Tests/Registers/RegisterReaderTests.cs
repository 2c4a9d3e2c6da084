using Stance.Countries;
using Stance.Data.Registers;
using Stance.Testing;

namespace Stance.Data.Tests.Registers;

public sealed class RegisterReaderTests(PostgresFixture postgres)
{
    private static readonly DateOnly NewYear = new(2022, 1, 1);

    [Fact]
    public async Task ReadAsync__the_register_as_shipped__has_axes_types_and_starting_values()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = StanceDatabase.Open(await postgres.NewDatabaseAsync());

        var register = await new RegisterReader(database).ReadAsync(cancel);

        Assert.Equal(44, register.Codebook.Types.Count);
        Assert.Equal((4, 2), (register.Codebook.Sigma, register.Codebook.PriorStrength));
        Assert.Equal(["CNW", "RUW", "TIE"], register.Axes.Keys.Order());
        Assert.Equal(-4, register.Prior("RUW", new CountryCode("KAZ")).On(NewYear));
        Assert.Equal(-7, register.Prior("RUW", new CountryCode("BLR")).On(NewYear));
        Assert.Equal(7, register.Prior("RUW", new CountryCode("POL")).On(NewYear));
        Assert.Equal(-1, register.Ties.AllySide("RUW", new CountryCode("KAZ"), NewYear));
        Assert.Null(register.Axes["RUW"].PoleWeight(new CountryCode("CHN"), NewYear));
        Assert.Equal(1, register.Axes["TIE"].PoleWeight(new CountryCode("CHN"), NewYear));
        Assert.Contains("Kazakhstan", register.NameOf(new CountryCode("KAZ")), StringComparison.Ordinal);
    }
}
