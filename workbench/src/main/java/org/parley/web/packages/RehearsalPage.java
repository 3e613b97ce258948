package org.parley.web.packages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.answer.packages.Among;
import org.parley.answer.packages.RehearsalAnswer;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.bargain.rehearse.BargainingStrategy;
import org.parley.bargain.rehearse.RehearsalPlan;
import org.parley.exact.Budget;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.wording.Complaint;
import org.parley.wording.Language;
import org.parley.wording.PackageWording;
import org.parley.wording.RehearsalWording;

/// The bargain played by machines, as an illustration.
///
/// @param frame the page frame
/// @param packages the problem; null if there is none
/// @param asked the plan
/// @param among the parties asked for; empty for all
/// @param answer the outcome; null while it is played, or if there is nothing to play
/// @param why the reasons why nothing can be played
/// @param percent the share played; -1 before anything is
/// @param isCut whether it was stopped
public record RehearsalPage(
    Frame frame,
    @Nullable PackageProblem packages,
    RehearsalPlan asked,
    String among,
    @Nullable RehearsalAnswer answer,
    List<String> why,
    int percent,
    boolean isCut) {

  /// The most plays of one page.
  public static final int MOST_PLAYS = 5_000;

  public static final int MOST_ROUNDS = 400;
  private static final int USUAL_PLAYS = 500;
  private static final int USUAL_ROUNDS = 40;

  public RehearsalPage {
    why = List.copyOf(why);
  }

  /// The page for a query.
  public static RehearsalPage of(
      OpenCase open, Query query, LongAnswers<Optional<RehearsalAnswer>> answers) {
    RehearsalPlan plan = plan(query);
    String among = String.join(",", query.list("among"));
    Frame frame = Frame.of(Say.text("rehearsal.title"), open.view().info(), "packages");
    PackageProblem packages;
    try {
      packages =
          switch (open.onPageIn(Language.current()).packages(null, null)) {
            case PreparedProblem.Unready(List<PreparedProblem.Lack> _) -> null;
            case PreparedProblem.Ready(PackageProblem ready) ->
                Among.of(open.view(), ready, query.list("among"));
          };
    } catch (Among.NotSeatedException e) {
      throw new BadQuery("among", among, String.valueOf(e.getMessage()), e.advice());
    }
    if (packages == null) {
      List<String> lacks =
          open.packages(null, null) instanceof PreparedProblem.Unready(var found)
              ? PackageWording.lacks(found)
              : List.of();
      return new RehearsalPage(frame, null, plan, among, null, lacks, 0, false);
    }
    // nothing is played before it is asked for
    if (query.text("plays") == null) {
      return new RehearsalPage(frame, packages, plan, among, null, List.of(), -1, false);
    }
    PackageProblem played = packages;
    Language language = Language.current();
    try {
      LongAnswers.Progress<Optional<RehearsalAnswer>> progress =
          answers.of(
              open,
              "rehearsal?" + language + "&" + among + "&" + plan,
              query,
              // the work is done by another thread, which would answer in English
              budget ->
                  ScopedValue.where(Language.CURRENT, language)
                      .call(() -> play(played, plan, budget)));
      Optional<RehearsalAnswer> answer = progress.answer();
      return new RehearsalPage(
          frame,
          packages,
          plan,
          among,
          answer == null ? null : answer.orElse(null),
          answer != null && answer.isEmpty() ? List.of(RehearsalWording.nothing()) : List.of(),
          progress.percent(),
          progress.isCut());
    } catch (InvalidProblemException e) {
      return new RehearsalPage(
          frame,
          packages,
          plan,
          among,
          null,
          e.complaints().stream().map(each -> new Complaint(each).sentence()).toList(),
          0,
          false);
    }
  }

  private static Optional<RehearsalAnswer> play(
      PackageProblem packages, RehearsalPlan plan, Budget budget) {
    return RehearsalAnswer.of(packages, plan, 1, budget);
  }

  private static RehearsalPlan plan(Query query) {
    List<String> words =
        Arrays.stream(BargainingStrategy.values()).map(RehearsalPage::word).toList();
    List<BargainingStrategy> chosen =
        query.list("strategies").stream()
            .map(
                each -> {
                  int at = words.indexOf(each);
                  if (at < 0) {
                    throw new BadQuery(
                        "strategies",
                        each,
                        "there is no such strategy",
                        "Maybe one of " + String.join(", ", words) + ".");
                  }
                  return List.of(BargainingStrategy.values()).get(at);
                })
            .distinct()
            .toList();
    return new RehearsalPlan(
        chosen.isEmpty() ? List.of(BargainingStrategy.values()) : chosen,
        query.number("rounds", 2, MOST_ROUNDS, USUAL_ROUNDS),
        query.number("plays", 1, MOST_PLAYS, USUAL_PLAYS),
        query.number("seed", 0, Integer.MAX_VALUE, 1));
  }

  /// The word of a strategy in an address.
  public static String word(BargainingStrategy strategy) {
    return strategy.name().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /// Whether it is still played.
  public boolean isGoingOn() {
    return answer == null && why.isEmpty() && !isCut && percent >= 0;
  }

  /// The address of this page, with a parameter.
  public String href(String more) {
    return Link.to(Address.REHEARSAL)
        + "?plays="
        + asked.seeds()
        + "&rounds="
        + asked.rounds()
        + "&seed="
        + asked.first()
        + "&strategies="
        + String.join(",", asked.strategies().stream().map(RehearsalPage::word).toList())
        + (among.isEmpty() ? "" : "&among=" + among)
        + (more.isEmpty() ? "" : "&" + more);
  }

  /// The name of a party.
  public String party(String id) {
    PackageProblem problem = packages;
    return problem == null
        ? id
        : problem.seats().stream()
            .filter(each -> each.party().value().equals(id))
            .map(PackageProblem.Seat::label)
            .findFirst()
            .orElse(id);
  }

  /// The options of a package, each with its point.
  public List<String> options(List<OptionId> options) {
    PackageProblem problem = packages;
    List<String> lines = new ArrayList<>();
    for (int point = 0; problem != null && point < options.size(); point++) {
      PackageProblem.Matter matter = problem.matters().get(point);
      int at = matter.options().indexOf(options.get(point));
      lines.add(matter.label() + ": " + (at < 0 ? options.get(point) : matter.titles().get(at)));
    }
    return lines;
  }

  /// The numbers of points.
  public String numbers(List<PointId> points) {
    PackageProblem problem = packages;
    return problem == null
        ? ""
        : String.join(
            ", ",
            points.stream()
                .map(
                    each ->
                        problem.matters().stream()
                            .filter(matter -> matter.point().equals(each))
                            .map(PackageProblem.Matter::number)
                            .findFirst()
                            .orElse(each.value()))
                .toList());
  }

  /// A count as a share of all plays, in whole percent, for a bar.
  public int width(long count) {
    RehearsalAnswer played = answer;
    long most =
        played == null
            ? 1
            : played.outcomes().stream()
                .mapToLong(RehearsalAnswer.OutcomeTally::count)
                .max()
                .orElse(1);
    return (int) (100 * count / Math.max(1, most));
  }
}
