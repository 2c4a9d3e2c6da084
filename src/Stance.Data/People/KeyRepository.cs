using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Stance.Data.People;

/// <summary>Keeps the keys of cookies and forms in the database, so that a restart signs nobody out.</summary>
public sealed class KeyRepository(NpgsqlDataSource database) : IXmlRepository
{
    private static readonly string Keys = SqlFile.Read("People/DataProtectionKeys.sql");
    private static readonly string Insert = SqlFile.Read("People/InsertDataProtectionKey.sql");

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.OpenConnection();
        return [.. connection.Query<string>(Keys).Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var connection = database.OpenConnection();
        connection.Execute(Insert, new { name = friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
    }
}
