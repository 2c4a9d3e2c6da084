using System.Globalization;
using Stance.Acts;
using Stance.Codebook;
using Stance.Countries;

namespace Stance.Events;

/// <summary>
/// The one rule set for form, API and archives: turns a draft into a checked act, or says at each field what to do.
/// </summary>
public static class EventRules
{
    public const int LongestTitle = 300;
    public const int LongestNote = 4000;
    public const int LongestReason = 2000;
    public const int MostCollections = 20;

    /// <summary>How many states can join the one that acts in one act entered together.</summary>
    public const int MostAlso = 199;

    /// <summary>How far a curator may move b from its base score.</summary>
    public const double Reach = 2;

    public static IReadOnlyList<RuleBreach> Check(StanceEventDraft draft, Register register, DateOnly today) =>
        Read(draft, register, today).Breaches;

    /// <summary>Why an act is retracted, or what an edit changes.</summary>
    public static RuleBreach? CheckReason(string? reason, bool required)
    {
        var check = new RuleCheck();
        check.Block("reason", reason, LongestReason, "the reason", required);
        return check.Breaches.Count > 0 ? check.Breaches[0] : null;
    }

    /// <summary>What an act of several states shall be called, or why it cannot be.</summary>
    public static (string? Title, IReadOnlyList<RuleBreach> Breaches) CheckWhole(string? title, string? reason)
    {
        var check = new RuleCheck();
        var line = check.Line("whole", title, LongestTitle, "the title of the whole", required: true);
        check.Block("reason", reason, LongestReason, "the reason", required: true);
        return check.Breaches.Count > 0 ? (null, check.Breaches) : (line, []);
    }

    /// <summary>Reads as much of a draft as holds; what a form shows while it is still being filled.</summary>
    /// <param name="kept">The kind that the act on file has already; an act may stay what it is when its kind is withdrawn.</param>
    public static EventReading Read(StanceEventDraft draft, Register register, DateOnly today, string? kept = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(register);
        var check = new RuleCheck();
        var country = KnownCountry(check, "country", draft.Country, register, "Choose who acts.");
        var recipient = string.IsNullOrWhiteSpace(draft.Recipient) ? null : KnownCountry(check, "recipient", draft.Recipient, register, "");
        if (country is not null && recipient == country)
            check.Add("recipient", "self", "Choose another country than the one that acts, or nobody in particular.");
        var type = TypeOf(check, draft, register.Codebook, kept);
        var variant = type is null ? null : VariantOf(check, draft, type);
        var dates = check.Dates(draft, today);
        var title = check.Line("title", draft.Title, LongestTitle, "the title", required: true);
        foreach (var (field, code) in new[] { ("country", country), ("recipient", recipient) })
            Exists(check, field, code, dates, register);
        var also = AlsoOf(check, draft, country, recipient, dates, register);
        var whole = check.Line("whole", draft.Whole, LongestTitle, "the title of the whole");
        var attributes = type is null ? null : check.Attributes("attributes", draft.Attributes, type);
        var intensity = variant is null ? null : IntensityOf(check, draft, variant);
        var intensityReason = check.Block("intensityReason", draft.IntensityReason, LongestReason, "the reason");
        var overrides = OverridesOf(check, draft, register);
        var note = check.Block("note", draft.Note, LongestNote, "the note");
        var stage = check.Line("stage", draft.Stage, 100, "the stage");
        if (draft is { Chain: not null, Follows: not null })
            check.Add("follows", "chain", "Name the act it follows or the chain, not both.");
        var preferred = check.PreferredClaim(draft, today, title);
        var further = check.FurtherClaims(draft, today, type);
        var claims = preferred is null || further.Contains(null) ? null : (IReadOnlyList<Claim>)[preferred with { Statement = Said(preferred, title) }, .. further!];
        var byRule = ConfidenceByRule(variant, draft, claims);
        var confidence = ConfidenceOf(check, draft, byRule);
        var confidenceReason = check.Block("confidenceReason", draft.ConfidenceReason, LongestReason, "the reason");
        var collections = CollectionsOf(check, draft, register);
        return new EventReading(check.Breaches, country, recipient, type, variant, dates, intensity, byRule, confidence, overrides)
        {
            Also = also,
            Event = check.Breaches.Count > 0
                ? null
                : new StanceEvent(
                    country!.Value, recipient, type!, variant!, dates!.Value, title!, attributes!, intensity!.Value, intensityReason,
                    confidence!.Value, confidenceReason, overrides, note, claims!, collections, draft.Parent, draft.Chain, stage, draft.IsScored)
                {
                    Also = also,
                    Whole = whole,
                    Follows = draft.Follows,
                },
        };
    }

