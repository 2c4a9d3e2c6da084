using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Stance.EndToEnd.Start;

/// <summary>Greets like a PostgreSQL 17 and does nothing else: enough to be told one's age.</summary>
internal sealed class OldServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public OldServer()
    {
        listener.Start();
        _ = ServeAsync();
    }

    public string ConnectionString =>
        $"Host=127.0.0.1;Port={((IPEndPoint)listener.LocalEndpoint).Port};Username=stance;Database=stance;SSL Mode=Disable;Server Compatibility Mode=NoTypeLoading";

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        while (true)
            _ = GreetAsync(await listener.AcceptTcpClientAsync());
    }

    private static async Task GreetAsync(TcpClient client)
    {
        using var _ = client;
        var stream = client.GetStream();
        var length = new byte[4];
        await stream.ReadExactlyAsync(length);
        await stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(length) - 4]);
        await stream.WriteAsync(Message('R', [0, 0, 0, 0]));
        foreach (var said in new[] { "server_version\017.4\0", "client_encoding\0UTF8\0", "standard_conforming_strings\0on\0", "TimeZone\0UTC\0" })
            await stream.WriteAsync(Message('S', Encoding.ASCII.GetBytes(said)));
        await stream.WriteAsync(Message('Z', "I"u8.ToArray()));
        await stream.CopyToAsync(Stream.Null);
    }

    private static byte[] Message(char kind, byte[] body)
    {
        var message = new byte[5 + body.Length];
        message[0] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), 4 + body.Length);
        body.CopyTo(message, 5);
        return message;
    }
}
