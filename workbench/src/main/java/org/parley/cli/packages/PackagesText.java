package org.parley.cli.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.solve.Solution;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.wording.BoundWording;
import org.parley.wording.PackageHeadline;
import org.parley.wording.PackageNumbers;
import org.parley.wording.PackageWording;

/// Prints what a first look at the packages found.
final class PackagesText {

  private final PackageProblem packages;
  private final PackageWording words;
  private final Page page;

  PackagesText(PackageProblem packages, Page page) {
    this.packages = packages;
    this.page = page;
    words = PackageWording.of(packages);
  }

  void packages(Overview overview) {
    answer(packages, page, PackageWording.of(packages).summary(overview.summary()));
    zone(overview.table());
    if (!overview.table().best().isEmpty()) {
      shares(overview);
      fair(overview);
      frontier(overview);
    }
    assumed(packages, page);
  }

  static void answer(PackageProblem packages, Page page, PackageHeadline headline) {
    page.answer(headline.sentence());
    if (!headline.because().isEmpty()) {
      page.words(headline.because());
    }
    if (!headline.others().isEmpty()) {
      page.words(headline.others());
    }
    if (packages.isIllustrative()) {
      page.words(
          "Illustrative: figures in it are the analyst's illustrations, not what anybody said.");
    }
  }

  private void zone(ZoneTable table) {
    page.heading(
        "Acceptable to, of "
            + PackageNumbers.current().count(table.all())
            + " that the ties between points leave");
    int width =
        table.rows().stream().mapToInt(row -> words.parties(row.parties()).length()).max().orElse(0)
            + 2;
    for (ZoneTable.Row row : table.rows()) {
      String count =
          String.format(Locale.ROOT, "%12s", PackageNumbers.current().number(row.atLeast()))
              + (row.isExact() ? "" : " to " + PackageNumbers.current().number(row.atMost()));
      page.row(
          words.parties(row.parties()),
          width,
          count + (row.canSign() && packages.grades().areComplete() ? "  could sign" : ""));
    }
  }

  private void shares(Overview overview) {
    overview
        .shares()
        .ifPresent(
            shares -> {
              page.heading("Which options are in what " + words.accept(overview.parties()));
              options((point, option) -> percent(shares.get(point).get(option)));
            });
    overview.sample().ifPresent(sample -> sample(overview, sample));
    if (overview.shares().isEmpty() && overview.sample().isEmpty()) {
      page.heading("Which options are in what " + words.accept(overview.parties()));
      page.line(2, "That was not counted in time.");
    }
  }

  /// What random packages say where they could not be counted.
  private void sample(Overview overview, Overview.Sample sample) {
    page.heading("Which options are in what " + words.accept(overview.parties()) + ", by chance");
    page.line(2, PackageNumbers.current().about(sample.count()));
    if (sample.shares().getFirst().getFirst().draws() > 0) {
      options(
          (point, option) ->
              PackageNumbers.current().about(sample.shares().get(point).get(option)));
    }
  }

  private interface Shares {
    String of(int point, int option);
  }

  private void options(Shares shares) {
    for (int point = 0; point < packages.matters().size(); point++) {
      PackageProblem.Matter matter = packages.matters().get(point);
      page.line(2, matter.label());
      for (int option = 0; option < matter.titles().size(); option++) {
        page.line(4, shares.of(point, option) + "  " + matter.titles().get(option));
      }
    }
  }

  /// A share, set to the right.
  static String percent(Rational share) {
    String text = PackageNumbers.current().percent(share);
    return " ".repeat(Math.max(0, 6 - text.length())) + text;
  }

  private void fair(Overview overview) {
    page.heading("What rules of fair division pick among them");
    for (Overview.Fair fair : overview.solutions()) {
      Solution solution = fair.finding().findAnswer().orElse(null);
      if (solution == null || solution.outcomes().isEmpty()) {
        page.line(2, PackageWording.rule(fair.kind()) + ": none was found.");
        continue;
      }
      Solution.Outcome outcome = solution.outcomes().getFirst();
      page.line(
          2,
          PackageWording.rule(fair.kind())
              + (fair.finding() instanceof Finding.Bounded<Solution>(_, var bound, _)
                  ? " (" + BoundWording.text(bound) + ")"
                  : "")
              + (solution.outcomes().size() > 1
                  ? ", one of " + solution.outcomes().size() + " that tie"
                  : ""));
      page.line(4, worths(overview.looked(), outcome.worths()));
      page.line(4, choices(outcome.options()));
    }
  }

  private static String worths(PackageProblem looked, List<Long> worths) {
    List<String> all = new ArrayList<>();
    for (int party = 0; party < worths.size(); party++) {
      all.add(looked.seats().get(party).label() + " " + worths.get(party));
    }
    return "worth " + String.join(", ", all);
  }

  private String choices(List<Integer> options) {
    List<String> ids = new ArrayList<>();
    for (int point = 0; point < options.size(); point++) {
      ids.add(packages.matters().get(point).options().get(options.get(point)).value());
    }
    return String.join(" ", ids);
  }

  private void frontier(Overview overview) {
    switch (overview.frontier()) {
      case Finding.Proved<Frontier>(Frontier frontier, _) ->
          page.paragraph(
              frontier.size()
                  + (frontier.size() == 1 ? " outcome" : " outcomes")
                  + " of these cannot be bettered for one of them without loss to another"
                  + " (the frontier; parley packages CASE frontier lists it).");
      case Finding.Bounded<Frontier>(Frontier frontier, var bound, var by) ->
          page.paragraph(
              "The frontier is covered by "
                  + frontier.size()
                  + " outcomes, stopped by "
                  + word(by)
                  + ": "
                  + BoundWording.text(bound)
                  + ".");
      case Finding.Impossible<Frontier> _ -> {}
    }
  }

  static String word(Enum<?> constant) {
    return switch (constant.name()) {
      case "SIGNAL" -> "the deadline";
      default -> "the number of " + constant.name().toLowerCase(Locale.ROOT);
    };
  }

  static void assumed(PackageProblem packages, Page page) {
    if (!packages.ties().isEmpty()) {
      page.heading("Ties between points");
      packages
          .ties()
          .forEach(tie -> page.line(2, tie.text() + (tie.illustrative() ? " (illustrative)" : "")));
    }
    page.heading("How words became numbers");
    page.line(
        2,
        "Each party hands out 1000 points over what is in dispute, by the ranks of its positions"
            + " (rank-order centroid); a preferred option gets all points of its point, an acceptable"
            + " one half, a tolerable one none. Worths written in numbers count as they are.");
    if (packages.hasIntervals()) {
      page.line(
          2,
          "Some worths are only known between two numbers: counts, clashes and fair divisions are"
              + " read at the middle of each; parley packages CASE robust says how sure that is.");
    }
    PackageWording.of(packages).notes().forEach(note -> page.line(2, note));
  }
}
