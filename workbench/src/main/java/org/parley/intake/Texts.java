package org.parley.intake;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.parley.newsfeed.NewsWatch;
import org.parley.reading.Article;
import org.parley.reading.Reader;
import org.parley.reading.rules.RuleReader;

/// The reader of texts, and their permitted origins.
///
/// @param reader the reader
/// @param leavesFor the address that texts are sent to; null if they stay on this machine
/// @param fetcher fetches addresses; null if fetching is disabled
/// @param feeds watches feeds; null if none is watched
public record Texts(
    Reader reader,
    @Nullable String leavesFor,
    @Nullable Fetcher fetcher,
    @Nullable NewsWatch feeds) {

  /// Without feeds.
  public Texts(Reader reader, @Nullable String leavesFor, @Nullable Fetcher fetcher) {
    this(reader, leavesFor, fetcher, null);
  }

  /// The same, with feeds that are watched.
  public Texts withFeeds(NewsWatch watch) {
    return new Texts(reader, leavesFor, fetcher, watch);
  }

  /// Gets the article at an address.
  @FunctionalInterface
  public interface Fetcher {

    /// Fetches the article at an address.
    ///
    /// @throws IOException with the address and the response, if there is no article
    Article fetch(URI address) throws IOException;
  }

  /// The rules, which work offline; nothing is fetched.
  public static Texts offline() {
    return new Texts(new RuleReader(), null, null);
  }
}
