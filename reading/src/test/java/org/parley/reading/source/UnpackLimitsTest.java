package org.parley.reading.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that unpack to much are refused, and take no more than the limits allow.
@NullMarked
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UnpackLimitsTest {

  /// Memory that refusing one file may take in all, released or not.
  private static final long MOST_ALLOCATED = 4L << 30;

  static Stream<String> bombs() {
    return Bombs.pdfs().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void aBombIsRefusedWithinTheLimits(String name) {
    byte[] bomb = Objects.requireNonNull(Bombs.pdfs().get(name));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    IOException refused =
        assertThrows(IOException.class, () -> Articles.of(bomb, null, null, "en"), name);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(String.valueOf(refused.getMessage()).contains("Maybe"), refused.getMessage());
    assertTrue(allocated < MOST_ALLOCATED, name + ": " + allocated);
  }

  @Test
  void whatIsPassedOverTakesNothing() throws IOException {
    for (byte[] each : List.of(Bombs.deepArrays(), Bombs.imageForText())) {
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      assertEquals("", Articles.of(each, null, null, "en").text());
      assertTrue(threads.getCurrentThreadAllocatedBytes() - before < MOST_ALLOCATED);
    }
  }

  @Test
  void aPageOfHtmlIsBounded() {
    byte[] page =
        ("<html><body>" + "<p>x".repeat(UnpackLimits.HTML_CHARACTERS / 4))
            .getBytes(StandardCharsets.US_ASCII);
    IOException refused =
        assertThrows(IOException.class, () -> Articles.of(page, "text/html", null, "en"));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("characters. Maybe"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote>",
        "<li><ul>",
        "<div></span>",
        "<p><span>",
        "<h2>",
        "<table><tr><td>",
        "<b><div></b>",
        "<svg><title><div>",
        "<title></title><div>"
      })
  void aPageThatNestsWithoutEndIsRefused(String tags) {
    byte[] page =
        ("<html><body>" + (tags + "word ").repeat(200_000)).getBytes(StandardCharsets.US_ASCII);
    IOException refused =
        assertThrows(IOException.class, () -> Articles.of(page, "text/html", null, "en"), tags);
    assertTrue(String.valueOf(refused.getMessage()).contains("within each other"), tags);
  }

  @Test
  void elementsThatEndByThemselvesAreNoNesting() throws IOException {
    String page =
        "<html><body><!-- "
            + "<div>".repeat(2_000)
            + " --><script>'"
            + "<div>".repeat(2_000)
            + "'</script><ul>"
            + "<li>word<br><img src=x>".repeat(2_000)
            + "</ul>"
            + "<p>word <b>word</b>".repeat(2_000);
    byte[] bytes = page.getBytes(StandardCharsets.US_ASCII);
    assertTrue(Articles.of(bytes, "text/html", null, "en").text().startsWith("word"));
  }
}
