package org.parley.bench.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.rules.RuleReader;

/// The cost of reading: the first article of a fresh process, a warm article of about 600 words,
/// memory, and 1,000 articles.
///
/// Argument: a folder of annotated texts, from which the articles are assembled.
public final class ReadingCost {

  private static final int WORDS = 600;
  private static final int WARM = 60;
  private static final int BATCH = Integer.getInteger("batch", 1_000);

  private ReadingCost() {}

  public static void main(String[] arguments) throws IOException, ReaderUnavailableException {
    Path folder = Path.of(arguments.length == 0 ? "../shared/data/reading" : arguments[0]);
    List<Gold> texts = new ArrayList<>();
    try (Stream<Path> list = Files.list(folder)) {
      for (Path each : list.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        texts.add(Gold.of(each));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "Java %s, %d processors, load %.1f%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.printf(Locale.ROOT, "first article        %6.2f s%n", seconds(article(texts, 0)));
    System.out.printf(Locale.ROOT, "its processor time   %6.2f s%n", processor());
    double[] all = new double[WARM];
    for (int i = 0; i < WARM; i++) {
      all[i] = seconds(article(texts, i));
    }
    double[] warm = Arrays.copyOfRange(all, WARM / 2, WARM);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "%d words, warm      %6.3f s (%.3f to %.3f)%n",
        WORDS,
        warm[warm.length / 2],
        warm[0],
        warm[warm.length - 1]);
    double before = processor();
    for (int i = 0; i < WARM; i++) {
      seconds(article(texts, i));
    }
    System.out.printf(Locale.ROOT, "processor time each  %6.3f s%n", (processor() - before) / WARM);
    batch(texts);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "heap in use          %6d MB%n",
        (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static void batch(List<Gold> texts) throws ReaderUnavailableException {
    long start = System.nanoTime();
    int proposals = 0;
    for (int i = 0; i < BATCH; i++) {
      proposals += ArticleReading.of(article(texts, i), new RuleReader()).proposals().size();
      if ((i + 1) % (BATCH / 10) == 0) {
        System.out.printf(
            Locale.ROOT,
            "%,6d articles       %6.1f s, %,d proposals%n",
            i + 1,
            (System.nanoTime() - start) / 1e9,
            proposals);
      }
    }
  }

  /// The processor time of this process since its start, in seconds.
  private static double processor() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(each -> each.toMillis() / 1e3)
        .orElse(Double.NaN);
  }

  private static double seconds(Article article) throws ReaderUnavailableException {
    long start = System.nanoTime();
    ArticleReading.of(article, new RuleReader());
    return (System.nanoTime() - start) / 1e9;
  }

  /// Paragraphs of the texts, beginning at another one each time, until there are enough words.
  private static Article article(List<Gold> texts, int number) {
    List<String> paragraphs =
        texts.stream().flatMap(each -> each.text().lines()).filter(p -> !p.isBlank()).toList();
    StringBuilder text = new StringBuilder();
    int words = 0;
    for (int i = number * 7; words < WORDS; i++) {
      String paragraph = paragraphs.get(i % paragraphs.size());
      text.append(paragraph).append("\n\n");
      words += paragraph.split("\\s+").length;
    }
    return Article.of(text.toString(), texts.getFirst().published());
  }
}
