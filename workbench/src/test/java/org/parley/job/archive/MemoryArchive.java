package org.parley.job.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.job.JobFailedException;

/// Reads an archive in this process, into lists.
public final class MemoryArchive implements ArchiveBackend {

  public final List<ProposalRow> proposals = new ArrayList<>();
  public List<StatementRow> statements = List.of();

  /// The pages of every web archive; an empty one is too long.
  public List<String> pages = List.of();

  /// The batches that are still read; then the machine fails.
  public int left = Integer.MAX_VALUE;

  @Override
  public void rows(Path file, RowListener listener) {
    throw new UnsupportedOperationException("no Parquet in memory");
  }

  @Override
  public void pages(Path file, String language, PageListener listener) throws JobFailedException {
    for (String each : pages) {
      if (each.isEmpty()) {
        listener.fault(ArticleFault.TOO_LONG);
      } else {
        listener.row(each);
      }
    }
  }

  @Override
  public Set<String> articles(Path table) {
    Set<String> all = new HashSet<>();
    proposals.forEach(each -> all.add(each.article()));
    return all;
  }

  @Override
  public void read(String caseText, List<String> articles, Path table) throws JobFailedException {
    if (left-- == 0) {
      throw new JobFailedException("the machine is switched off", null);
    }
    ArchiveReader reader = ArchiveReader.of(caseText);
    for (String each : articles) {
      try {
        proposals.addAll(reader.rows(ArchivedArticle.of(each, "en")));
      } catch (BadArticleException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public List<ProposalRow> claims(Path table) {
    return proposals.stream().filter(ProposalRow::isClaim).toList();
  }

  @Override
  public void write(List<StatementRow> rows, Path table) {
    statements = List.copyOf(rows);
  }

  @Override
  public void close() {}
}
