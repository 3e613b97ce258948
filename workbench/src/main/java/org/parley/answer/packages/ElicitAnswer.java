package org.parley.answer.packages;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.bargain.cases.ElicitedParty;
import org.parley.bargain.cases.PackageProblem;
import org.parley.bargain.elicit.Elicitation;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.text.OptionId;
import org.parley.wording.ElicitWording;

/// The package of least regret to a party after its answers, and the next question.
///
/// @param packages how many it chooses among
/// @param efficient how many efficient packages there are, of which these are some
/// @param othersGetPercent what each of the others gets at least, of the range of its worths
/// @param answered the questions answered so far
/// @param atMostLeft the most questions that can still come
/// @param question the next one; absent where no other package can be better
public record ElicitAnswer(
    String headline,
    PartyId party,
    int packages,
    int efficient,
    int othersGetPercent,
    int answered,
    int atMostLeft,
    Rational regret,
    List<OptionId> best,
    @Nullable NextQuestion question) {

  /// Two packages to compare.
  public record NextQuestion(List<OptionId> first, List<OptionId> second) {}

  public static ElicitAnswer of(
      PackageProblem packages,
      int party,
      ElicitedParty.PackageList tabled,
      int answered,
      Elicitation state) {
    int count = tabled.packages().size();
    return new ElicitAnswer(
        ElicitWording.headline(packages, party, count, answered, state),
        packages.seats().get(party).party(),
        count,
        tabled.efficient(),
        tabled.percent(),
        answered,
        state.mostLeft(),
        state.regret(),
        options(packages, state.best()),
        state
            .findQuestion()
            .map(
                each ->
                    new NextQuestion(
                        options(packages, each.first()), options(packages, each.second())))
            .orElse(null));
  }

  private static List<OptionId> options(PackageProblem packages, List<Integer> chosen) {
    return IntStream.range(0, chosen.size())
        .mapToObj(point -> packages.matters().get(point).options().get(chosen.get(point)))
        .toList();
  }
}
