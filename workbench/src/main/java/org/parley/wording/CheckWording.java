package org.parley.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.bargain.NothingAcceptable;
import org.parley.bargain.clash.Bridges;
import org.parley.bargain.clash.Clashes;
import org.parley.bargain.frontier.FrontierCertificate;
import org.parley.bargain.frontier.SelectedCertificate;
import org.parley.bargain.solve.ExtremeCertificate;
import org.parley.bargain.solve.SolutionCertificate;
import org.parley.bargain.zone.Zones;
import org.parley.check.Flaw;
import org.parley.check.Verdict;
import org.parley.exact.Certificate;
import org.parley.guarantees.coverage.Coverage;
import org.parley.model.cases.CaseView;
import org.parley.outlook.BaseRates;
import org.parley.outlook.DoneCounts;
import org.parley.outlook.ForecastTally;
import org.parley.outlook.eventstudy.EventStudy;
import org.parley.outlook.plan.PlanForecasts;
import org.parley.outlook.ways.TalksWays;
import org.parley.proof.BadFindingException;
import org.parley.reference.PrecedentCounts;
import org.parley.sequence.control.Closure;
import org.parley.sequence.control.ControlledPlan;
import org.parley.sequence.control.Derivation;
import org.parley.sequence.exposure.ExchangeOrder;
import org.parley.sequence.knots.Knots;
import org.parley.sequence.knots.KnotsCompleteness;
import org.parley.sequence.knots.WaysOut;
import org.parley.sequence.plan.Plans;
import org.parley.sequence.plan.Slip;
import org.parley.sources.WeakestSources;

/// The wording of verdicts on findings, in one language.
public final class CheckWording {

  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  /// Names of findings of which a case may have several: one of a plan, or of a question.
  private static final Pattern ID_END = Pattern.compile("[+~]");

  private static final Pattern SEVERAL =
      Pattern.compile("(order|control|coverage|precedents)-(.+)");

  private final Messages messages;

  public CheckWording(Messages messages) {
    this.messages = messages;
  }

  /// The verdict in the current language.
  public static String text(Verdict verdict) {
    return new CheckWording(Messages.current()).say(verdict).text();
  }

  /// The reason why a file is not read as a finding, with its code and advice.
  public static String unreadable(BadFindingException e) {
    return Messages.current()
        .text(
            "check.unreadable",
            "fault",
            e.fault(),
            "version",
            e.version(),
            "where",
            e.where(),
            "detail",
            e.detail());
  }

  /// The title of a finding, by its name.
  public static String title(String name, CaseView view) {
    Matcher several = SEVERAL.matcher(name);
    boolean isOfMany = several.matches();
    return Messages.current()
        .text(
            "check.title",
            "about",
            new Messages.Select(isOfMany ? several.group(1) : name),
            "which",
            isOfMany ? which(several.group(1), several.group(2), view) : "");
  }

  /// The points of precedents, the question that a coverage answers by its title, or the number of
  /// a plan.
  private static String which(String about, String one, CaseView view) {
    return about.equals("precedents") ? points(one, view) : question(one, view);
  }

  private static String points(String ids, CaseView view) {
    CaseNames names = new CaseNames(Messages.current(), view);
    List<Phrase> points =
        view.points().stream()
            .filter(each -> ID_END.splitAsStream(ids).anyMatch(each.id().value()::equals))
            .map(each -> names.point(each.id()))
            .toList();
    return Messages.current().all(points).text();
  }

  private static String question(String one, CaseView view) {
    return view.coverageQuestions().stream()
        .filter(question -> question.id().value().equals(one))
        .map(question -> question.title().text())
        .findFirst()
        .orElse(one);
  }

  /// The kind of a certificate.
  public static String certificate(Certificate certificate) {
    return Messages.current()
        .text("check.certificate", "kind", new Messages.Select(kind(certificate)));
  }

  private static String kind(Certificate certificate) {
    return switch (certificate) {
      case NothingAcceptable _ -> "nothing-acceptable";
      case Bridges.Lowered _ -> "lowered";
      case Clashes _ -> "clashes";
      case FrontierCertificate _ -> "frontier";
      case ExtremeCertificate _, SolutionCertificate _ -> "solution";
      case SelectedCertificate _ -> "selected";
      case Zones.BySigners _, Zones.Counted _ -> "counted";
      case Coverage.Proof _ -> "coverage";
      case BaseRates.Computed _, BaseRates.Tabled _, BaseRates.NoneCounts _ -> "base-rate";
      case DoneCounts.YearsCounted _ -> "done-counts";
      case PrecedentCounts.CountedPrecedents _ -> "precedents";
      case PlanForecasts.Simulated _ -> "forecast";
      case EventStudy.Ranked _, EventStudy.NoWindow _ -> "event-study";
      case WeakestSources.Smallest _ -> "weakest-sources";
      case TalksWays.Branched _, TalksWays.NothingOpen _ -> "ways-of-talks";
      case ForecastTally.Tallied _ -> "tally";
      case Closure _ -> "closure";
      case ControlledPlan.Controllable _ -> "controllable";
      case ControlledPlan.Uncontrollable _, Derivation _ -> "uncontrollable";
      case ExchangeOrder.Least _ -> "order";
      case KnotsCompleteness _ -> "all-knots";
      case Knots.Tied _ -> "tied";
      case WaysOut.Untied _ -> "ways-out";
      case Plans.Planned _ -> "planned";
      case Plans.Prevented _ -> "prevented";
      case Slip.Moved _ -> "moved";
      case Slip.Broken _ -> "broken";
    };
  }

  public Phrase say(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds _ -> messages.say("check.holds");
      case Verdict.Fails(Flaw because) -> messages.say("check.fails", "why", why(because));
      case Verdict.Open(Verdict.Reason because) -> messages.say("check.open." + because);
    };
  }

  private Phrase why(Flaw flaw) {
    List<Object> values = new ArrayList<>();
    for (int at = 0; at < Math.min(NAMES.size(), flaw.arguments().size()); at++) {
      values.add(NAMES.get(at));
      values.add(flaw.arguments().get(at));
    }
    return messages.say("check.flaw." + flaw.code(), values.toArray());
  }
}
