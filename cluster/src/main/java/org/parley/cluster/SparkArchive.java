package org.parley.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.parley.archive.ProposalRow;
import org.parley.archive.StatementRow;
import org.parley.job.JobFailedException;
import org.parley.job.archive.ArchiveBackend;

/// Reads archives with Spark, and writes their tables in Parquet.
///
/// Each task writes one file, which Spark renames into the table once it is whole. An article is in
/// one task, so any set of such files has whole articles, and a run that was stopped goes on.
final class SparkArchive implements ArchiveBackend {

  private static final int TASKS_A_CORE = 4;
  private static final int ROWS_A_FILE = 50_000;

  private final SparkSession session;
  private final JavaSparkContext spark;
  private final StoredFiles storedFiles = new StoredFiles();

  SparkArchive(SparkSession session) {
    this.session = session;
    this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
  }

  /// Work with Spark, which throws checked exceptions that its methods do not declare.
  private interface Work<T> {
    T run() throws Exception;
  }

  private static <T> T with(String what, Path path, Work<T> work) throws JobFailedException {
    try {
      return work.run();
    } catch (JobFailedException e) {
      throw e;
    } catch (Exception e) {
      throw new JobFailedException(
          what + " \"" + path + "\": " + e.getMessage() + ". Maybe look at the logs of the workers",
          e);
    }
  }

  @Override
  public void rows(Path file, RowListener listener) throws JobFailedException {
    with(
        "reading",
        file,
        () -> {
          Iterator<String> rows = session.read().parquet(address(file)).toJSON().toLocalIterator();
          while (rows.hasNext()) {
            listener.row(rows.next());
          }
          return file;
        });
  }

  @Override
  public void pages(Path file, String language, PageListener listener) throws JobFailedException {
    with(
        "reading",
        file,
        () -> {
          new WarcPages(language, listener).read(file);
          return file;
        });
  }

  @Override
  public List<StoredFile> stored(String address) throws JobFailedException {
    return storedFiles.list(address);
  }

  @Override
  public void fetch(StoredFile file, Path into) throws JobFailedException {
    storedFiles.fetch(file, into);
  }

  @Override
  public Set<String> articles(Path table) throws JobFailedException {
    return articles(table, functions.lit(true));
  }

  @Override
  public Set<String> articlesOfOthers(Path table, String caseHash) throws JobFailedException {
    return articles(table, functions.col("caseHash").notEqual(caseHash));
  }

  private Set<String> articles(Path table, Column which) throws JobFailedException {
    return isTable(table)
        ? with(
            "reading",
            table,
            () ->
                new HashSet<>(
                    proposals(table)
                        .where("number <= 1")
                        .where(which)
                        .select("article")
                        .as(Encoders.STRING())
                        .collectAsList()))
        : Set.of();
  }

  private Dataset<Row> proposals(Path table) {
    return session.read().schema(RecordRows.schema(ProposalRow.class)).parquet(address(table));
  }

  /// Whether a table has a file: one that was begun may have none.
  private static boolean isTable(Path table) throws JobFailedException {
    if (!Files.isDirectory(table)) {
      return false;
    }
    return with(
        "looking into",
        table,
        () -> {
          try (Stream<Path> files = Files.list(table)) {
            return files.anyMatch(each -> each.toString().endsWith(".parquet"));
          }
        });
  }

  @Override
  public void read(String caseText, List<String> articles, Path table) throws JobFailedException {
    int tasks = Math.min(articles.size(), TASKS_A_CORE * spark.defaultParallelism());
    Broadcast<String> sent = spark.broadcast(caseText);
    try {
      with(
          "reading articles into",
          table,
          () -> {
            JavaRDD<Row> rows =
                spark
                    .parallelize(articles, tasks)
                    .flatMap(each -> ExecutorReader.rows(sent.value(), each).iterator())
                    .map(RecordRows::row);
            session
                .createDataFrame(rows, RecordRows.schema(ProposalRow.class))
                .write()
                .mode(SaveMode.Append)
                .parquet(address(table));
            return table;
          });
    } finally {
      sent.unpersist();
    }
  }

  @Override
  public List<ProposalRow> claims(Path table) throws JobFailedException {
    return rows(table, functions.col("stance").isNotNull());
  }

  @Override
  public List<ProposalRow> rows(Path table, Collection<String> articles) throws JobFailedException {
    return rows(table, functions.col("article").isin(articles.toArray()));
  }

  private List<ProposalRow> rows(Path table, Column which) throws JobFailedException {
    return isTable(table)
        ? with(
            "reading",
            table,
            () ->
                proposals(table).where(which).collectAsList().stream()
                    .map(each -> RecordRows.record(each, ProposalRow.class))
                    .toList())
        : List.of();
  }

  @Override
  public void write(List<StatementRow> rows, Path table) throws JobFailedException {
    Path fresh = table.resolveSibling("_" + table.getFileName());
    with(
        "writing",
        table,
        () -> {
          session
              .createDataFrame(
                  spark.parallelize(
                      rows.stream().map(RecordRows::row).toList(), 1 + rows.size() / ROWS_A_FILE),
                  RecordRows.schema(StatementRow.class))
              .write()
              .mode(SaveMode.Overwrite)
              .parquet(address(fresh));
          delete(table);
          return Files.move(fresh, table, StandardCopyOption.ATOMIC_MOVE);
        });
  }

  private static void delete(Path table) throws IOException {
    if (Files.exists(table)) {
      try (Stream<Path> all = Files.walk(table)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private static String address(Path path) {
    return path.toAbsolutePath().toUri().toString();
  }

  @Override
  public void close() {
    storedFiles.close();
    session.stop();
  }
}
