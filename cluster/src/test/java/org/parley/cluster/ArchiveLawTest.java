package org.parley.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.archive.ArchiveReader;
import org.parley.archive.ArchivedArticle;
import org.parley.archive.BadArticleException;
import org.parley.archive.ProposalRow;
import org.parley.archive.StatementRow;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.job.JobCheck;
import org.parley.job.JobFailedException;
import org.parley.job.JobFile;
import org.parley.job.ThreadBackend;
import org.parley.job.archive.ArchiveBackend;
import org.parley.job.archive.ArchiveRun;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;

/// The tables of an archive have the rows of one process, each article once: from JSON Lines, from
/// Parquet and from a web archive, after a run of which a file was lost, and on a master with two
/// workers of which one is killed.
@NullMarked
class ArchiveLawTest {

  private static final String[] SAID = {
    "Ukrainian President Volodymyr Zelensky said on Monday that 90 percent of the plan is agreed.",
    "US President Donald Trump said the security guarantees are fully agreed.",
    "The weather in the capital was mild, and the parks were full.",
    "Kremlin aide Yuri Ushakov said that the question of the plant is not resolved."
  };

  private static List<String> lines(int from, int to) {
    List<String> lines = new ArrayList<>();
    for (int at = from; at < to; at++) {
      lines.add(
          "{\"url\":\"https://example.org/"
              + at
              + "\",\"title\":\"Report "
              + at
              + "\",\"outlet\":\"Wire\",\"published\":\"2026-01-"
              + (10 + at % 15)
              + "\",\"text\":\"KYIV. "
              + SAID[at % SAID.length]
              + "\"}");
    }
    return lines;
  }

  private static List<String> sorted(List<? extends Record> rows) {
    return rows.stream().map(Record::toString).sorted().toList();
  }

  private static Case contents() throws IOException {
    CaseFolder folder = CaseFolder.of(Path.of("..", "examples", "ukraine-2025"));
    return ((LoadResult.Loaded) folder.load()).contents();
  }

  /// What one process reads in articles.
  private static List<ProposalRow> rows(CaseView view, List<String> articles)
      throws BadArticleException {
    List<ProposalRow> rows = new ArrayList<>();
    ArchiveReader here = new ArchiveReader(view);
    for (String each : articles) {
      rows.addAll(here.rows(ArchivedArticle.of(each, "en")));
    }
    return rows;
  }

  private static ArchiveRun.AsideListener nobody() {
    return (file, line, why) -> {
      throw new AssertionError(file + ":" + line + " " + why.getMessage());
    };
  }

  @Test
  void tablesHaveTheRowsOfOneProcess(@TempDir Path folder) throws Exception {
    Case contents = contents();
    CaseView view = contents.viewFor(new Viewer.Mediator());
    List<ProposalRow> expected = rows(view, lines(0, 40));
    Path text = Files.write(folder.resolve("a.jsonl"), lines(0, 25));
    Path more = Files.write(folder.resolve("more.json"), lines(20, 40));
    Path out = Files.createDirectory(folder.resolve("out"));
    Path table = out.resolve(ArchiveRun.PROPOSALS);
    try (ArchiveBackend spark = new SparkLibrary().archive("local[2]", Map.of())) {
      SparkSession session = SparkSession.active();
      Path columns = folder.resolve("b.parquet");
      session.read().json(more.toString()).coalesce(1).write().parquet(columns.toString());
      ArchiveRun run = new ArchiveRun(spark, contents, "en", out, 5, nobody(), (_, _) -> {});
      assertEquals(new ArchiveRun.ArchiveTally(40, 5, 0), run.read(List.of(text, columns)));
      assertEquals(sorted(expected), sorted(rows(session, table, ProposalRow.class)));

      run.group();
      List<StatementRow> statements =
          StatementRow.of(view, expected.stream().filter(ProposalRow::isClaim).toList());
      Path statementTable = out.resolve(ArchiveRun.STATEMENTS);
      assertEquals(sorted(statements), sorted(rows(session, statementTable, StatementRow.class)));
      assertTrue(statements.size() > 20, statements::toString);

      Files.delete(files(table).getFirst());
      ArchiveRun again =
          new ArchiveRun(spark, contents, "en", out, 5, (_, _, _) -> {}, (_, _) -> {});
      ArchiveRun.ArchiveTally tally = again.read(List.of(folder));
      assertTrue(tally.read() > 0 && tally.read() < 20, tally::toString);
      assertEquals(sorted(expected), sorted(rows(session, table, ProposalRow.class)));
      again.group();
      assertEquals(sorted(statements), sorted(rows(session, statementTable, StatementRow.class)));

      JobFile sample = again.sample(Map.of()).orElseThrow();
      assertEquals(new Verdict.Holds(), JobCheck.verify(sample, 5, Budget.unlimited()));
      assertEquals(
          sample.text(),
          JobFile.compute(
                  sample.question(),
                  Map.of(),
                  sample.caseHash(),
                  new ThreadBackend(1),
                  (_, _) -> {})
              .text());
      assertEquals(5, sample.parts().size());

      Path broken = Files.write(folder.resolve("c.parquet"), lines(0, 1));
      JobFailedException told =
          assertThrows(JobFailedException.class, () -> again.read(List.of(broken)));
      assertTrue(String.valueOf(told.getMessage()).contains("c.parquet"), told::getMessage);
    }
  }