    private static string Said(Claim claim, string? title) => claim.Statement.Length > 0 ? claim.Statement : title ?? "";

    private static CountryCode? KnownCountry(RuleCheck check, string field, string? text, Register register, string missing)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            check.Add(field, "required", missing);
            return null;
        }
        if (CountryCode.TryParse(text.Trim(), out var code) && register.Countries.ContainsKey(code))
            return code;
        check.Add(field, "unknown", $"There is no country \"{Shorten(text)}\" in the register. Choose one from the list, such as KAZ.");
        return null;
    }

    /// <summary>The further states of an act of several: each known, once, and not the one toward whom it is done.</summary>
    private static List<CountryCode> AlsoOf(
        RuleCheck check, StanceEventDraft draft, CountryCode? country, CountryCode? recipient, EventDates? dates, Register register)
    {
        var codes = draft.Also ?? [];
        if (codes.Count > MostAlso)
            check.Add("also", "count", $"Enter at most {MostAlso} further states at once.");
        if (codes.Count == 0 && !string.IsNullOrWhiteSpace(draft.Whole))
            check.Add("whole", "alone", "Only an act of several states is called something as a whole. Leave this empty, or add the other states.");
        if (codes.Count > 0 && draft.Parent is not null)
            check.Add("also", "part", "This act is part of an act of several states already. Enter the other states as parts of it, one by one.");
        if (codes.Count > 0 && (draft.Chain ?? draft.Follows) is not null)
            check.Add("also", "chain", "A stage of a commitment is one state's own. Enter the other states by themselves.");
        var kept = new List<CountryCode>();
        foreach (var (text, field) in codes.Take(MostAlso).Select((c, i) => (c, $"also[{i}]")))
        {
            if (KnownCountry(check, field, text, register, "Choose a state, or take this one out.") is not { } code)
                continue;
            var before = check.Breaches.Count;
            if (code == country || kept.Contains(code))
                check.Add(field, "twice", $"{register.NameOf(code)} is among them already: one act for each state.");
            else if (code == recipient)
                check.Add(field, "self", $"{register.NameOf(code)} is toward whom it is done. Take it out here, or choose nobody in particular there.");
            else
                Exists(check, field, code, dates, register);
            if (check.Breaches.Count == before)
                kept.Add(code);
        }
        return kept;
    }

    /// <summary>Why an act of several states cannot be entered, corrected or coded as one state's; null for one state's act.</summary>
    public static RuleBreach? Alone(StanceEventDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Also is { Count: > 0 }
            ? new RuleBreach("also", "several", "Here stands the act of one state. Enter an act of several states as a new one, all of them together.")
            : null;
    }

    private static void Exists(RuleCheck check, string field, CountryCode? code, EventDates? dates, Register register)
    {
        if (code is null || dates is null || register.Countries[code.Value] is not { } country)
            return;
        if (country.ValidTo < dates.Value.From)
            check.Add(field, "period", $"{country.Name} ended on {DateText.Words(country.ValidTo.Value)}. Choose its successor, or an earlier date.");
        else if (country.ValidFrom > dates.Value.To)
            check.Add(field, "period", $"{country.Name} begins on {DateText.Words(country.ValidFrom.Value)}. Choose its predecessor, or a later date.");
    }

    private static EventType? TypeOf(RuleCheck check, StanceEventDraft draft, CodebookVersion codebook, string? kept)
    {
        if (string.IsNullOrWhiteSpace(draft.Type))
            check.Add("type", "required", "Choose the kind of act.");
        else if (codebook.Find(draft.Type.Trim()) is { } type)
        {
            if (Withdrawn(type, kept) is { } breach)
                check.Add(breach.Field, breach.Rule, breach.Message);
            return type;
        }
        else
            check.Add("type", "unknown", $"There is no kind of act \"{Shorten(draft.Type)}\" in codebook {codebook.Version}. Choose one from the list.");
        return null;
    }

    /// <summary>Why no act may become one of this kind; null where it may, or is one already.</summary>
    public static RuleBreach? Withdrawn(EventType type, string? kept)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.IsWithdrawn && type.Code != kept
            ? new RuleBreach("type", "withdrawn", $"{type.Name} is withdrawn from the codebook: no new act is coded as it. Choose another kind.")
            : null;
    }

    private static EventTypeVariant? VariantOf(RuleCheck check, StanceEventDraft draft, EventType type)
    {
        var known = string.Join(", ", type.Variants.Select(v => v.Key));
        if (string.IsNullOrWhiteSpace(draft.Variant))
        {
            if (type.Variants is [var only])
                return only;
            check.Add("variant", "required", $"Choose one: {known}.");
            return null;
        }
        if (type.FindVariant(draft.Variant.Trim()) is { } variant)
            return variant;
        check.Add("variant", "unknown", $"{type.Name} has no \"{Shorten(draft.Variant)}\". Choose one: {known}.");
        return null;
    }

    private static double? IntensityOf(RuleCheck check, StanceEventDraft draft, EventTypeVariant variant)
    {
        var intensity = draft.Intensity ?? variant.Base;
        var (low, high) = RangeOf(variant);
        if (!double.IsFinite(intensity) || intensity < low || intensity > high)
        {
            check.Add("intensity", "range", low == high ? $"Leave it at {Signed(low)}." : $"Enter a value from {Signed(low)} to {Signed(high)}.");
            return null;
        }
        if ((intensity != variant.Base || variant.ReasonRequired) && string.IsNullOrWhiteSpace(draft.IntensityReason))
            check.Add("intensityReason", "required", variant.ReasonRequired
                ? "Say how you arrive at this value: this kind has no value of its own."
                : $"Say why it is not {Signed(variant.Base)}.");
        return intensity;
    }

    /// <summary>What b may be: the variant's own range, no further than two from its base score.</summary>
    public static (double Low, double High) RangeOf(EventTypeVariant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return (Math.Max(variant.Low, variant.Base - Reach), Math.Min(variant.High, variant.Base + Reach));
    }

    private static List<AxisOverride> OverridesOf(RuleCheck check, StanceEventDraft draft, Register register)
    {
        var kept = new List<AxisOverride>();
        foreach (var (given, path) in (draft.Overrides ?? []).Take(50).Select((o, i) => (o ?? new OverrideDraft(), $"overrides[{i}]")))
        {
            var reason = check.Block(path + ".reason", given.Reason, LongestReason, "the reason for setting the score", required: true);
            if (given.Axis is null || !register.Axes.ContainsKey(given.Axis))
                check.Add(path + ".axis", "unknown", $"Choose an axis: {string.Join(", ", register.Axes.Keys.Order())}.");
            else if (kept.Any(o => o.Axis == given.Axis))
                check.Add(path + ".axis", "twice", $"The score on {given.Axis} is set twice: keep one.");
            else if (given.Score is not { } score || !double.IsFinite(score) || score is < -10 or > 10)
                check.Add(path + ".score", "range", "Enter a score from −10 to +10.");
            else
                kept.Add(new AxisOverride(given.Axis, score, reason ?? ""));
        }
        return kept;
    }

    private static double? ConfidenceByRule(EventTypeVariant? variant, StanceEventDraft draft, IReadOnlyList<Claim>? claims)
    {
        if (variant?.DefaultConfidence is { } recorded)
            return recorded;
        if (claims is not null)
            return Confidence.ByRule(claims.Select(c => c.Support).OfType<GradedReport>());
        return SourceGrade.IsReliability(draft.Source?.Reliability) && draft.Credibility is { } number && SourceGrade.IsCredibility(number)
            ? Confidence.ByRule([new GradedReport(new SourceGrade(draft.Source!.Reliability![0], number), null)])
            : null;
    }

    private static double? ConfidenceOf(RuleCheck check, StanceEventDraft draft, double? byRule)
    {
        if (draft.Confidence is not { } confidence)
            return byRule;
        if (!double.IsFinite(confidence) || confidence is < Confidence.Lowest or > Confidence.Highest)
        {
            check.Add("confidence", "range", "Enter a value from 0.05 to 1.");
            return null;
        }
        if (byRule is { } rule && Math.Abs(confidence - rule) > 1e-9 && string.IsNullOrWhiteSpace(draft.ConfidenceReason))
            check.Add("confidenceReason", "required", FormattableString.Invariant($"Say why it is not {rule:0.00##}, as the sources give."));
        return confidence;
    }

    private static List<string> CollectionsOf(RuleCheck check, StanceEventDraft draft, Register register)
    {
        var codes = (draft.Collections ?? []).Distinct().ToList();
        if (codes.Count > MostCollections)
        {
            check.Add("collections", "count", $"Choose at most {MostCollections} collections.");
            return [];
        }
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i] is null || !register.Collections.ContainsKey(codes[i]))
                check.Add($"collections[{i}]", "unknown", $"There is no collection \"{Shorten(codes[i] ?? "")}\". Choose from the list.");
        }
        return codes;
    }

    private static string Signed(double value) => value.ToString("+0.##;−0.##;0", CultureInfo.InvariantCulture);

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
