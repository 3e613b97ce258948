package org.parley.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.job.JobFailedException;
import org.parley.job.archive.ArchiveBackend;
import org.parley.job.archive.ArchiveReader;
import org.parley.job.archive.ArchiveRun;
import org.parley.job.archive.ArchivedArticle;
import org.parley.job.archive.ProposalRow;
import org.parley.job.archive.StatementRow;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;

/// The tables of an archive have the rows of one process, each article once: from JSON Lines and
/// from Parquet, in one run and after a run of which a file was lost.
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

  @Test
  void tablesHaveTheRowsOfOneProcess(@TempDir Path folder) throws Exception {
    Case contents =
        ((LoadResult.Loaded) CaseFolder.of(Path.of("..", "examples", "ukraine-2025")).load())
            .contents();
    CaseView view = contents.viewFor(new Viewer.Mediator());
    List<ProposalRow> expected = new ArrayList<>();
    ArchiveReader here = new ArchiveReader(view);
    for (String each : lines(0, 40)) {
      expected.addAll(here.rows(ArchivedArticle.of(each, "en")));
    }
    Path text = Files.write(folder.resolve("a.jsonl"), lines(0, 25));
    Path more = Files.write(folder.resolve("more.json"), lines(20, 40));
    Path out = Files.createDirectory(folder.resolve("out"));
    Path table = out.resolve(ArchiveRun.PROPOSALS);
    try (ArchiveBackend spark = new SparkLibrary().archive("local[2]", Map.of())) {
      SparkSession session = SparkSession.active();
      Path columns = folder.resolve("b.parquet");
      session.read().json(more.toString()).coalesce(1).write().parquet(columns.toString());
      ArchiveRun run =
          new ArchiveRun(
              spark,
              ArchiveReader.text(contents),
              "en",
              out,
              (file, line, why) -> {
                throw new AssertionError(file + ":" + line + " " + why.getMessage());
              },
              _ -> {});
      assertEquals(new ArchiveRun.ArchiveTally(40, 5, 0), run.read(List.of(text, columns)));
      assertEquals(sorted(expected), sorted(rows(session, table, ProposalRow.class)));

      run.group(view);
      List<StatementRow> statements =
          StatementRow.of(view, expected.stream().filter(ProposalRow::isClaim).toList());
      Path statementTable = out.resolve(ArchiveRun.STATEMENTS);
      assertEquals(sorted(statements), sorted(rows(session, statementTable, StatementRow.class)));
      assertTrue(statements.size() > 20, statements::toString);

      Files.delete(files(table).getFirst());
      ArchiveRun again =
          new ArchiveRun(spark, ArchiveReader.text(contents), "en", out, (_, _, _) -> {}, _ -> {});
      ArchiveRun.ArchiveTally tally = again.read(List.of(folder));
      assertTrue(tally.read() > 0 && tally.read() < 20, tally::toString);
      assertEquals(sorted(expected), sorted(rows(session, table, ProposalRow.class)));
      again.group(view);
      assertEquals(sorted(statements), sorted(rows(session, statementTable, StatementRow.class)));

      Path broken = Files.write(folder.resolve("c.parquet"), lines(0, 1));
      JobFailedException told =
          assertThrows(JobFailedException.class, () -> again.read(List.of(broken)));
      assertTrue(String.valueOf(told.getMessage()).contains("c.parquet"), told::getMessage);
    }
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
