package org.parley.web.publish;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Answers as the public gets them.
public interface SiteSource {

  /// An answer.
  final class Answer {

    private final int status;
    private final @Nullable String type;
    private final byte[] body;

    /// @param type its media type; null if it has none
    public Answer(int status, @Nullable String type, byte[] body) {
      this.status = status;
      this.type = type;
      this.body = body;
    }

    public int status() {
      return status;
    }

    public byte[] body() {
      return body;
    }

    /// Whether it is a page.
    public boolean isHtml() {
      return type != null && type.startsWith("text/html");
    }
  }

  /// Asks for a page, a file or an answer to programs.
  ///
  /// @param address path and query below the base path, as a browser sends them
  /// @param accept the media type that is asked for
  Answer get(String address, String accept) throws IOException;
}
