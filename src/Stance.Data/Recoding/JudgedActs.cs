using Dapper;
using Npgsql;
using Stance.Acts;
using Stance.Countries;
using Stance.Votes;

namespace Stance.Data.Recoding;

/// <summary>One vote of a scored roll call, on one axis.</summary>
internal sealed record VoteToRescore(Guid RollCall, string Axis, string Favoured, DateOnly HeldOn, string Country, string Choice, DateTime KnownFrom);

/// <summary>What people judged of acts and how countries voted, whenever it was known: all that a codebook needs to score them anew.</summary>
internal sealed class JudgedActs(IReadOnlyList<ActToRescore> acts, IReadOnlyList<VoteToRescore> votes, ILookup<Guid, CoderAnswer> answers)
{
    private static readonly string Acts = SqlFile.Read("Recoding/ActsToRescore.sql");
    private static readonly string Votes = SqlFile.Read("Recoding/VotesToRescore.sql");
    private static readonly string Answers = SqlFile.Read("Recoding/CodersAnswers.sql");

    /// <param name="countries">Null = all.</param>
    public static async Task<JudgedActs> ReadAsync(NpgsqlDataSource database, IReadOnlySet<CountryCode>? countries, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var asked = new { ever = true, countries = countries?.Select(c => c.Value).ToArray() };
        return new JudgedActs(
            (await connection.QueryAsync<ActToRescore>(new CommandDefinition(Acts, asked, cancellationToken: cancel))).AsList(),
            (await connection.QueryAsync<VoteToRescore>(new CommandDefinition(Votes, asked, cancellationToken: cancel))).AsList(),
            (await connection.QueryAsync<CoderAnswer>(new CommandDefinition(Answers, cancellationToken: cancel))).ToLookup(a => a.Event));
    }

    /// <summary>
    /// The same acts, all scored by one codebook, whenever they were known. What that codebook itself scored stays as it is; what it has no kind
    /// for is left out.
    /// </summary>
    /// <param name="snapshot">The acts as they were scored.</param>
    /// <param name="version">A published codebook.</param>
    /// <param name="earlier">The answer before, when only <paramref name="changed"/> countries were read again; null = all were.</param>
    public ActSnapshot Under(ActSnapshot snapshot, string version, ActSnapshot? earlier = null, IReadOnlySet<CountryCode>? changed = null)
    {
        var (register, columns) = (snapshot.Register.Under(version), snapshot.Columns);
        var scored = Scored(snapshot.Register, register, version);
        var series = register.Axes.Keys.SelectMany(axis => columns.CountriesOn(axis).Where(c => changed?.Contains(c) != false).Select(c => (axis, c)))
            .ToDictionary(k => k, k => Under(columns, k.axis, k.c, version, scored));
        return new ActSnapshot(
            register,
            earlier is not null && changed is not null
                ? earlier.Columns.With(changed, series, columns.Types, columns.CollectionSets, [version], columns.SourceSets, columns.ChangeNo)
                : new ActColumns(series, columns.Types, columns.CollectionSets, [version], columns.SourceSets, columns.ChangeNo))
        {
            IsByOneCodebook = true,
        };
    }

    private static ActSeries Under(
        ActColumns columns, string axis, CountryCode country, string version, Dictionary<(string Axis, CountryCode Country, Guid Act, long From), Rescored> scored)
    {
        var acts = columns.Of(axis, country);
        var rows = new List<ActRow>(acts.Count);
        for (var i = 0; i < acts.Count; i++)
        {
            var act = acts[i];
            if (columns.Codebooks[act.Codebook] == version)
                rows.Add(act with { Codebook = 0 });
            else if (scored.TryGetValue((axis, country, act.Id, act.KnownFrom), out var anew))
                rows.Add(anew.Over(act));
        }
        return new ActSeries(rows);
    }

    private Dictionary<(string Axis, CountryCode Country, Guid Act, long From), Rescored> Scored(Register before, Register register, string version)
    {
        var rescored = new RescoredActs(before.Codebooks.ToDictionary(c => c.Codebook.Version, c => c.Codebook), register, answers) { KeepsSides = true };
        var scored = new Dictionary<(string, CountryCode, Guid, long), Rescored>();
        foreach (var act in acts.Where(a => a.IsScored && a.Codebook != version).Select(rescored.Of).OfType<RescoredAct>())
        {
            foreach (var score in act.Scores)
            {
                scored[(score.Axis, new CountryCode(act.Act.Country), act.Act.Event, act.Act.KnownFrom.Ticks)] =
                    Rescored.Of(score, act.Variant, score.Override is not null || act.Coded.Any(c => c.Axis == score.Axis));
            }
        }
        var variants = register.Codebook.Find(RollCall.Kind)!;
        foreach (var call in votes.GroupBy(v => (v.RollCall, v.Axis, v.Favoured, v.HeldOn, v.KnownFrom)))
        {
            List<VoteToRescore> cast = [.. call];
            var anew = ScoringRules.Score(
                cast.ConvertAll(v => new Vote(new CountryCode(v.Country), VoteChoices.Read(v.Choice)!.Value)), call.Key.Axis, new CountryCode(call.Key.Favoured),
                call.Key.HeldOn, register.WithSidesAt(new DateTimeOffset(call.Key.KnownFrom, TimeSpan.Zero)));
            foreach (var (vote, score) in cast.Zip(anew).Where(v => v.Second.Score is not null))
                scored[(vote.Axis, score.Country, vote.RollCall, vote.KnownFrom.Ticks)] = Rescored.Of(score.Score!, variants.FindVariant(score.Choice.Variant())!, false);
        }
        return scored;
    }

    /// <summary>What another codebook changes in a row of the columns.</summary>
    private readonly record struct Rescored(double Score, double Weight, bool IsDeed, float Expectation, byte Evidence)
    {
        /// <param name="isSetOutright">By a curator, or as the mean of two coders' scores: then no part of it is an expectation.</param>
        public static Rescored Of(Stance.Events.AxisScore score, Stance.Codebook.EventTypeVariant variant, bool isSetOutright) => new(
            score.Score, score.Weight, variant.IsDeed,
            score.Expectation == 0 || isSetOutright ? 0 : (float)(score.Score - Math.Clamp(score.BaseScore * (score.PoleWeight ?? 0), -10, 10)),
            (byte)Math.Round(100 * variant.EvidenceWeight));

        public ActRow Over(ActRow act) =>
            act with { Score = Score, Weight = Weight, IsDeed = IsDeed, Codebook = 0, Expectation = Expectation, Evidence = Evidence };
    }
}
