package org.parley.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.parley.job.JobFailedException;
import org.parley.job.archive.ArchiveBackend;
import org.parley.job.archive.ArchivedArticle;
import org.parley.job.archive.ArticleFault;
import org.parley.reading.Article;
import org.parley.reading.source.Articles;

/// The pages of a web archive (WARC, ISO 28500) that hold text, as articles. Records of other kinds
/// and types, failed requests and pages without prose are passed over.
///
/// The day of a page is the one it names, never that of the crawl. Cost: one page in memory.
final class WarcPages {

  /// As much as may stand in a line of JSON.
  private static final int MOST_BYTES = 4 << 20;

  private final String language;
  private final ArchiveBackend.PageListener listener;

  /// @param language that of pages without one
  WarcPages(String language, ArchiveBackend.PageListener listener) {
    this.language = language;
    this.listener = listener;
  }

  void read(Path file) throws IOException, JobFailedException {
    try (WarcReader reader = new WarcReader(file)) {
      for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        if (next.get() instanceof WarcTargetRecord target) {
          read(target);
        }
      }
    }
  }

  private void read(WarcTargetRecord target) throws IOException, JobFailedException {
    switch (target) {
      case WarcResponse response when target.contentType().base().equals(MediaType.HTTP) -> {
        HttpResponse http = response.http();
        if (http.status() == 200) {
          read(target.target(), http.contentType(), http.bodyDecoded());
        }
      }
      case WarcResource _, WarcConversion _ ->
          read(target.target(), target.contentType(), target.body());
      default -> {
        // a request, a repetition, or what a crawler notes
      }
    }
  }

  private void read(String address, MediaType type, MessageBody body)
      throws IOException, JobFailedException {
    String base = type.base().toString().toLowerCase(Locale.ROOT);
    if (!base.equals("text/html")
        && !base.equals("text/plain")
        && !base.equals("application/xhtml+xml")) {
      return;
    }
    byte[] bytes;
    try (InputStream in = body.stream()) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      listener.fault(ArticleFault.TOO_LONG);
      return;
    }
    Article article;
    try {
      article = Articles.of(bytes, type.raw(), address, language);
    } catch (IOException _) {
      return;
    }
    if (!article.text().isBlank()) {
      listener.row(json(article));
    }
  }

  private static String json(Article article) {
    return new ArchivedArticle(
            article.address(),
            article.title(),
            article.publisher(),
            article.published(),
            article.language(),
            article.text())
        .json();
  }
}