  @Test
  void pagesOfAWebArchiveHaveTheRowsOfOneProcess(@TempDir Path folder) throws Exception {
    Case contents = contents();
    List<String> articles = new ArrayList<>();
    StringBuilder records = new StringBuilder();
    for (int at = 0; at < 12; at++) {
      String text = "KYIV. " + SAID[at % SAID.length] + " Part " + at + ".";
      String url = "https://example.org/" + at;
      articles.add("{\"url\":\"" + url + "\",\"text\":\"" + text + "\"}");
      records.append(
          String.format(
              Locale.ROOT,
              "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-04-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:%s>\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
              url,
              new UUID(1, at),
              text.length(),
              text));
    }
    Path crawl = Files.writeString(folder.resolve("crawl.warc.wet"), records);
    Path out = Files.createDirectory(folder.resolve("out"));
    try (ArchiveBackend spark = new SparkLibrary().archive("local[2]", Map.of())) {
      ArchiveRun run = new ArchiveRun(spark, contents, "en", out, 5, nobody(), (_, _) -> {});
      assertEquals(new ArchiveRun.ArchiveTally(12, 0, 0), run.read(List.of(crawl)));
      assertEquals(
          sorted(rows(contents.viewFor(new Viewer.Mediator()), articles)),
          sorted(
              rows(SparkSession.active(), out.resolve(ArchiveRun.PROPOSALS), ProposalRow.class)));
    }
  }

  @Test
  void twoWorkersReadTheSameAndOneAfterTheOtherIsKilled(@TempDir Path folder) throws Exception {
    Case contents = contents();
    CaseView view = contents.viewFor(new Viewer.Mediator());
    Path text = Files.write(folder.resolve("a.jsonl"), lines(0, 40));
    Path more = Files.write(folder.resolve("b.jsonl"), lines(30, 400));
    Path out = Files.createDirectory(folder.resolve("out"));
    try (Daemon master = Daemon.master(folder);
        Daemon one = Daemon.worker(master, folder);
        Daemon other = Daemon.worker(master, folder);
        ArchiveBackend spark = new SparkLibrary().archive(master.address(), Daemon.bothWorkers())) {
      Path table = out.resolve(ArchiveRun.PROPOSALS);
      ArchiveRun first = new ArchiveRun(spark, contents, "en", out, 5, nobody(), (_, _) -> {});
      assertEquals(new ArchiveRun.ArchiveTally(40, 0, 0), first.read(List.of(text)));

      Thread killer = Thread.startVirtualThread(() -> killDuringWrite(table, other));
      ArchiveRun second = new ArchiveRun(spark, contents, "en", out, 5, nobody(), (_, _) -> {});
      assertEquals(new ArchiveRun.ArchiveTally(360, 10, 0), second.read(List.of(more)));
      killer.join();
      assertFalse(other.isAlive());
      assertTrue(one.isAlive());
      List<ProposalRow> expected = rows(view, lines(0, 400));
      assertEquals(sorted(expected), sorted(rows(SparkSession.active(), table, ProposalRow.class)));
      JobFile sample = second.sample(Map.of()).orElseThrow();
      assertEquals(new Verdict.Holds(), JobCheck.verify(sample, 5, Budget.unlimited()));
    }
  }

  /// Kills a worker while tasks write files that are not in the table yet.
  private static void killDuringWrite(Path table, Daemon worker) {
    try {
      while (!Files.isDirectory(table.resolve("_temporary"))) {
        Thread.sleep(20);
      }
      Thread.sleep(500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    worker.kill();
  }

  private static List<Path> files(Path table) throws IOException {
    try (Stream<Path> all = Files.list(table)) {
      return all.filter(each -> each.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  private static <R extends Record> List<R> rows(SparkSession session, Path table, Class<R> type) {
    return session.read().parquet(table.toString()).collectAsList().stream()
        .map(each -> RecordRows.record(each, type))
        .toList();
  }
}
