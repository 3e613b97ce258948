package org.parley.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import org.parley.archive.ArchivedArticle;
import org.parley.archive.ArticleFault;
import org.parley.job.JobFailedException;
import org.parley.job.archive.ArchiveBackend;
import org.parley.reading.Article;
import org.parley.reading.source.Articles;

/// The pages of a web archive (WARC, ISO 28500) that hold text, as articles. Records of other kinds
/// and types, failed requests and pages without prose are passed over. A page that cannot be
/// decoded is told, as is the place where the archive is cut off.
///
/// The day of a page is the one it names, never that of the crawl. Cost: one page in memory.
final class WarcPages {

  private final String language;
  private final ArchiveBackend.PageListener listener;

  /// @param language that of pages without one
  WarcPages(String language, ArchiveBackend.PageListener listener) {
    this.language = language;
    this.listener = listener;
  }

  /// @throws IOException if the file is no web archive
  void read(Path file) throws IOException, JobFailedException {
    try (WarcReader reader = new WarcReader(file)) {
      Optional<WarcRecord> next = reader.next();
      while (next.isPresent()) {
        Optional<ArticleFault> fault =
            next.get() instanceof WarcTargetRecord target ? told(target) : Optional.empty();
        try {
          next = reader.next();
        } catch (IOException | IllegalArgumentException _) {
          listener.fault(ArticleFault.CUT_OFF);
          return;
        }
        fault.ifPresent(listener::fault);
      }
    }
  }

  /// Tells of the article of a record, if it has one.
  private Optional<ArticleFault> told(WarcTargetRecord target) throws JobFailedException {
    try {
      return read(target);
    } catch (IOException | IllegalArgumentException _) {
      return Optional.of(isWhole(target) ? ArticleFault.NOT_DECODED : ArticleFault.CUT_OFF);
    }
  }

  private static boolean isWhole(WarcTargetRecord target) {
    try {
      target.body().stream().transferTo(OutputStream.nullOutputStream());
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private Optional<ArticleFault> read(WarcTargetRecord target)
      throws IOException, JobFailedException {
    return switch (target) {
      case WarcResponse response when target.contentType().base().equals(MediaType.HTTP) -> {
        HttpResponse http = response.http();
        yield http.status() == 200
            ? read(target.target(), http.contentType(), http.bodyDecoded())
            : Optional.empty();
      }
      case WarcResource _, WarcConversion _ ->
          read(target.target(), target.contentType(), target.body());
      // a request, a repetition, or what a crawler notes
      default -> Optional.empty();
    };
  }

  private Optional<ArticleFault> read(String address, MediaType type, MessageBody body)
      throws IOException, JobFailedException {
    String base = type.base().toString().toLowerCase(Locale.ROOT);
    if (!base.equals("text/html")
        && !base.equals("text/plain")
        && !base.equals("application/xhtml+xml")) {
      return Optional.empty();
    }
    byte[] bytes;
    try (InputStream in = body.stream()) {
      bytes = in.readNBytes(ArchivedArticle.MOST_BYTES + 1);
    }
    if (bytes.length > ArchivedArticle.MOST_BYTES) {
      return Optional.of(ArticleFault.TOO_LONG);
    }
    Article article;
    try {
      article = Articles.of(bytes, type.raw(), address, language);
    } catch (IOException _) {
      // no prose in it
      return Optional.empty();
    }
    if (!article.text().isBlank()) {
      listener.row(json(article));
    }
    return Optional.empty();
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
