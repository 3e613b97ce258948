package org.parley.bargain.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.parley.bargain.Problem;
import org.parley.exact.Rational;
import org.parley.model.PartyId;
import org.parley.model.position.BaselineId;
import org.parley.model.position.LinkageId;
import org.parley.model.position.Worth;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// Gives the names of a case to a problem that has none.
public final class Named {

  private Named() {}

  public static PackageProblem of(Problem problem) {
    List<PackageProblem.Seat> seats = new ArrayList<>();
    for (Problem.Party party : problem.parties()) {
      List<List<Worth>> worths =
          party.worths().stream().map(row -> row.stream().map(Worth::exactly).toList()).toList();
      seats.add(
          seat(
              seats.size(),
              worths,
              party.baseline() == null ? null : Worth.exactly(party.baseline())));
    }
    return of(problem, seats);
  }

  static PackageProblem of(Problem problem, List<PackageProblem.Seat> seats) {
    List<PackageProblem.Matter> matters = new ArrayList<>();
    for (int point = 0; point < problem.points().size(); point++) {
      List<OptionId> ids = new ArrayList<>();
      List<String> titles = new ArrayList<>();
      for (int option = 0; option < problem.points().get(point).options().size(); option++) {
        ids.add(new OptionId("p" + point + "-" + option));
        titles.add("Way " + option);
      }
      matters.add(
          new PackageProblem.Matter(
              new PointId("p" + point), "" + (point + 1), "Point", ids, titles, null));
    }
    List<PackageProblem.NamedLinkage> linkages = new ArrayList<>();
    for (int linkage = 0;
        linkage < problem.linkages().size() + problem.jointWorths().size();
        linkage++) {
      linkages.add(
          new PackageProblem.NamedLinkage(
              new LinkageId("t" + linkage), "Linkage " + linkage, true));
    }
    return new PackageProblem(
        problem, seats, matters, linkages, List.of(), ApprovalChain.NONE, List.of());
  }

  static PackageProblem.Seat seat(
      int party, List<List<Worth>> worths, @org.jspecify.annotations.Nullable Worth baseline) {
    return new PackageProblem.Seat(
        new PartyId("P" + party),
        "Party " + party,
        worths.stream()
            .map(
                row ->
                    new PackageProblem.Stake(
                        null,
                        List.of(),
                        null,
                        true,
                        PackageProblem.How.WRITTEN,
                        0,
                        row.stream().map(_ -> Rational.ZERO).toList(),
                        row,
                        IntStream.range(0, row.size()).boxed().collect(Collectors.toSet()),
                        null))
            .toList(),
        List.of(),
        baseline == null
            ? null
            : new PackageProblem.Floor(new BaselineId("b" + party), baseline, List.of(), true));
  }
}
