package org.parley.bench.reading;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The scores by hand, that is by the author of the texts: the suffix `-hand3` of a file name.
final class HandTable {

  private static final Pattern HAND = Pattern.compile("-hand(\\d+)$");

  private final Map<String, Row> rows = new TreeMap<>();
  private final Row all = new Row();
  private final ReliabilityTable reliability = new ReliabilityTable();

  private static final class Row {
    final ScoreTally claims = new ScoreTally();
    final ScoreTally meetings = new ScoreTally();
    final ScoreTally steps = new ScoreTally();
    final ScoreTally documents = new ScoreTally();

    void add(Scorer.Score score) {
      claims.add(score.claims());
      meetings.add(score.meetings());
      steps.add(score.steps());
      documents.add(score.documents());
    }
  }

  void add(String name, Scorer.Score score) {
    Matcher hand = HAND.matcher(name);
    rows.computeIfAbsent(hand.find() ? hand.group(1) : "1", _ -> new Row()).add(score);
    all.add(score);
    reliability.add(score.judged());
  }

  void print() {
    System.out.println(
        "hand  gold  claims P    R   F1  with stance F1  meetings  steps  documents");
    rows.forEach(HandTable::print);
    print("all", all);
    reliability.print();
  }

  private static void print(String name, Row row) {
    System.out.printf(
        Locale.ROOT,
        "%-4s  %4d      %.2f %.2f %.2f            %.2f      %.2f   %.2f       %.2f%n",
        name,
        row.claims.gold,
        row.claims.precision(),
        row.claims.recall(),
        row.claims.f1(),
        row.claims.stancedF1(),
        row.meetings.f1(),
        row.steps.f1(),
        row.documents.f1());
  }
}
