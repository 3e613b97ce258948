package org.parley.web.packages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.answer.packages.PartyQuestions;
import org.parley.bargain.cases.ElicitedParty;
import org.parley.bargain.elicit.PackageQuestion;
import org.parley.exact.Budget;
import org.parley.model.InvalidValueException;
import org.parley.model.PartyId;
import org.parley.model.Viewer;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.model.party.Party;
import org.parley.model.position.PairwiseComparison;
import org.parley.model.position.PairwiseComparison.ComparedTerm;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;
import org.parley.web.view.Address;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;
import org.parley.wording.ElicitWording;
import org.parley.wording.Language;

/// The next best question for a party: this or that?
///
/// @param frame the page frame
/// @param party the party
/// @param readers who sees its answers
/// @param asked the question; null while it is looked for, or if there is none to ask
/// @param why the reasons why nothing can be asked
/// @param percent the share of the search done
/// @param isCut whether the search was stopped
/// @param undone the answer that can be taken back; null for none
/// @param problem why the last answer was not taken; empty for none
public record PreferencePage(
    Frame frame,
    Party party,
    String readers,
    PartyQuestions.@Nullable Asked asked,
    List<String> why,
    int percent,
    boolean isCut,
    @Nullable PairwiseComparison undone,
    String problem) {

  private static final long MOST_STEPS = 20_000_000;
  private static final long MOST_STATES = 5_000_000;

  public PreferencePage {
    why = List.copyOf(why);
  }

  /// The page, with the question if it is known.
  public static PreferencePage of(
      OpenCase open,
      Party party,
      Query query,
      LongAnswers<PartyQuestions> answers,
      Instant now,
      String problem) {
    CaseView said = open.onPageIn(Language.current()).view();
    Language language = Language.current();
    LongAnswers.Progress<PartyQuestions> progress =
        answers.of(
            open,
            "question?" + party.id() + "&" + language + "&" + tabled(open.view(), now),
            query,
            budget -> look(said, party.id(), now, budget));
    PartyQuestions answer = progress.answer();
    return new PreferencePage(
        Frame.of(Say.text("preference.title"), open.view().info(), "edit"),
        said.get(party.id()),
        Say.readers(said, new Visibility.Party(party.id())),
        answer instanceof PartyQuestions.Asked asked ? asked : null,
        answer instanceof PartyQuestions.Unasked(List<String> why) ? why : List.of(),
        progress.percent(),
        progress.isCut(),
        last(open.view(), party.id()),
        problem);
  }

  /// The view of the party itself: a mediator's question may tell it nothing that is hidden from
  /// it.
  private static PartyQuestions look(CaseView view, PartyId party, Instant now, Budget budget) {
    CaseView own = Case.settling(view.info(), view.records()).viewFor(new Viewer.Delegation(party));
    return PartyQuestions.of(
        own,
        party,
        now,
        Budget.ofSteps(MOST_STEPS).withStates(MOST_STATES).withStop(budget.stop()));
  }

  /// The packages of rounds that are open, so that another question is looked for once they change.
  private static String tabled(CaseView view, Instant now) {
    return view.tabledPackages().stream()
        .filter(each -> !each.tabled().instant().isAfter(now))
        .filter(
            each -> {
              var round = view.get(each.round());
              var closes = round.closes();
              return !round.opens().instant().isAfter(now)
                  && (closes == null || closes.instant().isAfter(now));
            })
        .map(each -> each.id().value())
        .collect(Collectors.joining(","));
  }

  /// The last answer of a party that the visitor can take back; null for none.
  public static @Nullable PairwiseComparison last(CaseView view, PartyId party) {
    return view.pairwiseComparisons().stream()
        .filter(each -> each.party().equals(party))
        .filter(each -> Visit.current().may().remove(view, each))
        .reduce((_, later) -> later)
        .orElse(null);
  }

  /// Whether the question is still looked for.
  public boolean isGoingOn() {
    return asked == null && why.isEmpty() && !isCut;
  }

  /// The address of this page, with a parameter.
  public String href(String more) {
    return Link.to(Address.PREFERENCE)
        + "?party="
        + party.id().value()
        + (more.isEmpty() ? "" : "&" + more);
  }

  /// The sheet of the party.
  public String sheet() {
    return Link.to(Address.CONFIDE) + "?party=" + party.id().value();
  }

  /// The headline: what is known of the best package.
  public static String headline(PartyQuestions.Asked asked) {
    return ElicitWording.headline(
        asked.packages(),
        asked.party(),
        asked.list().packages().size(),
        asked.told().counted(),
        asked.told().state());
  }

  /// The question; null if none is left.
  public static @Nullable PackageQuestion question(PartyQuestions.Asked asked) {
    return asked.told().state().findQuestion().orElse(null);
  }

  /// The question in words.
  public static String words(PartyQuestions.Asked asked) {
    return ElicitWording.question(
        asked.packages(),
        asked.party(),
        asked.told().counted() + 1,
        asked.told().state().mostLeft());
  }

  /// One of the two packages, by the points on which they differ.
  public static List<String> differences(
      PartyQuestions.Asked asked, PackageQuestion question, boolean isFirst) {
    return ElicitWording.differences(asked.packages(), question, isFirst);
  }

  /// The package of least regret.
  public static List<String> best(PartyQuestions.Asked asked) {
    return ElicitWording.lines(asked.packages(), asked.told().state().best());
  }

  /// The packages asked about.
  public static String about(PartyQuestions.Asked asked) {
    return asked.isTabled()
        ? Say.text("preference.tabled", "count", asked.list().packages().size())
        : ElicitWording.about(asked.list());
  }

  /// A package as a field has it.
  public static String field(PartyQuestions.Asked asked, List<Integer> options) {
    return ElicitedParty.terms(asked.packages(), options).stream()
        .map(
            each -> {
              OptionId option = each.option();
              Amount value = each.value();
              return each.point().value() + (option == null ? ":" + value : "=" + option.value());
            })
        .collect(Collectors.joining(" "));
  }

  /// The package in a field.
  ///
  /// @throws InvalidValueException if it names something that is no id or no amount
  public static List<ComparedTerm> terms(String field) {
    List<ComparedTerm> terms = new ArrayList<>();
    for (String each : field.strip().split(" +", -1)) {
      int option = each.indexOf('=');
      int value = each.indexOf(':');
      if (option > 0) {
        terms.add(
            new ComparedTerm(
                new PointId(each.substring(0, option)),
                new OptionId(each.substring(option + 1)),
                null));
      } else if (value > 0) {
        terms.add(
            new ComparedTerm(
                new PointId(each.substring(0, value)),
                null,
                new Amount(each.substring(value + 1))));
      }
    }
    return terms;
  }
}
