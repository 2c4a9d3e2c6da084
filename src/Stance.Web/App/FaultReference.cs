using System.Security.Cryptography;

namespace Stance.Web.App;

/// <summary>"7F3A-19": short enough to read out, rare enough to find one line in the log.</summary>
public static class FaultReference
{
    public static string New()
    {
        var hex = RandomNumberGenerator.GetHexString(6);
        return $"{hex[..4]}-{hex[4..]}";
    }
}
