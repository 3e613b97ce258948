package org.parley.bench.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.rules.RuleReader;
import org.parley.reading.rules.claim.ClauseTrace;

/// Evaluates the reader on annotated texts, split into texts whose errors may be read and texts
/// held back. It prints the reasons of missed claims, the scores by author and the reliability
/// table.
///
/// Arguments: folders of texts, by default the shared ones. `--errors` lists every error of texts
/// that are not held back, `--seen` and `--held-back` choose a part, `--rules` reads by rules
/// alone.
public final class ReadingBench {

  /// The half of each author's texts whose errors nobody reads while rules are changed.
  private static final Set<String> HELD_BACK =
      Set.of(
          "bbva-sabadell-2024-05-07-hand3",
          "camp-david-1978-09-11-hand2",
          "ceta-2016-10-23-hand4",
          "colombia-2016-03-24",
          "cop-broadsheet-2036-11-20-hand7",
          "cyprus-2017-06-29",
          "cyprus-2025-07-17-hand5",
          "dockworkers-2025-01-09",
          "gaza-2024-08-21-hand4",
          "gaza-2025-01-15-hand2",
          "gerd-2020-01-15-hand5",
          "iran-lausanne-2015-03-19",
          "iran-vienna-2022-02-28-hand2",
          "macedonia-name-2018-06-13-hand3",
          "mercosur-2024-12-04-hand2",
          "mindanao-2014-01-26",
          "nile-2020-06-20-hand4",
          "pandemic-accord-2025-04-13-hand5",
          "prisoners-translated-agency-2034-03-12-hand7",
          "stormont-2020-01-11-hand6",
          "tigray-2022-11-03-hand2",
          "transit-strike-live-blog-2033-09-28-hand7",
          "ukraine-istanbul-2022-03-30-hand3",
          "ukraine-kremlin-2025-12-29-hand2",
          "ukraine-lavrov-2026-02-12-hand2",
          "ukraine-vilnius-2026-01-25",
          "united-stake-2023-12-24-hand6");

  private ReadingBench() {}

  public static void main(String[] arguments) throws IOException, ReaderUnavailableException {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean isListing = words.remove("--errors");
    boolean onlySeen = words.remove("--seen");
    boolean onlyHeldBack = words.remove("--held-back");
    RuleReader reader = words.remove("--rules") ? RuleReader.byRulesAlone() : new RuleReader();
    Part seen = new Part("seen while the rules were written");
    Part heldBack = new Part("held back");
    Part all = new Part("all");
    for (Path file : files(words.isEmpty() ? List.of("../shared/data/reading") : words)) {
      Gold gold = Gold.of(file);
      boolean isHeldBack = HELD_BACK.contains(gold.name());
      if ((onlySeen && isHeldBack) || (onlyHeldBack && !isHeldBack)) {
        continue;
      }
      Article article = Article.of(gold.text(), gold.published());
      Scorer.Score score = Scorer.of(gold, ArticleReading.of(article, reader).proposals());
      List<ClauseTrace> traces = reader.traces(article);
      (isHeldBack ? heldBack : seen).add(gold.name(), score, traces);
      all.add(gold.name(), score, traces);
      if (isListing && !isHeldBack) {
        System.out.println(gold.name());
        System.out.println("  claims     " + score.claims().claims());
        score.errors().forEach(System.out::println);
        score.missed().forEach(each -> System.out.println(Misses.line(each, gold.text(), traces)));
      }
    }
    seen.print();
    heldBack.print();
    all.print();
  }

  private static List<Path> files(List<String> folders) throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder : folders) {
      try (Stream<Path> list = Files.list(Path.of(folder))) {
        list.filter(ReadingBench::isText).sorted().forEach(all::add);
      }
    }
    return all;
  }

  private static boolean isText(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".yaml")
        && !name.equals("on-record.yaml")
        && !name.equals("statements.yaml");
  }

  /// The sums over several texts.
  private static final class Part {
    private final String title;
    private final ScoreTally claims = new ScoreTally();
    private final ScoreTally saidByAnybody = new ScoreTally();
    private final ScoreTally meetings = new ScoreTally();
    private final ScoreTally steps = new ScoreTally();
    private final ScoreTally documents = new ScoreTally();
    private final Misses misses = new Misses();
    private final HandTable hands = new HandTable();

    Part(String title) {
      this.title = title;
    }

    void add(String name, Scorer.Score score, List<ClauseTrace> traces) {
      hands.add(name, score);
      misses.add(score.missed(), traces);
      claims.add(score.claims());
      saidByAnybody.add(score.saidByAnybody());
      meetings.add(score.meetings());
      steps.add(score.steps());
      documents.add(score.documents());
    }

    void print() {
      System.out.println();
      System.out.println(title);
      System.out.println("  claims     " + claims.claims());
      printOracles();
      System.out.println("  meetings   " + meetings.events("planned"));
      System.out.println("  next steps " + steps.events(""));
      System.out.println("  documents  " + documents.events("status"));
      misses.print();
      hands.print();
    }

    /// Which step loses most: F1 of claims with the right stance, if a step made no error.
    private void printOracles() {
      System.out.printf(
          Locale.ROOT,
          "  with stance F1 %.2f; if every speaker were right %.2f, every stance %.2f, both %.2f%n",
          claims.stancedF1(),
          saidByAnybody.stancedF1(),
          claims.f1(),
          saidByAnybody.f1());
    }
  }
}
