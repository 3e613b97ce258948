package org.parley.job.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.parley.archive.ArchiveReader;
import org.parley.archive.ArchivedArticle;
import org.parley.archive.ArticleFault;
import org.parley.archive.BadArticleException;
import org.parley.archive.ProposalRow;
import org.parley.archive.StatementRow;
import org.parley.job.JobFailedException;

/// Reads an archive in this process, into lists.
public final class MemoryArchive implements ArchiveBackend {

  public final List<ProposalRow> proposals = new ArrayList<>();
  public List<StatementRow> statements = List.of();

  /// The pages of every web archive; an empty one is too long.
  public List<String> pages = List.of();

  /// The files of an object store, by address.
  public final Map<String, String> objects = new TreeMap<>();

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
  public List<StoredFile> stored(String address) {
    return objects.entrySet().stream()
        .filter(each -> each.getKey().equals(address) || each.getKey().startsWith(address + "/"))
        .map(each -> new StoredFile(each.getKey(), each.getValue().length()))
        .toList();
  }

  @Override
  public void fetch(StoredFile file, Path into) throws JobFailedException {
    try {
      Files.writeString(into, Objects.requireNonNull(objects.get(file.address())));
    } catch (IOException e) {
      throw new JobFailedException("the disk is full", e);
    }
  }

  @Override
  public Set<String> articles(Path table) {
    Set<String> all = new HashSet<>();
    proposals.forEach(each -> all.add(each.article()));
    return all;
  }

  @Override
  public Set<String> articlesOfOthers(Path table, String caseHash) {
    Set<String> all = new HashSet<>();
    proposals.stream()
        .filter(each -> !each.caseHash().equals(caseHash))
        .forEach(each -> all.add(each.article()));
    return all;
  }

  @Override
  public List<ProposalRow> rows(Path table, Collection<String> articles) {
    return proposals.stream().filter(each -> articles.contains(each.article())).toList();
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
