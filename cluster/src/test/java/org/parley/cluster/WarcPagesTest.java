package org.parley.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.archive.ArchivedArticle;
import org.parley.archive.ArticleFault;
import org.parley.job.archive.ArchiveBackend;

/// Of a web archive the pages that hold text are articles, whoever wrote the archive and however
/// the server sent them; everything else is passed over.
@NullMarked
class WarcPagesTest {

  private static final String SAID =
      "The foreign minister said on Monday that the plan for the port is agreed, and that the text"
          + " will go to both capitals this week.";

  private static final String PAGE =
      "<html lang=\"en-GB\"><head><title>Port</title><meta property=\"article:published_time\""
          + " content=\"2026-03-01T10:00:00Z\"></head><body><article><p>"
          + SAID
          + "</p><p>"
          + SAID
          + "</p></article></body></html>";

  private final List<String> rows = new ArrayList<>();
  private final List<ArticleFault> faults = new ArrayList<>();

  private void read(Path file) throws Exception {
    new WarcPages(
            "en",
            new ArchiveBackend.PageListener() {
              @Override
              public void row(String json) {
                rows.add(json);
              }

              @Override
              public void fault(ArticleFault fault) {
                faults.add(fault);
              }
            })
        .read(file);
  }

  private static byte[] record(String kind, String address, String type, String block) {
    byte[] bytes = block.getBytes(StandardCharsets.UTF_8);
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + kind
            + "\r\nWARC-Target-URI: "
            + address
            + "\r\nWARC-Date: 2026-04-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:"
            + new java.util.UUID(1, address.hashCode())
            + ">\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n";
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    all.writeBytes(bytes);
    all.writeBytes("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }

  private static byte[] response(String address, String head, String body) {
    return record(
        "response", address, "application/http; msgtype=response", head + "\r\n\r\n" + body);
  }

  private static String chunked(String body) {
    int half = body.length() / 2;
    return Integer.toHexString(half)
        + "\r\n"
        + body.substring(0, half)
        + "\r\n"
        + Integer.toHexString(body.length() - half)
        + "\r\n"
        + body.substring(half)
        + "\r\n0\r\n\r\n";
  }

  private static List<byte[]> records() {
    String html = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8";
    return List.of(
        record("warcinfo", "about:blank", "application/warc-fields", "software: test\r\n"),
        response("https://example.org/1", html, PAGE),
        response("https://example.org/2", html + "\r\nTransfer-Encoding: chunked", chunked(PAGE)),
        response(
            "https://example.org/3", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", PAGE),
        response("https://example.org/4", "HTTP/1.1 200 OK\r\nContent-Type: image/png", "PNG"),
        response("https://example.org/5", html, "<html><body></body></html>"),
        record("request", "https://example.org/1", "application/http", "GET / HTTP/1.1\r\n\r\n"),
        record("response", "dns:example.org", "text/dns", "20260401 example.org. 60 A 192.0.2.1"),
        record("conversion", "https://example.org/6", "text/plain", SAID),
        record("resource", "https://example.org/7", "text/html", PAGE));
  }

  private static Path written(Path file, boolean isPacked) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] each : records()) {
      if (isPacked) {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(member)) {
          out.write(each);
        }
        all.writeBytes(member.toByteArray());
      } else {
        all.writeBytes(each);
      }
    }
    return Files.write(file, all.toByteArray());
  }

  @Test
  void pagesWithTextAreArticles(@TempDir Path folder) throws Exception {
    for (boolean isPacked : List.of(false, true)) {
      rows.clear();
      read(written(folder.resolve("a.warc" + (isPacked ? ".gz" : "")), isPacked));
      List<ArchivedArticle> found = new ArrayList<>();
      for (String each : rows) {
        found.add(ArchivedArticle.of(each, "en"));
      }
      assertEquals(
          List.of("1", "2", "6", "7"),
          found.stream()
              .map(ArchivedArticle::url)
              .map(url -> String.valueOf(url).substring(20))
              .toList());
      for (ArchivedArticle each : found) {
        assertTrue(each.text().contains(SAID), each::text);
      }
      assertEquals(LocalDate.of(2026, 3, 1), found.getFirst().published());
      assertEquals("en-GB", found.get(1).language());
      assertEquals("Port", found.getFirst().title());
      assertEquals(List.of(), faults);
    }
  }

  @Test
  void aPageThatIsTooLongIsToldAndTheNextRead(@TempDir Path folder) throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String html = "HTTP/1.1 200 OK\r\nContent-Type: text/html";
    all.writeBytes(response("https://example.org/1", html, "<p>" + "a ".repeat(3 << 20)));
    all.writeBytes(response("https://example.org/2", html, PAGE));
    read(Files.write(folder.resolve("a.warc"), all.toByteArray()));
    assertEquals(List.of(ArticleFault.TOO_LONG), faults);
    assertEquals(1, rows.size());
  }

  @Test
  void aPageThatCannotBeDecodedIsToldAndTheNextRead(@TempDir Path folder) throws Exception {
    String html = "HTTP/1.1 200 OK\r\nContent-Type: text/html";
    List<byte[]> broken =
        List.of(
            response("https://example.org/1", html + "\r\nContent-Encoding: gzip", PAGE),
            response("https://example.org/2", html + "\r\nTransfer-Encoding: chunked", PAGE),
            response("https://example.org/3", "no status\r\nContent-Type: text/html", PAGE),
            response("https://example.org/4", html + "\r\n\u0001: \u0002", PAGE),
            response("https://example.org/5", html + "; charset=none", PAGE),
            response("https://example.org/6", "HTTP/1.1 200 OK\r\nContent-Type: ;;", PAGE),
            response("https://example.org/7", "HTTP/1.1 200 OK", PAGE),
            record("resource", "https://example.org/8", "/;=", PAGE),
            record("response", "https://example.org/9", "application/http", ""));
    byte[] good = response("https://example.org/0", html, PAGE);
    for (byte[] each : broken) {
      rows.clear();
      faults.clear();
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(each);
      all.writeBytes(good);
      read(Files.write(folder.resolve("a.warc"), all.toByteArray()));
      String record = new String(each, StandardCharsets.UTF_8);
      assertTrue(rows.size() + faults.size() <= 2, record);
      assertTrue(rows.getLast().contains("example.org/0"), record);
      assertTrue(faults.stream().allMatch(ArticleFault.NOT_DECODED::equals), record);
    }
  }

  @Test
  void pagesBeforeACutAreRead(@TempDir Path folder) throws Exception {
    for (boolean isPacked : List.of(false, true)) {
      byte[] whole = Files.readAllBytes(written(folder.resolve("a"), isPacked));
      String name = "b.warc" + (isPacked ? ".gz" : "");
      rows.clear();
      faults.clear();
      read(Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length - 40)));
      assertEquals(3, rows.size());
      assertEquals(List.of(ArticleFault.CUT_OFF), faults);
    }
  }

  @Test
  void aFileThatIsNoArchiveIsRefused(@TempDir Path folder) throws Exception {
    Path none = Files.writeString(folder.resolve("c.warc"), "no archive\r\n\r\n");
    assertThrows(IOException.class, () -> read(none));
  }
}
