using Stance.Alignment;
using Stance.Codebook;
using Stance.Countries;
using Stance.Data.Acts;

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
