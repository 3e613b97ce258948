package org.parley.job.archive;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.parley.archive.ArticleFault;
import org.parley.archive.ProposalRow;
import org.parley.archive.StatementRow;
import org.parley.job.JobFailedException;

/// Reads articles and keeps their rows as tables in Parquet.
public interface ArchiveBackend extends AutoCloseable {

  /// Told of the rows of a file, each as a JSON object.
  interface RowListener {
    void row(String json) throws JobFailedException;
  }

  /// Reads a file in Parquet, in its order.
  void rows(Path file, RowListener listener) throws JobFailedException;

  /// Told of the pages of a web archive, each as a JSON object or with a fault.
  interface PageListener extends RowListener {
    void fault(ArticleFault fault);
  }

  /// Reads the pages of a file in WARC that hold text, in its order.
  ///
  /// @param language that of pages without one
  void pages(Path file, String language, PageListener listener) throws JobFailedException;

  /// A file in an object store.
  ///
  /// @param address `s3://BUCKET/KEY`
  record StoredFile(String address, long bytes) {}

  /// The file in an object store that has an address, and those below it as in a folder, in the
  /// order of their names.
  List<StoredFile> stored(String address) throws JobFailedException;

  /// Copies a file of an object store.
  ///
  /// @param into a file of this machine, which is replaced
  void fetch(StoredFile file, Path into) throws JobFailedException;

  /// The articles in a table of proposals, by hash; none if there is no table.
  Set<String> articles(Path table) throws JobFailedException;

  /// Those of them that were read for another case, or another state of it.
  Set<String> articlesOfOthers(Path table, String caseHash) throws JobFailedException;

  /// The rows of some articles, in any order.
  ///
  /// @param articles their hashes
  List<ProposalRow> rows(Path table, Collection<String> articles) throws JobFailedException;

  /// Reads articles and adds their rows to a table. All rows of an article are in one file, which
  /// is written whole or not at all.
  ///
  /// @param caseText as [org.parley.archive.ArchiveReader#text] writes it
  /// @param articles each as [org.parley.archive.ArchivedArticle#json] writes it
  void read(String caseText, List<String> articles, Path table) throws JobFailedException;

  /// The proposals of a table that are claims.
  List<ProposalRow> claims(Path table) throws JobFailedException;

  /// Writes a table of statements.
  void write(List<StatementRow> rows, Path table) throws JobFailedException;

  @Override
  void close();
}
