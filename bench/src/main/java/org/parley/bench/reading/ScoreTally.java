package org.parley.bench.reading;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Counts of matches and errors, with precision, recall and F1.
final class ScoreTally {

  /// The names of the numbers in [#counts].
  static final List<String> COUNTS =
      List.of(
          "proposed",
          "matched",
          "stance",
          "share",
          "subject",
          "subject half",
          "attribution",
          "date",
          "when",
          "second");

  int gold;
  int proposed;
  int matched;
  int stanceRight;
  int shareAsked;
  int shareRight;
  double subject;
  int subjectHalf;
  int attributionRight;
  int saidRight;
  int whenAsked;
  double whenRight;
  int secondRight;
  int secondAsked;

  void add(ScoreTally other) {
    gold += other.gold;
    proposed += other.proposed;
    matched += other.matched;
    stanceRight += other.stanceRight;
    shareAsked += other.shareAsked;
    shareRight += other.shareRight;
    subject += other.subject;
    subjectHalf += other.subjectHalf;
    attributionRight += other.attributionRight;
    saidRight += other.saidRight;
    whenAsked += other.whenAsked;
    whenRight += other.whenRight;
    secondRight += other.secondRight;
    secondAsked += other.secondAsked;
  }

  String counts() {
    return Stream.of(
            proposed,
            matched,
            stanceRight,
            shareRight,
            subject,
            subjectHalf,
            attributionRight,
            saidRight,
            whenRight,
            secondRight)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  double precision() {
    return proposed == 0 ? (gold == 0 ? 1 : 0) : (double) matched / proposed;
  }

  double recall() {
    return gold == 0 ? 1 : (double) matched / gold;
  }

  double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  /// F1 of claims whose speaker, words and stance are right.
  double stancedF1() {
    return gold + proposed == 0 ? 1 : 2.0 * stanceRight / (gold + proposed);
  }

  private static String of(double part, int whole) {
    return whole == 0 ? "   -" : String.format(Locale.ROOT, "%.2f", part / whole);
  }

  String detection() {
    return String.format(
        Locale.ROOT,
        "gold %3d  proposed %3d  matched %3d  P %.2f  R %.2f  F1 %.2f",
        gold,
        proposed,
        matched,
        precision(),
        recall(),
        f1());
  }

  String claims() {
    return detection()
        + "  stance "
        + of(stanceRight, matched)
        + "  share "
        + of(shareRight, shareAsked)
        + "  subject "
        + of(subject, matched)
        + " (half or more "
        + of(subjectHalf, matched)
        + ")  attribution "
        + of(attributionRight, matched)
        + "  date "
        + of(saidRight, matched);
  }

  String events(String second) {
    return detection()
        + "  when "
        + of(whenRight, whenAsked)
        + (second.isEmpty() ? "" : "  " + second + " " + of(secondRight, secondAsked));
  }
}
