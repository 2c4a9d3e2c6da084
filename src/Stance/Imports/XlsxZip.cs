using System.Buffers.Binary;
using System.IO.Compression;

namespace Stance.Imports;

/// <summary>Opens the package of a workbook after looking at what it claims: a small file may unpack to any size.</summary>
internal static class XlsxZip
{
    private const int EndLength = 22;
    private const uint EndMark = 0x06054b50;
    private const int LargestComment = 65_535;

    public static ZipArchive Open(Stream file, ImportLimits limits)
    {
        // Before the list of entries is read at all.
        if (Entries(file) is not { } claimed)
            throw new InvalidDataException();
        if (claimed > limits.WorkbookEntries)
            throw TooLarge();
        file.Position = 0;
        var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            if (zip.Entries.Count > limits.WorkbookEntries)
                throw TooLarge();
            var total = 0L;
            foreach (var entry in zip.Entries)
            {
                total += entry.Length;
                if (total > limits.UnpackedBytes || (entry.Length > 1024 * 1024 && entry.Length / Math.Max(1, entry.CompressedLength) > limits.PackedRatio))
                    throw TooLarge();
            }
            return zip;
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    private static ImportFileException TooLarge() => new("Unpacked, this workbook is far larger than its file. Save it as CSV.");

    private static int? Entries(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndLength + LargestComment)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        for (var i = tail.Length - EndLength; i >= 0; i--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(i)) == EndMark)
                return BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(i + 10));
        }
        return null;
    }
}

/// <summary>Counts what is really unpacked, and ends where an entry is longer than it claimed.</summary>
internal sealed class BoundedStream(Stream inner, long claimed, Action<int> onRead) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => claimed;

    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var got = inner.Read(buffer, offset, count);
        read += got;
        if (read > claimed)
            throw new InvalidDataException();
        onRead(got);
        return got;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
