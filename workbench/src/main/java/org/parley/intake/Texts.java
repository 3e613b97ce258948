package org.parley.intake;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.parley.reading.Article;
import org.parley.reading.Reader;
import org.parley.reading.rules.RuleReader;

/// Who reads texts, and where they may come from.
///
/// @param reader what proposes
/// @param leavesFor the address a text is sent to when it is read; absent where it stays on this
///   machine
/// @param fetcher gets what lies at an address; absent where nothing is fetched
public record Texts(Reader reader, @Nullable String leavesFor, @Nullable Fetcher fetcher) {

  /// Gets the article at an address.
  @FunctionalInterface
  public interface Fetcher {

    /// The article that lies at an address.
    ///
    /// @throws IOException naming the address and what was answered, where there is no article
    Article fetch(URI address) throws IOException;
  }

  /// The rules, which work offline; nothing is fetched.
  public static Texts offline() {
    return new Texts(new RuleReader(), null, null);
  }
}
