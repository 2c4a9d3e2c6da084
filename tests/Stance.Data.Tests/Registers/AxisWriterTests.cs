using Stance.Data.Commands;
using Stance.Data.Registers;
using Stance.Registers;
using Stance.Testing;

namespace Stance.Data.Tests.Registers;

public sealed class AxisWriterTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twelve_administrators__each_with_words_of_their_own_for_an_axis__one_is_kept_and_the_others_are_told()
    {
        await using var desk = await RegisterDesk.OpenAsync(postgres);
        var writer = new AxisWriter(desk.Pipeline);
        var axis = (await desk.ReadAsync()).Axes["RUW"];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => writer.CorrectAsync(
            new("RUW", 0, new AxisDraft($"{axis.Name} {i}", axis.NegativePole, axis.PositivePole, axis.Description), "In other words"),
            RegisterDesk.Administrator, RegisterDesk.Key(), Cancel)));

        Assert.Single(outcomes.OfType<AxisWritten>());
        Assert.All(outcomes.OfType<Refused>(), r => Assert.Equal("changed", Assert.Single(r.Breaches).Rule));
        Assert.Equal(1, await desk.AskAsync<long>("select count(*) from register_change where register = 'axis'"));
    }
}
