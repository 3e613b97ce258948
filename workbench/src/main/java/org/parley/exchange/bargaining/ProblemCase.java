package org.parley.exchange.bargaining;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.parley.bargain.JointWorth;
import org.parley.bargain.OptionSet;
import org.parley.bargain.Problem;
import org.parley.exchange.tree.SaidFault;
import org.parley.genius.file.BadFileException;
import org.parley.genius.utility.ImportedProblem;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.cases.Case;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.position.Baseline;
import org.parley.model.position.BaselineId;
import org.parley.model.position.Linkage;
import org.parley.model.position.LinkageId;
import org.parley.model.position.Position;
import org.parley.model.position.PositionId;
import org.parley.model.position.Worth;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// Converts an imported problem to a case. It has one instrument that all parties sign, a point for
/// each issue, and a position with worths for each party and point. Baselines and linkages for caps
/// and joint worths follow. All of it is marked as illustrative, since it rests on no claim.
///
/// A point with one option leaves no choice, so a case does not count it. Its worth is added to
/// every option of the first point with a choice, and no package changes its worth.
public final class ProblemCase {

  private static final Visibility PUBLIC = new Visibility.Public();
  private static final InstrumentId DEAL = new InstrumentId("deal");
  private static final int ID_LENGTH = 40;

  /// A worth in a case has at most 18 digits.
  private static final long MOST = 1_000_000_000_000_000_000L;

  private final ImportedProblem imported;
  private final Problem problem;
  private final Set<String> taken = new HashSet<>(Set.of(DEAL.value()));
  private final List<CaseRecord> records = new ArrayList<>();
  private final List<PartyId> parties = new ArrayList<>();
  private final List<PointId> points = new ArrayList<>();
  private final List<List<OptionId>> options = new ArrayList<>();

  private ProblemCase(ImportedProblem imported) {
    this.imported = imported;
    problem = imported.problem();
  }

  /// The case of an imported problem.
  ///
  /// @throws BadFileException if a worth has too many digits for a case
  public static Case of(ImportedProblem imported, String title) throws BadFileException {
    ProblemCase making = new ProblemCase(imported);
    making.names();
    making.instrument();
    for (int party = 0; party < making.parties.size(); party++) {
      making.positions(party);
      making.baseline(party);
    }
    making.caps();
    making.linkages();
    return Case.of(new CaseInfo(title, making.summary(), List.of()), making.records);
  }

  private String summary() {
    return "Read from files. A worth of "
        + imported.unit()
        + " is a utility of 1; worths of different parties are on one scale.";
  }

  private void names() {
    for (Problem.Party party : problem.parties()) {
      parties.add(new PartyId(id(party.id())));
    }
    for (int point = 0; point < problem.points().size(); point++) {
      points.add(new PointId(id("p" + (point + 1))));
      List<OptionId> ids = new ArrayList<>();
      for (String option : problem.points().get(point).options()) {
        ids.add(new OptionId(id(points.getLast().value() + "-" + option)));
      }
      options.add(List.copyOf(ids));
    }
  }

  /// A free id that reads like the name.
  private String id(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("^[-.]+", "");
    plain = plain.substring(0, Math.min(plain.length(), ID_LENGTH)).replaceAll("[-.]+$", "");
    String base = plain.isEmpty() ? "x" : plain;
    String id = base;
    for (int number = 2; !taken.add(id); number++) {
      id = base + "-" + number;
    }
    return id;
  }

  private void instrument() {
    records.add(
        new Instrument(
            DEAL,
            LocalizedText.of("The deal"),
            null,
            InstrumentKind.OTHER,
            null,
            parties,
            null,
            PackageRule.SINGLE_UNDERTAKING,
            List.of(),
            List.of(),
            List.of(),
            PUBLIC));
    for (int party = 0; party < parties.size(); party++) {
      records.add(
          new Party(
              parties.get(party),
              LocalizedText.of(problem.parties().get(party).id()),
              null,
              PartyKind.ORGANISATION,
              List.of(),
              null,
              List.of(),
              PUBLIC));
    }
    for (int point = 0; point < points.size(); point++) {
      Problem.Point stated = problem.points().get(point);
      List<Option> ways = new ArrayList<>();
      for (int option = 0; option < stated.options().size(); option++) {
        ways.add(
            new Option(
                options.get(point).get(option),
                LocalizedText.of(stated.options().get(option)),
                null,
                List.of(),
                List.of(),
                PUBLIC));
      }
      records.add(
          new Point(
              points.get(point),
              Integer.toString(point + 1),
              LocalizedText.of(stated.id()),
              null,
              DEAL,
              Point.Content.REPORTED,
              List.of(),
              null,
              List.of(),
              ways,
              List.of(),
              List.of(),
              List.of(),
              PUBLIC));
    }
  }

