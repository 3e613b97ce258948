package org.parley.intake;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;
import org.parley.reading.Reader;
import org.parley.reading.rules.RuleReader;

/// The reader of texts, and their permitted origins.
///
/// @param reader the reader
/// @param leavesFor the address that texts are sent to; null if they stay on this machine
/// @param fetcher fetches addresses; null if fetching is disabled
public record Texts(Reader reader, @Nullable String leavesFor, @Nullable Fetcher fetcher) {

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
