package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.bargain.cases.ElicitedParty;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.elicit.Elicitation;
import org.parley.bargain.elicit.PackageQuestion;

/// The wording of questions about packages, in the current language.
public final class ElicitWording {

  private ElicitWording() {}

  /// Whether the best package is known, or how much could be lost with the one recommended.
  public static String headline(
      PackageProblem packages, int party, int count, int answered, Elicitation state) {
    return Messages.current()
        .text(
            "packages.elicit.headline",
            "known",
            state.findQuestion().isEmpty(),
            "party",
            packages.seats().get(party).label(),
            "count",
            count,
            "answered",
            answered,
            "regret",
            Messages.current().decimal(state.regret()),
            "left",
            state.mostLeft());
  }

  /// The question itself.
  public static String question(PackageProblem packages, int party, int number, int left) {
    return Messages.current()
        .text(
            "packages.elicit.question",
            "number",
            number,
            "party",
            packages.seats().get(party).label(),
            "left",
            left);
  }

  /// A package by the points where the two of a question differ.
  ///
  /// @param isFirst the first or the second one
  public static List<String> differences(
      PackageProblem packages, PackageQuestion question, boolean isFirst) {
    List<String> lines = new ArrayList<>();
    for (int point = 0; point < question.first().size(); point++) {
      if (!question.first().get(point).equals(question.second().get(point))) {
        lines.add(option(packages, isFirst ? question.first() : question.second(), point));
      }
    }
    return lines;
  }

  /// A package, a line a point.
  public static List<String> lines(PackageProblem packages, List<Integer> chosen) {
    List<String> lines = new ArrayList<>();
    for (int point = 0; point < chosen.size(); point++) {
      lines.add(option(packages, chosen, point));
    }
    return lines;
  }

  private static String option(PackageProblem packages, List<Integer> chosen, int point) {
    PackageProblem.Matter matter = packages.matters().get(point);
    return Messages.current()
        .text(
            "packages.elicit.option",
            "point",
            matter.label(),
            "option",
            matter.titles().get(chosen.get(point)));
  }

  /// A sentence without arguments.
  public static String say(Remark sentence) {
    return Messages.current().text("packages.elicit." + sentence);
  }

  /// Sentences without arguments.
  public enum Remark {
    PROMPT,
    NOT_AN_ANSWER,
    NO_PACKAGES,
    NOT_SEATED,
    CONTRADICTORY,
    NOT_PREPARED,
    ORDER_ONLY;

    @Override
    public String toString() {
      return name().replace('_', '-').toLowerCase(Locale.ROOT);
    }
  }

  /// The packages that are asked about.
  public static String about(ElicitedParty.PackageList tabled) {
    return Messages.current()
        .text(
            "packages.elicit.about",
            "count",
            tabled.packages().size(),
            "efficient",
            tabled.efficient(),
            "all",
            tabled.packages().size() == tabled.efficient(),
            "percent",
            tabled.percent());
  }
}
