package org.parley.job.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.archive.ArchivedArticle;
import org.parley.archive.BadArticleException;
import org.parley.archive.ProposalRow;
import org.parley.archive.StatementRow;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.job.JobCheck;
import org.parley.job.JobFailedException;
import org.parley.job.JobFile;
import org.parley.job.JobQuestion;
import org.parley.model.cases.Case;
import org.parley.proof.BadFindingException;
import org.parley.proof.RecordJson;
import tools.jackson.databind.node.ObjectNode;

/// An archive is read once, whatever stops it, and what is no article is set aside.
class ArchiveRunTest {

  private static final Case CONTENTS = Archives.ukraine();
  private static final int SAMPLED = 5;

  @TempDir private Path folder;
  private final List<String> asides = new ArrayList<>();
  private final List<Integer> percents = new ArrayList<>();

  private ArchiveRun run(ArchiveBackend backend, int batch) {
    return new ArchiveRun(
        backend,
        CONTENTS,
        "en",
        folder,
        SAMPLED,
        (file, line, why) ->
            asides.add(
                file.substring(file.lastIndexOf('/') + 1)
                    + ":"
                    + line
                    + " "
                    + why.fault()
                    + " "
                    + why.field()
                    + " "
                    + why.value()),
        (_, percent) -> percents.add(percent),
        batch);
  }

