package org.parley.bench.pages;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.parley.bench.board.BoardCorpus;
import org.parley.casefile.CaseWriter;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.publication.Manifest;
import org.parley.publication.PublicationCheck;
import org.parley.web.PublicSite;
import org.parley.web.publish.SitePublisher;

/// Prints how long the public view of a generated case takes to publish, on the clock and of the
/// processors. The process is fresh, so compiling counts.
///
/// Usage: `PublishBench [CLAIMS [ACTS [FOLDER]]]`; defaults 10,000 claims and 1,000 acts. With a
/// folder, the case and its site are left there, for `parley publish` and for comparing the bytes
/// of two builds. The site is verified against its manifest, and every claim has its page.
public final class PublishBench {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final String AT = "https://example.org/talks";

  private PublishBench() {}

  public static void main(String[] arguments) throws Exception {
    int claims = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int acts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    Path work =
        arguments.length > 2
            ? Files.createDirectories(Path.of(arguments[2]))
            : Files.createTempDirectory("parley-bench");
    try {
      Case contents = Case.of(BoardCorpus.info(), BoardCorpus.of(claims, acts, 1));
      write(contents, work.resolve("case"));
      publish(contents, work.resolve("site"), claims, acts);
    } finally {
      if (arguments.length <= 2) {
        delete(work);
      }
    }
  }

  private static void write(Case contents, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : CaseWriter.write(contents).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static void publish(Case contents, Path site, int claims, int acts) throws IOException {
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long begun = System.nanoTime();
    long used = machine.getProcessCpuTime();
    SitePublisher.Published done =
        PublicSite.of(contents.viewFor(new Viewer.Public()), null, AT, DAY).into(site, _ -> {});
    double seconds = (System.nanoTime() - begun) / 1e9;
    double processor = (machine.getProcessCpuTime() - used) / 1e9;
    check(site, claims);
    System.out.printf(
        "%s, %d processors, load average %.1f%n",
        System.getProperty("java.vm.version"),
        Runtime.getRuntime().availableProcessors(),
        machine.getSystemLoadAverage());
    System.out.printf(
        "%,d claims and %,d acts: %,d files in %.1f s, %.1f s of the processors, %.2f ms a file%n",
        claims, acts, done.files(), seconds, processor, processor * 1e3 / done.files());
    System.out.println("manifest " + done.manifest());
  }

  private static void check(Path site, int claims) throws IOException {
    PublicationCheck check = PublicationCheck.of(site);
    long pages =
        Manifest.in(site).files().keySet().stream()
            .filter(each -> each.matches("claims/c\\d+/index\\.html"))
            .count();
    if (!check.holds() || pages != claims) {
      throw new AssertionError(pages + " pages of claims, " + check);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
