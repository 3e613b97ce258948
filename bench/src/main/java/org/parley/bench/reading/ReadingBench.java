package org.parley.bench.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
      boolean isHeldBack = AnnotatedTexts.isHeldBack(file);
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
      all.addAll(AnnotatedTexts.in(Path.of(folder)));
    }
    return all;
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
