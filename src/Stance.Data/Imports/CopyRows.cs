using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Stance.Data.Imports;

/// <summary>
/// Rows for one COPY, gathered in the server's binary form and sent at once: handing a value at a time to the driver takes several times as
/// long as reading and checking the row.
/// </summary>
internal sealed class CopyRows
{
    private const int Null = -1;
    private const int TextType = 25;

    // The signature, no flags, no extension.
    private static readonly byte[] Begin = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] End = [0xFF, 0xFF];
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateTimeOffset FirstMoment = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly string statement;
    private readonly short columns;
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <param name="path">The statement; it names its columns in the order in which they are added.</param>
    public CopyRows(string path)
    {
        var text = SqlFile.Read(path);
        // The driver wants the word copy first; the question stands before it.
        statement = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        columns = (short)(statement.Count(c => c == ',') + 1);
    }

    public CopyRows Row()
    {
        if (bytes.WrittenCount == 0)
            bytes.Write(Begin);
        BinaryPrimitives.WriteInt16BigEndian(Take(2), columns);
        return this;
    }

    public CopyRows Add(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Field(2), value);
        return this;
    }

    public CopyRows Add(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Field(4), value);
        return this;
    }

    public CopyRows Add(double? value)
    {
        if (value is { } number)
            BinaryPrimitives.WriteDoubleBigEndian(Field(8), number);
        else
            Field(Null);
        return this;
    }

    public CopyRows Add(Guid value)
    {
        value.TryWriteBytes(Field(16), bigEndian: true, out _);
        return this;
    }

    public CopyRows Add(Guid? value)
    {
        if (value is { } id)
            return Add(id);
        Field(Null);
        return this;
    }

    public CopyRows Add(DateOnly value) => Add(value.DayNumber - FirstDay.DayNumber);

    public CopyRows Add(DateTimeOffset value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Field(8), (value - FirstMoment).Ticks / TimeSpan.TicksPerMicrosecond);
        return this;
    }

    public CopyRows Add(string? value)
    {
        if (value is null)
            Field(Null);
        else
            Encoding.UTF8.GetBytes(value, Field(Encoding.UTF8.GetByteCount(value)));
        return this;
    }

    public CopyRows Add(byte[]? value)
    {
        value.CopyTo(Field(value?.Length ?? Null));
        return this;
    }

    /// <summary>For a column of jsonb, whose text follows the number of its form.</summary>
    public CopyRows AddJson(ReadOnlySpan<byte> text)
    {
        var field = Field(text.Length + 1);
        field[0] = 1;
        text.CopyTo(field[1..]);
        return this;
    }

    public CopyRows Add(IReadOnlyList<string> values)
    {
        // One dimension from 1 on and no nulls, or no dimension at all.
        int[] head = values.Count == 0 ? [0, 0, TextType] : [1, 0, TextType, values.Count, 1];
        Field((4 * head.Length) + values.Sum(v => 4 + Encoding.UTF8.GetByteCount(v)), taken: 0);
        foreach (var number in head)
            BinaryPrimitives.WriteInt32BigEndian(Take(4), number);
        foreach (var value in values)
            Add(value);
        return this;
    }

    public async Task SendAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (bytes.WrittenCount == 0)
            return;
        bytes.Write(End);
        await using (var copy = await connection.BeginRawBinaryCopyAsync(statement, cancel))
        {
            // Half a chunk would be an error of its own: whoever calls the import off waits for the other half.
            await copy.WriteAsync(bytes.WrittenMemory, CancellationToken.None);
        }
        bytes.ResetWrittenCount();
    }

    private Span<byte> Field(int length) => Field(length, Math.Max(length, 0));

    private Span<byte> Field(int length, int taken)
    {
        BinaryPrimitives.WriteInt32BigEndian(Take(4), length);
        return Take(taken);
    }

    private Span<byte> Take(int length)
    {
        var span = bytes.GetSpan(length)[..length];
        bytes.Advance(length);
        return span;
    }
}
