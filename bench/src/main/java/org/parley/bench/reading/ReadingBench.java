package org.parley.bench.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.rules.RuleReader;
import org.parley.reading.rules.claim.ClauseTrace;

/// Evaluates the reader on annotated texts, split into texts seen during development and unseen
/// ones. It prints the reasons of missed claims, the scores by author and the reliability table.
///
/// Arguments: the folder of texts, by default the shared twelve. `--errors` lists every error,
/// `--seen` and `--unseen` choose a half, `--rules` reads by rules alone. Texts in a folder called
/// `tuned` were seen, others in this module were not.
public final class ReadingBench {

  /// The texts that were read while the rules were written.
  private static final Set<String> SEEN =
      Set.of(
          "brexit-2018-10-23",
          "colombia-2016-03-24",
          "football-2017-01-16",
          "kosovo-serbia-2023-03-19",
          "ukraine-palm-beach-2025-12-29",
          "ukraine-vilnius-2026-01-25",
          "caucasus-2025-03-13",
          "climate-2015-12-10",
          "iran-lausanne-2015-03-19",
          "cyprus-2017-06-29",
          "dockworkers-2025-01-09",
          "mindanao-2014-01-26");

  private ReadingBench() {}

  public static void main(String[] arguments) throws IOException, ReaderUnavailableException {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean errors = words.remove("--errors");
    boolean onlySeen = words.remove("--seen");
    boolean onlyUnseen = words.remove("--unseen");
    RuleReader reader = words.remove("--rules") ? RuleReader.byRulesAlone() : new RuleReader();
    Path folder = Path.of(words.isEmpty() ? "../shared/data/reading" : words.getFirst());
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    Tallies seen = new Tallies();
    Tallies unseen = new Tallies();
    Tallies all = new Tallies();
    HandTable hands = new HandTable();
    for (Path file : files) {
      Gold gold = Gold.of(file);
      boolean isSeen = SEEN.contains(gold.name()) || folder.endsWith("tuned");
      if ((onlySeen && !isSeen) || (onlyUnseen && isSeen)) {
        continue;
      }
      Article article = Article.of(gold.text(), gold.published());
      ArticleReading reading = ArticleReading.of(article, reader);
      Scorer.Score score = Scorer.of(gold, reading.proposals());
      List<ClauseTrace> traces = reader.traces(article);
      (isSeen ? seen : unseen).add(score, traces);
      all.add(score, traces);
      hands.add(gold.name(), score);
      System.out.println(gold.name() + (isSeen ? "" : " (held out)"));
      System.out.println("  claims     " + score.claims().claims());
      if (errors) {
        score.errors().forEach(System.out::println);
      }
    }
    System.out.println();
    seen.print("looked at while the rules were written");
    unseen.print("held out");
    all.print("all");
    hands.print();
  }

  /// The sums over several texts.
  private static final class Tallies {
    private final ScoreTally claims = new ScoreTally();
    private final ScoreTally meetings = new ScoreTally();
    private final ScoreTally steps = new ScoreTally();
    private final ScoreTally documents = new ScoreTally();
    private final Misses misses = new Misses();

    void add(Scorer.Score score, List<ClauseTrace> traces) {
      misses.add(score.missed(), traces);
      claims.add(score.claims());
      meetings.add(score.meetings());
      steps.add(score.steps());
      documents.add(score.documents());
    }

    void print(String title) {
      System.out.println(title);
      System.out.println("  claims     " + claims.claims());
      System.out.println("  meetings   " + meetings.events("planned"));
      System.out.println("  next steps " + steps.events(""));
      System.out.println("  documents  " + documents.events("status"));
      misses.print();
    }
  }
}