  private void positions(int party) throws BadFileException {
    String file = imported.utilities().get(party).file();
    int home = firstWithAChoice();
    for (int point = 0; point < points.size(); point++) {
      Map<OptionId, Worth> worths = new TreeMap<>();
      List<Long> stated = problem.parties().get(party).worths().get(point);
      boolean moved = home >= 0 && stated.size() == 1;
      long more = point == home ? withoutChoice(party) : 0;
      for (int option = 0; option < stated.size(); option++) {
        worths.put(
            options.get(point).get(option), worth(file, moved ? 0 : stated.get(option) + more));
      }
      records.add(
          new Position(
              new PositionId(id(parties.get(party).value() + "-" + points.get(point).value())),
              parties.get(party),
              points.get(point),
              null,
              null,
              null,
              null,
              null,
              null,
              Map.of(),
              worths,
              null,
              List.of(),
              List.of(),
              true,
              List.of(),
              PUBLIC));
    }
  }

  /// The first point with two options or more; -1 if there is none.
  private int firstWithAChoice() {
    for (int point = 0; point < options.size(); point++) {
      if (options.get(point).size() > 1) {
        return point;
      }
    }
    return -1;
  }

  /// The total worth of points without a choice.
  private long withoutChoice(int party) {
    return problem.parties().get(party).worths().stream()
        .filter(worths -> worths.size() == 1)
        .mapToLong(List::getFirst)
        .sum();
  }

  private static Worth worth(String file, long worth) throws BadFileException {
    if (worth >= MOST || worth <= -MOST) {
      throw SaidFault.at(
          file,
          0,
          "the worth " + worth + " has more than the 18 digits that a case can hold",
          "round the utilities, as with --digits 12");
    }
    return Worth.exactly(worth);
  }

  private void baseline(int party) throws BadFileException {
    Long worth = problem.parties().get(party).baseline();
    if (worth != null) {
      records.add(
          new Baseline(
              new BaselineId(id(parties.get(party).value() + "-no-deal")),
              parties.get(party),
              null,
              null,
              worth(imported.utilities().get(party).file(), worth),
              null,
              List.of(),
              true,
              PUBLIC));
    }
  }

  private void caps() throws BadFileException {
    for (int party = 0; party < parties.size(); party++) {
      Long cap = problem.parties().get(party).cap();
      if (cap != null) {
        records.add(
            new Linkage(
                new LinkageId(id(parties.get(party).value() + "-cap")),
                "No package is worth more than "
                    + cap
                    + " to "
                    + problem.parties().get(party).id()
                    + ".",
                new Linkage.Tie.Cap(
                    parties.get(party), worth(imported.utilities().get(party).file(), cap)),
                List.of(),
                List.of(),
                true,
                PUBLIC));
      }
    }
  }

  private void linkages() throws BadFileException {
    for (JointWorth joint : problem.jointWorths()) {
      PartyId party = parties.get(joint.party());
      List<OptionId> when = new ArrayList<>();
      for (OptionSet term : joint.when()) {
        term.options().forEach(option -> when.add(options.get(term.point()).get(option)));
      }
      records.add(
          new Linkage(
              new LinkageId(id(party.value() + "-tie")),
              "Worth "
                  + joint.worth()
                  + " more to "
                  + problem.parties().get(joint.party()).id()
                  + " where each of these points is settled in one of these ways.",
              new Linkage.Tie.JointWorth(
                  party,
                  when,
                  worth(imported.utilities().get(joint.party()).file(), joint.worth())),
              List.of(),
              List.of(),
              true,
              PUBLIC));
    }
  }
}
