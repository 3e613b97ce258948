package org.parley.job.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.parley.archive.ArchivedArticle;
import org.parley.archive.ArticleFault;

/// The lines of a stream in UTF-8. Of a line beyond the limit no more than that is held.
final class BoundedLines {

  private final InputStream in;

  BoundedLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /// A line, or why it is none.
  ///
  /// @param text empty if `fault` is given
  record Line(String text, @Nullable ArticleFault fault) {}

  /// The next line; null at the end.
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int one = in.read();
    if (one < 0) {
      return null;
    }
    boolean isTooLong = false;
    for (; one >= 0 && one != '\n'; one = in.read()) {
      isTooLong |= bytes.size() >= ArchivedArticle.MOST_BYTES;
      if (!isTooLong) {
        bytes.write(one);
      }
    }
    return isTooLong ? new Line("", ArticleFault.TOO_LONG) : decoded(bytes.toByteArray());
  }

  private static Line decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Line(text.startsWith("\uFEFF") ? text.substring(1) : text, null);
    } catch (CharacterCodingException _) {
      return new Line("", ArticleFault.NOT_UTF8);
    }
  }
}
