using Stance.Acts;
using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.ViewStates;

namespace Stance.Web.Registers;

/// <summary>The dictionaries: countries, axes, the codebook in force.</summary>
public static class RegisterEndpoints
{
    public static void MapRegisters(this IEndpointRouteBuilder api)
    {
        api.MapGet("/countries", (ActFeed feed) => feed.Register.Countries.Values.OrderBy(c => c.Name, StringComparer.Ordinal).Select(CountryEntry.Of))
            .WithSummary("Every country and former state, with its other names and codes.");
        api.MapGet("/axes", (ActFeed feed) => feed.Register.Axes.Values.Select(AxisEntry.Of))
            .WithSummary("The axes, their poles and dated members.");
        api.MapGet("/sources", (ActFeed feed) => SourceEntry.All(feed.Register))
            .WithSummary("Every source by name, since when it is read and back to when it is coded; null = from the beginning, and not coded back.");
        api.MapGet("/codebook", (ActFeed feed) => CodebookEntry.Of(feed.Register.Codebook))
            .WithSummary("The codebook in force: kinds of act, their variants and fields.");
    }
}

public sealed record CountryEntry(string Code, string Name, string OfficialName, DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyList<string> Aliases)
{
    public static CountryEntry Of(Country country)
    {
        ArgumentNullException.ThrowIfNull(country);
        return new CountryEntry(country.Code.Value, country.Name, country.OfficialName, country.ValidFrom, country.ValidTo, country.Aliases);
    }
}

/// <param name="Id">As <c>without</c> takes it.</param>
public sealed record SourceEntry(string Id, string Name, DateOnly? ReadSince, DateOnly? CodedBackTo)
{
    public static IEnumerable<SourceEntry> All(Register register)
    {
        ArgumentNullException.ThrowIfNull(register);
        var readings = register.Readings.At(AsOf.Now.KnownAt).ToDictionary(r => r.Source);
        return register.Sources.OrderBy(s => s.Value, StringComparer.Ordinal)
            .Select(s => readings.GetValueOrDefault(s.Key) is { } reading
                ? new SourceEntry(SourceName.Print(s.Key), s.Value, reading.Since, reading.CodedBackTo)
                : new SourceEntry(SourceName.Print(s.Key), s.Value, null, null));
    }
}

public sealed record AxisEntry(
    string Code, string Name, string NegativePole, string PositivePole, double? DefaultWeight, IReadOnlyList<AxisMemberEntry> Members)
{
    public static AxisEntry Of(Axis axis)
    {
        ArgumentNullException.ThrowIfNull(axis);
        return new AxisEntry(
            axis.Code, axis.Name, axis.NegativePole, axis.PositivePole, axis.DefaultWeight,
            [.. axis.Members.Select(m => new AxisMemberEntry(m.Country.Value, m.Weight, m.From, m.Until, m.Source))]);
    }
}

/// <param name="Until">First day it no longer holds; null = still.</param>
public sealed record AxisMemberEntry(string Country, double Weight, DateOnly From, DateOnly? Until, string Source);

public sealed record CodebookEntry(string Version, DateOnly EffectiveFrom, double Sigma, double PriorStrength, IReadOnlyList<EventType> Types)
{
    public static CodebookEntry Of(CodebookVersion codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        return new CodebookEntry(codebook.Version, codebook.EffectiveFrom, codebook.Sigma, codebook.PriorStrength, codebook.Types);
    }
}
