using System.Globalization;
using Stance.Coding;

namespace Stance.Tests.Coding;

public sealed class AgreementReportTests
{
    private static readonly Guid Ada = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Bo = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Cy = new("00000000-0000-0000-0000-000000000003");

    [Fact]
    public void Of__the_intensities_of_vector_K__gives_its_ordinal_alpha()
    {
        double[] one = [5, 7, -2, 6, 0, 3, -5, 8], other = [5, 6, -2, 6, 1, 3, -5, 7];
        var report = AgreementReport.Of([.. one.Zip(other, (a, b) => Pair(Act(intensity: a), Act(intensity: b)))]);

        var field = report.Fields.Single(f => f.Field == CodedField.Intensity);
        Assert.Equal(0.973454, field.Estimate.Alpha!.Value, 5e-7);
        Assert.Equal((5, 8), (field.Equal, field.Pairs));
        Assert.Null(report.Fields.Single(f => f.Field == CodedField.Actor).Estimate.Alpha);
    }

    [Fact]
    public void Of__the_kinds_of_vector_L__gives_its_nominal_alpha()
    {
        string[] one = ["VOTE", "AID", "SANC", "STMT", "AID", "STMT", "VISIT", "SANC", "STMT", "VISIT"];
        string[] other = ["VOTE", "AID", "SANC", "STMT", "AID", "VISIT", "VISIT", "SANC", "SANC", "VISIT"];
        var report = AgreementReport.Of([.. one.Zip(other, (a, b) => Pair(Act(type: a), Act(type: b)))]);

        Assert.Equal(0.757962, report.Fields.Single(f => f.Field == CodedField.Kind).Estimate.Alpha!.Value, 5e-7);
        Assert.Equal(["AID", "SANC", "STMT", "VISIT", "VOTE"], report.Kinds.Select(k => k.Key));
    }

    [Fact]
    public void Of__an_act_that_one_coder_missed__counts_against_finding_and_not_against_alpha()
    {
        var report = AgreementReport.Of([Pair(Act(), Act()), Pair(Act(intensity: 3), Act(intensity: 3)), Pair(Act(), null)]);

        Assert.Equal((3, 2), (report.Passages, report.FoundByBoth));
        Assert.Equal(1, report.Fields.Single(f => f.Field == CodedField.Intensity).Estimate.Alpha!.Value, 12);
    }

    [Fact]
    public void Of__two_people_in_either_order__are_one_pair_of_coders()
    {
        var report = AgreementReport.Of([Pair(Act(), Act(), Ada, Bo), Pair(Act(), Act(), Bo, Ada), Pair(Act(), Act(), Ada, Cy)]);

        Assert.Equal([2, 1], report.Coders.Select(c => c.Pairs));
    }

    [Fact]
    public void Of__a_coder_who_codes_stronger_than_ruled__shows_by_how_much_in_that_month()
    {
        var ruled = Act(intensity: -4);
        var report = AgreementReport.Of(
        [
            Pair(Act(intensity: -6), Act(intensity: -4)) with { Ruled = ruled },
            Pair(Act(intensity: -5), Act(intensity: -4)) with { Ruled = ruled },
            Pair(Act(intensity: 9), Act(intensity: 9)),
        ]);

        Assert.Equal([(Ada, 1.5, 0), (Bo, 0.0, 2)], report.Drift.Select(d => (d.Coder, d.Severity, d.AsRuled)));
        Assert.All(report.Drift, d => Assert.Equal(new DateOnly(2022, 3, 1), d.Month));
    }

    [Fact]
    public void Differing__names_the_fields_that_differ()
    {
        Assert.Empty(CodedFields.Differing(Act(), Act()));
        Assert.Equal(
            [CodedField.Kind, CodedField.Direction, CodedField.Intensity],
            CodedFields.Differing(Act(), Act(type: "DIP-HOST", intensity: 3)));
    }

    [Fact]
    public void Draw__over_many_entries__takes_the_share_and_the_same_key_alike()
    {
        var rule = new SecondCoding(SecondCoding.DefaultShare, ["MIL-FORC"], "salt");
        var keys = Enumerable.Range(0, 10_000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();

        Assert.InRange(keys.Count(k => rule.Draw(k, "DIP-VISI") == SecondCodingReason.Drawn), 1_880, 2_120);
        Assert.All(keys.Take(100), k => Assert.Equal(rule.Draw(k, "DIP-VISI"), rule.Draw(k, "DIP-VISI")));
        Assert.All(keys.Take(100), k => Assert.Equal(SecondCodingReason.Kind, rule.Draw(k, "MIL-FORC")));
        Assert.DoesNotContain(keys, k => (rule with { Share = 0 }).Draw(k, "DIP-VISI") is not null);
        Assert.NotEqual(keys.Take(50).Select(k => rule.Draw(k, "A")), keys.Take(50).Select(k => (rule with { Salt = "other" }).Draw(k, "A")));
    }

    private static CodingPair Pair(CodedAct? first, CodedAct? second, Guid? one = null, Guid? other = null) =>
        new(one ?? Ada, other ?? Bo, first, second, new DateOnly(2022, 3, 14), null);

    private static CodedAct Act(string type = "DIP-VISI", double intensity = 4) =>
        new(new("KAZ"), new("RUS"), type, "default", new DateOnly(2022, 3, 1), intensity, 0.8);
}
