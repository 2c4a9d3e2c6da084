namespace Stance.Web.People;

/// <summary>Where to go after signing in: only to a page of this site, whatever the address bar said.</summary>
public static class LocalAddress
{
    public const string Home = "/";

    private const int Longest = 4000;

    /// <returns>The address if it is a path of this site in plain spelling, else the first page.</returns>
    public static string OrHome(string? address)
    {
        if (address is not { Length: > 0 and <= Longest } || address[0] != '/')
            return Home;
        // A second slash or backslash names another host; control characters are skipped by browsers and can hide one.
        if (address.Length > 1 && address[1] is '/' or '\\')
            return Home;
        if (address.Any(c => char.IsControl(c) || c == '\\'))
            return Home;
        return Uri.TryCreate(Base, address, out var target) && target.Authority == Base.Authority && target.Scheme == Base.Scheme ? address : Home;
    }

    private static readonly Uri Base = new("https://stance.invalid/");
}
