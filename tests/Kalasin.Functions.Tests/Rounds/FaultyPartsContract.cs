using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kalasin.Evaluation;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Tests.Storage;

namespace Kalasin.Functions.Tests.Rounds;

/// <summary>A file in parts over a store that fails: its sender asks how far it came, goes on from there, and it is delivered whole and once.</summary>
public abstract class FaultyPartsContract : WholeServiceContract
{
    private const string Name = "รายงาน.xlsx";

    private Sender _sender = null!;

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.Midway)]
    public async Task File_FaultAtEachCall_DeliveredWholeAndOnce(object fault) =>
        await AtEachCallAsync((Fault)fault, BeginAnew, _ => _sender.GoOnAsync(Service, Token), AssertDeliveredAsync);

    [Fact]
    public async Task File_ProcessDyingAtEachCall_DeliveredWholeAndOnce() =>
        await DyingAtEachCallAsync(BeginAnew, (_, life) => _sender.GoOnAsync(Service, life), AssertDeliveredAsync);

    /// <summary>Whatever is lost of the answer, what was refused is recorded once and neither kept as a part nor in the vault.</summary>
    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    public async Task RefusedFile_FaultAtEachCall_RecordedOnceAndGone(object fault) => await AtEachCallAsync((Fault)fault, call =>
    {
        _sender = new(call, Garbage);
        return Nothing(call);
    }, _ => _sender.GoOnAsync(Service, Token), async call =>
    {
        await _sender.GoOnAsync(Service, Token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, _sender.Answer);
        var state = await CheckedStateAsync();
        Assert.Equal((0, call), (state.Deliveries.Count, state.Refused.Count));
        Assert.DoesNotContain(ContentHash.Of(Garbage), await KeptAsync());
        Assert.Null(await Sound.Parts.FindAsync(_sender.Place, _sender.Id, Token));
    });

    private Task BeginAnew(int call)
    {
        _sender = new(call, SampleFiles.WorkbookOf(Units[call % Units.Length]).Bytes);
        return Task.CompletedTask;
    }

    private async Task AssertDeliveredAsync(int call)
    {
        await _sender.GoOnAsync(Service, Token);
        Assert.Equal(HttpStatusCode.Created, _sender.Answer);
        var state = await CheckedStateAsync();
        Assert.Equal(call, state.Deliveries.Count);
        Assert.Equal(ContentHash.Of(_sender.Content), Assert.Single(state.Deliveries[^1].Files).Hash); // and that it is whole, the vault has checked
    }

    /// <summary>Sends one file in three parts, as a tus client does, and a delivery that names it.</summary>
    private sealed class Sender(int number, byte[] content)
    {
        private string? _address;

        public byte[] Content => content;

        public PartialPlace Place { get; } = new(RoundId.Parse(Round), UnitCode.Parse(Units[number % Units.Length]));

        public PartialId Id => PartialId.TryParse(_address?.Split('/')[^1], out var id) ? id : default;

        /// <summary>What the delivery was answered; null while it was not.</summary>
        public HttpStatusCode? Answer { get; private set; }

        /// <summary>Does what is still to be done, until the store fails.</summary>
        public async Task GoOnAsync(RunningService service, CancellationToken cancellationToken)
        {
            if (await WholeAsync(service, cancellationToken)) await DeliverAsync(service, cancellationToken);
        }

        /// <returns>Whether it is there from beginning to end.</returns>
        private async Task<bool> WholeAsync(RunningService service, CancellationToken cancellationToken)
        {
            _address ??= await BeginAsync(service, cancellationToken);
            if (_address is null) return false;
            using var asked = await TusAsync(service, HttpMethod.Head, _address, null, [], cancellationToken);
            if (asked.StatusCode == HttpStatusCode.ServiceUnavailable) return false;
            if (asked.StatusCode == HttpStatusCode.NotFound)
            {
                _address = null; // it was refused, and is not kept: the protocol says to begin again
                return await WholeAsync(service, cancellationToken);
            }
            Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
            for (var offset = OffsetOf(asked); offset < content.Length;)
            {
                var end = Math.Min(offset + content.Length / 3 + 1, content.Length);
                using var sent = await TusAsync(
                    service, HttpMethod.Patch, _address, content[offset..end], [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture))], cancellationToken);
                if (sent.StatusCode == HttpStatusCode.ServiceUnavailable) return false;
                Assert.Equal((HttpStatusCode.NoContent, end), (sent.StatusCode, OffsetOf(sent)));
                offset = end;
            }
            return true;
        }

        private async Task<string?> BeginAsync(RunningService service, CancellationToken cancellationToken)
        {
            using var begun = await TusAsync(
                service, HttpMethod.Post, $"/api/rounds/{Place.Round}/units/{Place.Unit}/uploads", null,
                [
                    ("Upload-Length", content.Length.ToString(CultureInfo.InvariantCulture)),
                    ("Upload-Metadata", $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(Name))}"),
                ], cancellationToken);
            if (begun.StatusCode == HttpStatusCode.ServiceUnavailable) return null;
            Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
            return begun.Headers.Location!.OriginalString;
        }

        private async Task DeliverAsync(RunningService service, CancellationToken cancellationToken)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/rounds/{Place.Round}/units/{Place.Unit}/deliveries")
            {
                Content = new MultipartFormDataContent { { new StringContent(Id.Value), "uploads" } },
            };
            request.Headers.Add("Idempotency-Key", number.ToString(CultureInfo.InvariantCulture));
            using var response = await service.Client.SendAsync(request, cancellationToken);
            if (!await IsUnavailableAsync(response)) Answer = response.StatusCode;
        }

        private static int OffsetOf(HttpResponseMessage response) => int.Parse(response.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture);

        private static async Task<HttpResponseMessage> TusAsync(
            RunningService service, HttpMethod method, string address, byte[]? bytes, (string Name, string Value)[] headers, CancellationToken cancellationToken)
        {
            using var request = new HttpRequestMessage(method, address);
            request.Headers.Add("Tus-Resumable", "1.0.0");
            foreach (var (name, value) in headers) request.Headers.Add(name, value);
            if (bytes is not null)
                request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
            return await service.Client.SendAsync(request, cancellationToken);
        }
    }
}
