namespace Stance.Events;

/// <summary>How much of a text may be kept.</summary>
public static class TextKeeping
{
    public const string Whole = "whole";
    public const string Passages = "passages";
    public const string Hash = "hash";

    public static IReadOnlyList<string> All { get; } = [Whole, Passages, Hash];

    public static string Words(string keeps) => keeps switch
    {
        Whole => "the whole text",
        Passages => "pinned passages only",
        _ => "nothing but its hash",
    };
}

/// <summary>What is said of a text to be put on file, read by the rules for reports of acts.</summary>
public sealed record ReportReading(IReadOnlyList<RuleBreach> Breaches, Source? Source, Report? Report);

/// <summary>The rules for a report put on file before any act is coded from it: the same as for the report of an act.</summary>
public static class ReportRules
{
    /// <summary>Whether passages of a report need no translation; no language given means English.</summary>
    public static bool IsEnglish(string? language) => string.IsNullOrWhiteSpace(language) || language.Trim().Split('-')[0].Equals("en", StringComparison.OrdinalIgnoreCase);

    public static ReportReading Read(SourceDraft? source, ReportDraft? report, string? keeps, DateOnly today)
    {
        var check = new RuleCheck();
        var read = (Source: check.SourceOf("source", source), Report: check.ReportOf("report", report, today));
        if (keeps is null || !TextKeeping.All.Contains(keeps))
            check.Add("keeps", "choice", "Choose how much of the text may be kept: whole, passages or hash.");
        return new ReportReading(check.Breaches, read.Source, read.Report);
    }
}
