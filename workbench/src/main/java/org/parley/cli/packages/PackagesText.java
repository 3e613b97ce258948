package org.parley.cli.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.answer.packages.ValueShare;
import org.parley.bargain.cases.Overview;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.Ratification;
import org.parley.bargain.cases.ValueBands;
import org.parley.bargain.cases.ZoneTable;
import org.parley.bargain.frontier.Frontier;
import org.parley.bargain.solve.Solution;
import org.parley.bargain.zone.WilsonEstimate;
import org.parley.exact.Bound;
import org.parley.exact.Finding;
import org.parley.exact.Rational;
import org.parley.exact.StoppedBy;
import org.parley.wording.ApprovalWording;
import org.parley.wording.BoundWording;
import org.parley.wording.Messages;
import org.parley.wording.PackageHeadline;
import org.parley.wording.PackageNumbers;
import org.parley.wording.PackageWording;
import org.parley.wording.QuantityWording;

/// Prints the first look at the packages.
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
    answer(packages, page, PackageWording.of(packages).summary(overview));
    zone(overview.table());
    approvals(overview.ratification());
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
      page.words(say("illustrative"));
    }
  }

  private void zone(ZoneTable table) {
    page.heading(say("acceptable-to", "count", PackageNumbers.current().count(table.all())));
    int width =
        table.rows().stream().mapToInt(row -> words.parties(row.parties()).length()).max().orElse(0)
            + 2;
    for (ZoneTable.Row row : table.rows()) {
      String least =
          String.format(Locale.ROOT, "%12s", PackageNumbers.current().number(row.atLeast()));
      String count =
          row.isExact()
              ? least
              : say("to", "least", least, "most", PackageNumbers.current().number(row.atMost()));
      page.row(
          words.parties(row.parties()),
          width,
          count
              + (row.canSign() && packages.grades().areComplete() ? "  " + say("could-sign") : ""));
    }
  }

  private void approvals(Ratification ratification) {
    if (packages.approvals().isEmpty()) {
      return;
    }
    page.heading(Messages.current().text("packages.approval.title"));
    if (ratification.unjudged()) {
      page.line(2, Messages.current().text("packages.approval.unjudged"));
    }
    ApprovalWording approval = ApprovalWording.of(packages);
    for (Ratification.Prospect fate : ratification.fates()) {
      page.line(2, approval.line(fate));
      approval.reasons(fate.passage()).forEach(reason -> page.line(4, reason));
    }
  }

  private void shares(Overview overview) {
    overview
        .shares()
        .ifPresent(
            shares -> {
              page.heading(options(overview, false));
              options(overview, (point, option) -> percent(shares.get(point).get(option)));
            });
    overview.sample().ifPresent(sample -> sample(overview, sample));
    if (overview.shares().isEmpty() && overview.sample().isEmpty()) {
      page.heading(options(overview, false));
      page.line(2, say("not-counted"));
    }
  }

  /// Prints estimates from random packages if they could not be counted.
  private void sample(Overview overview, Overview.Sample sample) {
    page.heading(options(overview, true));
    page.line(2, PackageNumbers.current().about(sample.count()));
    if (sample.shares().getFirst().getFirst().draws() > 0) {
      options(
          overview,
          (point, option) ->
              PackageNumbers.current().about(sample.shares().get(point).get(option)));
    }
  }

  private String options(Overview overview, boolean byChance) {
    return say("options", "accept", words.accept(overview.parties()), "chance", byChance);
  }

  private interface Shares {
    String of(int point, int option);
  }

  private void options(Overview overview, Shares shares) {
    for (int point = 0; point < packages.matters().size(); point++) {
      PackageProblem.Matter matter = packages.matters().get(point);
      page.line(2, matter.label());
      ValueBands bands = matter.bands();
      if (bands != null) {
        values(bands, ValueShare.of(bands, overview, point));
        continue;
      }
      for (int option = 0; option < matter.titles().size(); option++) {
        page.line(4, shares.of(point, option) + "  " + matter.titles().get(option));
      }
    }
  }

  /// The values that some package takes, and the others, by share.
  private void values(ValueBands bands, List<ValueShare> shares) {
    for (ValueShare each : shares) {
      Rational share = each.share();
      WilsonEstimate estimate = each.estimate();
      String words =
          share != null
              ? percent(share)
              : estimate != null ? PackageNumbers.current().about(estimate) : "";
      page.line(4, words + "  " + QuantityWording.current().values(bands, each.run()));
    }
  }

  /// A share, set to the right.
  static String percent(Rational share) {
    String text = PackageNumbers.current().percent(share);
    return " ".repeat(Math.max(0, 6 - text.length())) + text;
  }

  private void fair(Overview overview) {
    page.heading(say("rules"));
    for (Overview.Fair fair : overview.solutions()) {
      Solution solution = fair.finding().findAnswer().orElse(null);
      if (solution == null || solution.outcomes().isEmpty()) {
        page.line(2, say("none-found", "rule", PackageWording.rule(fair.kind())));
        continue;
      }
      Solution.Outcome outcome = solution.outcomes().getFirst();
      String rule = PackageWording.rule(fair.kind());
      if (fair.finding() instanceof Finding.Bounded<Solution>(_, var bound, _)) {
        rule = say("bounded", "rule", rule, "bound", BoundWording.text(bound));
      }
      int tied = solution.outcomes().size();
      page.line(2, tied > 1 ? say("one-of", "rule", rule, "count", tied) : rule);
      page.line(4, worths(overview.looked(), outcome.worths()));
      page.line(4, choices(outcome.options()));
    }
  }

  private static String worths(PackageProblem looked, List<Long> worths) {
    List<String> all = new ArrayList<>();
    for (int party = 0; party < worths.size(); party++) {
      all.add(looked.seats().get(party).label() + " " + worths.get(party));
    }
    return say("worth", "worths", String.join(", ", all));
  }

  private String choices(List<Integer> options) {
    List<String> ids = new ArrayList<>();
    for (int point = 0; point < options.size(); point++) {
      ids.add(packages.matters().get(point).options().get(options.get(point)).value());
    }
    return String.join(" ", ids);
  }

  private void whole(Frontier frontier) {
    page.paragraph(
        say("frontier", "count", frontier.size(), "command", "parley packages CASE frontier"));
  }

  private void frontier(Overview overview) {
    switch (overview.frontier()) {
      case Finding.Proved<Frontier>(Frontier frontier, _) -> whole(frontier);
      case Finding.Exhausted<Frontier>(Frontier frontier) -> whole(frontier);
      case Finding.Bounded<Frontier>(Frontier frontier, var bound, var by) ->
          page.paragraph(
              say(
                  "frontier-covered",
                  "count",
                  frontier.size(),
                  "by",
                  by(by),
                  "bound",
                  BoundWording.text(bound)));
      case Finding.Impossible<Frontier> _ -> {}
    }
  }

  /// A message of these commands.
  static String say(String key, Object... values) {
    return Messages.current().text("packages.text." + key, values);
  }

  /// The reason why a search stopped.
  static String by(StoppedBy by) {
    return say("by", "by", by);
  }

  static String stopped(StoppedBy by, Bound bound) {
    return say("stopped", "by", by(by), "bound", BoundWording.text(bound));
  }

  static void assumed(PackageProblem packages, Page page) {
    if (!packages.linkages().isEmpty()) {
      page.heading(Messages.current().text("packages.page.linkages"));
      packages
          .linkages()
          .forEach(
              linkage ->
                  page.line(
                      2,
                      say(
                          "linkage",
                          "linkage",
                          QuantityWording.linkage(linkage),
                          "illustrative",
                          linkage.illustrative())));
    }
    List<String> conditions = PackageWording.of(packages).conditions();
    if (!conditions.isEmpty()) {
      page.heading(Messages.current().text("packages.page.conditions"));
      conditions.forEach(each -> page.line(2, each));
    }
    page.heading(say("how"));
    page.line(2, Messages.current().text("packages.page.ranks"));
    if (packages.hasIntervals()) {
      page.line(2, say("middle", "command", "parley packages CASE robust"));
    }
    PackageWording.of(packages).notes().forEach(note -> page.line(2, note));
  }
}
