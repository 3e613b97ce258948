package org.parley.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.archive.ArchiveReader;
import org.parley.archive.ArchivedArticle;
import org.parley.archive.BadArticleException;
import org.parley.archive.ProposalRow;

/// The reader of a thread of this executor for the latest case: making one reads the case.
final class ExecutorReader {

  private static final ThreadLocal<@Nullable ExecutorReader> LATEST = new ThreadLocal<>();

  private final String caseText;
  private final ArchiveReader reader;

  private ExecutorReader(String caseText) {
    this.caseText = caseText;
    this.reader = ArchiveReader.of(caseText);
  }

  /// The rows of an article that was sent, for a case that was sent.
  static List<ProposalRow> rows(String caseText, String article) {
    ExecutorReader latest = LATEST.get();
    if (latest == null || !latest.caseText.equals(caseText)) {
      latest = new ExecutorReader(caseText);
      LATEST.set(latest);
    }
    try {
      return latest.reader.rows(ArchivedArticle.of(article, "en"));
    } catch (BadArticleException e) {
      throw new IllegalStateException(
          "reading an article on an executor: "
              + e.getMessage()
              + ". Maybe it runs another version of Parley",
          e);
    }
  }
}
