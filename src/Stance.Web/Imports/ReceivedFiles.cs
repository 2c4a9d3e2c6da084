using System.Security.Cryptography;
using Stance.Data.Imports;
using Stance.Imports;

namespace Stance.Web.Imports;

/// <summary>Streams a file to disk while its print is taken; the file is gone when it is disposed, or when the program ends.</summary>
internal static class ReceivedFiles
{
    private const int BufferBytes = 81_920;

    public static async Task<ReceivedFile> ReceiveAsync(string name, Stream sent, IProgress<long>? received, CancellationToken cancel)
    {
        var content = new FileStream(
            Path.Combine(Path.GetTempPath(), $"stance-import-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferBytes,
            FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            using var print = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[BufferBytes];
            for (var got = await sent.ReadAsync(buffer, cancel); got > 0; got = await sent.ReadAsync(buffer, cancel))
            {
                if (content.Length + got > ImportLimits.Usual.FileBytes)
                    throw new ImportFileException(FormattableString.Invariant($"The file is larger than {ImportLimits.Usual.FileBytes / (1024 * 1024)} MB. Send it in parts."));
                print.AppendData(buffer, 0, got);
                await content.WriteAsync(buffer.AsMemory(0, got), cancel);
                received?.Report(content.Length);
            }
            await content.FlushAsync(cancel);
            return new ReceivedFile(NameOf(name), content, Convert.ToHexStringLower(print.GetHashAndReset()));
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <summary>The last part of a path, in one line.</summary>
    private static string NameOf(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = new string([.. last.Where(c => Wording.PlainText.FirstRefused(c.ToString(), lines: false) is null || char.IsSurrogate(c))]).Trim();
        return plain.Length == 0 ? "file" : plain.Length <= 200 ? plain : plain[..200];
    }
}
