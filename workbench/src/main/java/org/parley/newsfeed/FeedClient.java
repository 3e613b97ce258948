package org.parley.newsfeed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;
import org.parley.reading.source.Articles;

/// Asks for feeds and the pages of their entries. Redirects are followed by hand: each address is
/// checked.
final class FeedClient implements AutoCloseable {

  private static final int MOST_BYTES = 8 << 20;
  private static final int MOST_REDIRECTS = 5;
  private static final int LEAST_SUMMARY = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
  private static final int OK = 200;
  private static final int UNCHANGED = 304;
  private static final int GONE = 410;
  private static final String LANGUAGE = "en";
  private static final Pattern CHARSET = Pattern.compile("(?i)charset=[\"']?([A-Za-z0-9_.:-]+)");

  /// The answer to a request for a feed.
  sealed interface Answer {

    /// The feed, and what to ask with the next time.
    record Fresh(NewsFeed feed, @Nullable String tag, @Nullable String modified)
        implements Answer {}

    /// It is what it was.
    record Unchanged() implements Answer {}

    /// It cannot be had.
    ///
    /// @param after the seconds after which to ask again, as its server says; 0 if it does not
    record Failed(FeedTrouble trouble, long after) implements Answer {}
  }

  /// The answer of an address.
  ///
  /// @param body one character a byte
  private record Got(int status, URI address, HttpHeaders headers, String body) {

    /// @throws FeedException if it is longer than is read
    byte[] bytes() throws FeedException {
      if (body.length() > MOST_BYTES) {
        throw new FeedException(FeedTrouble.of(FeedTrouble.Kind.TOO_LONG), address.toString());
      }
      return body.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Nullable String header(String name) {
      return headers.firstValue(name).orElse(null);
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// Asks for a feed, unless it is what it was (conditional GET).
  Answer feed(URI address, @Nullable String tag, @Nullable String modified) {
    try {
      HttpRequest.Builder request =
          request("application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5");
      if (tag != null) {
        request.header("If-None-Match", tag);
      }
      if (modified != null) {
        request.header("If-Modified-Since", modified);
      }
      return answer(get(address, address, request));
    } catch (FeedException e) {
      return new Answer.Failed(e.trouble(), 0);
    } catch (IOException e) {
      return new Answer.Failed(FeedTrouble.of(FeedTrouble.Kind.UNREACHABLE), 0);
    }
  }

  private static Answer answer(Got got) throws IOException {
    return switch (got.status) {
      case OK ->
          NewsFeed.of(new ByteArrayInputStream(got.bytes()), charset(got), got.address)
              .<Answer>map(
                  feed -> new Answer.Fresh(feed, got.header("ETag"), got.header("Last-Modified")))
              .orElseGet(() -> new Answer.Failed(FeedTrouble.of(FeedTrouble.Kind.NOT_A_FEED), 0));
      case UNCHANGED -> new Answer.Unchanged();
      case GONE -> new Answer.Failed(new FeedTrouble(FeedTrouble.Kind.GONE, GONE), 0);
      default ->
          new Answer.Failed(new FeedTrouble(FeedTrouble.Kind.OTHER_STATUS, got.status), after(got));
    };
  }

  private static long after(Got got) {
    String seconds = got.header("Retry-After");
    return seconds != null && seconds.matches("\\d{1,6}") ? Long.parseLong(seconds) : 0;
  }

  /// The encoding that the header names; null to take that of the document.
  private static @Nullable String charset(Got got) {
    Matcher named = CHARSET.matcher(Objects.requireNonNullElse(got.header("Content-Type"), ""));
    try {
      return named.find() && Charset.isSupported(named.group(1)) ? named.group(1) : null;
    } catch (IllegalCharsetNameException _) {
      return null;
    }
  }

  /// The article of an entry: its page, else the words of the entry itself.
  ///
  /// @throws IOException if there is neither
  Article article(URI feed, NewsEntry entry) throws IOException {
    URI link = entry.link();
    if (link == null) {
      return summary(entry, new FeedException(FeedTrouble.of(FeedTrouble.Kind.NOT_A_FEED), ""));
    }
    try {
      if (!PublicAddress.mayFollow(feed, link)) {
        throw new FeedException(FeedTrouble.of(FeedTrouble.Kind.INWARD), link.toString());
      }
      Got got = get(feed, link, request("text/html, text/plain, application/pdf"));
      if (got.status != OK) {
        throw new FeedException(
            new FeedTrouble(FeedTrouble.Kind.OTHER_STATUS, got.status), link.toString());
      }
      return Articles.of(got.bytes(), got.header("Content-Type"), link.toString(), LANGUAGE);
    } catch (UnknownHostException _) {
      return summary(
          entry, new FeedException(FeedTrouble.of(FeedTrouble.Kind.UNREACHABLE), link.toString()));
    } catch (IOException e) {
      return summary(entry, e);
    }
  }

  private static Article summary(NewsEntry entry, IOException otherwise) throws IOException {
    URI link = entry.link();
    if (entry.summary().length() < LEAST_SUMMARY) {
      throw otherwise;
    }
    String page = "<html><body><article>" + entry.summary() + "</article></body></html>";
    return Articles.of(
        page.getBytes(StandardCharsets.UTF_8),
        "text/html; charset=UTF-8",
        link == null ? null : link.toString(),
        LANGUAGE);
  }

  private static HttpRequest.Builder request(String accepted) {
    return HttpRequest.newBuilder()
        .timeout(PATIENCE)
        .header("Accept", accepted)
        .header("User-Agent", "Parley");
  }

  /// Gets what an address has, wherever it moved to.
  ///
  /// @param feed the feed on whose behalf
  private Got get(URI feed, URI address, HttpRequest.Builder request) throws IOException {
    URI at = address;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      Got got = sent(request.uri(at).build());
      String location = got.header("Location");
      if (!MOVED.contains(got.status) || location == null) {
        return got;
      }
      at = moved(at, location);
      if (!PublicAddress.mayFollow(feed, at)) {
        throw new FeedException(FeedTrouble.of(FeedTrouble.Kind.INWARD), at.toString());
      }
    }
    throw new FeedException(FeedTrouble.of(FeedTrouble.Kind.UNREACHABLE), address.toString());
  }

  private static URI moved(URI from, String location) throws IOException {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException _) {
      throw new FeedException(FeedTrouble.of(FeedTrouble.Kind.UNREACHABLE), from.toString());
    }
  }

  private Got sent(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<InputStream>> coming =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    try {
      return coming.thenApplyAsync(FeedClient::got).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new FeedException(
          FeedTrouble.of(FeedTrouble.Kind.UNREACHABLE), request.uri().toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("reading " + request.uri() + " was interrupted", e);
    } finally {
      var _ = coming.thenAccept(FeedClient::closed);
    }
  }

  private static Got got(HttpResponse<InputStream> answer) {
    try {
      String body =
          new String(answer.body().readNBytes(MOST_BYTES + 1), StandardCharsets.ISO_8859_1);
      return new Got(answer.statusCode(), answer.uri(), answer.headers(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void closed(HttpResponse<InputStream> answer) {
    try {
      answer.body().close();
    } catch (IOException _) {
      // what was read is all that is wanted
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
