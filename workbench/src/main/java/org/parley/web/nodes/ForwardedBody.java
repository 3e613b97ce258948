package org.parley.web.nodes;

import io.javalin.http.ContentTooLargeResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/// The body of a forwarded request. A short one is kept, and can be sent again; a file is passed on
/// as it arrives.
final class ForwardedBody {

  /// The longest that is kept in memory.
  static final long LONGEST_KEPT = 1 << 20;

  private final HttpServletRequest request;
  private final byte @Nullable [] kept;

  private ForwardedBody(HttpServletRequest request, byte @Nullable [] kept) {
    this.request = request;
    this.kept = kept;
  }

  /// The body of a request.
  ///
  /// @param longest how long it may be
  static ForwardedBody of(HttpServletRequest request, long longest) throws IOException {
    if (longest > LONGEST_KEPT) {
      return new ForwardedBody(request, null);
    }
    InputStream in = request.getInputStream();
    byte[] all = in.readNBytes((int) longest + 1);
    if (all.length > longest) {
      throw new ContentTooLargeResponse();
    }
    return new ForwardedBody(request, all);
  }

  /// Whether it can be sent more than once.
  boolean isRepeatable() {
    return kept != null;
  }

  HttpRequest.BodyPublisher publisher() {
    if (kept != null) {
      return BodyPublishers.ofByteArray(kept);
    }
    HttpRequest.BodyPublisher arriving = BodyPublishers.ofInputStream(this::open);
    long length = request.getContentLengthLong();
    return length > 0 ? BodyPublishers.fromPublisher(arriving, length) : arriving;
  }

  private InputStream open() {
    try {
      return request.getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
