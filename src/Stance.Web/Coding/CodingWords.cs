using System.Globalization;
using Stance.Coding;
using Stance.Wording;

namespace Stance.Web.Coding;

/// <summary>Double coding in plain words.</summary>
internal static class CodingWords
{
    public static string Chosen(SecondCodingReason reason) => reason switch
    {
        SecondCodingReason.Drawn => "by lot",
        SecondCodingReason.Kind => "for its kind",
        _ => "asked for",
    };

    /// <summary>α to two decimals, or why there is none.</summary>
    public static string Alpha(AgreementEstimate estimate) => estimate switch
    {
        { Units: 0 } => "nothing coded twice",
        { Alpha: null } => "all alike, so not defined",
        { Alpha: { } alpha } => Number(alpha),
    };

    public static string Interval(AgreementEstimate estimate) => estimate is { Low: { } low, High: { } high } ? $"{Number(low)} to {Number(high)}" : "";

    /// <summary>How α reads, and its tone; the word stands beside the colour.</summary>
    public static (string Word, string Tone) Reading(AgreementEstimate estimate) => estimate.Alpha switch
    {
        null => ("", ""),
        _ when estimate.Units < AgreementReport.Enough => ("too few", ""),
        >= CoderAgreement.Reliable => ("reliable", "ok"),
        >= CoderAgreement.Tentative => ("tentative", "warn"),
        _ => ("revise the definition", "err"),
    };

    public static string Share(int part, int whole) => whole == 0 ? "none yet" : $"{((double)part / whole).ToString("0%", CultureInfo.InvariantCulture)}";

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', NumberWords.Minus);
}
