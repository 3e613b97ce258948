package org.parley.answer.packages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.acts.Acts;
import org.parley.answer.CaseDay;
import org.parley.bargain.InvalidProblemException;
import org.parley.bargain.cases.ElicitedParty;
import org.parley.bargain.cases.ElicitedParty.PackageList;
import org.parley.bargain.cases.ElicitedParty.ToldChoice;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.cases.PreparedProblem;
import org.parley.exact.Budget;
import org.parley.model.PartyId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.wording.Complaint;
import org.parley.wording.ElicitWording;
import org.parley.wording.PackageWording;

/// The next question for a party: on the packages of open rounds, or else on efficient ones.
public sealed interface PartyQuestions {

  /// The least share of the range of its worths that each of the others gets, by default.
  int USUAL_PERCENT = 50;

  /// A question can be asked.
  ///
  /// @param party the place of the party
  /// @param isTabled whether the packages are those of open rounds
  record Asked(
      PackageProblem packages, int party, PackageList list, boolean isTabled, ToldChoice told)
      implements PartyQuestions {

    /// The state for programs.
    public ElicitAnswer answer() {
      return ElicitAnswer.of(packages, party, list, told.counted(), told.state());
    }
  }

  /// None can.
  ///
  /// @param why the reasons, in sentences
  record Unasked(List<String> why) implements PartyQuestions {
    public Unasked {
      why = List.copyOf(why);
    }
  }

  /// The problem of a view.
  static PreparedProblem problem(CaseView view) {
    return PackagesOfDay.latest(view, Acts.of(view).at(AsOf.of(CaseDay.shown(view))));
  }

  /// The next question.
  ///
  /// @param view as the party sees it: a question may not tell it anything else
  static PartyQuestions of(CaseView view, PartyId party, Instant now, Budget budget) {
    try {
      return look(view, party, now, budget);
    } catch (InvalidProblemException e) {
      return new Unasked(
          e.complaints().stream().map(each -> new Complaint(each).sentence()).toList());
    }
  }

  private static PartyQuestions look(CaseView view, PartyId party, Instant now, Budget budget) {
    return switch (problem(view)) {
      case PreparedProblem.Unready(List<PreparedProblem.Lack> lacks) ->
          new Unasked(PackageWording.lacks(lacks));
      case PreparedProblem.Ready(PackageProblem packages) -> of(view, packages, party, now, budget);
    };
  }

  private static PartyQuestions of(
      CaseView view, PackageProblem packages, PartyId party, Instant now, Budget budget) {
    int asked = packages.indexOf(party);
    if (asked < 0) {
      return new Unasked(List.of(ElicitWording.say(ElicitWording.Remark.NOT_SEATED)));
    }
    List<List<Integer>> tabled = ElicitedParty.onTable(view, packages, party, now);
    PackageList list =
        tabled.isEmpty()
            ? ElicitedParty.packages(packages, asked, USUAL_PERCENT, budget)
            : new PackageList(tabled, tabled.size(), 0);
    if (list.packages().isEmpty()) {
      return new Unasked(List.of(ElicitWording.say(ElicitWording.Remark.NO_PACKAGES)));
    }
    Optional<ToldChoice> told =
        ElicitedParty.begin(packages, asked, list, view.pairwiseComparisons());
    return told.<PartyQuestions>map(
            each -> new Asked(packages, asked, list, !tabled.isEmpty(), each))
        .orElseGet(
            () -> new Unasked(List.of(ElicitWording.say(ElicitWording.Remark.CONTRADICTORY))));
  }
}
