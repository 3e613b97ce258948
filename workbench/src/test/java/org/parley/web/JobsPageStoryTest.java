package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.Eventually;
import org.parley.cli.cluster.ClusterCommand;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.intake.Texts;
import org.parley.job.ClusterLibrary;
import org.parley.job.JobReports;
import org.parley.job.JobReports.JobReport;
import org.parley.job.SweepBackend;
import org.parley.job.archive.ArchiveBackend;
import org.parley.job.archive.ArchiveLibrary;
import org.parley.job.archive.Archives;
import org.parley.job.archive.MemoryArchive;
import org.parley.web.service.FolderCaseService;
import picocli.CommandLine;

/// A mediator sees on a page how far jobs are, and what became of them.
@NullMarked
class JobsPageStoryTest {

  private static final String CASE =
      """
      case: {title: The bridge}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Beland, kind: state}
      instruments:
        - {id: treaty, title: Treaty of the bridge, kind: treaty, signatories: [AA, BB]}
      points:
        - {id: toll, number: 1, title: The toll, instrument: treaty}
      sources:
        - {id: s1, publisher: Gazette, title: A speech, date: 1962-03-01, language: en, reliability: B, kind: report}
      claims:
        - {id: c1, speaker: A minister, party: AA, said: 1962-03-01, about: toll, asserts: agreed, paraphrase: Agreed., source: s1}
      """;

  @TempDir Path folder;

  private static Document page(WebClient client) {
    return Jsoup.parse(client.get("/jobs").body());
  }

  private static int submit(Path folder, Path out) {
    StringWriter said = new StringWriter();
    return new CommandLine(new ClusterCommand(Optional::empty, ReferenceShelf.none()))
        .setOut(new PrintWriter(said))
        .setErr(new PrintWriter(said))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute("submit", "replay", folder.toString(), "--threads", "1", "--out", out.toString());
  }

  @Test
  void jobsAreShownWhileTheyRunAndAfter() throws Exception {
    Files.writeString(folder.resolve("case.yaml"), CASE);
    Path result = folder.resolve("replay.out");
    // nothing is kept beside a folder that was never opened
    assertEquals(0, submit(folder, result));
    assertEquals(List.of(), JobReports.list(folder));
    Files.createDirectory(folder.resolve(".parley"));
    try (WebServer server =
        WebServer.start(
            new FolderCaseService(folder, null), Texts.offline(), ReferenceShelf.none())) {
      WebClient client = new WebClient(server);
      client.get("/");
      assertTrue(page(client).text().contains("Nothing is being computed."));
      try (JobReports running =
          JobReports.begin(folder, "rehearsal", folder.resolve("r.json"), Instant.now())) {
        running.at(3, 12);
        Eventually.holds(
            "told", () -> JobReports.list(folder).getFirst().of() == 12 || told(running));
        Document shown = page(client);
        assertTrue(shown.text().contains("1 job is being computed"), shown::text);
        assertTrue(shown.text().contains("rehearsal: is being computed"), shown::text);
        assertTrue(shown.select("#jobs").hasAttr("data-hx-get"));
        String french =
            client.send(client.request("/jobs").header("Accept-Language", "fr").GET()).body();
        assertTrue(french.contains("1 calcul est en cours"), french);
      }
      assertEquals(List.of(), JobReports.list(folder), "what came to nothing is forgotten");

      assertEquals(0, submit(folder, result));
      JobReport done = JobReports.list(folder).getFirst();
      assertTrue(done.isWritten());
      assertEquals(1, done.of());
      Document after = page(client);
      assertTrue(after.text().contains("replay: done " + result.toAbsolutePath()), after::text);
      assertFalse(after.select("#jobs").hasAttr("data-hx-get"));

      killed();
      assertTrue(page(client).text().contains("forecast: ended without a result"));
      asked(client);
    }
  }

  /// Reads archives in memory, and is no cluster.
  private static final class MemoryLibrary implements ClusterLibrary, ArchiveLibrary {

    @Override
    public ArchiveBackend archive(String master, Map<String, String> settings) {
      return new MemoryArchive();
    }

    @Override
    public SweepBackend connect(String master, Map<String, String> settings) {
      throw new UnsupportedOperationException("no cluster");
    }

    @Override
    public void serveMaster(String host, int port, int webPort) {
      throw new UnsupportedOperationException("no cluster");
    }

    @Override
    public void serveWorker(String master, String host, int cores, String memory, String work) {
      throw new UnsupportedOperationException("no cluster");
    }
  }

  @Test
  void theReadingOfAnArchiveIsAJobToo() throws Exception {
    Files.writeString(folder.resolve("case.yaml"), CASE);
    Files.createDirectory(folder.resolve(".parley"));
    Path articles = Files.write(folder.resolve("articles.jsonl"), Archives.lines(12));
    Path tables = folder.resolve("tables");
    StringWriter said = new StringWriter();
    int code =
        new CommandLine(
                new ClusterCommand(() -> Optional.of(new MemoryLibrary()), ReferenceShelf.none()))
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(
                "submit",
                "reading",
                folder.toString(),
                "--articles",
                articles.toString(),
                "--out",
                tables.toString());
    assertEquals(0, code, said::toString);
    assertTrue(said.toString().contains("12 articles read, 100 % of the archive."), said::toString);
    JobReport done = JobReports.list(folder).getFirst();
    assertEquals("reading", done.job());
    assertTrue(done.isWritten());
    assertEquals(List.of(100, 100), List.of(done.done(), done.of()));
    assertEquals(tables.toAbsolutePath().toString(), done.result());
  }

  /// A new number of parts is told at once if the last was told some time ago.
  private static boolean told(JobReports running) {
    running.at(4, 12);
    return false;
  }

  /// The report of a process that is no more, and two that are none.
  private void killed() throws Exception {
    Path jobs = folder.resolve(".parley").resolve("jobs");
    Files.writeString(
        jobs.resolve("9999999999999-1.json"),
        "{\"job\":\"forecast\",\"begun\":\"1999-01-01T00:00:00Z\",\"done\":1,\"of\":2,\"process\":1,"
            + "\"result\":\"f.json\",\"isWritten\":false}");
    Files.writeString(jobs.resolve("9999999999998-1.json"), "{\"job\":");
    Files.writeString(jobs.resolve("9999999999997-1.json"), " ".repeat(5_000));
  }

  private static void asked(WebClient client) throws Exception {
    String begun =
        client
            .json("POST", "/api/jobs", "{\"ask\": \"/api/sequence/knots\"}")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    Eventually.holds("done", () -> page(client).text().contains("/api/sequence/knots: done"));
    assertEquals(
        200,
        client.get(page(client).select("#jobs a[href$=answer]").attr("href")).statusCode(),
        begun);
  }
}