  private Path file(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  @Test
  void aRunThatIsStoppedGoesOnWhereItStopped() throws Exception {
    Path file = file("a.jsonl", Archives.lines(24));
    MemoryArchive whole = new MemoryArchive();
    assertEquals(new ArchiveRun.ArchiveTally(24, 0, 0), run(whole, 100).read(List.of(file)));

    MemoryArchive stopped = new MemoryArchive();
    stopped.left = 2;
    assertThrows(JobFailedException.class, () -> run(stopped, 5).read(List.of(file)));
    assertEquals(10, stopped.articles(folder).size());
    stopped.left = Integer.MAX_VALUE;
    assertEquals(new ArchiveRun.ArchiveTally(14, 10, 0), run(stopped, 5).read(List.of(file)));
    assertEquals(new ArchiveRun.ArchiveTally(0, 24, 0), run(stopped, 5).read(List.of(file)));
    assertEquals(sorted(whole.proposals), sorted(stopped.proposals));
    assertTrue(whole.claims(folder).size() > 10, whole.proposals::toString);
    assertTrue(whole.proposals.stream().anyMatch(each -> each.number() == 0));
  }

  /// Of a long file it says how much is read, of a short one that it is.
  @Test
  void itTellsHowMuchOfTheFilesIsRead() throws Exception {
    List<String> lines = new ArrayList<>(Archives.lines(8));
    // longer than what is read from a file at once
    lines.replaceAll(each -> each.replace("Report", "Report" + " of a day".repeat(8_000)));
    Path first = file("a.jsonl", lines.subList(0, 4));
    Path packed = folder.resolve("b.jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(String.join("\n", lines.subList(4, 8)).getBytes(StandardCharsets.UTF_8));
    }
    run(new MemoryArchive(), 1).read(List.of(first, packed));
    assertEquals(8, percents.size());
    assertEquals(percents.stream().sorted().toList(), percents);
    assertTrue(percents.getFirst() > 20 && percents.getFirst() < 60, percents::toString);
    assertEquals(100, percents.getLast());
  }

  @Test
  void webArchivesGiveTheirPages() throws Exception {
    for (String name : List.of("a.warc", "a.warc.gz", "CC-1.WARC.WET.gz")) {
      Path crawl = Files.createDirectory(folder.resolve("crawl-" + name));
      Files.write(crawl.resolve(name), List.of());
      Files.write(crawl.resolve("a.warc.wat.gz"), List.of());
      MemoryArchive archive = new MemoryArchive();
      List<String> pages = new ArrayList<>(Archives.lines(6));
      pages.add(2, "");
      archive.pages = pages;
      asides.clear();
      assertEquals(new ArchiveRun.ArchiveTally(6, 0, 1), run(archive, 4).read(List.of(crawl)));
      assertEquals(List.of(name + ":3 TOO_LONG  "), asides);
    }
  }

  @Test
  void statementsAreTheSameForEveryOrderOfTheRows() throws Exception {
    MemoryArchive archive = new MemoryArchive();
    ArchiveRun run = run(archive, 7);
    run.read(List.of(file("a.jsonl", Archives.lines(40))));
    int statements = run.group();
    List<StatementRow> first = archive.statements;
    assertEquals(archive.claims(folder).size(), first.size());
    assertTrue(statements < first.size() && statements > 3, statements + " of " + first.size());
    for (long seed = 0; seed < 20; seed++) {
      Collections.shuffle(archive.proposals, new Random(seed));
      run.group();
      assertEquals(first, archive.statements, "seed " + seed);
    }
  }

  private JobFile sampled(ArchiveRun run, Path... files) throws IOException, JobFailedException {
    run.read(List.of(files));
    return run.sample(Map.of("job", "reading")).orElseThrow();
  }

  private static Verdict verify(JobFile sample) throws BadFindingException {
    return JobCheck.verify(sample, Integer.MAX_VALUE, Budget.unlimited());
  }

  @Test
  void theSampleHasTheSmallestHashesWhateverTheOrder() throws Exception {
    List<String> lines = Archives.lines(24);
    Path file = file("a.jsonl", lines);
    JobFile sample = sampled(run(new MemoryArchive(), 100), file);
    assertEquals(new Verdict.Holds(), verify(sample));
    List<String> smallest =
        lines.stream().map(ArchiveRunTest::hash).sorted().limit(SAMPLED).toList();
    JobQuestion.Reading asked = (JobQuestion.Reading) sample.question();
    assertEquals(smallest, asked.articles().stream().map(ArchivedArticle::hash).toList());

    MemoryArchive stopped = new MemoryArchive();
    stopped.left = 2;
    Path other = file("b.jsonl", lines.reversed());
    assertThrows(JobFailedException.class, () -> run(stopped, 5).read(List.of(other)));
    stopped.left = Integer.MAX_VALUE;
    Collections.shuffle(stopped.proposals, new Random(3));
    assertEquals(sample.text(), sampled(run(stopped, 5), other).text());

    // later runs need no file again: the earlier sample has the texts
    Files.writeString(folder.resolve(ArchiveRun.SAMPLE), sample.text());
    Path more = file("c.jsonl", lines.subList(0, 1));
    assertEquals(sample.text(), sampled(run(stopped, 5), more).text());
    Files.writeString(folder.resolve(ArchiveRun.SAMPLE), sample.text().substring(9));
    assertEquals(1, sampled(run(stopped, 5), more).parts().size());
  }

  @Test
  void aSampleIsOfOneStateOfTheCase() throws Exception {
    List<String> lines = Archives.lines(24);
    MemoryArchive archive = new MemoryArchive();
    assertTrue(run(archive, 100).sample(Map.of()).isEmpty());
    run(archive, 100).read(List.of(file("a.jsonl", lines.subList(0, 20))));
    archive.proposals.replaceAll(ArchiveRunTest::ofAnotherState);
    JobFile sample = sampled(run(archive, 100), file("b.jsonl", lines));
    assertEquals(4, sample.parts().size());
    assertEquals(new Verdict.Holds(), verify(sample));
  }

  private static ProposalRow ofAnotherState(ProposalRow row) {
    return with(row, "caseHash", "another");
  }

  private static ProposalRow with(ProposalRow row, String column, String cell) {
    ObjectNode json = (ObjectNode) RecordJson.write(row, ProposalRow.class);
    try {
      return RecordJson.read(json.put(column, cell), ProposalRow.class);
    } catch (BadFindingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRowThatWasAlteredInTheTableIsFound() throws Exception {
    MemoryArchive archive = new MemoryArchive();
    Path file = file("a.jsonl", Archives.lines(5));
    run(archive, 100).read(List.of(file));
    for (int at = 0; at < archive.proposals.size(); at++) {
      ProposalRow row = archive.proposals.get(at);
      archive.proposals.set(at, with(row, "quote", row.quote() + "!"));
      JobFile sample = sampled(run(archive, 100), file);
      assertInstanceOf(Verdict.Fails.class, verify(sample), row::toString);
      archive.proposals.set(at, row);
    }
    assertEquals(new Verdict.Holds(), verify(sampled(run(archive, 100), file)));
  }

  @Test
  void aLineThatIsNoArticleIsSetAsideWithItsNumber() throws Exception {
    String russian = "и что на не в с о как это по для но он они из за от мы было был ".repeat(4);
    Path file =
        file(
            "a.jsonl",
            List.of(
                "{\"text\":\"A short text.\"}",
                "",
                "{\"text\":",
                "[1]",
                "{\"title\":\"No words\"}",
                "{\"text\":\"Words.\",\"published\":\"30 February\"}",
                "{\"text\":\"Words.\",\"title\":7}",
                "{\"text\":\"Words.\",\"language\":\"xx\"}",
                "{\"text\":\"" + russian + "\"}",
                "{\"text\":\"" + "x".repeat(ArchivedArticle.MOST_BYTES) + "\"}",
                "{\"text\":\"A last text.\"}"));
    try (OutputStream out = Files.newOutputStream(folder.resolve("b.ndjson"))) {
      out.write(new byte[] {(byte) 0xC3, '\n'});
    }
    MemoryArchive archive = new MemoryArchive();
    assertEquals(
        new ArchiveRun.ArchiveTally(2, 0, 9),
        run(archive, 5).read(List.of(file, folder.resolve("b.ndjson"))));
    assertEquals(
        List.of(
            "a.jsonl:3 NOT_AN_OBJECT  {\"text\":",
            "a.jsonl:4 NOT_AN_OBJECT  [1]",
            "a.jsonl:5 MISSING text ",
            "a.jsonl:6 NOT_A_DAY published 30 February",
            "a.jsonl:7 NOT_A_TEXT title 7",
            "a.jsonl:8 NOT_READ_OFFLINE language xx",
            "a.jsonl:9 NOT_READ_OFFLINE language ru",
            "a.jsonl:10 TOO_LONG  ",
            "b.ndjson:1 NOT_UTF8  "),
        asides);
  }

  @Test
  void aFolderIsReadByNameAndTheSameArticleOnce() throws Exception {
    Files.createDirectories(folder.resolve("in/deep"));
    List<String> lines = Archives.lines(6);
    Files.write(folder.resolve("in/b.jsonl"), lines.subList(0, 4));
    Files.write(folder.resolve("in/notes.txt"), List.of("no article"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("in/deep/a.jsonl.gz")))) {
      out.write(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }
    MemoryArchive archive = new MemoryArchive();
    assertEquals(
        new ArchiveRun.ArchiveTally(6, 4, 0), run(archive, 5).read(List.of(folder.resolve("in"))));
    assertThrows(
        NoSuchFileException.class,
        () -> run(archive, 5).read(List.of(folder.resolve("elsewhere"))));
  }

  @Test
  void filesOfAnObjectStoreAreReadLikeThoseOfAFolder() throws Exception {
    MemoryArchive archive = new MemoryArchive();
    List<String> lines = Archives.lines(6);
    archive.objects.put("s3://news/2026/b.jsonl", String.join("\n", lines.subList(0, 4)));
    archive.objects.put("s3://news/2026/deep/a.jsonl", String.join("\n", lines) + "\n[1]");
    archive.objects.put("s3://news/2026/notes.txt", "no article");
    archive.objects.put("s3://news/2026/plain", lines.getFirst());
    Path here = file("here.jsonl", Archives.lines(8).subList(6, 8));
    assertEquals(
        new ArchiveRun.ArchiveTally(8, 4, 1),
        run(archive, 5).read(List.of(here), List.of("s3://news/2026")));
    assertEquals(List.of("a.jsonl:7 NOT_AN_OBJECT  [1]"), asides);
    assertEquals(100, percents.getLast());
    assertEquals(
        new ArchiveRun.ArchiveTally(0, 1, 0),
        run(archive, 5).read(List.of(), List.of("s3://news/2026/plain")));
    JobFailedException told =
        assertThrows(
            JobFailedException.class,
            () -> run(archive, 5).read(List.of(), List.of("s3://news/2027")));
    assertTrue(String.valueOf(told.getMessage()).contains("s3://news/2027"), told::getMessage);
  }

  @Test
  void theContentAloneMakesAnArticle() throws Exception {
    Set<String> hashes =
        List.of(
                "{\"text\":\"Words.\"}",
                "{\"id\":\"1\",\"text\":\"Words.\",\"language\":\"en\"}",
                "{\"text\":\"Words.\",\"url\":null}")
            .stream()
            .map(ArchiveRunTest::hash)
            .collect(Collectors.toSet());
    assertEquals(1, hashes.size());
    assertTrue(!hashes.contains(hash("{\"text\":\"Words.\",\"url\":\"https://example.org\"}")));
    String line = Archives.lines(1).getFirst();
    ArchivedArticle article = ArchivedArticle.of(line, "en");
    assertEquals(article, ArchivedArticle.of(article.json(), "fr"));
  }

  private static String hash(String line) {
    try {
      return ArchivedArticle.of(line, "en").hash();
    } catch (BadArticleException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> sorted(List<ProposalRow> rows) {
    return rows.stream().map(ProposalRow::toString).sorted().toList();
  }
}
