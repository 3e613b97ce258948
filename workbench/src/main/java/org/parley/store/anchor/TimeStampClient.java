package org.parley.store.anchor;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/// Asks an authority for time stamps (RFC 3161 over HTTP). It learns a digest and nothing else.
/// Redirects are not followed; the answer is bounded in size and time.
final class TimeStampClient implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final long ANSWER_SECONDS = 15;
  private static final int LONGEST_ANSWER = 32 << 10;
  private static final int NONCE_BITS = 64;

  private final URI authority;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  TimeStampClient(URI authority) {
    this.authority = authority;
  }

  /// A time stamp of a digest.
  ///
  /// @param sha256 the digest
  /// @return the token as DER
  /// @throws AnchorRefused if the authority gives none, or one of something else
  byte[] stamp(byte[] sha256) throws IOException, AnchorRefused, InterruptedException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest wanted =
        generator.generate(
            TSPAlgorithms.SHA256, sha256, new BigInteger(NONCE_BITS, new SecureRandom()));
    HttpResponse<byte[]> answer = send(wanted.getEncoded());
    if (answer.statusCode() != 200) {
      throw new AnchorRefused(
          "the authority for time stamps answered "
              + answer.statusCode()
              + ". Maybe check its address");
    }
    try {
      TimeStampResponse response = new TimeStampResponse(answer.body());
      response.validate(wanted);
      TimeStampToken token = response.getTimeStampToken();
      if (token == null) {
        throw new AnchorRefused(
            "the authority gave no time stamp: "
                + response.getStatusString()
                + ". Maybe choose another");
      }
      return token.getEncoded();
    } catch (TSPException | IOException | RuntimeException e) {
      // the parser throws whatever hostile bytes bring about
      throw new AnchorRefused(
          "the authority answered with something else than the time stamp that was asked for. Maybe"
              + " choose another",
          e);
    }
  }

  private HttpResponse<byte[]> send(byte[] request)
      throws IOException, AnchorRefused, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(
            HttpRequest.newBuilder(authority)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build(),
            BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
    try {
      return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AnchorRefused(
          "the authority for time stamps cannot be reached, or answered too much. Maybe check its"
              + " address",
          e);
    } catch (TimeoutException e) {
      throw new AnchorRefused(
          "the authority for time stamps did not answer within "
              + ANSWER_SECONDS
              + " seconds. Maybe try again later",
          e);
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
